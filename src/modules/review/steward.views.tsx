import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import type { Load } from './queue.repository.ts';
import type { Reviewer } from './review.policy.ts';
import { credentialOf, reviewerPath } from './review.words.ts';
import type { ReviewerForm, ReviewerProblem } from './reviewer.schemas.ts';
import { invented } from './reviewer.views.tsx';

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

/** Where a steward keeps who may review. */
export function StewardReviewersPage({
  reviewers,
  wished,
  form,
  problems,
  saved,
  frame,
}: {
  reviewers: readonly Reviewer[];
  /** By reviewer: topics in words, and how much they have and would have. */
  wished: ReadonlyMap<string, { topics: readonly string[]; most: number; load: Load }>;
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
          <Wished wished={wished.get(reviewer.id)} i18n={i18n} />
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

/** What a reviewer would review, and how much of it they have now. */
function Wished({
  wished,
  i18n,
}: {
  wished: { topics: readonly string[]; most: number; load: Load } | undefined;
  i18n: I18n;
}) {
  if (!wished) return null;
  const { topics, most, load } = wished;
  return (
    <>
      {topics.length > 0 && (
        <p class="soft">
          <b>{i18n.t('reviewers.topics')} </b>
          {i18n.list(topics)}
        </p>
      )}
      <p class="soft">
        <b>{i18n.t('reviewers.load')} </b>
        {i18n.t('reviewers.load-now', { desk: load.onDesk, most, soon: load.soon, overdue: load.overdue })}
      </p>
    </>
  );
}
