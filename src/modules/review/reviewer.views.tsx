import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import type { Reviewer } from './review.policy.ts';
import { credentialOf, interestsInWords, reviewerPath, untilInWords } from './review.words.ts';

export const invented = (reviewer: Reviewer, i18n: I18n) =>
  reviewer.fictional && <Tag kind="demo">{i18n.t('review-line.fictional')}</Tag>;

/** Everybody whose name stands under a text, with what they are and what could lead their judgement. */
export function ReviewersPage({
  reviewers,
  today,
  frame,
}: {
  reviewers: readonly Reviewer[];
  today: string;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="about" meta={{ title: i18n.t('reviewers.title'), path: '/reviewers' }}>
      <PageHead title={i18n.t('reviewers.title')} lede={i18n.t('reviewers.lede')} />
      {reviewers.length === 0 && (
        <section class="part">
          <Empty title={i18n.t('reviewers.none')}>{i18n.t('reviewers.none-text')}</Empty>
        </section>
      )}
      {reviewers.map((reviewer) => (
        <section class="part flow" aria-labelledby={`reviewer-${reviewer.slug}`}>
          <h2 id={`reviewer-${reviewer.slug}`}>
            <a href={i18n.path(reviewerPath(reviewer.slug))}>{reviewer.name}</a>
          </h2>
          <p>
            {credentialOf(reviewer, i18n)} {invented(reviewer, i18n)}
          </p>
          <p class="soft">
            {interestsInWords(reviewer.interests, today, i18n) === undefined
              ? i18n.t('review-line.no-interests')
              : i18n.t('review-line.interests', { interests: interestsInWords(reviewer.interests, today, i18n)! })}
          </p>
        </section>
      ))}
    </Page>
  );
}

export interface SignedEntry {
  title: string;
  /** Of that very version. */
  href: string;
  signedOn: string;
  language: string;
}

/** Who signs texts here: what they are, how that was verified, what could lead their judgement, and what they signed. */
export function ReviewerPage({
  reviewer,
  topics,
  signed,
  today,
  frame,
}: {
  reviewer: Reviewer;
  /** In words. */
  topics: readonly string[];
  signed: readonly SignedEntry[];
  today: string;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { interests } = reviewer;
  return (
    <Page frame={frame} current="about" meta={{ title: reviewer.name, path: reviewerPath(reviewer.slug) }}>
      <PageHead
        title={reviewer.name}
        lede={credentialOf(reviewer, i18n)}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('reviewers.title'), href: i18n.path('/reviewers') }]} />}
      >
        {reviewer.fictional && <p>{invented(reviewer, i18n)}</p>}
        <Facts
          facts={[
            ...(reviewer.registrationBody
              ? [
                  {
                    name: i18n.t('reviewers.registered'),
                    values: [
                      i18n.t('reviewers.registered-as', {
                        body: reviewer.registrationBody,
                        number: reviewer.registration ?? '',
                      }),
                    ],
                  },
                ]
              : []),
            {
              name: i18n.t('reviewers.verified'),
              values: [
                reviewer.verifiedOn
                  ? i18n.t('reviewers.verified-on', {
                      day: i18n.date(reviewer.verifiedOn),
                      how: reviewer.verifiedHow ?? '',
                    })
                  : i18n.t('reviewers.not-verified'),
              ],
            },
            {
              name: i18n.t('reviewers.languages'),
              values: [i18n.list(reviewer.languages.map((language) => i18n.languageName(language as never)))],
            },
            ...(topics.length > 0 ? [{ name: i18n.t('reviewers.topics'), values: [i18n.list(topics)] }] : []),
          ]}
        />
      </PageHead>
      <Part id="interests" title={i18n.t('reviewers.interests')}>
        {interests.length === 0 ? (
          <p>{i18n.t('reviewers.interests-none')}</p>
        ) : (
          <ul>
            {interests.map((interest) => (
              <li>
                {inLanguage(interest.text, i18n.language).text}{' '}
                <span class="soft">
                  {i18n.t('reviewers.declared-on', { day: i18n.date(interest.declaredOn) })}{' '}
                  {untilInWords(interest, today, i18n)}
                </span>
              </li>
            ))}
          </ul>
        )}
        {reviewer.interestsConfirmedOn && (
          <p class="soft">{i18n.t('reviewers.confirmed-on', { day: i18n.date(reviewer.interestsConfirmedOn) })}</p>
        )}
      </Part>
      <Part id="signed" title={i18n.t('reviewers.signed')} stones={Math.min(6, signed.length)}>
        {signed.length === 0 ? (
          <p>{i18n.t('reviewers.signed-none')}</p>
        ) : (
          <ul>
            {signed.map(({ title, href, signedOn, language }) => (
              <li>
                <a href={href}>{title}</a>{' '}
                <span class="soft">
                  {i18n.t('reviewers.signed-on', {
                    day: i18n.date(signedOn),
                    language: i18n.languageName(language as never),
                  })}
                </span>
              </li>
            ))}
          </ul>
        )}
      </Part>
    </Page>
  );
}
