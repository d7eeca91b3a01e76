import { sql, type Expression, type SqlBool } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { foldName } from './condition.ts';
import type { ConditionTables } from './condition.tables.ts';

/** Which conditions of the index: by the beginning of their name ("d", "dy", "#" for no letter), or by a part of any name. */
export interface IndexChoice {
  language: LanguageTag;
  beginning?: string | undefined;
  part?: string | undefined;
}

/** A condition that only vocabularies list, as a line of the index. */
export interface IndexLine {
  slug: string;
  name: string;
  language: string;
}

/** Where a page of the index goes on. */
export interface IndexPlace {
  folded: string;
  slug: string;
}

export type IndexRepository = ReturnType<typeof createIndexRepository>;

/** The index of conditions, a page at a time: what it costs grows with the page, not with the atlas. */
export function createIndexRepository(database: Database) {
  const db = database.withTables<ConditionTables>();

  /** The names that stand in the index: the preferred one in the reader's language, or the English one. */
  const names = ({ language, beginning, part }: IndexChoice) => {
    let shown = db
      .selectFrom('condition_names as n')
      .innerJoin('conditions as c', 'c.id', 'n.condition_id')
      .where('n.kind', '=', 'preferred')
      .where('c.listed', '=', true);
    if (language === 'es')
      shown = shown.where((of) =>
        of.or([
          of('n.language', '=', 'es'),
          of.and([
            of('n.language', '=', 'en'),
            of.not(
              of.exists(
                of
                  .selectFrom('condition_names as o')
                  .select('o.name')
                  .whereRef('o.condition_id', '=', 'n.condition_id')
                  .where('o.kind', '=', 'preferred')
                  .where('o.language', '=', 'es'),
              ),
            ),
          ]),
        ]),
      );
    else shown = shown.where('n.language', '=', 'en');
    if (beginning !== undefined) shown = shown.where(beginsWith(beginning));
    if (part !== undefined)
      shown = shown.where((of) =>
        of.exists(
          of
            .selectFrom('condition_names as m')
            .select('m.name')
            .whereRef('m.condition_id', '=', 'n.condition_id')
            .where('m.folded', 'like', `%${literal(foldName(part))}%`),
        ),
      );
    return shown;
  };

  return {
    /** Ids of the conditions that packs wrote, in the order of their names. */
    async listWrittenIds(choice: IndexChoice, limit: number): Promise<string[]> {
      const rows = await names(choice)
        .where('c.pack_id', 'is not', null)
        .select('c.id')
        .orderBy('n.folded')
        .orderBy('c.slug')
        .limit(limit)
        .execute();
      return rows.map(({ id }) => id);
    },

    /** Conditions that only vocabularies list, in the order of their names, and where the next page begins. */
    async listUnwritten(
      choice: IndexChoice,
      { after, limit }: { after?: IndexPlace | undefined; limit: number },
    ): Promise<{ lines: IndexLine[]; next: IndexPlace | undefined }> {
      let lines = names(choice)
        .where('c.pack_id', 'is', null)
        .select(['c.slug', 'n.name', 'n.language', 'n.folded'])
        .orderBy('n.folded')
        .orderBy('c.slug')
        .limit(limit + 1);
      if (after) lines = lines.where(sql<boolean>`(n.folded, c.slug) > (${after.folded}, ${after.slug})`);
      const rows = await lines.execute();
      const last = rows.length > limit ? rows[limit - 1] : undefined;
      return {
        lines: rows.slice(0, limit).map(({ slug, name, language }) => ({ slug, name, language })),
        next: last && { folded: last.folded, slug: last.slug },
      };
    },

    async count(choice: IndexChoice): Promise<{ written: number; unwritten: number }> {
      const row = await names(choice)
        .select([
          sql<number>`count(*) filter (where c.pack_id is not null)::int`.as('written'),
          sql<number>`count(*) filter (where c.pack_id is null)::int`.as('unwritten'),
        ])
        .executeTakeFirstOrThrow();
      return row;
    },

    /** The first letters (or first two, of names that begin with one) that the index has, "#" for what is no letter. */
    async listBeginnings(language: LanguageTag, under?: string): Promise<string[]> {
      const rows = await names({ language, beginning: under })
        .select(sql<string>`distinct left(n.folded, ${sql.lit(under === undefined ? 1 : 2)})`.as('beginning'))
        .execute();
      const found = rows.map(({ beginning }) => beginning);
      if (under !== undefined) return found.filter((beginning) => /^\p{L}{2}$/u.test(beginning)).sort();
      return [...new Set(found.map((letter) => (/\p{L}/u.test(letter) ? letter : '#')))].sort();
    },

    /** Addresses of the conditions that packs wrote: what search engines should know. */
    async listWrittenSlugs(): Promise<string[]> {
      const rows = await db
        .selectFrom('conditions')
        .select('slug')
        .where('pack_id', 'is not', null)
        .orderBy('slug')
        .execute();
      return rows.map(({ slug }) => slug);
    },
  };
}

/** Percent and underline as they are written. */
const literal = (text: string) => text.replace(/[\\%_]/gu, String.raw`\$&`);

const beginsWith = (beginning: string): Expression<SqlBool> =>
  beginning === '#'
    ? sql<SqlBool>`n.folded !~ '^[[:alpha:]]'`
    : sql<SqlBool>`n.folded like ${`${literal(foldName(beginning))}%`}`;
