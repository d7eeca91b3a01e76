import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { digestFrequencies, type DigestFrequency } from './digest.ts';
import type { Reviewer } from './review.policy.ts';
import { credentialOf, interestsInWords, reviewerPath } from './review.words.ts';
import type { ReviewerForm, ReviewerProblem } from './reviewer.schemas.ts';

/** What a field of the form is called in the messages. */
const wordOf = {
  email: 'email',
  name: 'name',
  credential: 'credential',
  credentialEs: 'credential-es',
  registrationBody: 'registration-body',
  registration: 'registration',
  languages: 'languages',
} as const satisfies Record<ReviewerProblem, string>;

const invented = (reviewer: Reviewer, i18n: I18n) =>
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
  signed,
  today,
  frame,
}: {
  reviewer: Reviewer;
  signed: readonly SignedEntry[];
  today: string;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const interests = reviewer.interests.filter(({ expiresOn }) => expiresOn === undefined || expiresOn >= today);
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
          ]}
        />
      </PageHead>
      <Part id="interests" title={i18n.t('reviewers.interests')}>
        {interests.length === 0 ? (
          <p>{i18n.t('reviewers.interests-none')}</p>
        ) : (
          <ul>
            {interests.map(({ text, declaredOn }) => (
              <li>
                {inLanguage(text, i18n.language).text}{' '}
                <span class="soft">{i18n.t('reviewers.declared-on', { day: i18n.date(declaredOn) })}</span>
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

/** A reviewer's own profile: what could lead their judgement, said anew once a year. */
export function ProfilePage({
  reviewer,
  digest,
  saved,
  problem,
  typed,
  frame,
}: {
  reviewer: Reviewer;
  /** How often they are told by mail what waits. */
  digest: DigestFrequency;
  saved: boolean;
  problem?: 'interest';
  typed?: { interest: string; conditions: string };
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
              errors={[{ text: i18n.t('reviewers.wrong.conditions'), href: '#conditions' }]}
            />
          )}
          {reviewer.interests.length > 0 && (
            <Choices
              legend={i18n.t('reviewers.still-true')}
              help={i18n.t('reviewers.still-true-help')}
              name="keep"
              type="checkbox"
              choices={reviewer.interests.map(({ text }, index) => ({
                value: String(index),
                text: inLanguage(text, i18n.language).text,
                checked: true,
              }))}
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
            error={problem && i18n.t('reviewers.wrong.conditions')}
            value={typed?.conditions}
            optional
          />
          <ButtonRow>
            <Button>{i18n.t('reviewers.confirm')}</Button>
          </ButtonRow>
        </form>
      </Part>
      <Part id="mail" title={i18n.t('reviewers.digest')} stones={1}>
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

/** Where a steward keeps who may review. */
export function StewardReviewersPage({
  reviewers,
  form,
  problems,
  saved,
  frame,
}: {
  reviewers: readonly Reviewer[];
  form?: ReviewerForm;
  problems: readonly ReviewerProblem[];
  saved: boolean;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const error = (name: ReviewerProblem) =>
    problems.includes(name) ? i18n.t(`reviewers.wrong.${wordOf[name]}`) : undefined;
  const text = (name: Exclude<ReviewerProblem, 'languages'>, optional = false) => (
    <Field
      i18n={i18n}
      id={name}
      name={name}
      label={i18n.t(`reviewers.field.${wordOf[name]}`)}
      help={i18n.t(`reviewers.help.${wordOf[name]}`)}
      error={error(name)}
      value={form?.[name] ?? ''}
      optional={optional}
    />
  );
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('reviewers.manage'), path: '/steward/reviewers', noindex: true }}
    >
      <PageHead title={i18n.t('reviewers.manage')} lede={i18n.t('reviewers.manage-lede')}>
        {saved && (
          <Notice role="status">
            <p>{i18n.t('reviewers.saved')}</p>
          </Notice>
        )}
      </PageHead>
      {reviewers.map((reviewer) => (
        <section class="part flow" aria-labelledby={`manage-${reviewer.slug}`}>
          <h2 id={`manage-${reviewer.slug}`}>
            <a href={i18n.path(reviewerPath(reviewer.slug))}>{reviewer.name}</a>
          </h2>
          <p>
            {credentialOf(reviewer, i18n)} {invented(reviewer, i18n)}{' '}
            {!reviewer.active && <Tag>{i18n.t('reviewers.stopped')}</Tag>}
          </p>
          <p class="soft">
            {reviewer.verifiedOn && <b>{i18n.t('reviewers.verified')} </b>}
            {reviewer.verifiedOn
              ? i18n.t('reviewers.verified-on', {
                  day: i18n.date(reviewer.verifiedOn),
                  how: reviewer.verifiedHow ?? '',
                })
              : i18n.t('reviewers.not-verified')}
          </p>
          <form class="flow" method="post" action={i18n.path('/steward/reviewers')}>
            <input type="hidden" name="act" value={reviewer.active ? 'stop' : 'resume'} />
            <input type="hidden" name="slug" value={reviewer.slug} />
            <Button kind="second">{i18n.t(reviewer.active ? 'reviewers.stop' : 'reviewers.resume')}</Button>
          </form>
          {reviewer.verifiedOn === null && (
            <form class="flow" method="post" action={i18n.path('/steward/reviewers')}>
              <input type="hidden" name="act" value="verify" />
              <input type="hidden" name="slug" value={reviewer.slug} />
              <Field
                i18n={i18n}
                id={`how-${reviewer.slug}`}
                name="how"
                label={i18n.t('reviewers.how')}
                help={i18n.t('reviewers.how-help')}
              />
              <Button>{i18n.t('reviewers.verify')}</Button>
            </form>
          )}
        </section>
      ))}
      <Part id="add" title={i18n.t('reviewers.add')} stones={0}>
        <form class="flow" method="post" action={i18n.path('/steward/reviewers')}>
          {problems.length > 0 && (
            <ErrorSummary
              title={i18n.t('desk.wrong.title')}
              reassurance={i18n.t('desk.wrong.kept')}
              errors={problems.map((name) => ({ text: i18n.t(`reviewers.wrong.${wordOf[name]}`), href: `#${name}` }))}
            />
          )}
          <input type="hidden" name="act" value="add" />
          {text('email')}
          {text('name')}
          {text('credential')}
          {text('credentialEs', true)}
          {text('registrationBody')}
          {text('registration')}
          <div id="languages">
            <Choices
              legend={i18n.t('reviewers.field.languages')}
              name="languages"
              type="checkbox"
              error={error('languages')}
              choices={(['en', 'es'] as const).map((language) => ({
                value: language,
                text: i18n.languageName(language),
                checked: form?.languages.includes(language) ?? false,
              }))}
            />
          </div>
          <ButtonRow>
            <Button>{i18n.t('reviewers.add')}</Button>
          </ButtonRow>
        </form>
      </Part>
    </Page>
  );
}
