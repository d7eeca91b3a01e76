import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { authorStandingOf, type Hold } from './author.ts';
import type { ItemRef, MedicalNote, ModeratedItem, TextVersion } from './items.ts';
import { caseNotFound, decisionNotFound, notNow } from './moderation.errors.ts';
import type { DecisionNews } from './moderation.mails.ts';
import { moderationPolicy, type Actor } from './moderation.policy.ts';
import { createModerationRepository, type KeptAct } from './moderation.repository.ts';
import {
  after,
  caseOf,
  decisionKinds,
  holdMinutes,
  isAdverse,
  refusalOf,
  undoneIn,
  versionOf,
  type AuthorActKind,
  type Case,
  type DecisionKind,
  type Flag,
  type Standing,
} from './moderation.ts';
import type { ReportReason, Rule } from './rules.ts';
import { tiers, urgencyOf, weightOf } from './urgency.ts';

/** What moderation asks of whoever keeps the texts. Handed in where everything is put together. */
export interface ModeratedItems {
  find(database: Database, ref: ItemRef): Promise<ModeratedItem | undefined>;
  /** The words of many, by their ids: what is not there is gone. */
  listWords(database: Database, refs: readonly ItemRef[]): Promise<ReadonlyMap<string, TextVersion>>;
  /** Whether this reader, a stranger or a member, can read the text now: only then do they learn that there is one. */
  isReadable(database: Database, item: ModeratedItem, accountId: string | undefined): Promise<boolean>;
  setStanding(transaction: Database, ref: ItemRef, standing: Standing): Promise<void>;
  /** Null takes it away. */
  setNote(transaction: Database, ref: ItemRef, note: MedicalNote | null): Promise<void>;
}

/** What moderation needs from the rest of the house. */
export interface ModerationHands {
  database: Database;
  clock: Clock;
  items: ModeratedItems;
  /** Writes to an author, in the transaction of the decision. */
  tellAuthor(transaction: Database, accountId: string, news: DecisionNews): Promise<void>;
  /** Writes to those who moderate that somebody may be in danger. */
  callModerators(transaction: Database): Promise<void>;
  /** Into the record of what staff did. */
  audit(
    transaction: Database,
    entry: { actor: Actor; act: string; object: string; aboutAccountId: string | null; rule: Rule | undefined },
  ): Promise<void>;
}

/** An act to be done; who and when is added. */
type Wanted = Pick<KeptAct, 'kind'> & Partial<Omit<KeptAct, 'kind' | 'id' | 'at' | 'item'>>;

interface Acted {
  before: Case;
  state: Case;
  acts: KeptAct[];
  added: KeptAct[];
}

/**
 * Adds acts to the log of one text, in the caller's transaction, one after the other, and writes where it then stands.
 * Throws `moderation.not_now` with `refusal` if one of them cannot be done, or `changed-since` if the case is not as it was
 * shown.
 */
async function addActs(
  transaction: Database,
  item: ItemRef,
  wanted: readonly Wanted[] | ((state: Case, acts: readonly KeptAct[]) => readonly Wanted[]),
  { now, shown, aboutId = null }: { now: Date; shown?: number; aboutId?: string | null },
): Promise<Acted> {
  const repository = createModerationRepository(transaction);
  await repository.lock(item.id);
  const acts = await repository.listActs(item.id);
  if (shown !== undefined && versionOf(acts) !== shown) throw notNow({ refusal: 'changed-since' });
  const before = caseOf(acts);
  let state = before;
  const added: KeptAct[] = [];
  for (const each of typeof wanted === 'function' ? wanted(before, acts) : wanted) {
    const act: KeptAct = { ...blank, ...each, id: newId(), at: now, item };
    const refusal = refusalOf(state, act);
    if (refusal) throw notNow({ refusal });
    await repository.addAct(act, aboutId ?? act.authorId);
    added.push(act);
    state = act.kind === 'undo' ? caseOf([...acts, ...added]) : after(state, act);
  }
  if (added.length > 0) await repository.saveCase(item, [...acts, ...added]);
  return { before, state, acts: [...acts, ...added], added };
}

const wordsOf = (words: string) => (words === '' ? undefined : { title: null, body: words });

