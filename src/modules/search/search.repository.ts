import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { codeKeys } from './codes.ts';
import type { NearWord } from './lookup.ts';
import type { NameRow } from './ranking.ts';
import type { NameKind, QuestionHit } from './search.ts';
import type { SearchTables } from './search.tables.ts';
import { bagKey, beginningsOf, fold, lettersKey, longestName, wordsOf } from './words.ts';

/** PostgreSQL's stemmer for a language's words. */
const stemmerOf = (language: string) => sql.lit(language === 'es' ? 'spanish' : 'english');

/** Of names that hold the words asked for, so many are looked at; where there are more, the words say too little. */
const mostHolding = 800;

export interface IndexedName {
  language: string;
  kind: NameKind;
  /** As it is shown. */
  name: string;
  /** For a code: as its vocabulary writes it. */
  code?: { system: string; code: string };
}

export interface IndexedAnswer {
  questionId: string;
  language: string;
  title: string;
  short: string;
  body: string;
}

interface IndexedCondition {
  conditionId: string;
  names: readonly IndexedName[];
  answers: readonly IndexedAnswer[];
}

interface NamesWanted {
  keys?: string | undefined;
  words?: string | undefined;
  /** Letters of what was typed. */
  length: number;
  most: number;
}

export type SearchRepository = ReturnType<typeof createSearchRepository>;

