import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';

/** A question that nobody has answered of a condition in one language. */
export interface Gap {
  conditionId: string;
  questionId: string;
  /** There is an English text to translate. */
  inEnglish: boolean;
  /** Who writes on it, or has handed it in. */
  begunBy: string | null;
}

export function createUnwrittenRepository(database: Database) {
  /** What a condition is not called in a language, nobody writes about in it. */
  const isMissing = (language: LanguageTag) => sql`exists (
    select from condition_names m where m.condition_id = c.id and m.language = ${language} and m.kind = 'preferred'
      and m.vocabulary is null)
  and not exists (
    select from answers a where a.condition_id = c.id and a.question_id = q.id and a.language = ${language}
      and a.published_revision_id is not null)`;
  return {
    /** Conditions of packs with a name that holds `words`, by their names in a language, and how many of their questions nobody answered. */
    async countByCondition(
      language: LanguageTag,
      { words, inOrderOf }: { words: string; inOrderOf: LanguageTag },
    ): Promise<{ conditionId: string; gaps: number }[]> {
      const pattern = `%${words.replace(/[\\%_]/gu, String.raw`\$&`)}%`;
      const { rows } = await sql<{ conditionId: string; gaps: number }>`
        select c.id as "conditionId", count(*)::int as gaps
        from conditions c cross join questions q
        where c.pack_id is not null and ${isMissing(language)}
          and exists (select from condition_names n where n.condition_id = c.id and n.folded like ${pattern})
        group by c.id
        order by (select n.folded from condition_names n
          where n.condition_id = c.id and n.kind = 'preferred' and n.vocabulary is null
          order by n.language <> ${inOrderOf}, n.language <> 'en' limit 1), c.id`.execute(database);
      return rows;
    },

    /** Of these conditions, in the order of the catalogue. */
    async listGaps(conditionIds: readonly string[], language: LanguageTag): Promise<Gap[]> {
      const { rows } = await sql<Gap>`
        select c.id as "conditionId", q.id as "questionId",
          exists (select from answers e where e.condition_id = c.id and e.question_id = q.id and e.language = 'en'
            and e.published_revision_id is not null) as "inEnglish",
          (select p.author_name from proposals p join answers d on d.condition_id = p.condition_id and d.id = p.answer_id
            where d.condition_id = c.id and d.question_id = q.id and d.language = ${language}
              and p.state in ('draft', 'submitted') order by p.changed_at desc limit 1) as "begunBy"
        from conditions c cross join questions q
        where c.id = any(${[...conditionIds]}::uuid[]) and ${isMissing(language)}
        order by q.position, q.id`.execute(database);
      return rows;
    },
  };
}
