import { createHash } from 'node:crypto';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { createAnswerRepository, type AnswerPage, type AnswerRepository } from '#modules/answers/index.ts';
import { canonicalForm, canonicalJson } from './canonical.ts';
import { mayNotSign, notNow, reviewerNotFound, textHasChanged } from './review.errors.ts';
import { reviewsChanged } from './review.events.ts';
import { refusalsOf, type Refusal, type Reviewer } from './review.policy.ts';
import { createReviewRepository, type KeptAct, type ReviewRepository, type RevisionKey } from './review.repository.ts';
import {
  addMonths,
  after,
  ageOf,
  dayOf,
  dueOn,
  lapseMonths,
  signatureOf,
  type Act,
  type ActKind,
  type Signature,
  type Standing,
} from './review.ts';
import { signedTextOf } from './signed-text.ts';

export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The seal of an act: over the act, and over the seal before it, so that no act can be changed, taken out or put between. */
export const sealOf = (before: string, key: RevisionKey, act: Act): string =>
  sha256(
    canonicalJson({
      before,
      conditionId: key.conditionId,
      answerId: key.answerId,
      revisionId: key.revisionId,
      kind: act.kind,
      at: act.at.toISOString(),
      reviewerId: act.reviewerId,
      note: act.note,
      signature: act.signature,
    }),
  );

const keyOf = ({ condition, answer }: AnswerPage): RevisionKey => ({
  conditionId: condition.id,
  answerId: answer.id,
  revisionId: answer.revision.id,
});

/** The fingerprint of a page's text as it is now. */
export const fingerprintOf = (page: AnswerPage): string => sha256(canonicalForm(signedTextOf(page)));

/** Why a reviewer may not sign the text of this page today. `authorIds` are the accounts that wrote it on the site. */
export const whyNot = (reviewer: Reviewer, page: AnswerPage, authorIds: readonly string[], now: Date): Refusal[] => {
  const today = dayOf(now);
  return refusalsOf(
    reviewer,
    {
      conditionIds: [page.condition.id, ...page.ancestors.map(({ id }) => id)],
      language: page.answer.language,
      author: page.answer.revision.author,
      authorIds,
    },
    { today, monthsAgo: (months) => addMonths(today, -months) },
  );
};

interface Hands {
  database: Database;
  events: Events;
  clock: Clock;
}

/**
 * Does one thing about the text of a page, in one transaction: the act, where the text then stands, and whoever must know.
 * `shown` is the fingerprint of what the reviewer read: an approval of anything else is refused.
 * Throws `review.not_now`, `review.may_not_sign` (with `refusals`), `review.text_has_changed`.
 */
export async function actOn(
  page: AnswerPage,
  {
    kind,
    reviewer,
    note,
    shown,
    revisionId = page.answer.revision.id,
    alongside,
  }: {
    kind: ActKind;
    reviewer: Reviewer;
    note?: string;
    shown?: string;
    /** Of the version that it is about, if that is not the one on the page: a review is withdrawn where it was signed. */
    revisionId?: string;
    /** What else happens if it is done: in the same transaction. */
    alongside?: (transaction: Database) => Promise<void>;
  },
  { database, events, clock }: Hands,
): Promise<Standing> {
  const key = { ...keyOf(page), revisionId };
  return database.transaction().execute(async (transaction) => {
    const reviews = createReviewRepository(transaction);
    await reviews.lock();
    const at = clock.now();
    const authors = await createAnswerRepository(transaction).listAuthors(key.conditionId, revisionId);
    const refusals = kind === 'take' || kind === 'approve' ? whyNot(reviewer, page, authors, at) : [];
    if (refusals.length > 0) throw mayNotSign({ refusals });
    const act: Act = {
      kind,
      at,
      reviewerId: reviewer.id,
      ...(note && { note }),
      ...(kind === 'approve' && { signature: sign(page, reviewer) }),
    };
    if (act.signature && act.signature.fingerprint !== shown) throw textHasChanged();
    const standing = after(await reviews.findStanding(key), act);
    if (!standing) throw notNow();
    await reviews.addAct(key, act, sealOf(await reviews.lastSeal(), key, act));
    await reviews.saveStanding(key, standing);
    await alongside?.(transaction);
    await events.publish(transaction, reviewsChanged, { conditionIds: [key.conditionId] });
    return standing;
  });
}

function sign(page: AnswerPage, reviewer: Reviewer): Signature {
  const canonical = canonicalForm(signedTextOf(page));
  const { id, slug, name, credential, registration, registrationBody, interests, fictional } = reviewer;
  return {
    fingerprint: sha256(canonical),
    canonical,
    months: page.question.reviewMonths,
    signatory: {
      id,
      slug,
      name,
      credential,
      ...(registration && { registration }),
      ...(registrationBody && { registrationBody }),
      interests,
      fictional,
    },
  };
}

/** What readers are told of the review of the text on a page. */
export type ReviewOfPage =
  | { state: 'unsigned'; fingerprint: string; before?: { number: number; signedOn: string; signature: Signature } }
  | { state: 'withdrawn'; fingerprint: string; reason: string; on: string }
  | {
      /**
       * `edited`: signed as it stands, but for a number or a source under it that has changed since. `retouched`: a slip of
       * the pen was corrected since, and nothing else.
       */
      state: 'signed' | 'edited' | 'retouched' | 'overdue' | 'lapsed';
      fingerprint: string;
      signature: Signature;
      signedOn: string;
      due: string;
    };

