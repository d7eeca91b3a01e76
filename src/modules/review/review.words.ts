import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import type { ReviewState } from '#ui/review-line/review-line.tsx';
import type { ShownReview } from '#modules/answers/index.ts';
import type { Interest, Signatory, Signature, Standing } from './review.ts';
import { signatureOf } from './review.ts';
import type { ReviewOfPage } from './review.usecases.ts';

export const reviewerPath = (slug: string): string => `/reviewers/${slug}`;

export const credentialOf = ({ credential }: Pick<Signatory, 'credential'>, i18n: I18n): string =>
  inLanguage(credential, i18n.language).text;

/** Interests that hold today, as one line; undefined where none was declared. `today` is `YYYY-MM-DD`. */
export function interestsInWords(interests: readonly Interest[], today: string, i18n: I18n): string | undefined {
  const texts = interests
    .filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= today)
    .map(({ text }) => inLanguage(text, i18n.language).text.replace(/[.;\s]+$/u, ''));
  return texts.length > 0 ? texts.join('; ') : undefined;
}

/** Until when an interest holds, or that it has ended; nothing where nobody said. */
export function untilInWords({ expiresOn }: Interest, today: string, i18n: I18n): string {
  if (expiresOn === undefined) return '';
  return i18n.t(expiresOn < today ? 'reviewers.ended-on' : 'reviewers.until', { day: i18n.date(expiresOn) });
}

/** What the page of a text, and its metadata, say of its review. */
export function shownReview(
  review: ReviewOfPage,
  { updated, historyPath, i18n, origin }: { updated: string; historyPath: string; i18n: I18n; origin: string },
): ShownReview {
  const { fingerprint } = review;
  if (review.state === 'unsigned') {
    const { before } = review;
    const line: ReviewState = {
      state: 'unsigned',
      updated,
      ...(before && {
        before: {
          name: before.signature.signatory.name,
          day: before.signedOn,
          href: i18n.path(`${historyPath}/${before.number}`),
        },
      }),
    };
    return { line, fingerprint };
  }
  if (review.state === 'withdrawn')
    return { line: { state: 'withdrawn', updated, reason: review.reason, on: review.on }, fingerprint };
  const { state, signedOn, due, signature } = review;
  const { signatory } = signature;
  const credential = credentialOf(signatory, i18n);
  const interests = interestsInWords(signatory.interests, signedOn, i18n);
  return {
    fingerprint,
    line: {
      state,
      updated,
      reviewed: signedOn,
      due,
      reviewer: {
        name: signatory.name,
        href: i18n.path(reviewerPath(signatory.slug)),
        credential,
        ...(interests && { interests }),
        fictional: signatory.fictional,
      },
    },
    // overdue is said on the page, and still a review of this very text; after half a year nothing claims it any more. An
    // invented one never.
    ...((state === 'signed' || (state === 'overdue' && signature.fingerprint === fingerprint)) &&
      !signatory.fictional && {
        claim: {
          reviewed: signedOn,
          name: signatory.name,
          credential,
          url: origin + i18n.path(reviewerPath(signatory.slug)),
        },
      }),
  };
}

/** What the history says of a version that somebody signed, or of which a review was withdrawn; undefined for any other. */
export function reviewInHistory(standing: Standing, signedOn: string | null, i18n: I18n): string | undefined {
  const signature: Signature | undefined = signatureOf(standing);
  if (standing.state === 'withdrawn' && standing.note)
    return i18n.t('history.withdrawn', { day: i18n.date(standing.since!), reason: standing.note });
  if (!signature || !signedOn) return undefined;
  const { signatory, fingerprint } = signature;
  return i18n.t('history.signed', {
    name: signatory.name,
    credential: credentialOf(signatory, i18n),
    day: i18n.date(signedOn),
    fingerprint: fingerprint.slice(0, 8),
  });
}