const blank: Omit<KeptAct, 'id' | 'at' | 'item' | 'kind'> = {
  authorId: null,
  reporterId: null,
  moderatorId: null,
  said: null,
  language: null,
  text: undefined,
  questionId: null,
  waited: undefined,
};

/** The remark that stands under a text after these acts. */
function noteAfter(acts: readonly KeptAct[]): MedicalNote | null {
  const undone = undoneIn(acts);
  const last = acts.findLast(
    ({ kind, batch }) =>
      (kind === 'reverse' || (decisionKinds as readonly string[]).includes(kind)) &&
      !(batch !== undefined && undone.has(batch)),
  );
  return last?.kind === 'note' && last.questionId !== null
    ? { questionId: last.questionId, words: last.said, language: last.language ?? 'en' }
    : null;
}

/** Tells whoever keeps the text what changed for it. */
async function takeEffect(
  transaction: Database,
  item: ItemRef,
  { state, acts, added }: Acted,
  { items }: Pick<ModerationHands, 'items'>,
): Promise<void> {
  await items.setStanding(transaction, item, state.standing);
  const [was, is] = [noteAfter(acts.slice(0, acts.length - added.length)), noteAfter(acts)];
  if (JSON.stringify(was) !== JSON.stringify(is)) await items.setNote(transaction, item, is);
}

/** Somebody reports a text. One report of each person counts, however often it is sent. */
export async function report(
  {
    item,
    authorId,
    reporterId,
    reason,
    words,
  }: {
    item: ItemRef;
    /** Who wrote it. */
    authorId: string | null;
    reporterId: string | null;
    reason: ReportReason;
    words: string;
  },
  { database, clock, callModerators }: Pick<ModerationHands, 'database' | 'clock' | 'callModerators'>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const known = reporterId === null ? undefined : await historyOf(transaction, reporterId);
    const wanted: Wanted = {
      kind: 'reported',
      reporterId,
      reason,
      text: wordsOf(words),
      weight: weightOf(known ?? { founded: 0, baseless: 0 }),
    };
    const now = clock.now();
    const act = { ...blank, ...wanted, id: '', at: now, item };
    const acted = await addActs(transaction, item, (before) => (refusalOf(before, act) ? [] : [wanted]), {
      now,
      aboutId: authorId,
    });
    await callIfUrgent(transaction, item, acted, { clock, callModerators });
  });
}

const calledMinutes = 60;

const isUrgent = (state: Case): boolean => {
  const urgency = urgencyOf(state);
  return urgency !== undefined && urgency.tier <= tiers.indexOf('pressing');
};

/** Calls moderators to a text that has become urgent; of several in one hour, the first one calls for all. */
async function callIfUrgent(
  transaction: Database,
  item: ItemRef,
  { before, state }: Acted,
  { clock, callModerators }: Pick<ModerationHands, 'clock' | 'callModerators'>,
): Promise<void> {
  if (isUrgent(before) || !isUrgent(state)) return;
  const since = later(clock.now(), -calledMinutes);
  if (!(await createModerationRepository(transaction).hasUrgentSince(since, item.id)))
    await callModerators(transaction);
}

/** What became of somebody's last reports. */
async function historyOf(database: Database, reporterId: string): Promise<{ founded: number; baseless: number }> {
  const reports = await createModerationRepository(database).listReportsOf(reporterId, 100);
  const founded = ['note', 'ask-for-change', 'hide', 'remove'];
  return {
    founded: reports.filter(({ outcome }) => outcome !== null && founded.includes(outcome)).length,
    baseless: reports.filter(({ outcome }) => outcome === 'keep').length,
  };
}

/** What its author did with a text (`none`: only time went by), in the transaction in which it happened. */
export async function noteWritten(
  transaction: Database,
  { item, change, flags }: { item: ItemRef; change: 'written' | 'withdrawn' | 'none'; flags: readonly Flag[] },
  { clock, callModerators }: Pick<ModerationHands, 'clock' | 'callModerators'>,
): Promise<void> {
  const acted = await addActs(
    transaction,
    item,
    (_, acts) => {
      if (change === 'withdrawn') return acts.length > 0 ? [{ kind: 'withdrawn' }] : [];
      return [
        ...(change === 'written' && acts.length > 0 ? [{ kind: 'changed' as const }] : []),
        ...flags.map((reason) => ({ kind: 'flagged' as const, reason })),
      ];
    },
    { now: clock.now() },
  );
  await callIfUrgent(transaction, item, acted, { clock, callModerators });
}

