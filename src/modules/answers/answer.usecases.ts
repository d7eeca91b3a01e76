import { createHash } from 'node:crypto';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { Ancestor, Takes } from '#modules/conditions/index.ts';
import { answerFor, originalOf, type Answer, type AnsweredQuestion, type Question, type Revision } from './answer.ts';
import { answerNotFound, questionHeldByAnotherPack, revisionNotFound } from './answer.errors.ts';
import { answersPublished } from './answer.events.ts';
import { createAnswerRepository, type AnswerRepository } from './answer.repository.ts';
import { parseAnswer, type MechanismBlock } from './answer-text.ts';
import { createTranslationRepository } from './translation.repository.ts';
import { afterImport, type ToldTranslation } from './translation.ts';

/** The published answer for a reader of this language, the languages there are, and the English one if it is in another. Throws `answers.not_found`. */
export async function getAnswer({
  conditionId,
  questionId,
  language,
  answers,
}: {
  conditionId: string;
  questionId: string;
  language: LanguageTag;
  answers: AnswerRepository;
}): Promise<{ answer: Answer; languages: LanguageTag[]; english: Answer | undefined }> {
  const published = await answers.listPublished(conditionId, questionId);
  const answer = answerFor(published, language);
  if (!answer) throw answerNotFound({ questionId });
  return {
    answer,
    languages: published.map((each) => each.language),
    english: originalOf(published, answer.language),
  };
}

/** A question with an answer; `from` is the wider condition whose answer it is, if it is not the condition's own. */
export interface InheritedQuestion extends AnsweredQuestion {
  from?: Ancestor;
}

/** The questions that a condition answers itself, then those that only wider conditions answer, the nearest first. */
export async function listAnsweredWithInherited({
  condition,
  ancestors,
  answers,
}: {
  condition: { id: string };
  ancestors: readonly Ancestor[];
  answers: AnswerRepository;
}): Promise<InheritedQuestion[]> {
  const answered: InheritedQuestion[] = await answers.listAnswered(condition.id);
  for (const from of ancestors)
    for (const each of await answers.listAnswered(from.id))
      if (!answered.some(({ question }) => question.id === each.question.id)) answered.push({ ...each, from });
  return answered;
}

/** One revision with the one before it. Throws `answers.revision_not_found`. */
export async function getRevision({
  answer,
  number,
  answers,
}: {
  answer: Answer;
  number: number;
  answers: AnswerRepository;
}): Promise<{ revision: Revision; before: Revision | undefined }> {
  const revision = await answers.findRevision(answer.conditionId, answer.id, number);
  if (!revision) throw revisionNotFound({ number });
  const before = await answers.findRevisionBefore(answer.conditionId, answer.id, number);
  return { revision, before };
}

/** A mechanism figure in a published answer, and where that answer stands. */
export interface MechanismPlace {
  slug: string;
  questionId: string;
  language: LanguageTag;
  block: MechanismBlock;
}

/** The first mechanism figure of each published answer that holds one: of one condition, or of all. */
export async function listMechanisms({
  conditionId,
  answers,
}: {
  conditionId?: string;
  answers: AnswerRepository;
}): Promise<MechanismPlace[]> {
  const rows = await answers.listBodiesWith('::mechanism', conditionId);
  return rows.flatMap(({ body, ...place }) => {
    const blocks = parseAnswer(body).parts.flatMap((part) => part.blocks);
    const block = blocks.find((each) => each.kind === 'mechanism');
    return block ? [{ ...place, block }] : [];
  });
}

/** An answer as a pack holds it. */
export interface AnswerText {
  questionId: string;
  language: LanguageTag;
  short: string;
  body: string;
  /** The day its writers last changed it, `YYYY-MM-DD`. */
  updated: string;
  /** Of a text in another language than English, where the pack says it. */
  translation?: ToldTranslation;
}

export const hashOfText = (text: Pick<AnswerText, 'short' | 'body'>): string =>
  createHash('sha256')
    .update(JSON.stringify([text.short, text.body]))
    .digest('hex');

export interface AnswerChanges {
  added: string[];
  changed: string[];
  unchanged: string[];
  /** Edited on the site, and not in the pack: the site's text stays. */
  kept: string[];
  /** Edited on the site and, since then, in the pack: somebody is to decide. */
  conflicts: string[];
  /** Their text is as it was, and how it was translated, or from which English text, is said anew. */
  translations: string[];
  /** In the atlas and no longer in the pack: kept. */
  missing: string[];
}

