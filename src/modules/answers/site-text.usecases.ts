import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { answersPublished } from './answer.events.ts';
import { createAnswerRepository } from './answer.repository.ts';
import type { PublishingWay, Revision } from './answer.ts';
import { hashOfText } from './answer.usecases.ts';

/** A text as it was written on the site, and how it comes before readers. */
export interface SiteText {
  conditionId: string;
  answerId: string;
  /** The version that it changes. */
  baseId: string;
  short: string;
  body: string;
  /** As the history names them. */
  author: string;
  authorId: string | null;
  way: PublishingWay;
  /** The signed version whose signature stays. */
  carriesId?: string | undefined;
  /** What readers are told of the change. */
  note: string | null;
}

/**
 * Makes a version of what was written on the site. Readers see it when `publishSiteText` says so. The answer is to be locked
 * (`lockAnswer`), so that two versions do not take one number.
 */
export async function addSiteText(
  text: SiteText,
  { transaction, number, clock }: { transaction: Database; number: number; clock: Clock },
): Promise<Revision> {
  const answers = createAnswerRepository(transaction);
  const createdAt = clock.now();
  const revision: Revision = {
    id: newId(),
    number,
    short: text.short,
    body: text.body,
    origin: 'site',
    author: text.author,
    textDate: createdAt.toISOString().slice(0, 10),
    createdAt,
  };
  await answers.addRevision(text.conditionId, text.answerId, revision, hashOfText(text));
  await answers.addSiteRevision({
    conditionId: text.conditionId,
    revisionId: revision.id,
    baseId: text.baseId,
    way: text.way,
    carriesId: text.carriesId ?? null,
    note: text.note,
    authorId: text.authorId,
    publishedAt: null,
  });
  return { ...revision, site: { way: text.way, note: text.note } };
}

/** Shows a version to readers, or, with `back`, the one before it again, as if it had never been published. */
export async function publishSiteText(
  {
    conditionId,
    answerId,
    revisionId,
    back,
  }: { conditionId: string; answerId: string; revisionId: string; back?: string },
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  const answers = createAnswerRepository(transaction);
  await answers.setPublishedAt(conditionId, revisionId, back ? null : clock.now());
  await answers.publish(conditionId, answerId, back ?? revisionId);
  await events.publish(transaction, answersPublished, { conditionIds: [conditionId] });
}
