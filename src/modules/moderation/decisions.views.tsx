import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Entries } from '#ui/entries/entries.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AuthorStanding } from './author.ts';
import type { ModeratedItem } from './items.ts';
import { decisionPath, decisionsPath } from './moderation.mails.ts';
import type { KeptAct } from './moderation.repository.ts';
import { reasonText } from './words.ts';

const toMe = (i18n: I18n, more: { text: string; href: string }[] = []) => (
  <Trail i18n={i18n} steps={[{ text: i18n.t('me.title'), href: i18n.path('/me') }, ...more]} />
);

export interface ReportedText {
  at: Date;
  reason: string;
  /** Undefined: it is not there any more, or cannot be read. */
  title: string | undefined;
  outcome: 'waits' | 'kept' | 'acted' | 'gone';
}

/** What moderators decided about what somebody wrote, and what became of what they reported. */
export function DecisionsPage({
  decisions,
  reports,
  author,
  frame,
}: {
  decisions: readonly (KeptAct & { title: string })[];
  reports: readonly ReportedText[];
  author: { standing: AuthorStanding; until?: Date };
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const limited = author.standing === 'restricted' || author.standing === 'banned';
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('decisions.title'), path: decisionsPath, noindex: true }}>
      <PageHead title={i18n.t('decisions.title')} lede={i18n.t('decisions.lede')} trail={toMe(i18n)}>
        {limited && (
          <Notice role="note">
            <p>
              {i18n.t(`decisions.you.${author.standing as 'banned'}`, {
                day: author.until ? i18n.date(author.until) : '',
              })}
            </p>
          </Notice>
        )}
      </PageHead>
      <Part id="about-yours" title={i18n.t('decisions.yours')}>
        {decisions.length === 0 ? (
          <Empty stones={[]} title={i18n.t('decisions.none')} />
        ) : (
          <Entries
            entries={decisions.map(({ id, title, kind, at }) => ({
              head: <a href={i18n.path(decisionPath(id))}>{title}</a>,
              detail: [i18n.t(`decisions.kind.${kind as 'hide'}`), i18n.date(at)].join(' · '),
            }))}
          />
        )}
      </Part>
      <Part id="reported" title={i18n.t('decisions.reported')}>
        {reports.length === 0 ? (
          <Empty stones={[]} title={i18n.t('decisions.reported-none')} />
        ) : (
          <Entries
            entries={reports.map(({ at, reason, title, outcome }) => ({
              head: title ?? i18n.t('decisions.gone-text'),
              detail: [
                i18n.t('decisions.you-said', { reason: reasonText(reason, i18n), day: i18n.date(at) }),
                i18n.t(`decisions.outcome.${outcome}`),
              ].join(' '),
            }))}
          />
        )}
      </Part>
    </Page>
  );
}

export interface DecisionView {
  decision: KeptAct;
  /** Something that was done about the author with it. */
  measure: KeptAct | undefined;
  /** The text as it is now; undefined: it is gone. */
  text: ModeratedItem | undefined;
  state: 'may-appeal' | 'appealed' | 'closed';
  /** What another moderator said about the appeal. */
  answer: KeptAct | undefined;
  /** The decision was replaced or taken back since. */
  over: boolean;
  typed?: string;
  problem?: 'long';
}

/** One decision: the reason, the text given back, and the way to another moderator. */
export function DecisionPage({ view, frame }: { view: DecisionView; frame: SiteFrame }) {
  const { i18n } = frame;
  const { decision, measure, text, answer } = view;
  const given = decision.text ?? text;
  const title = i18n.t(`decisions.kind.${decision.kind as 'hide'}`);
  return (
    <Page frame={frame} current="you" meta={{ title, path: decisionPath(decision.id), noindex: true }}>
      <PageHead
        title={title}
        lede={i18n.t(`moderation.told.${decision.kind as 'hide'}`)}
        trail={toMe(i18n, [{ text: i18n.t('decisions.title'), href: i18n.path(decisionsPath) }])}
      >
        {view.over && (
          <Notice role="note">
            <p>{i18n.t('decisions.over')}</p>
          </Notice>
        )}
        <Facts
          facts={[
            { name: i18n.t('decisions.day'), values: [i18n.date(decision.at)] },
            ...(decision.rule
              ? [{ name: i18n.t('decisions.why'), values: [i18n.t(`moderation.rule.${decision.rule}.to-author`)] }]
              : []),
            ...(decision.said
              ? [
                  {
                    name: i18n.t('decisions.said'),
                    values: [<span {...foreign(i18n, decision.language ?? i18n.language)}>{decision.said}</span>],
                  },
                ]
              : []),
            ...(measure
              ? [
                  {
                    name: i18n.t('decisions.for-you'),
                    values: [
                      i18n.t(`moderation.measure.${measure.kind as 'ban'}`, {
                        day: measure.until ? i18n.date(measure.until) : '',
                      }),
                    ],
                  },
                ]
              : []),
          ]}
        />
      </PageHead>
      {given && (
        <Part id="text" title={i18n.t('decisions.text')}>
          <div class="flow prose">
            <p class="soft">{i18n.t('decisions.text-yours')}</p>
            <blockquote class="flow" {...foreign(i18n, text?.language ?? i18n.language)}>
              {given.title && (
                <p>
                  <b>{given.title}</b>
                </p>
              )}
              {given.body.split(/\n{2,}/u).map((paragraph) => (
                <p>{paragraph}</p>
              ))}
            </blockquote>
          </div>
        </Part>
      )}
      <Part id="appeal" title={i18n.t('decisions.appeal')}>
        <Appeal view={view} answer={answer} i18n={i18n} />
      </Part>
    </Page>
  );
}

function Appeal({ view, answer, i18n }: { view: DecisionView; answer: KeptAct | undefined; i18n: I18n }) {
  const { decision, state, problem } = view;
  if (answer)
    return (
      <div class="flow">
        <p>{i18n.t(`moderation.told.${answer.kind as 'uphold'}`)}</p>
        {answer.said && <p {...foreign(i18n, answer.language ?? i18n.language)}>{answer.said}</p>}
      </div>
    );
  if (state === 'appealed') return <p role="status">{i18n.t('decisions.appeal-waits')}</p>;
  if (state === 'closed') return <p>{i18n.t('decisions.appeal-not')}</p>;
  const error = problem && i18n.t('report.wrong.long');
  return (
    <form class="flow" method="post" action={i18n.path(`${decisionPath(decision.id)}/appeal`)}>
      {error && (
        <ErrorSummary
          title={i18n.t('report.not-yet')}
          reassurance={i18n.t('report.kept')}
          errors={[{ text: error, href: '#words' }]}
        />
      )}
      <p>{i18n.t('decisions.appeal-text')}</p>
      <Field
        i18n={i18n}
        id="words"
        name="words"
        kind="textarea"
        label={i18n.t('decisions.appeal-words')}
        help={i18n.t('decisions.appeal-words-help')}
        error={error}
        value={view.typed}
        optional
      />
      <ButtonRow>
        <Button>{i18n.t('decisions.appeal-send')}</Button>
      </ButtonRow>
    </form>
  );
}

/** On somebody's own page: that there is something to read. */
export const DecisionsNotice = ({ i18n }: { i18n: I18n }) => (
  <p>
    <WayOn href={i18n.path(decisionsPath)}>{i18n.t('decisions.title')}</WayOn>
  </p>
);
