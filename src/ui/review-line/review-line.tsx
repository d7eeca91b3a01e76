import type { I18n } from '#platform/i18n/i18n.ts';
import { Stone } from '../stones/stones.tsx';
import { Tag } from '../tag/tag.tsx';
import { Day } from '../words/day.tsx';
import { weave } from '../words/weave.ts';

export interface Reviewer {
  name: string;
  href?: string;
  /** "neurologist" */
  credential: string;
  /** Declared interests; absent: none declared. */
  interests?: string;
  /** Invented, for the demo; said on the page. */
  fictional?: boolean;
}

/** Who stands behind a text. Only a signature on this very version makes `signed`. */
export type ReviewState =
  | {
      state: 'unsigned';
      updated: Date | string;
      /** An earlier version that somebody signed. */
      before?: { name: string; day: Date | string; href: string };
    }
  | { state: 'withdrawn'; updated: Date | string; reason: string; on: Date | string }
  | SignedReview;
export interface SignedReview {
  /**
   * `edited`: a number or a source under the signed words has changed since. `retouched`: a slip of the pen was corrected
   * since. `lapsed`: more than half a year overdue.
   */
  state: 'signed' | 'edited' | 'retouched' | 'overdue' | 'lapsed';
  updated: Date | string;
  reviewed: Date | string;
  due: Date | string;
  reviewer: Reviewer;
}

const kinds = {
  unsigned: 'place',
  withdrawn: 'overdue',
  signed: 'signed',
  edited: 'overdue',
  retouched: 'signed',
  overdue: 'overdue',
  lapsed: 'place',
} as const;

const nameOf = ({ name, href }: Reviewer) => (href ? <a href={href}>{name}</a> : name);

const Invented = ({ i18n, reviewer }: { i18n: I18n; reviewer: Reviewer }) =>
  reviewer.fictional ? <Tag kind="demo">{i18n.t('review-line.fictional')}</Tag> : null;

const Interests = ({ i18n, reviewer: { interests } }: { i18n: I18n; reviewer: Reviewer }) => (
  <>{interests ? i18n.t('review-line.interests', { interests }) : i18n.t('review-line.no-interests')}</>
);

function Signed({ i18n, review }: { i18n: I18n; review: SignedReview }) {
  const { reviewer, state } = review;
  const reviewed = <Day i18n={i18n} day={review.reviewed} />;
  const due = <Day i18n={i18n} day={review.due} />;
  const name = nameOf(reviewer);
  const words = { credential: reviewer.credential };
  if (state === 'signed')
    return (
      <>
        <p>
          <b>{i18n.t('review-line.signed')}</b> {weave(i18n, 'review-line.by', { name, day: reviewed }, words)}{' '}
          <Invented i18n={i18n} reviewer={reviewer} />
        </p>
        <p>
          {weave(i18n, 'review-line.due', { day: due })} <Updated i18n={i18n} day={review.updated} />{' '}
          <Interests i18n={i18n} reviewer={reviewer} />
        </p>
      </>
    );
  return (
    <>
      <p>
        <b>{i18n.t(`review-line.${state}`)}</b> {weave(i18n, `review-line.${state}-means`, { reviewed, due })}
      </p>
      <p>
        {weave(i18n, 'review-line.then-by', { name }, words)} <Invented i18n={i18n} reviewer={reviewer} />{' '}
        <Updated i18n={i18n} day={review.updated} />
      </p>
    </>
  );
}

const Updated = ({ i18n, day }: { i18n: I18n; day: Date | string }) => (
  <>{weave(i18n, 'review-line.updated', { day: <Day i18n={i18n} day={day} /> })}</>
);

/** The states differ in shape and in words, not in colour alone, and stand in the same place and size. */
export const ReviewLine = ({ i18n, review }: { i18n: I18n; review: ReviewState }) => (
  <div class="review-line" data-state={review.state}>
    <Stone name="d" kind={kinds[review.state]} />
    <div>
      {review.state === 'unsigned' ? (
        <>
          <p>
            <b>{i18n.t('review-line.unsigned')}</b> {i18n.t('review-line.unsigned-means')}
          </p>
          <p>
            {review.before && (
              <>
                {weave(
                  i18n,
                  'review-line.before',
                  {
                    day: <Day i18n={i18n} day={review.before.day} />,
                    version: <a href={review.before.href}>{i18n.t('review-line.before-version')}</a>,
                  },
                  { name: review.before.name },
                )}{' '}
              </>
            )}
            <Updated i18n={i18n} day={review.updated} />
          </p>
        </>
      ) : review.state === 'withdrawn' ? (
        <>
          <p>
            <b>{i18n.t('review-line.withdrawn')}</b>{' '}
            {weave(i18n, 'review-line.withdrawn-means', { day: <Day i18n={i18n} day={review.on} /> })}
          </p>
          <p>
            {i18n.t('review-line.reason', { reason: review.reason })} <Updated i18n={i18n} day={review.updated} />
          </p>
        </>
      ) : (
        <Signed i18n={i18n} review={review} />
      )}
    </div>
  </div>
);