export function createSearchRepository(database: Database) {
  const db = database.withTables<SearchTables>();

  /** Counts anew in how many names each word stands, and forgets those in none. In a transaction. */
  async function countWords(): Promise<void> {
    await sql`
      create temporary table counted on commit drop as
      select word, ndoc as names from ts_stat('select lexemes from search_names where kind <> ''code''')
      where word !~ '^[=~#]'`.execute(db);
    await sql`delete from search_words where word not in (select word collate "C" from counted)`.execute(db);
    await sql`
      update search_words set names = counted.names from counted
      where search_words.word = counted.word collate "C" and search_words.names <> counted.names`.execute(db);
    await sql`drop table counted`.execute(db);
    await sql`update search_state set uncounted = 0`.execute(db);
    await sql`analyze search_names, search_words, search_answers`.execute(db);
  }

  return {
    /** Words of the index that are, begin with (the last), or are one letter away from the words typed. */
    async listNearWords(asked: readonly string[]): Promise<NearWord[]> {
      const { rows } = await sql<NearWord>`
        select place, word, names from near_words(${asked}::text[], ${beginningsOf(asked.at(-1)!)}::text[])`.execute(
        db,
      );
      return rows;
    },

    /** Words whose letters are like those of a typed one that no word is near to, best first. */
    async listAlikeWords(asked: readonly { place: number; word: string }[]): Promise<NearWord[]> {
      const { rows } = await sql<NearWord>`
        select asked.place, alike.word, alike.names
        from unnest(${asked.map(({ place }) => place)}::integer[], ${asked.map(({ word }) => word)}::text[]) as asked (place, word)
        cross join lateral (
          select word, names from search_words where word % asked.word
          order by similarity(word, asked.word) desc, names desc limit 4
        ) as alike`.execute(db);
      return rows;
    },

    /**
     * Names that one of the keys finds as a whole; and of those that hold the words, the names of written conditions, and
     * of the others those whose length is nearest to what was typed. Both are queries in the language of `tsquery`
     * (see lookup.ts).
     */
    async listNames({ keys, words, length, most }: NamesWanted): Promise<NameRow[]> {
      const { rows } = await sql<NameRow>`
        select condition_id as "conditionId", language, kind, name, words, written
        from names_found(${keys ?? null}::tsquery, ${words ?? null}::tsquery, ${length}, ${most}, ${mostHolding})`.execute(
        db,
      );
      return rows;
    },

    /** Answers that hold any of the words typed, best first; stemmed, accents folded. */
    async listAnswersByWords(
      query: string,
      language: LanguageTag,
      limit: number,
    ): Promise<Omit<QuestionHit, 'conditionSlug'>[]> {
      const { rows } = await sql<Omit<QuestionHit, 'conditionSlug'>>`
        with asked as (select replace(plainto_tsquery(${stemmerOf(language)}, ${query})::text, '&', '|')::tsquery as words)
        select condition_id as "conditionId", question_id as "questionId", language, title, short
        from search_answers, asked
        where language = ${language} and search_answers.words @@ asked.words
        order by ts_rank_cd(search_answers.words, asked.words, 1) desc, condition_id, question_id
        limit ${limit}`.execute(db);
      return rows;
    },

    /** One writer of the index at a time, until the transaction ends; readers go on. */
    async takeTurn(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('cairn.search.index'))`.execute(db);
    },

    /** Puts names and answers of these conditions in the index in place of those that were there. In a transaction. */
    async replaceConditions(conditions: readonly IndexedCondition[]): Promise<void> {
      const ids = conditions.map(({ conditionId }) => conditionId);
      await sql`delete from search_names where condition_id = any(${ids}::uuid[])`.execute(db);
      await sql`delete from search_answers where condition_id = any(${ids}::uuid[])`.execute(db);

      const names = conditions.flatMap(({ conditionId, names: own, answers }) =>
        own.map((name, position) => ({ conditionId, position, written: answers.length > 0, ...toRow(name) })),
      );
      const column = <Key extends keyof (typeof names)[number]>(key: Key) => names.map((name) => name[key]);
      await sql`
        insert into search_names (condition_id, position, language, kind, name, words, written, lexemes)
        select condition_id, position, language, kind, name, words, written, array_to_tsvector(string_to_array(lexemes, E'\n'))
        from unnest(
          ${column('conditionId')}::uuid[], ${column('position')}::integer[], ${column('language')}::text[], ${column('kind')}::text[],
          ${column('name')}::text[], ${column('words')}::text[], ${column('written')}::boolean[], ${column('lexemes')}::text[]
        ) as added (condition_id, position, language, kind, name, words, written, lexemes)`.execute(db);

      const words = [...new Set(names.flatMap(({ words: own }) => own.split(' ')))].filter(Boolean);
      await sql`
        insert into search_words (word, names) select word, 1 from unnest(${words}::text[]) as added (word)
        on conflict (word) do nothing`.execute(db);

      for (const { conditionId, answers } of conditions)
        for (const { questionId, language, title, short, body } of answers) {
          const weighted = (text: string, weight: 'A' | 'B' | 'D') =>
            sql`setweight(to_tsvector(${stemmerOf(language)}, ${foldText(text)}), ${sql.lit(weight)})`;
          await db
            .insertInto('search_answers')
            .values({
              condition_id: conditionId,
              question_id: questionId,
              language,
              title,
              short,
              words: sql`${weighted(title, 'A')} || ${weighted(short, 'B')} || ${weighted(body, 'D')}`,
            })
            .execute();
        }
    },

    /**
     * Counts anew in how many names each word stands, and forgets those in none, once a third of all names have changed:
     * an import in many parts counts a few times, an edit not at all. In a transaction.
     */
    async countWordsIfDue(changed: number): Promise<void> {
      const { rows } = await sql<{ due: boolean }>`
        insert into search_state (rules, uncounted) values (0, ${changed})
        on conflict (only_row) do update set uncounted = search_state.uncounted + ${changed}
        returning uncounted * 3 > (select count(*) from search_names) as due`.execute(db);
      if (rows[0]?.due) await countWords();
    },

    countWords,

    /** Of all that search reads, with its indexes. */
    async countBytes(): Promise<number> {
      const { rows } = await sql<{ bytes: string }>`
        select sum(pg_total_relation_size(oid))::text as bytes from pg_class
        where relkind = 'r' and relname in ('search_names', 'search_words', 'search_answers')`.execute(db);
      return Number(rows[0]!.bytes);
    },

    /** By which rules the whole index was made. 0: never. */
    async findRules(): Promise<number> {
      return (await db.selectFrom('search_state').select('rules').executeTakeFirst())?.rules ?? 0;
    },

    async setRules(rules: number): Promise<void> {
      await sql`
        insert into search_state (rules, uncounted) values (${rules}, 0)
        on conflict (only_row) do update set rules = ${rules}`.execute(db);
    },
  };
}

/** The words of a whole answer, without accents: `fold` would cut it where no name is so long. */
function foldText(text: string): string {
  const parts: string[] = [];
  for (let start = 0; start < text.length; start += longestName)
    parts.push(fold(text.slice(start, start + longestName)));
  return parts.join(' ');
}

/** How a name is kept. A code is found as a whole only. */
function toRow({ language, kind, name, code }: IndexedName) {
  const shown = name.slice(0, longestName).toWellFormed().replaceAll('\0', '');
  if (code) return { language, kind, name: shown, words: '', lexemes: codeKeys(code.system, code.code).join('\n') };
  const words = wordsOf(shown);
  return {
    language,
    kind,
    name: shown,
    words: words.join(' '),
    lexemes: [...words, bagKey(words), lettersKey(words)].join('\n'),
  };
}
