import type { Member } from '#modules/members/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { hasSignsOfCrisis } from './crisis.ts';
import { createDraftRepository } from './draft.repository.ts';
import { mayBeNamed, missingOf, relationOf, roleOfDraft, type Draft, type MissingPart } from './draft.ts';
import {
  experienceEdited,
  experienceOfAge,
  experiencesChanged,
  experienceSubmitted,
  experienceWithdrawn,
  type ItemFlag,
} from './experience.events.ts';
import type { AuthorStanding, ItemRef, Standing } from './experience.ts';
import { createOwnRepository, type Stored } from './own.repository.ts';
import { findRevealing } from './revealing.ts';

export interface WritingMeans {
  database: Database;
  events: Pick<Events, 'publish'>;
  clock: Clock;
  /** Asked before anything is shown to others; filled by moderation. */
  standingOfAuthor: (accountId: string) => Promise<AuthorStanding>;
}

/** Nobody needs more at once; it keeps one account from filling the database. */
export const mostDrafts = 50;

export type SavedDraft =
  | { saved: Draft }
  /** Something else was saved meanwhile, in another window: both texts are there, and nothing was overwritten. */
  | { newer: Draft }
  /** It has been published or deleted meanwhile, or was never theirs. */
  | { gone: true }
  | { tooMany: true };

/** Saves what somebody has written on top of the version that they saw. */
export async function saveDraft(draft: Draft, { database }: Pick<WritingMeans, 'database'>): Promise<SavedDraft> {
  const drafts = createDraftRepository(database);
  if (draft.version === 0 && (await drafts.count(draft.authorId)) >= mostDrafts) return { tooMany: true };
  const saved = await drafts.save(draft);
  if (saved) return { saved };
  const newer = await drafts.find(draft.id, draft.authorId);
  return newer ? { newer } : { gone: true };
}

export type Published =
  | { published: 'new' | 'changed'; conditionId: string; standing: Standing; crisis: boolean }
  | { missing: MissingPart[] }
  /** What the rules forbid is in it. */
  | { forbidden: true }
  | { refused: 'restricted' | 'banned' | 'removed' }
  | { newer: Draft }
  | { gone: true };

/** What a text is given to moderators with. */
function flagsOf(text: string, draft: Draft['content'] | undefined, standing: Standing): ItemFlag[] {
  const flags: ItemFlag[] = [];
  if (hasSignsOfCrisis(text)) flags.push('crisis');
  if (standing === 'held') flags.push('held');
  if (draft?.minor) flags.push('minor');
  if (draft && relationOf(draft) !== null) flags.push('about-other');
  return flags;
}

const textOf = ({ title, body }: { title: string; body: string }) => `${title}\n\n${body}`;

/**
 * Makes a draft what others read: a new experience, or new words of one that is there. Pressed twice, it is one experience.
 * Whether its author agreed to publishing is asked before.
 */
export async function publishDraft(
  { id, version, member }: { id: string; version: number; member: Member },
  means: WritingMeans,
): Promise<Published> {
  const { database, events, clock } = means;
  const author = await means.standingOfAuthor(member.accountId);
  if (author === 'restricted' || author === 'banned') return { refused: author };
  return database.transaction().execute(async (transaction): Promise<Published> => {
    const drafts = createDraftRepository(transaction);
    const own = createOwnRepository(transaction);
    const draft = await drafts.find(id, member.id);
    const there = await own.findExperience(id, member.id);
    if (!draft && there)
      return { published: 'changed', conditionId: there.conditionId, standing: there.standing, crisis: false };
    if (!draft) return { gone: true };
    const { content } = draft;
    const missing = missingOf(content, member.displayName);
    if (missing.length > 0) return { missing };
    if (findRevealing(textOf(content), { minor: content.minor === true }).some(({ forbidden }) => forbidden))
      return { forbidden: true };
    if (there?.standing === 'removed') return { refused: 'removed' };
    // of two windows that publish at once, or one that still writes, one goes through
    if (draft.version !== version) return { newer: draft };
    if (!(await drafts.take(draft))) return { gone: true };

    const now = clock.now();
    const stored: Stored = {
      id,
      conditionId: draft.conditionId,
      questionId: draft.questionId,
      title: content.title,
      body: content.body,
      language: content.language,
      authorName: content.named && mayBeNamed(content) ? member.displayName : null,
      role: roleOfDraft(content),
      audience: content.audience!,
      relation: relationOf(content),
      ofAgeIn: content.minor ? content.ofAgeIn : null,
      yearsSince: content.yearsSince,
      contentNotes: content.contentNotes,
      publishedAt: now,
      authorId: member.id,
    };
    const waits = author === 'held-for-review';
    // an edit by somebody who is not known yet waits again; whatever moderators decided stays decided
    const standing: Standing = there && there.standing !== 'shown' ? there.standing : waits ? 'held' : 'shown';
    if (!there && !(await own.addExperience(stored, standing))) return { gone: true };
    const next = there ? ((await own.changeExperience(stored, now, standing)) ?? there.version + 1) : 1;
    const { title, body, conditionId } = stored;
    await own.addRevision({ conditionId, itemId: id, version: next, authorId: member.id, title, body, at: now });
    const flags = flagsOf(textOf(content), content, standing);
    const event = { kind: 'experience' as const, id, conditionId, authorId: member.id, flags };
    await events.publish(transaction, there ? experienceEdited : experienceSubmitted, event);
    await events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    return { published: there ? 'changed' : 'new', conditionId, standing, crisis: flags.includes('crisis') };
  });
}

