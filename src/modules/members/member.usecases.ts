import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { inForce, type ConsentKind, type Wording } from './consent.ts';
import { createConsentRepository } from './consent.repository.ts';
import { consentsChanged, membershipsChanged } from './member.events.ts';
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

/** Takes somebody back into a condition that they have just left, as if they had not. */
export async function returnToCondition({
  member,
  membership,
  database,
  events,
  clock,
}: Means & { member: Member; membership: Membership }): Promise<void> {
  const now = clock.now();
  const { conditionId, listed, ...details } = membership;
  // the page carried it: nobody can have belonged before they joined, or from tomorrow on
  const since = membership.since >= member.joinedAt && membership.since <= now ? membership.since : now;
  await database.transaction().execute(async (transaction) => {
    const profiles = createProfileRepository(transaction);
    await profiles.saveMembership(member.id, conditionId, details, since);
    const consents = await createConsentRepository(transaction).list(member.accountId);
    const others = member.memberships.filter((each) => each.listed).map((each) => each.conditionId);
    if (listed && inForce(consents, 'contact')) await profiles.saveListed(member.id, [...others, conditionId]);
    await events.publish(transaction, membershipsChanged, { conditionIds: [conditionId] });
  });
}

/** Notes an agreement to the current text. */
export async function giveConsent({
  accountId,
  wording,
  database,
  events,
  clock,
}: Means & { accountId: string; wording: Wording }): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await createConsentRepository(transaction).agree(accountId, wording, newId(), clock.now());
    await events.publish(transaction, consentsChanged, { accountId, kind: wording.kind });
  });
}

/**
 * Takes back an agreement, and ends at once what rested on it: without the one about health nobody belongs to a condition,
 * without the one about contact nobody is listed. Whatever else rests on it hears `consentsChanged`. The one about the
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
    await events.publish(transaction, consentsChanged, { accountId, kind });
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