/** A version, and where it stands: itself, or, after a slip of the pen was corrected, the version that was signed. */
export async function effectiveStanding(
  key: RevisionKey,
  { reviews, answers }: { reviews: ReviewRepository; answers: Pick<AnswerRepository, 'findCarried'> },
): Promise<{ key: RevisionKey; standing: Standing; carried: boolean }> {
  const standing = await reviews.findStanding(key);
  const carried = standing.state === 'waiting' ? await answers.findCarried(key.conditionId, key.revisionId) : undefined;
  if (!carried) return { key, standing, carried: false };
  const from = { ...key, revisionId: carried };
  return { key: from, standing: await reviews.findStanding(from), carried: true };
}

/** Reads what a page may say of its review today: never more than the record bears. */
export async function getReview(
  page: AnswerPage,
  {
    reviews,
    answers,
    clock,
  }: { reviews: ReviewRepository; answers: Pick<AnswerRepository, 'findCarried'>; clock: Clock },
): Promise<ReviewOfPage> {
  const fingerprint = fingerprintOf(page);
  const { key, standing, carried } = await effectiveStanding(keyOf(page), { reviews, answers });
  if (standing.state === 'withdrawn')
    return { state: 'withdrawn', fingerprint, reason: standing.note!, on: dayOf(standing.since!) };
  const signature = signatureOf(standing);
  const signedOn = signature && (await reviews.signedOn(key));
  if (!signature || !signedOn) {
    const before = await reviews.findSignedBefore(key.conditionId, key.answerId, page.answer.revision.number);
    return {
      state: 'unsigned',
      fingerprint,
      ...(before?.signature &&
        before.signedOn && {
          before: { number: before.number, signedOn: before.signedOn, signature: before.signature },
        }),
    };
  }
  const due = dueOn(signedOn, signature.months);
  const age = ageOf(due, dayOf(clock.now()));
  const changed = carried ? 'retouched' : 'edited';
  const state = age === 'in-date' ? (signature.fingerprint === fingerprint ? 'signed' : changed) : age;
  return { state, fingerprint, signature, signedOn, due };
}

/** A fault in the record of reviews: something was changed behind its back. */
export interface RecordFault {
  /** Of the act, or undefined where the fault is in what is made from acts. */
  actId?: number;
  key: RevisionKey;
  fault: 'seal' | 'fingerprint' | 'text' | 'revision-hash' | 'order' | 'standing';
}

/** Computes the whole record again: seals, fingerprints, the signed texts beside those in the database, and where each stands. */
export async function verifyRecord({
  database,
  hashOfText,
}: {
  database: Database;
  hashOfText: (text: { short: string; body: string }) => string;
}): Promise<{ acts: number; signatures: number; faults: RecordFault[] }> {
  const reviews = createReviewRepository(database);
  const faults: RecordFault[] = [];
  const standings = new Map<string, { key: RevisionKey; standing: Standing }>();
  let [acts, signatures, before] = [0, 0, ''];
  for await (const some of reviews.allActs())
    for (const act of some) {
      acts++;
      const key: RevisionKey = { conditionId: act.conditionId, answerId: act.answerId, revisionId: act.revisionId };
      const found = (fault: RecordFault['fault']) => faults.push({ actId: act.id, key, fault });
      if (act.seal !== sealOf(before, key, act)) found('seal');
      before = act.seal;
      if (act.signature) {
        signatures++;
        if (sha256(act.signature.canonical) !== act.signature.fingerprint) found('fingerprint');
        else if (!(await matchesText(act, act.signature, reviews))) found('text');
      }
      const known = standings.get(key.revisionId)?.standing ?? { state: 'waiting' as const };
      const standing = after(known, act);
      if (standing) standings.set(key.revisionId, { key, standing });
      else found('order');
    }
  for (const { key, standing } of standings.values()) {
    const words = await reviews.findWords(key);
    if (words && hashOfText(words) !== words.contentHash) faults.push({ key, fault: 'revision-hash' });
    const kept = await reviews.findStanding(key);
    if (canonicalJson(plain(kept)) !== canonicalJson(plain(standing))) faults.push({ key, fault: 'standing' });
  }
  return { acts, signatures, faults };
}

const plain = (standing: Standing) => ({ ...standing, since: standing.since?.toISOString() });

/** Whether what was signed is still what the database says that it was. */
async function matchesText(
  act: KeptAct,
  { canonical }: Signature,
  reviews: ReturnType<typeof createReviewRepository>,
): Promise<boolean> {
  const words = await reviews.findWords(act);
  const signed = JSON.parse(canonical) as Record<string, unknown>;
  return (
    words !== undefined &&
    canonicalJson([signed.conditionId, signed.questionId, signed.language, signed.short, signed.body]) ===
      canonicalJson([act.conditionId, words.questionId, words.language, words.short, words.body])
  );
}

/** Tells the pages of texts that fell overdue, or lapsed, since `before` (`YYYY-MM-DD`). Returns of how many conditions. */
export async function tellAged(before: string, { database, events, clock }: Hands): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const aged = await createReviewRepository(transaction).listAged(before, dayOf(clock.now()), lapseMonths);
    if (aged.length > 0) await events.publish(transaction, reviewsChanged, { conditionIds: aged });
    return aged.length;
  });
}

/** Throws `review.reviewer_not_found`. */
export async function getReviewer(slug: string, reviews: ReturnType<typeof createReviewRepository>): Promise<Reviewer> {
  const reviewer = await reviews.findReviewer({ slug });
  if (!reviewer) throw reviewerNotFound({ slug });
  return reviewer;
}
