import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { inForce, type Consent, type ConsentKind, type Wording } from './consent.ts';
import { createConsentRepository } from './consent.repository.ts';
import { createJoiningRepository } from './joining.repository.ts';
import type { Draft } from './joining.ts';
import { consentWithdrawn, membershipsChanged } from './member.events.ts';
import { mostConditions, type ConditionDetails, type Member, type Membership } from './member.ts';
import { createProfileRepository } from './profile.repository.ts';

interface Means {
  database: Database;
  events: Pick<Events, 'publish'>;
  clock: Clock;
}

/** Adds a condition to somebody, or changes what they say about it; `too-many`: they have as many as anybody may. */
export async function saveCondition({
  member,
  conditionId,
  details,
  database,
  events,
  clock,
}: Means & { member: Member; conditionId: string; details: ConditionDetails }): Promise<'saved' | 'too-many'> {
  const known = member.memberships.some((each) => each.conditionId === conditionId);
  if (!known && member.memberships.length >= mostConditions) return 'too-many';
  await database.transaction().execute(async (transaction) => {
    await createProfileRepository(transaction).saveMembership(member.id, conditionId, details, clock.now());
    await events.publish(transaction, membershipsChanged, { conditionIds: [conditionId] });
  });
  return 'saved';
}

/** Takes somebody out of a condition at once. Returns what they had said about it, so that the page can give it back. */
export async function leaveCondition({
  memberId,
  conditionId,
  database,
  events,
}: Omit<Means, 'clock'> & { memberId: string; conditionId: string }): Promise<Membership | undefined> {
  return database.transaction().execute(async (transaction) => {
    const left = await createProfileRepository(transaction).removeMembership(memberId, conditionId);
    if (left) await events.publish(transaction, membershipsChanged, { conditionIds: [conditionId] });
    return left;
  });
}

/** Notes an agreement to the current text. */
export async function giveConsent({
  accountId,
  wording,
  database,
  clock,
}: Omit<Means, 'events'> & { accountId: string; wording: Wording }): Promise<void> {
  await database
    .transaction()
    .execute((transaction) => createConsentRepository(transaction).agree(accountId, wording, newId(), clock.now()));
}

/**
 * Takes back an agreement, and ends at once what rested on it: without the one about health nobody belongs to a condition,
 * without the one about contact nobody is listed. Whatever else rests on it hears `consentWithdrawn`. The one about the
 * account is taken back by leaving.
 */
export async function withdrawConsent({
  accountId,
  kind,
  database,
  events,
  clock,
}: Means & { accountId: string; kind: Exclude<ConsentKind, 'account'> }): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    if (!(await createConsentRepository(transaction).withdraw(accountId, kind, clock.now()))) return;
    const profiles = createProfileRepository(transaction);
    const member = await profiles.findByAccount(accountId);
    if (member && kind === 'contact') await profiles.saveListed(member.id, []);
    if (member && kind === 'health') {
      const conditionIds = await profiles.removeHealth(member.id);
      if (conditionIds.length > 0) await events.publish(transaction, membershipsChanged, { conditionIds });
    }
    await events.publish(transaction, consentWithdrawn, { accountId, kind });
  });
}

/** Under which conditions somebody is named to others who belong to them. Without the agreement to contact, under none. */
export async function chooseListed({
  member,
  conditionIds,
  showsCountry,
  database,
}: Pick<Means, 'database'> & {
  member: Member;
  conditionIds: readonly string[];
  showsCountry: boolean;
}): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const consents = await createConsentRepository(transaction).list(member.accountId);
    const profiles = createProfileRepository(transaction);
    await profiles.saveListed(member.id, inForce(consents, 'contact') ? conditionIds : []);
    await profiles.saveProfile(member.id, { showsCountry });
  });
}

/** Everything that this room keeps about somebody, for whoever takes it with them. */
export interface MemberRecords {
  member: Member | undefined;
  consents: Consent[];
  /** What they have said on the way in. */
  draft: Draft | undefined;
}

export async function exportOf(accountId: string, database: Database): Promise<MemberRecords> {
  const [member, consents, draft] = await Promise.all([
    createProfileRepository(database).findByAccount(accountId),
    createConsentRepository(database).list(accountId),
    createJoiningRepository(database).find(accountId),
  ]);
  return { member, consents, draft };
}

/** Removes a member with everything of theirs in this room, in the caller's transaction. Their account may stay. */
export async function eraseMember({
  accountId,
  transaction,
  events,
}: {
  accountId: string;
  transaction: Database;
  events: Pick<Events, 'publish'>;
}): Promise<void> {
  const profiles = createProfileRepository(transaction);
  const member = await profiles.findByAccount(accountId);
  if (member) await profiles.remove(member.id);
  await createConsentRepository(transaction).removeAll(accountId);
  await createJoiningRepository(transaction).remove(accountId);
  const conditionIds = member?.memberships.map(({ conditionId }) => conditionId) ?? [];
  if (conditionIds.length > 0) await events.publish(transaction, membershipsChanged, { conditionIds });
}
