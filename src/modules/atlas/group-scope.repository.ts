import { sql, type Expression, type RawBuilder } from 'kysely';

/** Scopes are ids of conditions; a group of conditions, which has a name for its id, gets one that nothing else has. */
export const scopeOfGroup = (id: Expression<unknown> | string): RawBuilder<string> =>
  sql<string>`md5('condition group ' || ${id}::text)::uuid`;

/**
 * Whether there is one group and everything is in it. Then its numbers are those of all conditions together, and are not
 * told a second time: each scope that lies in another costs some detail.
 */
export const oneGroupIsAll: RawBuilder<boolean> = sql<boolean>`
  (select count(distinct coalesce(group_id, '')) < 2 from conditions where parent_id is null)`;
