import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { revisionNotFound } from './answer.errors.ts';
import { answersPublished } from './answer.events.ts';
import { createAnswerRepository } from './answer.repository.ts';
import type { PublishingWay, Revision } from './answer.ts';
import { hashOfText } from './answer.usecases.ts';
import { createTranslationRepository } from './translation.repository.ts';
import type { MadeBy } from './translation.ts';

/** A text as it was written on the site, and how it comes before readers. */
export interface SiteText {
  conditionId: string;
  answerId: string;
  /** The version that it changes; null: there was none. */
  baseId: string | null;
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
  /** Of a text in another language, if that is another than the version says that it changes. */
  translation?: SiteTranslation | undefined;
}

/** Who translated a text, and which English version it renders; where the atlas does not hold that, its day alone. */
export type SiteTranslation = { madeBy: MadeBy } & ({ sourceId: string } | { of: string });

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
  const translations = createTranslationRepository(transaction);
  const key = { conditionId: text.conditionId, revisionId: revision.id };
  if (text.translation) await noteTranslation(key, text.translation, { transaction, clock });
  // until somebody says otherwise, it renders what the version before it rendered
  else if (text.baseId !== null) await translations.inherit(key.conditionId, text.baseId, key.revisionId);
  return { ...revision, site: { way: text.way, note: text.note } };
}

/** Says on the site how a version was translated. Its text, and what was signed, stay as they are. */
async function noteTranslation(
  { conditionId, revisionId }: { conditionId: string; revisionId: string },
  translation: SiteTranslation,
  { transaction, clock }: { transaction: Database; clock: Clock },
): Promise<void> {
  const sourceId = 'sourceId' in translation ? translation.sourceId : null;
  const source = sourceId && (await createAnswerRepository(transaction).findRevisionById(conditionId, sourceId));
  if (sourceId && !source) throw revisionNotFound({ sourceId });
  const of = 'of' in translation ? translation.of : (source as Revision).textDate;
  await createTranslationRepository(transaction).save(
    { conditionId, revisionId },
    { told: { madeBy: translation.madeBy, of }, sourceId, origin: 'site', at: clock.now() },
  );
}

/** The same of the version that readers see, without another version; `translation` is missing: nothing is known of it any more. */
export async function retellTranslation(
  {
    conditionId,
    revisionId,
    translation,
  }: { conditionId: string; revisionId: string; translation: SiteTranslation | undefined },
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  if (translation) await noteTranslation({ conditionId, revisionId }, translation, { transaction, clock });
  else await createTranslationRepository(transaction).remove(conditionId, revisionId);
  await events.publish(transaction, answersPublished, { conditionIds: [conditionId] });
}

/**
 * Shows a version to readers, or, with `back`, the one before it again, as if it had never been published; `null`: there was
 * none before it.
 */
export async function publishSiteText(
  {
    conditionId,
    answerId,
    revisionId,
    back,
  }: { conditionId: string; answerId: string; revisionId: string; back?: string | null },
  { transaction, events, clock }: { transaction: Database; events: Events; clock: Clock },
): Promise<void> {
  const answers = createAnswerRepository(transaction);
  await answers.setPublishedAt(conditionId, revisionId, back === undefined ? clock.now() : null);
  await answers.publish(conditionId, answerId, back === undefined ? revisionId : back);
  await events.publish(transaction, answersPublished, { conditionIds: [conditionId] });
}