const later = (now: Date, minutes: number) => new Date(now.getTime() + minutes * 60_000);

async function loadFor(actor: Actor, item: ItemRef, transaction: Database, { items }: Pick<ModerationHands, 'items'>) {
  const text = await items.find(transaction, item);
  if (!text || !moderationPolicy.decide(actor, text)) throw caseNotFound();
  return text;
}

/** A moderator takes a case: for half an hour nobody else does. */
export async function take(actor: Actor, item: ItemRef, hands: ModerationHands): Promise<void> {
  const { database, clock } = hands;
  await database.transaction().execute(async (transaction) => {
    await loadFor(actor, item, transaction, hands);
    await addActs(transaction, item, [assigned(actor, clock.now())], { now: clock.now() });
  });
}

const assigned = ({ accountId }: Actor, now: Date): Wanted => ({
  kind: 'assigned',
  moderatorId: accountId,
  until: later(now, holdMinutes),
});

/** Takes the most urgent case that this moderator may decide about; undefined: nothing waits for them. */
export async function takeNext(actor: Actor, hands: ModerationHands): Promise<ItemRef | undefined> {
  const { database, clock, items } = hands;
  const except: string[] = [];
  for (;;) {
    const id = await createModerationRepository(database).findNext(actor.accountId, { now: clock.now(), except });
    if (id === undefined) return undefined;
    except.push(id);
    const taken = await database.transaction().execute(async (transaction) => {
      const found = await createModerationRepository(transaction).findCase(id);
      const text = found && (await items.find(transaction, found.item));
      if (!found) return undefined;
      if (!text) {
        await closeGone(transaction, found.item, clock.now());
        return undefined;
      }
      if (!moderationPolicy.decide(actor, text)) return undefined;
      const mayHear = ({ appeal, decision }: Case) =>
        appeal === undefined ||
        moderationPolicy.decideAppeal(actor, { moderatorId: decision!.moderatorId, authorId: text.authorId });
      const act = { ...blank, ...assigned(actor, clock.now()), id: '', at: clock.now(), item: found.item };
      const { added } = await addActs(
        transaction,
        found.item,
        (state) => (!mayHear(state) || refusalOf(state, act) ? [] : [assigned(actor, clock.now())]),
        { now: clock.now() },
      );
      return added.length > 0 ? found.item : undefined;
    });
    if (taken) return taken;
  }
}

/** A text that is gone with its author, or by another way, waits for nobody. */
export async function closeGone(transaction: Database, item: ItemRef, now: Date): Promise<void> {
  await addActs(transaction, item, [{ kind: 'withdrawn' }], { now });
}

export async function release(actor: Actor, item: ItemRef, hands: ModerationHands): Promise<void> {
  const { database, clock } = hands;
  await database.transaction().execute(async (transaction) => {
    await addActs(transaction, item, [{ kind: 'released', moderatorId: actor.accountId }], { now: clock.now() });
  });
}

/** What a moderator decides. */
export interface Deciding {
  kind: DecisionKind;
  rule?: Rule;
  /** To the author, besides the rule, in `language`. */
  said: string;
  language: string;
  /** What is done about the author with it. */
  author?: { kind: AuthorActKind; days?: number };
  /** Of a medical note: the reviewed answer it leads to. */
  questionId?: string;
}

function actsOf(
  actor: Actor,
  text: ModeratedItem,
  deciding: Deciding,
  batch: string,
  state: Case,
  now: Date,
): Wanted[] {
  const { kind, rule, said, language, author, questionId } = deciding;
  const urgency = urgencyOf(state);
  const common = { moderatorId: actor.accountId, authorId: text.authorId, batch, ...(rule && { rule }) };
  const told = isAdverse({ kind, author: author !== undefined && author.kind !== 'lift' });
  return [
    ...(author
      ? [
          {
            ...common,
            kind: author.kind,
            ...(author.kind === 'restrict' && { until: later(now, (author.days ?? 7) * 24 * 60) }),
          },
        ]
      : []),
    {
      ...common,
      kind,
      said: said === '' ? null : said,
      language: said === '' ? null : language,
      questionId: questionId ?? null,
      text: told ? { title: text.title, body: text.body } : undefined,
      waited: urgency && waitedSince(urgency, now),
    },
  ];
}

