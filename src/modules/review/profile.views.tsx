import { inLanguage } from '#platform/i18n/languages.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { digestFrequencies, type DigestFrequency } from './digest.ts';
import type { Load } from './queue.repository.ts';
import type { Reviewer } from './review.policy.ts';
import { reviewerPath, untilInWords } from './review.words.ts';
import type { Wishes } from './wishes.ts';
import { WishesPart, type WrongWishes } from './wishes.views.tsx';

/** A reviewer's own profile: what could lead their judgement, said anew once a year. */
export function ProfilePage({
  reviewer,
  digest,
  wishes,
  groups,
  topicSlugs,
  load,
  saved,
  today,
  problem,
  typed,
  wrongWishes,
  frame,
}: {
  reviewer: Reviewer;
  wishes: Wishes;
  groups: readonly { id: string; name: string }[];
  /** Of the conditions among their topics. */
  topicSlugs: readonly string[];
  load: Load;
  today: string;
  /** How often they are told by mail what waits. */
  digest: DigestFrequency;
  saved: boolean;
  problem?: 'interest' | 'expires';
  typed?: { interest: string; conditions: string; expires: string };
  wrongWishes?: WrongWishes;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('reviewers.profile'), path: '/review/profile', noindex: true }}
    >
      <PageHead
        title={i18n.t('reviewers.profile')}
        lede={i18n.t('reviewers.profile-lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      >
        {saved && (
          <Notice role="status">
            <p>{i18n.t('reviewers.saved')}</p>
          </Notice>
        )}
        <p>
          <a href={i18n.path(reviewerPath(reviewer.slug))}>{i18n.t('reviewers.public')}</a>
        </p>
      </PageHead>
      <Part id="interests" title={i18n.t('reviewers.interests')}>
        <form class="flow" method="post" action={i18n.path('/review/profile')}>
          {problem && (
            <ErrorSummary
              title={i18n.t('desk.wrong.title')}
              reassurance={i18n.t('desk.wrong.kept')}
              errors={[
                problem === 'interest'
                  ? { text: i18n.t('reviewers.wrong.conditions'), href: '#conditions' }
                  : { text: i18n.t('reviewers.wrong.expires'), href: '#expires' },
              ]}
            />
          )}
          {reviewer.interests.length > 0 && (
            <Choices
              legend={i18n.t('reviewers.still-true')}
              help={i18n.t('reviewers.still-true-help')}
              name="keep"
              type="checkbox"
              choices={reviewer.interests.map((interest, index) => {
                const until = untilInWords(interest, today, i18n);
                return {
                  value: String(index),
                  text: inLanguage(interest.text, i18n.language).text,
                  ...(until && { help: until }),
                  checked: interest.expiresOn === undefined || interest.expiresOn >= today,
                };
              })}
            />
          )}
          <Field
            i18n={i18n}
            id="interest"
            name="interest"
            kind="textarea"
            label={i18n.t('reviewers.new-interest')}
            help={i18n.t('reviewers.new-interest-help')}
            value={typed?.interest}
            optional
          />
          <Field
            i18n={i18n}
            id="conditions"
            name="conditions"
            label={i18n.t('reviewers.bears-on')}
            help={i18n.t('reviewers.bears-on-help')}
            error={problem === 'interest' ? i18n.t('reviewers.wrong.conditions') : undefined}
            value={typed?.conditions}
            optional
          />
          <Field
            i18n={i18n}
            id="expires"
            name="expires"
            kind="date"
            label={i18n.t('reviewers.expires')}
            help={i18n.t('reviewers.expires-help')}
            error={problem === 'expires' ? i18n.t('reviewers.wrong.expires') : undefined}
            value={typed?.expires}
            optional
          />
          <ButtonRow>
            <Button>{i18n.t('reviewers.confirm')}</Button>
          </ButtonRow>
        </form>
      </Part>
      <WishesPart wishes={wishes} groups={groups} topicSlugs={topicSlugs} load={load} wrong={wrongWishes} i18n={i18n} />
      <Part id="mail" title={i18n.t('reviewers.digest')} stones={2}>
        <form class="flow" method="post" action={i18n.path('/review/profile/mail')}>
          <Choices
            legend={i18n.t('reviewers.digest-legend')}
            help={i18n.t('reviewers.digest-help')}
            name="digest"
            type="radio"
            choices={digestFrequencies.map((frequency) => ({
              value: frequency,
              text: i18n.t(`reviewers.digest.${frequency}`),
              checked: frequency === digest,
            }))}
          />
          <ButtonRow>
            <Button kind="second">{i18n.t('reviewers.digest-save')}</Button>
          </ButtonRow>
        </form>
      </Part>
    </Page>
  );
}
