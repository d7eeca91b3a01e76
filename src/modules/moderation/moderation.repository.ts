import { sql, type Selectable } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { AuthorAct } from './author.ts';
import type { ItemRef } from './items.ts';
import { caseOf, decisionKinds, versionOf, type Act, type Standing } from './moderation.ts';
import type { ModerationTables } from './moderation.tables.ts';
import { countReporters, tiers, urgencyOf, type Tier } from './urgency.ts';

/** An act as it is kept. */
export interface KeptAct extends Act {
  item: ItemRef;
  /** The account of whoever wrote the text. */
  authorId: string | null;
  /** To the author, besides the rule, in `language`. */
  said: string | null;
  language: string | null;
  /** Of a decision, the text as it was then; of a report or an appeal, the words that came with it. */
  text: { title: string | null; body: string } | undefined;
  /** Of a medical note. */
  questionId: string | null;
  /** How long the case had waited, and how urgent it was: of decisions. */
  waited: { seconds: number; tier: number } | undefined;
}

/** A case in the queue. */
export interface QueuedCase {
  item: ItemRef;
  standing: Standing;
  tier: Tier;
  lightness: number;
  since: Date;
  /** Why it waits, as codes: reasons of reports, `crisis`, `held`, `changed`, `appeal`. */
  reasons: string[];
  reporters: number;
  holderId: string | null;
  heldUntil: Date | null;
  version: number;
}

/** The place in the queue from which the next page goes on. */
export type QueuePlace = Pick<QueuedCase, 'tier' | 'lightness' | 'since'> & { itemId: string };

export type ModerationRepository = ReturnType<typeof createModerationRepository>;