const waitedSince = ({ since, tier }: { since: Date; tier: number }, now: Date) => ({
  seconds: Math.max(0, Math.round((now.getTime() - since.getTime()) / 1000)),
  tier,
});

async function settle(
  transaction: Database,
  text: ModeratedItem,
  acted: Acted,
  actor: Actor,
  hands: ModerationHands,
  news: DecisionNews['news'] | undefined,
): Promise<void> {
  await takeEffect(transaction, text, acted, hands);
  for (const { kind, rule, item, authorId } of acted.added)
    if (kind !== 'assigned')
      await hands.audit(transaction, {
        actor,
        act: `moderation.${kind}`,
        object: item.id,
        // who was looked at and told nothing is not told here, either
        aboutAccountId: news ? authorId : null,
        rule,
      });
  const decided = acted.added.at(-1)!;
  if (!news || text.authorId === null) return;
  const measure = acted.added.find(({ kind }) => ['restrict', 'ban', 'lift'].includes(kind));
  await hands.tellAuthor(transaction, text.authorId, {
    news,
    kind: decided.kind,
    decisionId: decided.id,
    ...(decided.rule && { rule: decided.rule }),
    said: decided.said,
    ...(measure && { author: { kind: measure.kind as AuthorActKind, ...(measure.until && { until: measure.until }) } }),
  });
}

/** Decides about a case that this moderator has. `shown` is the version of the case that they read. Returns the batch. */
export async function decide(
  actor: Actor,
  item: ItemRef,
  deciding: Deciding,
  shown: number,
  hands: ModerationHands,
): Promise<string> {
  const { database, clock } = hands;
  const batch = newId();
  await database.transaction().execute(async (transaction) => {
    const text = await loadFor(actor, item, transaction, hands);
    const now = clock.now();
    const acted = await addActs(transaction, item, (state) => actsOf(actor, text, deciding, batch, state, now), {
      now,
      shown,
    });
    await settle(transaction, text, acted, actor, hands, newsOf(acted.state));
  });
  return batch;
}

/** What an author is told about: not that somebody reported what breaks no rule. */
const newsOf = ({ decision }: Case): 'decided' | 'approved' | undefined =>
  decision === undefined || (decision.kind === 'keep' && !decision.author)
    ? undefined
    : decision.kind === 'approve' && !decision.author
      ? 'approved'
      : 'decided';

/** Decides about an appeal: the decision stands, or is reversed. Never by whoever took it. */
export async function decideAppeal(
  actor: Actor,
  item: ItemRef,
  { kind, said, language }: { kind: 'uphold' | 'reverse'; said: string; language: string },
  shown: number,
  hands: ModerationHands,
): Promise<string> {
  const { database, clock } = hands;
  const batch = newId();
  await database.transaction().execute(async (transaction) => {
    const text = await loadFor(actor, item, transaction, hands);
    const now = clock.now();
    const acted = await addActs(
      transaction,
      item,
      (state) => {
        const urgency = urgencyOf(state);
        return [
          {
            kind,
            batch,
            moderatorId: actor.accountId,
            authorId: text.authorId,
            said: said === '' ? null : said,
            language: said === '' ? null : language,
            waited: urgency && waitedSince(urgency, now),
          },
        ];
      },
      { now, shown },
    );
    await settle(transaction, text, acted, actor, hands, 'appeal-decided');
  });
  return batch;
}

