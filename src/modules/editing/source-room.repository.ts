import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Claim, Source } from '#modules/knowledge/index.ts';
import type { RestingClaim } from './source-room.ts';

/** A published text, and whether somebody has signed it. */
export interface RestingText {
  conditionId: string;
  slug: string;
  questionId: string;
  language: LanguageTag;
  number: number;
  /** `YYYY-MM-DD`; null: nobody. */
  signedOn: string | null;
}

export type SourceRoomRepository = ReturnType<typeof createSourceRoomRepository>;

const like = (words: string) => `%${words.replace(/[\\%_]/gu, String.raw`\$&`)}%`;

/** Sources as staff find them, and everything that rests on one. */
export function createSourceRoomRepository(database: Database) {
  return {
    /** Those that hold all of these words (key, title, authors, journal, DOI, PMID), the marked ones first. */
    async search(words: readonly string[], { offset, limit }: { offset: number; limit: number }) {
      const fields = sql`concat_ws(' ', id, csl ->> 'title', csl ->> 'author', csl ->> 'container-title', csl ->> 'DOI',
        csl ->> 'PMID', csl ->> 'note')`;
      const holds = words.map((word) => sql`${fields} ilike ${like(word)}`);
      const { rows } = await sql<{ id: string; csl: Source; total: number }>`
        select id, csl, count(*) over ()::int as total from sources
        ${holds.length > 0 ? sql`where ${sql.join(holds, sql` and `)}` : sql``}
        order by coalesce(csl ->> 'status' in ('retracted', 'superseded'), false) desc, id
        offset ${offset} limit ${limit}`.execute(database);
      return { sources: rows.map(({ id, csl }) => ({ id, csl })), total: rows[0]?.total ?? 0 };
    },

    async find(key: string): Promise<Source | undefined> {
      const { rows } = await sql<{ csl: Source }>`select csl from sources where id = ${key}`.execute(database);
      return rows[0]?.csl;
    },

    async listClaims(key: string): Promise<RestingClaim[]> {
      const { rows } = await sql<{ conditionId: string; slug: string; claim: Claim }>`
        select k.condition_id as "conditionId", c.slug,
          to_jsonb(k) - 'condition_id' - 'position' - 'interval_kind' - 'source_key'
            || jsonb_build_object('interval', k.interval_kind, 'source', k.source_key) as claim
        from claims k join conditions c on c.id = k.condition_id
        where k.source_key = ${key} order by c.slug, k.position`.execute(database);
      return rows;
    },

    /** Published texts that may rest on a source; whether one does is read in its words. */
    async listCandidates(key: string, claims: readonly RestingClaim[]) {
      const own = claims.map(({ conditionId }) => conditionId);
      const others = claims.map(({ slug, claim }) => like(`:claim[${slug}/${claim.id}]`));
      const { rows } = await sql<RestingText & { short: string; body: string }>`
        select a.condition_id as "conditionId", c.slug, a.question_id as "questionId", a.language, r.number, r.short, r.body,
          s.signed_on as "signedOn"
        from answers a
        join revisions r on r.condition_id = a.condition_id and r.id = a.published_revision_id
        join conditions c on c.id = a.condition_id
        left join site_revisions w on w.condition_id = a.condition_id and w.revision_id = r.id
        left join review_standings s
          on s.condition_id = a.condition_id and s.revision_id = coalesce(w.carries_revision_id, r.id)
        where r.body like ${like(`@${key}`)} or r.short like ${like(`@${key}`)}
          or a.condition_id = any(${own}::uuid[])
          or r.body like any(${others}::text[]) or r.short like any(${others}::text[])
        order by c.slug, a.question_id, a.language`.execute(database);
      return rows;
    },

    /** Pairs of look-alikes whose cells cite a source, or write a number that rests on it. */
    async listPairs(key: string, claims: readonly RestingClaim[]) {
      const named = claims.map(({ slug, claim }) => like(`:claim[${slug}/${claim.id}]`));
      const own = claims.map(({ conditionId, claim }) => ({ id: conditionId, words: like(`:claim[${claim.id}]`) }));
      const cells = sql`concat_ws(' ', l.comparison::text, l.together::text)`;
      const ways = [
        sql`${cells} ~ ${`@${key}(?![a-z0-9-])`}`,
        sql`${cells} like any(${named}::text[])`,
        ...own.map(({ id, words }) => sql`(${id}::uuid in (l.condition_id, l.other_id) and ${cells} like ${words})`),
      ];
      const { rows } = await sql<{ ids: [string, string] }>`
        select array[l.condition_id, l.other_id] as ids from look_alikes l
        where ${sql.join(ways, sql` or `)} order by l.pack_id, l.position`.execute(database);
      return rows.map(({ ids }) => ids);
    },

    /** Conditions with a code that a source gives. */
    async listCoded(key: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select distinct condition_id as id from condition_codes where source_key = ${key}`.execute(database);
      return rows.map(({ id }) => id);
    },
  };
}
