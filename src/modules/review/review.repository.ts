import { sql, type Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { AnswerTables } from '#modules/answers/index.ts';
import { evidenceChanged } from './changed-evidence.repository.ts';
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

/** A published text on the way to a signature, or with one. */
export interface QueueEntry {
  conditionId: string;
  questionId: string;
  language: LanguageTag;
  revisionId: string;
  number: number;
  textDate: string;
  reviewMonths: number;
  state: Standing['state'];
  reviewerId: string | null;
  /** `YYYY-MM-DD` */
  dueOn: string | null;
  signedOn: string | null;
  /** An earlier version was signed. */
  signedBefore: boolean;
  /** A number or a source under it is not as it was signed. */
  evidenceChanged: boolean;
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

const toStanding = (row: ReviewTables['review_standings']): Standing => ({
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

    /**
     * Published texts in these languages, and where each stands: what is overdue first, then what rests on something else than
     * was signed, then what falls due within 90 days, then what has no signature (treatment before the rest), then what is in date.
     */
    async listQueue({
      languages,
      today,
      limit,
      offset = 0,
    }: {
      languages: readonly LanguageTag[];
      /** `YYYY-MM-DD` */
      today: string;
      limit: number;
      offset?: number;
    }): Promise<QueueEntry[]> {
      const rows = await withAnswers
        .selectFrom('answers as a')
        .innerJoin('revisions as r', (join) =>
          join.onRef('r.condition_id', '=', 'a.condition_id').onRef('r.id', '=', 'a.published_revision_id'),
        )
        .innerJoin('questions as q', 'q.id', 'a.question_id')
        // a corrected slip of the pen leaves the signature where it is
        .leftJoin('site_revisions as w', (join) =>
          join.onRef('w.condition_id', '=', 'a.condition_id').onRef('w.revision_id', '=', 'r.id'),
        )
        .leftJoin('review_standings as s', (join) =>
          join
            .onRef('s.condition_id', '=', 'a.condition_id')
            .on((of) => of('s.revision_id', '=', of.fn.coalesce('w.carries_revision_id', of.ref('r.id')))),
        )
        .select([
          'a.condition_id as conditionId',
          'a.question_id as questionId',
          'a.language',
          'r.id as revisionId',
          'r.number',
          'r.text_date as textDate',
          'q.review_months as reviewMonths',
          's.reviewer_id as reviewerId',
          's.due_on as dueOn',
          's.signed_on as signedOn',
        ])
        .select(evidenceChanged.as('evidenceChanged'))
        .select((of) => of.fn.coalesce('s.state', sql<Standing['state']>`'waiting'`).as('state'))
        .select((of) =>
          of
            .exists(
              of
                .selectFrom('review_standings as b')
                .whereRef('b.condition_id', '=', 'a.condition_id')
                .whereRef('b.answer_id', '=', 'a.id')
                .whereRef('b.revision_id', '<>', 'r.id')
                .where('b.signed_on', 'is not', null)
                .select(sql.lit(1).as('one')),
            )
            .as('signedBefore'),
        )
        // nobody reviews in no language, and `in ()` is no SQL
        .where('a.language', '=', (of) => of.fn.any(of.val([...languages])))
        .orderBy(
          sql`case when s.due_on < ${today}::date then 0 when ${evidenceChanged} then 1 when s.due_on <= ${today}::date + 90 then 2
            when s.due_on is null then 3 else 4 end`,
        )
        .orderBy('s.due_on')
        .orderBy('q.review_months')
        .orderBy('r.text_date')
        .orderBy('a.condition_id')
        .orderBy('a.id')
        .limit(limit)
        .offset(offset)
        .execute();
      return rows.map((row) => ({ ...row, signedBefore: Boolean(row.signedBefore) }));
    },

    /** How many published texts there are, have a signature that is in date, or are overdue, by language. */
    async countByAge(today: string) {
      const { rows } = await sql<{ language: string; texts: number; signed: number; overdue: number; soon: number }>`
        select a.language, count(*)::int as texts,
          count(*) filter (where s.due_on >= ${today}::date)::int as signed,
          count(*) filter (where s.due_on < ${today}::date)::int as overdue,
          count(*) filter (where s.due_on between ${today}::date and ${today}::date + 90)::int as soon
        from answers a
        left join site_revisions w on w.condition_id = a.condition_id and w.revision_id = a.published_revision_id
        left join review_standings s
          on s.condition_id = a.condition_id and s.revision_id = coalesce(w.carries_revision_id, a.published_revision_id)
        where a.published_revision_id is not null group by a.language order by a.language`.execute(db);
      return rows;
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
        .where(sql<string>`s.signature -> 'signatory' ->> 'id'`, '=', reviewerId)
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