/** One decision about many cases (spam). Those that somebody else has, or that have changed, are left; how many, is told. */
export async function decideMany(
  actor: Actor,
  chosen: readonly { item: ItemRef; shown: number }[],
  deciding: Deciding,
  hands: ModerationHands,
): Promise<{ batch: string; done: number; left: number }> {
  const { database, clock } = hands;
  const batch = newId();
  let done = 0;
  for (const { item, shown } of chosen) {
    const decided = await database
      .transaction()
      .execute(async (transaction) => {
        const text = await loadFor(actor, item, transaction, hands);
        const now = clock.now();
        const acted = await addActs(
          transaction,
          item,
          (state) => [{ ...assigned(actor, now), batch }, ...actsOf(actor, text, deciding, batch, state, now)],
          { now, shown },
        );
        await settle(transaction, text, acted, actor, hands, newsOf(acted.state));
        return true;
      })
      .catch((error: unknown) => {
        if (isRefused(error)) return false;
        throw error;
      });
    if (decided) done++;
  }
  return { batch, done, left: chosen.length - done };
}

const isRefused = (error: unknown): boolean =>
  [notNow.code, caseNotFound.code].includes((error as { code?: string }).code ?? '');

/** Takes back everything that was done with one press. Returns the texts. */
export async function undo(actor: Actor, batch: string, hands: ModerationHands): Promise<ItemRef[]> {
  const { database, clock } = hands;
  const acts = await createModerationRepository(database).listBatch(batch);
  if (acts.length === 0 || acts.some((act) => !moderationPolicy.undo(actor, { moderatorId: act.moderatorId ?? null })))
    throw caseNotFound();
  const items = [...new Map(acts.map(({ item }) => [item.id, item])).values()];
  for (const item of items)
    await database.transaction().execute(async (transaction) => {
      const text = await hands.items.find(transaction, item);
      const authorId = text?.authorId ?? null;
      const told = newsOf(caseOf(await createModerationRepository(transaction).listActs(item.id))) !== undefined;
      const wanted: Wanted = { kind: 'undo', moderatorId: actor.accountId, undoes: batch, authorId };
      const acted = await addActs(transaction, item, [wanted], { now: clock.now() });
      if (text) await settle(transaction, text, acted, actor, hands, told ? 'taken-back' : undefined);
    });
  return items;
}

/** An author appeals against a decision about their text; another moderator will look at it. */
export async function appeal(
  { accountId, decisionId, words }: { accountId: string; decisionId: string; words: string },
  { database, clock }: Pick<ModerationHands, 'database' | 'clock'>,
): Promise<void> {
  const decision = await createModerationRepository(database).findAct(decisionId);
  if (!decision || !moderationPolicy.appeal({ accountId }, decision)) throw decisionNotFound();
  await database.transaction().execute(async (transaction) => {
    await addActs(
      transaction,
      decision.item,
      (state, acts) => {
        // of another decision that came after it, they have been told by itself
        if (state.decision?.id !== decisionId) throw notNow({ refusal: 'nothing-to-appeal' });
        // pressed twice is said once
        const already = acts.some(({ kind }) => kind === 'appeal') && state.appeal !== undefined;
        return already ? [] : [{ kind: 'appeal', authorId: accountId, text: wordsOf(words) }];
      },
      { now: clock.now() },
    );
  });
}

/** What an author may do now: asked before they publish. */
export async function standingOfAuthor(
  accountId: string,
  {
    database,
    clock,
    hold,
    since,
  }: { database: Database; clock: Clock; hold: Hold; since: (accountId: string) => Promise<Date | undefined> },
) {
  const now = clock.now();
  const acts = await createModerationRepository(database).listAuthorActs(accountId);
  return authorStandingOf(acts, { now, hold, since: (await since(accountId)) ?? now });
}

/** Makes the whole queue again from the log. Returns how many cases there are. */
export async function rebuildCases(database: Database): Promise<number> {
  let [count, last] = [0, '00000000-0000-0000-0000-000000000000'];
  for (;;) {
    const items = await createModerationRepository(database).listItemIds({ after: last, limit: 500 });
    if (items.length === 0) return count;
    for (const item of items)
      await database.transaction().execute(async (transaction) => {
        const repository = createModerationRepository(transaction);
        await repository.lock(item.id);
        await repository.saveCase(item, await repository.listActs(item.id));
      });
    count += items.length;
    last = items.at(-1)!.id;
  }
}

/** What people wrote is kept beside the log for a year after the last act about it. */
export const keptDays = 365;
