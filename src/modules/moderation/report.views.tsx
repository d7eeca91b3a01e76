import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { ItemRef, ModeratedItem } from './items.ts';
import { decisionsPath } from './moderation.mails.ts';
import { reportReasons, type ReportReason } from './rules.ts';

export const reportPath = ({ kind, id }: ItemRef): string => `/report/${kind}/${id}`;

/** What a text is called in a list: its title, or its first words. */
export function nameOfText({ title, body }: { title: string | null; body: string }): string {
  if (title) return title;
  const words = [...body.replace(/\s+/gu, ' ').trim()];
  return words.length <= 80 ? words.join('') : `${words.slice(0, 79).join('').trimEnd()}…`;
}

const trailOf = (item: ModeratedItem, i18n: I18n) => (
  <Trail i18n={i18n} steps={[{ text: i18n.t('report.the-text'), href: i18n.path(item.path) }]} />
);

/** The text that is reported, so that nobody reports the one beside it. */
const Quoted = ({ item, i18n }: { item: ModeratedItem; i18n: I18n }) => (
  <blockquote class="lede" {...foreign(i18n, item.language)}>
    {nameOfText(item)}
  </blockquote>
);

/** Somebody says what is wrong with a text: with or without an account, with one tap and a button. */
export function ReportPage({
  item,
  form,
  problem,
  signedIn,
  frame,
}: {
  item: ModeratedItem;
  form?: { reason?: ReportReason | undefined; words: string };
  problem?: 'reason' | 'long';
  signedIn: boolean;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const wrong = problem && i18n.t(`report.wrong.${problem}`);
  return (
    <Page frame={frame} meta={{ title: i18n.t('report.title'), path: reportPath(item), noindex: true }}>
      <PageHead title={i18n.t('report.title')} trail={trailOf(item, i18n)}>
        <Quoted item={item} i18n={i18n} />
        <p>{i18n.t(signedIn ? 'report.who-member' : 'report.who')}</p>
      </PageHead>
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('report.what')}</h2>
        <form class="flow" method="post" action={i18n.path(reportPath(item))}>
          {wrong && (
            <ErrorSummary
              title={i18n.t('report.not-yet')}
              reassurance={i18n.t('report.kept')}
              errors={[{ text: wrong, href: problem === 'reason' ? '#reason' : '#words' }]}
            />
          )}
          <Choices
            id="reason"
            legend={i18n.t('report.what')}
            name="reason"
            error={problem === 'reason' ? wrong : undefined}
            choices={reportReasons.map((reason) => ({
              value: reason,
              text: i18n.t(`report.reason.${reason}`),
              help: i18n.t(`report.reason.${reason}-means`),
              checked: form?.reason === reason,
            }))}
          />
          <Field
            i18n={i18n}
            id="words"
            name="words"
            kind="textarea"
            label={i18n.t('report.words')}
            help={i18n.t('report.words-help')}
            error={problem === 'long' ? wrong : undefined}
            value={form?.words}
            optional
          />
          <ButtonRow>
            <Button>{i18n.t('report.send')}</Button>
          </ButtonRow>
        </form>
      </section>
    </Page>
  );
}

export function ReportedPage({
  item,
  reason,
  signedIn,
  frame,
}: {
  item: ModeratedItem;
  reason: ReportReason;
  signedIn: boolean;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} meta={{ title: i18n.t('report.thanks'), path: reportPath(item), noindex: true }}>
      <PageHead title={i18n.t('report.thanks')} lede={i18n.t('report.thanks-text')} trail={trailOf(item, i18n)}>
        {reason === 'danger' && (
          <Notice role="note">
            <p>
              {i18n.t('report.danger')} <a href={i18n.path('/help')}>{i18n.t('report.danger-link')}</a>
            </p>
          </Notice>
        )}
        {signedIn && (
          <p>
            <WayOn href={i18n.path(decisionsPath)}>{i18n.t('report.outcome')}</WayOn>
          </p>
        )}
        <p>
          <WayOn href={i18n.path(item.path)}>{i18n.t('report.back')}</WayOn>
        </p>
      </PageHead>
    </Page>
  );
}
