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
export type ReviewState = { state: 'unsigned'; updated: Date | string } | SignedReview;
export interface SignedReview {
  state: 'signed' | 'overdue';
  updated: Date | string;
  reviewed: Date | string;
  due: Date | string;
  reviewer: Reviewer;
}

const kinds = { unsigned: 'place', signed: 'signed', overdue: 'overdue' } as const;

function Signed({ i18n, review }: { i18n: I18n; review: SignedReview }) {
  const { reviewer } = review;
  const reviewed = <Day i18n={i18n} day={review.reviewed} />;
  const due = <Day i18n={i18n} day={review.due} />;
  const name = reviewer.href ? <a href={reviewer.href}>{reviewer.name}</a> : reviewer.name;
  const invented = reviewer.fictional && <Tag kind="demo">{i18n.t('review-line.fictional')}</Tag>;
  const words = { credential: reviewer.credential };
  return review.state === 'signed' ? (
    <>
      <p>
        <b>{i18n.t('review-line.signed')}</b> {weave(i18n, 'review-line.by', { name, day: reviewed }, words)} {invented}
      </p>
      <p>
        {weave(i18n, 'review-line.due', { day: due })} <Updated i18n={i18n} day={review.updated} />{' '}
        {reviewer.interests
          ? i18n.t('review-line.interests', { interests: reviewer.interests })
          : i18n.t('review-line.no-interests')}
      </p>
    </>
  ) : (
    <>
      <p>
        <b>{i18n.t('review-line.overdue')}</b> {weave(i18n, 'review-line.overdue-means', { reviewed, due })}
      </p>
      <p>
        {weave(i18n, 'review-line.then-by', { name }, words)} {invented} <Updated i18n={i18n} day={review.updated} />
      </p>
    </>
  );
}

const Updated = ({ i18n, day }: { i18n: I18n; day: Date | string }) => (
  <>{weave(i18n, 'review-line.updated', { day: <Day i18n={i18n} day={day} /> })}</>
);

/** The three states differ in shape and in words, not in colour alone, and stand in the same place and size. */
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
            <Updated i18n={i18n} day={review.updated} />
          </p>
        </>
      ) : (
        <Signed i18n={i18n} review={review} />
      )}
    </div>
  </div>
);
