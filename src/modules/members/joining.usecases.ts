import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { newId } from '#platform/ids/ids.ts';
import { createConsentRepository } from './consent.repository.ts';
import { inForce, type ConsentKind, type Wording } from './consent.ts';
import { wordingOf } from './consent.wording.ts';
import { createJoiningRepository } from './joining.repository.ts';
import { emptyDraft, firstOpenStep, joinSteps, passStep, type Draft, type JoinStep } from './joining.ts';
import { membershipsChanged } from './member.events.ts';
import type { Member, Membership, Profile } from './member.ts';
import { createProfileRepository } from './profile.repository.ts';

interface Means {
  database: Database;
  events: Pick<Events, 'publish'>;
  clock: Clock;
}

/** Where somebody is on their way in: a member already, or with a draft that may still be empty. */
export type Joining = { member: Member } | { member?: undefined; draft: Draft };

export async function findJoining(accountId: string, database: Database): Promise<Joining> {
  // the draft first: whoever becomes a member between the two looks is then found as one, not as a beginner
  const draft = (await createJoiningRepository(database).find(accountId)) ?? emptyDraft;
  const member = await createProfileRepository(database).findByAccount(accountId);
  return member ? { member } : { draft };
}

/** What is left to ask whoever has joined: nothing. */
const nothingOpen: Draft = { ...emptyDraft, passed: [...joinSteps] };

/**
 * Changes a draft under its lock and hands it on. Of two answers at once the second may come when the first has made a
 * member: then there is no draft any more, nothing is kept, and `undefined` comes back.
 */
async function changeDraft(
  transaction: Database,
  accountId: string,
  change: (draft: Draft) => Draft,
  now: Date,
): Promise<Draft | undefined> {
  const joinings = createJoiningRepository(transaction);
  const draft = await joinings.change(accountId, change, now);
  if (!(await createProfileRepository(transaction).findByAccount(accountId))) return draft;
  await joinings.remove(accountId);
  return undefined;
}

/** Keeps the answer to one question of joining. Sent twice, it is the same answer. */
export async function answerStep({
  accountId,
  step,
  answer,
  database,
  clock,
}: Omit<Means, 'events'> & {
  accountId: string;
  step: JoinStep;
  answer: Partial<Draft> | 'skip';
}): Promise<Draft> {
  const pass = (draft: Draft) => passStep(draft, step, answer);
  return database
    .transaction()
    .execute(async (transaction) => (await changeDraft(transaction, accountId, pass, clock.now())) ?? nothingOpen);
}

/** Keeps the conditions that somebody is still choosing, so that whoever goes away finds them again. */
export async function keepConditions({
  accountId,
  conditions,
  database,
  clock,
}: Omit<Means, 'events'> & { accountId: string; conditions: Draft['conditions'] }): Promise<void> {
  await database
    .transaction()
    .execute((transaction) => changeDraft(transaction, accountId, (draft) => ({ ...draft, conditions }), clock.now()));
}

/** Notes what somebody agreed to on their way in, and that nothing else was: a tick taken away again counts as that. */
export async function agreeWhileJoining({
  accountId,
  agreed,
  refused,
  database,
  clock,
}: Omit<Means, 'events'> & {
  accountId: string;
  agreed: readonly Wording[];
  refused: readonly Wording[];
}): Promise<Draft> {
  const now = clock.now();
  return database.transaction().execute(async (transaction) => {
    const draft = await changeDraft(transaction, accountId, (each) => passStep(each, 'consents', {}), now);
    if (!draft) return nothingOpen;
    const consents = createConsentRepository(transaction);
    for (const wording of agreed) await consents.agree(accountId, wording, newId(), now);
    for (const { kind } of refused) await consents.withdraw(accountId, kind, now);
    return draft;
  });
}

/**
 * Makes a member of somebody whose questions are all answered or passed over; whoever is one already stays as they are.
 * Returns the first question that is still open, if there is one.
 */
export async function finishJoining({
  accountId,
  demo,
  database,
  events,
  clock,
}: Means & { accountId: string; demo: boolean }): Promise<JoinStep | undefined> {
  const now = clock.now();
  return database.transaction().execute(async (transaction) => {
    const profiles = createProfileRepository(transaction);
    const draft = await changeDraft(transaction, accountId, (each) => each, now);
    if (!draft) return undefined;
    const consents = await createConsentRepository(transaction).list(accountId);
    const open = firstOpenStep(draft.passed);
    if (open) return open;
    if (!inForce(consents, 'account') || !inForce(consents, 'health')) return 'consents';
    const id = newId();
    if (!(await profiles.add({ id, accountId, profile: draft, demo, joinedAt: now }))) return undefined;
    for (const { conditionId, ...details } of draft.conditions)
      await profiles.saveMembership(id, conditionId, { ...details, role: draft.role }, now);
    await createJoiningRepository(transaction).remove(accountId);
    const conditionIds = draft.conditions.map(({ conditionId }) => conditionId);
    if (conditionIds.length > 0) await events.publish(transaction, membershipsChanged, { conditionIds });
    return undefined;
  });
}

/** How long a draft waits for whoever began it. */
const draftDays = 30;

/** Throws away drafts that nobody went on with for 30 days, and what was agreed to for them. Returns how many. */
export async function forgetUnfinished({ database, clock }: Omit<Means, 'events'>): Promise<number> {
  const before = new Date(clock.now().getTime() - draftDays * 24 * 60 * 60 * 1000);
  return database.transaction().execute(async (transaction) => {
    const accountIds = await createJoiningRepository(transaction).removeUnchangedSince(before);
    const profiles = createProfileRepository(transaction);
    for (const accountId of accountIds)
      if (!(await profiles.findByAccount(accountId))) await createConsentRepository(transaction).removeAll(accountId);
    return accountIds.length;
  });
}

/** Makes a member at one stroke, with everything said; whoever is one already stays as they are. For invented people. */
export async function joinWith({
  accountId,
  demo,
  profile,
  showsCountry,
  consents,
  memberships,
  i18n,
  database,
  events,
  clock,
}: Means & {
  accountId: string;
  demo: boolean;
  profile: Profile;
  showsCountry: boolean;
  consents: readonly ConsentKind[];
  memberships: readonly Omit<Membership, 'role' | 'since'>[];
  i18n: I18n;
}): Promise<void> {
  const now = clock.now();
  await database.transaction().execute(async (transaction) => {
    const profiles = createProfileRepository(transaction);
    const id = newId();
    if (!(await profiles.add({ id, accountId, profile, demo, joinedAt: now }))) return;
    for (const kind of consents)
      await createConsentRepository(transaction).agree(accountId, wordingOf(kind, i18n), newId(), now);
    for (const { conditionId, ...details } of memberships)
      await profiles.saveMembership(id, conditionId, { ...details, role: profile.role }, now);
    const listed = memberships.filter((each) => each.listed).map(({ conditionId }) => conditionId);
    await profiles.saveListed(id, listed);
    await profiles.saveProfile(id, { showsCountry });
    const conditionIds = memberships.map(({ conditionId }) => conditionId);
    if (conditionIds.length > 0) await events.publish(transaction, membershipsChanged, { conditionIds });
  });
}