/** Puts the catalogue of questions in place. Throws `answers.question_held_by_another_pack`. */
export async function importQuestions({
  transaction,
  packId,
  questions,
}: {
  transaction: Database;
  packId: string;
  questions: Question[];
}) {
  const repository = createAnswerRepository(transaction);
  const held = await repository.listQuestionsHeldByOthers(packId, questions);
  if (held.length > 0) throw questionHeldByAnotherPack({ held });
  await repository.saveQuestions(packId, questions);
}

/**
 * Publishes a pack's texts as new revisions where they differ from what readers see; a text that was
 * edited on the site stays, and is reported. What is said of how a text was translated is no part of it, and is taken over by
 * itself. Runs inside the caller's transaction.
 */
export async function importAnswers({
  transaction,
  author,
  conditions,
  events,
  clock,
  takes = () => false,
}: {
  transaction: Database;
  author: string;
  conditions: { id: string; slug: string; texts: AnswerText[] }[];
  events: Events;
  clock: Clock;
  /** Of which texts (`dystonia/en/what-is-it`) the pack's stand where the site and, since then, the pack changed them. */
  takes?: Takes;
}): Promise<AnswerChanges> {
  const repository = createAnswerRepository(transaction);
  const translations = createTranslationRepository(transaction);
  const changes: AnswerChanges = {
    added: [],
    changed: [],
    unchanged: [],
    kept: [],
    conflicts: [],
    translations: [],
    missing: [],
  };
  const touched: string[] = [];
  for (const { id: conditionId, slug, texts } of conditions) {
    const known = await repository.listKnown(conditionId);
    const nameOf = (text: { questionId: string; language: string }) => `${slug}/${text.language}/${text.questionId}`;
    const touch = () => {
      if (!touched.includes(conditionId)) touched.push(conditionId);
    };
    /** What the pack says of a translation, for one version of it. */
    const take = async ({ questionId, translation: told }: AnswerText, revisionId: string) => {
      if (!told) return translations.remove(conditionId, revisionId);
      const sourceId = (await translations.findEnglishOf(conditionId, questionId, told.of)) ?? null;
      return translations.save(
        { conditionId, revisionId },
        { told, sourceId, origin: 'pack', pack: told, at: clock.now() },
      );
    };
    // what is translated is there before its translations
    for (const text of texts.toSorted((a, b) => Number(b.language === 'en') - Number(a.language === 'en'))) {
      const before = known.find((answer) => answer.questionId === text.questionId && answer.language === text.language);
      const contentHash = hashOfText(text);
      if (before?.published?.contentHash === contentHash) {
        changes.unchanged.push(nameOf(text));
        const { id, translation: kept } = before.published;
        const does = afterImport(kept, text.translation);
        if (does === 'conflict') changes.conflicts.push(nameOf(text));
        if (does === 'note') await translations.savePackSays(conditionId, id, text.translation!);
        if (does === 'take' || (does === 'conflict' && takes(nameOf(text)))) {
          await take(text, id);
          changes.translations.push(nameOf(text));
          touch();
        }
        continue;
      }
      if (before?.published?.origin === 'site') {
        const conflict = before.packHash !== contentHash;
        changes[conflict ? 'conflicts' : 'kept'].push(nameOf(text));
        if (!conflict || !takes(nameOf(text))) continue;
      }
      // begun on the site, and seen by nobody: the pack's is the first
      changes[before?.published ? 'changed' : 'added'].push(nameOf(text));
      const { questionId, language } = text;
      const answerId =
        before?.id ?? (await repository.findOrAddAnswer({ id: newId(), conditionId, questionId, language }));
      const revision: Revision = {
        id: newId(),
        number: (before?.lastNumber ?? 0) + 1,
        short: text.short,
        body: text.body,
        origin: 'pack',
        author,
        textDate: text.updated,
        createdAt: clock.now(),
      };
      await repository.addRevision(conditionId, answerId, revision, contentHash);
      await repository.publish(conditionId, answerId, revision.id);
      if (text.translation) await take(text, revision.id);
      touch();
    }
    const here = new Set(texts.map(nameOf));
    // what was begun on the site was in no pack
    const brought = known.filter(({ packHash }) => packHash !== undefined);
    changes.missing.push(...brought.map((answer) => nameOf(answer)).filter((name) => !here.has(name)));
  }
  for (let start = 0; start < touched.length; start += 500)
    await events.publish(transaction, answersPublished, { conditionIds: touched.slice(start, start + 500) });
  return changes;
}
