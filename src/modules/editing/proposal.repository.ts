import { sql, type Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { AnswerTables } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';
import type { Proposal } from './proposal.ts';
import type { ProposalTables } from './proposal.tables.ts';

/** A proposal with the place of its text. */
export interface PlacedProposal extends Proposal {
  questionId: string;
  language: LanguageTag;
}

export type ProposalRepository = ReturnType<typeof createProposalRepository>;

export function createProposalRepository(database: Database) {
  const db = database.withTables<ProposalTables>();
  const placed = () =>
    database
      .withTables<ProposalTables & AnswerTables>()
      .selectFrom('proposals as p')
      .innerJoin('answers as a', (join) =>
        join.onRef('a.condition_id', '=', 'p.condition_id').onRef('a.id', '=', 'p.answer_id'),
      )
      .selectAll('p')
      .select(['a.question_id', 'a.language']);

  return {
    /** One writer at a time for each answer: a second press waits, and finds what the first one did. */
    async lock(
      { conditionId, questionId, language }: { conditionId: string; questionId: string; language: string },
      authorId: string,
    ): Promise<void> {
      const place = `proposals ${conditionId} ${questionId} ${language} ${authorId}`;
      await sql`select pg_advisory_xact_lock(hashtext(${place}))`.execute(db);
    },

    /** What somebody writes on an answer, or has handed in. */
    async findOwn(
      {
        conditionId,
        questionId,
        language,
      }: {
        conditionId: string;
        questionId: string;
        language: LanguageTag;
      },
      authorId: string,
    ): Promise<Proposal | undefined> {
      const row = await placed()
        .where('p.condition_id', '=', conditionId)
        .where('a.question_id', '=', questionId)
        .where('a.language', '=', language)
        .where('p.author_id', '=', authorId)
        .where('p.state', 'in', ['draft', 'submitted'])
        .executeTakeFirst();
      return row && toProposal(row);
    },

    async find(id: string): Promise<PlacedProposal | undefined> {
      const row = await placed().where('p.id', '=', id).executeTakeFirst();
      return row && { ...toProposal(row), questionId: row.question_id, language: row.language };
    },

    async findByRevision(conditionId: string, revisionId: string): Promise<PlacedProposal | undefined> {
      const row = await placed()
        .where('p.condition_id', '=', conditionId)
        .where('p.revision_id', '=', revisionId)
        .executeTakeFirst();
      return row && { ...toProposal(row), questionId: row.question_id, language: row.language };
    },

    /** By the number of its version. */
    async findSubmitted(conditionId: string, answerId: string, number: number): Promise<Proposal | undefined> {
      const row = await placed()
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'p.condition_id').onRef('r.id', '=', 'p.revision_id'),
        )
        .where('p.state', '=', 'submitted')
        .where('p.condition_id', '=', conditionId)
        .where('p.answer_id', '=', answerId)
        .where('r.number', '=', number)
        .executeTakeFirst();
      return row && toProposal(row);
    },

    /** Handed in and not published, the oldest first, with the numbers of their versions. */
    async listSubmitted(languages: readonly LanguageTag[]) {
      const rows = await placed()
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'p.condition_id').onRef('r.id', '=', 'p.revision_id'),
        )
        .select(['r.number', 'r.text_date'])
        .where('p.state', '=', 'submitted')
        .where('a.language', '=', (of) => of.fn.any(of.val([...languages])))
        .orderBy('p.changed_at')
        .orderBy('p.id')
        .limit(100)
        .execute();
      return rows.map((row) => ({
        ...toProposal(row),
        questionId: row.question_id,
        language: row.language,
        number: row.number,
        submittedOn: row.text_date,
      }));
    },

    /** What others write on, or have handed in for, the same answer: whoever begins is told. */
    async listOthers(conditionId: string, answerId: string, authorId: string) {
      return db
        .selectFrom('proposals')
        .select(['id', 'state', 'author_name as authorName', 'changed_at as changedAt'])
        .where('condition_id', '=', conditionId)
        .where('answer_id', '=', answerId)
        .where((of) => of.or([of('author_id', '<>', authorId), of('author_id', 'is', null)]))
        .where('state', 'in', ['draft', 'submitted'])
        .orderBy('changed_at', 'desc')
        .limit(5)
        .execute();
    },

    /** As somebody last signed what they wrote. */
    async findNameOf(authorId: string): Promise<string | undefined> {
      const row = await db
        .selectFrom('proposals')
        .select('author_name')
        .where('author_id', '=', authorId)
        .where('author_name', '<>', '')
        .orderBy('changed_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row?.author_name;
    },

    /** What somebody put aside last, to bring it back. */
    async findAside(conditionId: string, answerId: string, authorId: string): Promise<Proposal | undefined> {
      const row = await db
        .selectFrom('proposals')
        .selectAll()
        .where('condition_id', '=', conditionId)
        .where('answer_id', '=', answerId)
        .where('author_id', '=', authorId)
        .where('state', '=', 'put-aside')
        .orderBy('changed_at', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row && toProposal(row);
    },

    async save(proposal: Proposal): Promise<void> {
      const row = {
        base_revision_id: proposal.baseId,
        state: proposal.state,
        short: proposal.short,
        body: proposal.body,
        claims: jsonb(proposal.claims),
        sources: jsonb(proposal.sources),
        translation: proposal.translation && jsonb(proposal.translation),
        why: proposal.why,
        author_name: proposal.authorName,
        suggestion_id: proposal.suggestionId,
        revision_id: proposal.revisionId,
        version: proposal.version,
        written_in: proposal.writtenIn,
        changed_at: proposal.changedAt,
      };
      await db
        .insertInto('proposals')
        .values({
          id: proposal.id,
          condition_id: proposal.conditionId,
          answer_id: proposal.answerId,
          author_id: proposal.authorId,
          claims_before: null,
          created_at: proposal.changedAt,
          ...row,
        })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    async keepClaimsBefore(id: string, before: Record<string, Claim | null>): Promise<void> {
      await db
        .updateTable('proposals')
        .set({ claims_before: jsonb(before) })
        .where('id', '=', id)
        .execute();
    },

    async claimsBefore(id: string): Promise<Record<string, Claim | null>> {
      const row = await db.selectFrom('proposals').select('claims_before').where('id', '=', id).executeTakeFirst();
      return row?.claims_before ?? {};
    },

    async removeAsideBefore(day: Date): Promise<number> {
      const { numDeletedRows } = await db
        .deleteFrom('proposals')
        .where('state', '=', 'put-aside')
        .where('changed_at', '<', day)
        .executeTakeFirstOrThrow();
      return Number(numDeletedRows);
    },

    /** Sources whose title, authors or key hold all of these words. */
    async searchSources(words: readonly string[], limit: number): Promise<{ id: string; csl: unknown }[]> {
      if (words.length === 0) return [];
      const { rows } = await sql<{ id: string; csl: unknown }>`
        select id, csl from sources
        where ${sql.join(
          words.map(
            (word) =>
              sql`(id || ' ' || coalesce(csl ->> 'title', '') || ' ' || coalesce(csl -> 'author', '[]')::text) ilike ${`%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`}`,
          ),
          sql` and `,
        )}
        order by id limit ${limit}`.execute(db);
      return rows;
    },

    /** Glossary terms whose word, in any language, or id holds all of these words. */
    async searchTerms(
      words: readonly string[],
      limit: number,
    ): Promise<{ id: string; term: Localised; means: Localised }[]> {
      if (words.length === 0) return [];
      const { rows } = await sql<{ id: string; term: Localised; means: Localised }>`
        select id, term, means from glossary_terms
        where ${sql.join(
          words.map((word) => sql`(id || ' ' || term::text) ilike ${`%${word.replace(/[\\%_]/gu, String.raw`\$&`)}%`}`),
          sql` and `,
        )}
        order by id limit ${limit}`.execute(db);
      return rows;
    },

    /** Every citation key: a new source takes none of them. */
    async listTakenKeys(): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`select id from sources`.execute(db);
      return rows.map(({ id }) => id);
    },

    /** The draft is a change of this version now: somebody has looked at both. */
    async setBase(id: string, baseId: string | null): Promise<void> {
      await db
        .updateTable('proposals')
        .set({ base_revision_id: baseId })
        .where('id', '=', id)
        .where('state', '=', 'draft')
        .execute();
    },

    /** Which of these words other published texts of this language use, too. In small letters. */
    async listUsedElsewhere(words: readonly string[], language: LanguageTag, answerId: string): Promise<string[]> {
      if (words.length === 0) return [];
      const { rows } = await sql<{ word: string }>`
        select word from unnest(${[...words]}::text[]) as word
        where exists (
          select from answers a join revisions r on r.condition_id = a.condition_id and r.id = a.published_revision_id
          where a.language = ${language} and a.id <> ${answerId}
            and to_tsvector('simple', r.short || ' ' || r.body) @@ plainto_tsquery('simple', word))`.execute(db);
      return rows.map(({ word }) => word);
    },
  };
}

const toProposal = (row: Selectable<ProposalTables['proposals']>): Proposal => ({
  id: row.id,
  conditionId: row.condition_id,
  answerId: row.answer_id,
  baseId: row.base_revision_id,
  state: row.state,
  short: row.short,
  body: row.body,
  claims: row.claims,
  sources: row.sources,
  translation: row.translation,
  why: row.why,
  authorId: row.author_id,
  authorName: row.author_name,
  suggestionId: row.suggestion_id,
  revisionId: row.revision_id,
  version: row.version,
  writtenIn: row.written_in,
  changedAt: row.changed_at,
});
