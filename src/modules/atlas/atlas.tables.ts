import type { ColumnType, Generated } from 'kysely';

export type AtlasTables = {
  releases: { id: Generated<number>; made_at: Date; threshold: number; shown: number };
  /** What a release told of a scope, by region; a row where that changed. */
  told_counts: { scope: string; release_id: number; counts: ColumnType<Record<string, number>> };
  /** Exact, as remembered from the release before; never shown. */
  held_counts: { scope: string; held: ColumnType<unknown> };
  /** Exact, as of the last release or recount; never shown. */
  people_cells: { scope: string; region: string; people: number; changes: number };
  /** Of conditions, to know a group by its scope. */
  condition_groups: { id: string };
  people_gone: { id: Generated<number>; region: string | null; conditions: string[] };
  people_counted: { one: Generated<boolean>; forms: string };
};