/** Answers an experience. Sent twice, it is one reply. */
export async function publishReply(
  reply: { id: string; conditionId: string; experienceId: string; language: string; body: string; named: boolean },
  member: Member,
  means: WritingMeans,
): Promise<{ standing: Standing; crisis: boolean } | { forbidden: true } | { refused: 'restricted' | 'banned' }> {
  const { database, events, clock } = means;
  const author = await means.standingOfAuthor(member.accountId);
  if (author === 'restricted' || author === 'banned') return { refused: author };
  if (findRevealing(reply.body, { minor: false }).some(({ forbidden }) => forbidden)) return { forbidden: true };
  const standing: Standing = author === 'held-for-review' ? 'held' : 'shown';
  const flags = flagsOf(reply.body, undefined, standing);
  return database.transaction().execute(async (transaction) => {
    const own = createOwnRepository(transaction);
    const { id, conditionId, experienceId, language, body } = reply;
    const now = clock.now();
    const stored = { id, conditionId, experienceId, language, body, authorId: member.id, publishedAt: now };
    if (await own.addReply({ ...stored, authorName: reply.named ? member.displayName : null }, standing)) {
      await own.addRevision({ conditionId, itemId: id, version: 1, authorId: member.id, title: '', body, at: now });
      const event = { kind: 'reply' as const, id, conditionId, authorId: member.id, flags };
      await events.publish(transaction, experienceSubmitted, event);
      await events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    }
    return { standing, crisis: flags.includes('crisis') };
  });
}

/** Takes a text back, at once and everywhere. False if it is not theirs, or taken back already. */
export async function withdraw(
  item: ItemRef,
  authorId: string,
  { database, events }: Pick<WritingMeans, 'database' | 'events'>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const conditionId = await createOwnRepository(transaction).setState(item, authorId, 'withdrawn');
    if (!conditionId) return false;
    await events.publish(transaction, experienceWithdrawn, { ...item, conditionId, authorId, gone: false });
    await events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    return true;
  });
}

/** Shows again what was taken back, as far as moderators let it be shown. */
export async function bringBack(item: ItemRef, member: Member, means: WritingMeans): Promise<boolean> {
  const author = await means.standingOfAuthor(member.accountId);
  if (author === 'restricted' || author === 'banned') return false;
  return means.database.transaction().execute(async (transaction) => {
    const conditionId = await createOwnRepository(transaction).setState(item, member.id, 'published');
    if (!conditionId) return false;
    // whatever moderators knew of it, they know again: taking back washes nothing clean
    const event = { ...item, conditionId, authorId: member.id, flags: [] };
    await means.events.publish(transaction, experienceSubmitted, event);
    await means.events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    return true;
  });
}

/** Deletes a text with its history, for good. */
export async function deleteForGood(
  item: ItemRef,
  authorId: string,
  { database, events }: Pick<WritingMeans, 'database' | 'events'>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await createDraftRepository(transaction).remove(item.id, authorId);
    const conditionId = await createOwnRepository(transaction).remove(item, authorId);
    if (!conditionId) return false;
    await events.publish(transaction, experienceWithdrawn, { ...item, conditionId, authorId, gone: true });
    await events.publish(transaction, experiencesChanged, { conditionIds: [conditionId] });
    return true;
  });
}

/** What runs once a night: tells who has come of age, and clears what nobody can read or bring back. */
export async function tidyExperiences({
  database,
  events,
  clock,
}: Omit<WritingMeans, 'standingOfAuthor'>): Promise<{ ofAge: number; cleared: number }> {
  return database.transaction().execute(async (transaction) => {
    const own = createOwnRepository(transaction);
    const ofAge = await own.takeOfAge(clock.now().getUTCFullYear());
    for (const item of ofAge) await events.publish(transaction, experienceOfAge, { kind: 'experience', ...item });
    return { ofAge: ofAge.length, cleared: await own.clearForsaken() };
  });
}
