import { sql, type Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { AnswerTables } from '#modules/answers/index.ts';
import { dayOf, dueOn, signatureOf, type Act, type Standing } from './review.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewTables } from './review.tables.ts';

/** One exact text. */
export interface RevisionKey {
  conditionId: string;
  answerId: string;
  revisionId: string;
}

/** An act as it is kept, with the seal over all acts up to it. */
export interface KeptAct extends Act, RevisionKey {
  id: number;
  seal: string;
}

export type ReviewRepository = ReturnType<typeof createReviewRepository>;

const toReviewer = (row: ReviewTables['reviewers']): Reviewer => ({
  id: row.id,
  slug: row.slug,
  accountId: row.account_id,
  name: row.name,
  credential: row.credential,
  ...(row.registration !== null && { registration: row.registration }),
  ...(row.registration_body !== null && { registrationBody: row.registration_body }),
  verifiedOn: row.verified_on,
  verifiedHow: row.verified_how,
  interests: row.interests,
  interestsConfirmedOn: row.interests_confirmed_on,
  languages: row.languages,
  active: row.active,
  fictional: row.fictional,
});

const toStanding = (row: Selectable<ReviewTables['review_standings']>): Standing => ({
  state: row.state,
  since: row.since,
  ...(row.reviewer_id !== null && { reviewerId: row.reviewer_id }),
  ...(row.note !== null && { note: row.note }),
  ...(row.signature !== null && { signature: row.signature }),
});

export function createReviewRepository(database: Database) {
  const db = database.withTables<ReviewTables>();
  const withAnswers = database.withTables<ReviewTables & AnswerTables>();

  return {
    async findReviewer(by: { slug: string } | { accountId: string } | { id: string }): Promise<Reviewer | undefined> {
      const query = db.selectFrom('reviewers').selectAll();
      const row = await (
        'slug' in by
          ? query.where('slug', '=', by.slug)
          : 'id' in by
            ? query.where('id', '=', by.id)
            : query.where('account_id', '=', by.accountId)
      ).executeTakeFirst();
      return row && toReviewer(row);
    },

    async listReviewers(): Promise<Reviewer[]> {
      return (await db.selectFrom('reviewers').selectAll().orderBy('name').orderBy('id').execute()).map(toReviewer);
    },

    /** Adds a reviewer, or writes a profile anew. Signatures keep what it said when they were made. */
    async saveReviewer(reviewer: Reviewer, now: Date): Promise<void> {
      const row = {
        slug: reviewer.slug,
        account_id: reviewer.accountId,
        name: reviewer.name,
        credential: jsonb(reviewer.credential),
        registration: reviewer.registration ?? null,
        registration_body: reviewer.registrationBody ?? null,
        verified_on: reviewer.verifiedOn,
        verified_how: reviewer.verifiedHow,
        interests: jsonb(reviewer.interests),
        interests_confirmed_on: reviewer.interestsConfirmedOn,
        languages: reviewer.languages,
        active: reviewer.active,
        fictional: reviewer.fictional,
      };
      await db
        .insertInto('reviewers')
        .values({ id: reviewer.id, created_at: now, ...row })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(row))
        .execute();
    },

    /** Whoever acts on reviews waits here for whoever else does: the seals are one chain. */
    async lock(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('review_acts'))`.execute(db);
    },

    async lastSeal(): Promise<string> {
      const row = await db.selectFrom('review_acts').select('seal').orderBy('id', 'desc').limit(1).executeTakeFirst();
      return row?.seal ?? '';
    },

    async listActs({ conditionId, revisionId }: Omit<RevisionKey, 'answerId'>): Promise<KeptAct[]> {
      const rows = await db
        .selectFrom('review_acts')
        .selectAll()
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .orderBy('id')
        .execute();
      return rows.map(toAct);
    },

    /** The whole record, in order, a piece at a time. */
    async *allActs(size = 500): AsyncGenerator<KeptAct[]> {
      for (let after = 0; ;) {
        const rows = await db
          .selectFrom('review_acts')
          .selectAll()
          .where('id', '>', after)
          .orderBy('id')
          .limit(size)
          .execute();
        if (rows.length === 0) return;
        yield rows.map(toAct);
        after = rows.at(-1)!.id;
      }
    },

    async addAct({ conditionId, answerId, revisionId }: RevisionKey, act: Act, seal: string): Promise<void> {
      await db
        .insertInto('review_acts')
        .values({
          condition_id: conditionId,
          answer_id: answerId,
          revision_id: revisionId,
          reviewer_id: act.reviewerId,
          kind: act.kind,
          note: act.note ?? null,
          signature: act.signature ? jsonb(act.signature) : null,
          at: act.at,
          seal,
        })
        .execute();
    },

    async findStanding({ conditionId, revisionId }: Omit<RevisionKey, 'answerId'>): Promise<Standing> {
      const row = await db
        .selectFrom('review_standings')
        .selectAll()
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .executeTakeFirst();
      return row ? toStanding(row) : { state: 'waiting' };
    },

    /** The standings of all revisions of an answer that anybody acted on, by revision. */
    async listStandings(conditionId: string, answerId: string): Promise<Map<string, Standing>> {
      const rows = await db
        .selectFrom('review_standings')
        .selectAll()
        .where('condition_id', '=', conditionId)
        .where('answer_id', '=', answerId)
        .execute();
      return new Map(rows.map((row) => [row.revision_id, toStanding(row)]));
    },

    async saveStanding({ conditionId, answerId, revisionId }: RevisionKey, standing: Standing): Promise<void> {
      const signature = signatureOf(standing);
      const signedOn = signature ? await this.signedOn({ conditionId, revisionId }) : null;
      const row = {
        state: standing.state,
        reviewer_id: standing.reviewerId ?? null,
        since: standing.since!,
        note: standing.note ?? null,
        signature: standing.signature ? jsonb(standing.signature) : null,
        signed_on: signedOn,
        due_on: signature && signedOn ? dueOn(signedOn, signature.months) : null,
        // another signature covers other numbers and sources
        evidence_seen_at: -1,
      };
      await db
        .insertInto('review_standings')
        .values({ condition_id: conditionId, answer_id: answerId, revision_id: revisionId, ...row })
        .onConflict((conflict) => conflict.columns(['condition_id', 'revision_id']).doUpdateSet(row))
        .execute();
    },

    /** The day of the last signature under a revision. */
    async signedOn({ conditionId, revisionId }: Omit<RevisionKey, 'answerId'>): Promise<string | null> {
      const row = await db
        .selectFrom('review_acts')
        .select('at')
        .where('condition_id', '=', conditionId)
        .where('revision_id', '=', revisionId)
        .where('kind', '=', 'approve')
        .orderBy('id', 'desc')
        .limit(1)
        .executeTakeFirst();
      return row ? dayOf(row.at) : null;
    },

    /** The newest signature on an earlier version of an answer: what readers are told when the text has changed since. */
    async findSignedBefore(conditionId: string, answerId: string, number: number) {
      return withAnswers
        .selectFrom('review_standings as s')
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 's.condition_id').onRef('r.id', '=', 's.revision_id'),
        )
        .select(['r.number', 's.signed_on as signedOn', 's.signature'])
        .where('s.condition_id', '=', conditionId)
        .where('s.answer_id', '=', answerId)
        .where('s.signed_on', 'is not', null)
        .where('r.number', '<', number)
        .orderBy('r.number', 'desc')
        .limit(1)
        .executeTakeFirst();
    },

    /** Conditions with a text whose page says something else today than it did on `before`. Both `YYYY-MM-DD`. */
    async listAged(before: string, today: string, lapseMonths: number): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select distinct condition_id as id from review_standings
        where due_on is not null and ((due_on >= ${before}::date and due_on < ${today}::date)
          or (due_on + make_interval(months => ${lapseMonths}) >= ${before}::date
            and due_on + make_interval(months => ${lapseMonths}) < ${today}::date))`.execute(db);
      return rows.map(({ id }) => id);
    },

    /** What a reviewer signed, the newest first. */
    async listSignedBy(reviewerId: string, limit: number) {
      return withAnswers
        .selectFrom('review_standings as s')
        .innerJoin('answers as a', (join) =>
          join.onRef('a.condition_id', '=', 's.condition_id').onRef('a.id', '=', 's.answer_id'),
        )
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 's.condition_id').onRef('r.id', '=', 's.revision_id'),
        )
        .select([
          's.condition_id as conditionId',
          'a.question_id as questionId',
          'a.language',
          'r.number',
          's.signed_on as signedOn',
        ])
        .where('s.signatory_id', '=', reviewerId)
        .where('s.signed_on', 'is not', null)
        .orderBy('s.signed_on', 'desc')
        .orderBy('s.revision_id')
        .limit(limit)
        .execute();
    },

    /** A revision's words as they are in the database now. */
    async findWords({ conditionId, revisionId }: Omit<RevisionKey, 'answerId'>) {
      return withAnswers
        .selectFrom('revisions as r')
        .innerJoin('answers as a', (join) =>
          join.onRef('a.condition_id', '=', 'r.condition_id').onRef('a.id', '=', 'r.answer_id'),
        )
        .select([
          'r.short',
          'r.body',
          'r.number',
          'r.content_hash as contentHash',
          'a.question_id as questionId',
          'a.language',
        ])
        .where('r.condition_id', '=', conditionId)
        .where('r.id', '=', revisionId)
        .executeTakeFirst();
    },
  };
}

const toAct = (row: Selectable<ReviewTables['review_acts']>): KeptAct => ({
  id: row.id,
  conditionId: row.condition_id,
  answerId: row.answer_id,
  revisionId: row.revision_id,
  reviewerId: row.reviewer_id,
  kind: row.kind,
  at: row.at,
  seal: row.seal,
  ...(row.note !== null && { note: row.note }),
  ...(row.signature !== null && { signature: row.signature }),
});