export function createModerationRepository(database: Database) {
  const db = database.withTables<ModerationTables>();
  const acts = db
    .selectFrom('moderation_acts as a')
    .leftJoin('moderation_texts as t', 't.act_id', 'a.id')
    .selectAll('a')
    .select(['t.title', 't.body']);

  return {
    /** Whoever acts on a text waits here for whoever else does. Of several, in the order of their ids. */
    async lock(itemId: string): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtextextended(${`moderation ${itemId}`}, 0))`.execute(db);
    },

    async listActs(itemId: string): Promise<KeptAct[]> {
      return (await acts.where('a.item_id', '=', itemId).orderBy('a.number').execute()).map(toAct);
    },

    async listBatch(batch: string): Promise<KeptAct[]> {
      return (await acts.where('a.batch', '=', batch).orderBy('a.number').execute()).map(toAct);
    },

    async findAct(id: string): Promise<KeptAct | undefined> {
      const row = await acts.where('a.id', '=', id).executeTakeFirst();
      return row && toAct(row);
    },

    /** `aboutId`: who wrote the text that it is about. */
    async addAct(act: KeptAct, aboutId: string | null): Promise<void> {
      await db
        .insertInto('moderation_acts')
        .values({
          id: act.id,
          item_kind: act.item.kind,
          item_id: act.item.id,
          kind: act.kind,
          at: act.at,
          author_id: act.authorId,
          reporter_id: act.reporterId ?? null,
          moderator_id: act.moderatorId ?? null,
          batch: act.batch ?? null,
          undoes: act.undoes ?? null,
          reason: act.reason ?? null,
          weight: act.weight ?? null,
          rule: act.rule ?? null,
          until: act.until ?? null,
          waited_seconds: act.waited?.seconds ?? null,
          tier: act.waited?.tier ?? null,
          question_id: act.questionId,
          said: act.said,
          language: act.language,
        })
        .execute();
      if (act.text)
        await db
          .insertInto('moderation_texts')
          .values({
            act_id: act.id,
            owner_id: act.kind === 'reported' ? (act.reporterId ?? null) : act.authorId,
            about_id: aboutId,
            title: act.text.title,
            body: act.text.body,
            at: act.at,
          })
          .execute();
    },

    /** Writes where a text stands, as its acts say. */
    async saveCase(item: ItemRef, acts: readonly Act[]): Promise<void> {
      const row = { item_kind: item.kind, ...projectionOf(acts) };
      await db
        .insertInto('moderation_cases')
        .values({ item_id: item.id, ...row })
        .onConflict((conflict) => conflict.column('item_id').doUpdateSet(row))
        .execute();
    },

    async findCase(itemId: string): Promise<{ item: ItemRef; version: number } | undefined> {
      const row = await db
        .selectFrom('moderation_cases')
        .select(['item_kind', 'version'])
        .where('item_id', '=', itemId)
        .executeTakeFirst();
      return row && { item: { kind: row.item_kind, id: itemId }, version: row.version };
    },

    /** What waits, the most urgent first, from a place on (keyset paging: as fast on the last page as on the first). */
    async listQueue({ after, limit }: { after?: QueuePlace; limit: number }): Promise<QueuedCase[]> {
      let query = db.selectFrom('moderation_cases').selectAll().where('tier', 'is not', null);
      if (after)
        query = query.where(
          sql<boolean>`(tier, lightness, waiting_since, item_id) > (${tiers.indexOf(after.tier)}, ${after.lightness},
            ${after.since}, ${after.itemId}::uuid)`,
        );
      const rows = await query
        .orderBy('tier')
        .orderBy('lightness')
        .orderBy('waiting_since')
        .orderBy('item_id')
        .limit(limit)
        .execute();
      return rows.map(toQueued);
    },

    /** The most urgent case that this moderator could take now. `except` are those that they may not decide about. */
    async findNext(
      moderatorId: string,
      { now, except }: { now: Date; except: readonly string[] },
    ): Promise<string | undefined> {
      const row = await db
        .selectFrom('moderation_cases')
        .select('item_id')
        .where('tier', 'is not', null)
        .where((where) =>
          where.or([
            where('holder_id', 'is', null),
            where('holder_id', '=', moderatorId),
            where('held_until', '<=', now),
          ]),
        )
        .where(sql<boolean>`item_id <> all(${[...except]}::uuid[])`)
        .orderBy('tier')
        .orderBy('lightness')
        .orderBy('waiting_since')
        .orderBy('item_id')
        .limit(1)
        .executeTakeFirst();
      return row?.item_id;
    },

    /** Another text that nobody may let wait has come in since a time, and still waits: moderators have been called. */
    async hasUrgentSince(since: Date, exceptItemId: string): Promise<boolean> {
      const row = await db
        .selectFrom('moderation_cases')
        .select('item_id')
        .where('tier', '<=', tiers.indexOf('pressing'))
        .where('waiting_since', '>=', since)
        .where('item_id', '<>', exceptItemId)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** How many cases wait, and since when the oldest does, by tier. Cases, not people. */
    async countWaiting(): Promise<{ tier: Tier; count: number; oldest: Date }[]> {
      const { rows } = await sql<{ tier: number; count: number; oldest: Date }>`
        select tier, count(*)::int as count, min(waiting_since) as oldest from moderation_cases
        where tier is not null group by tier order by tier`.execute(db);
      return rows.map(({ tier, ...rest }) => ({ tier: tiers[tier]!, ...rest }));
    },

    /** How long cases had waited that were decided since a time, in seconds, by tier. What was taken back does not count. */
    async listResponseTimes(
      since: Date,
    ): Promise<{ tier: Tier; median: number; ninetieth: number; longest: number }[]> {
      const { rows } = await sql<{ tier: number; median: number; ninetieth: number; longest: number }>`
        select tier, percentile_cont(0.5) within group (order by waited_seconds) as median,
          percentile_cont(0.9) within group (order by waited_seconds) as ninetieth, max(waited_seconds) as longest
        from moderation_acts a
        where waited_seconds is not null and at >= ${since}
          and not exists (select from moderation_acts u where u.item_id = a.item_id and u.undoes = a.batch)
        group by tier order by tier`.execute(db);
      return rows.map((row) => ({
        tier: tiers[row.tier]!,
        median: Number(row.median),
        ninetieth: Number(row.ninetieth),
        longest: Number(row.longest),
      }));
    },

    /** What was done about an author, of all their texts, in the order of the log. */
    async listAuthorActs(authorId: string): Promise<AuthorAct[]> {
      const rows = await db
        .selectFrom('moderation_acts')
        .select(['kind', 'at', 'item_id as itemId', 'batch', 'undoes', 'until'])
        .where('author_id', '=', authorId)
        .where('kind', 'in', ['approve', 'restrict', 'ban', 'lift', 'undo', 'reverse'])
        .orderBy('number')
        .execute();
      return rows;
    },

    /** Decisions about an author that stand, the newest first: for themselves, and for whoever decides next. */
    async listDecisionsAbout(authorId: string, limit: number): Promise<KeptAct[]> {
      const rows = await acts
        .where('a.author_id', '=', authorId)
        .where('a.kind', 'in', [...decisionKinds, 'restrict', 'ban', 'lift', 'uphold', 'reverse'])
        .where(notUndone)
        .orderBy('a.number', 'desc')
        .limit(limit)
        .execute();
      return rows.map(toAct);
    },

    /** What somebody reported lately, each with what was decided first after it, the newest first. */
    async listReportsOf(reporterId: string, limit: number) {
      const { rows } = await sql<{
        id: string;
        kind: ItemRef['kind'];
        itemId: string;
        at: Date;
        reason: string;
        outcome: Act['kind'] | null;
        decidedAt: Date | null;
      }>`
        select a.id, a.item_kind as kind, a.item_id as "itemId", a.at, a.reason, d.kind as outcome, d.at as "decidedAt"
        from moderation_acts a left join lateral (
          select kind, at from moderation_acts n
          where n.item_id = a.item_id and n.number > a.number and n.kind in (${sql.join([...decisionKinds, 'withdrawn'])})
            and not exists (select from moderation_acts u where u.item_id = n.item_id and u.undoes = n.batch)
          order by number limit 1
        ) d on true
        where a.reporter_id = ${reporterId}::uuid and a.kind = 'reported'
        order by a.number desc limit ${limit}`.execute(db);
      return rows;
    },

    /** The newest acts that one moderator can still take back. */
    async findLastBatch(moderatorId: string, since: Date): Promise<{ batch: string; items: number } | undefined> {
      const { rows } = await sql<{ batch: string; items: number }>`
        select batch, count(distinct item_id)::int as items from moderation_acts a
        where moderator_id = ${moderatorId}::uuid and batch is not null and at >= ${since} and undoes is null
          and not exists (select from moderation_acts u where u.undoes = a.batch)
        group by batch order by max(number) desc limit 1`.execute(db);
      return rows[0];
    },

    /** Every text with acts, a piece at a time: to make the queue again. */
    async listItemIds({ after, limit }: { after: string; limit: number }): Promise<ItemRef[]> {
      const { rows } = await sql<ItemRef>`
        select distinct item_id as id, item_kind as kind from moderation_acts
        where item_id > ${after}::uuid order by item_id limit ${limit}`.execute(db);
      return rows;
    },

    /** What people wrote has done its work where nothing was done since a time, and nothing waits. */
    async forgetTextsBefore(time: Date): Promise<number> {
      const { numAffectedRows } = await sql`
        delete from moderation_texts t using moderation_acts a
        where t.at < ${time} and a.id = t.act_id
          and not exists (select from moderation_cases c where c.item_id = a.item_id and c.tier is not null)
          and not exists (select from moderation_acts n where n.item_id = a.item_id and n.at >= ${time})`.execute(db);
      return Number(numAffectedRows ?? 0);
    },
  };
}

/** Nothing has taken it back. */
const notUndone = sql<boolean>`not exists (
  select from moderation_acts u where u.item_id = a.item_id and u.undoes = a.batch)`;

/** What the queue shows of a case. */
function projectionOf(acts: readonly Act[]): Omit<ModerationTables['moderation_cases'], 'item_id' | 'item_kind'> {
  const state = caseOf(acts);
  const urgency = urgencyOf(state);
  const { flags, reports, appeal } = state;
  const reasons = [
    ...(flags.crisis ? ['crisis'] : []),
    ...new Set(reports.map(({ reason }) => reason)),
    ...Object.keys(flags).filter((flag) => flag !== 'crisis'),
    ...(appeal ? ['appeal'] : []),
  ];
  return {
    standing: state.standing,
    tier: urgency?.tier ?? null,
    lightness: urgency?.lightness ?? 0,
    waiting_since: urgency?.since ?? null,
    reasons,
    reporters: countReporters(reports),
    holder_id: state.holder?.moderatorId ?? null,
    held_until: state.holder?.until ?? null,
    version: versionOf(acts),
  };
}

const toQueued = (row: ModerationTables['moderation_cases']): QueuedCase => ({
  item: { kind: row.item_kind, id: row.item_id },
  standing: row.standing,
  tier: tiers[row.tier!]!,
  lightness: row.lightness,
  since: row.waiting_since!,
  reasons: row.reasons,
  reporters: row.reporters,
  holderId: row.holder_id,
  heldUntil: row.held_until,
  version: row.version,
});

type ActRow = Selectable<ModerationTables['moderation_acts']> & { title: string | null; body: string | null };

const toAct = (row: ActRow): KeptAct => ({
  id: row.id,
  item: { kind: row.item_kind, id: row.item_id },
  kind: row.kind,
  at: row.at,
  authorId: row.author_id,
  reporterId: row.reporter_id,
  moderatorId: row.moderator_id,
  ...(row.batch !== null && { batch: row.batch }),
  ...(row.undoes !== null && { undoes: row.undoes }),
  ...(row.reason !== null && { reason: row.reason }),
  ...(row.weight !== null && { weight: row.weight }),
  ...(row.rule !== null && { rule: row.rule }),
  ...(row.until !== null && { until: row.until }),
  waited: row.waited_seconds === null ? undefined : { seconds: row.waited_seconds, tier: row.tier! },
  questionId: row.question_id,
  said: row.said,
  language: row.language,
  text: row.body === null ? undefined : { title: row.title, body: row.body },
});
