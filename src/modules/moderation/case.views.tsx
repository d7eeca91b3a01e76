import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { changedParagraphs } from '#modules/answers/index.ts';
import { Change } from '#ui/change/change.tsx';
import { Desk, Evidence } from '#ui/desk/desk.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AuthorStanding } from './author.ts';
import { DecideBox } from './decide.views.tsx';
import type { ModeratedItem } from './items.ts';
import type { Actor } from './moderation.policy.ts';
import type { KeptAct } from './moderation.repository.ts';
import type { DeskForm, DeskProblem } from './moderation.schemas.ts';
import type { Case, Refusal } from './moderation.ts';
import { casePath, DoneNotice, queuePath } from './queue.views.tsx';
import { nameOfText } from './report.views.tsx';
import { rules } from './rules.ts';
import { ageText, authorText, reasonText } from './words.ts';
import { urgencyOf } from './urgency.ts';

export interface CaseView {
  text: ModeratedItem;
  acts: readonly KeptAct[];
  state: Case;
  version: number;
  /** Whoever looks. */
  me: Actor;
  /** They are a moderator; stewards look. */
  decides: boolean;
  /** Names of moderators, by account. */
  names: ReadonlyMap<string, string>;
  author: { standing: AuthorStanding; until?: Date } | undefined;
  /** Decisions about other texts of the same author, the newest first. */
  earlier: readonly KeptAct[];
  /** Reviewed answers that a note can lead to. */
  answers: readonly { questionId: string; title: string }[];
  undoable: { batch: string; count: number } | undefined;
  now: Date;
  /** What was wrong with the form. */
  wrong?: DeskProblem;
  /** What was in the form. */
  typed?: DeskForm;
  /** Why it could not be done. */
  refused?: Refusal | 'changed-since';
}

const Words = ({ body, language, i18n }: { body: string; language: string; i18n: I18n }) => (
  <div class="flow" {...foreign(i18n, language)}>
    {body.split(/\n{2,}/u).map((paragraph) => (
      <p>{paragraph}</p>
    ))}
  </div>
);

/** One text, why it waits, what was decided before, and one decision. */
export function CasePage({ view, frame }: { view: CaseView; frame: SiteFrame }) {
  const { i18n } = frame;
  const { text, state, now } = view;
  const urgency = urgencyOf(state);
  const title = nameOfText(text);
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('moderate.title-of', { title }), path: casePath(text.id), noindex: true }}
    >
      <PageHead
        title={<span {...foreign(i18n, text.language)}>{title}</span>}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('moderate.title'), href: i18n.path(queuePath) }]} />}
      >
        {view.undoable && <DoneNotice done={view.undoable} i18n={i18n} />}
        <Facts
          facts={[
            {
              name: i18n.t('moderate.case.state'),
              values: [
                <>
                  {state.withdrawn ? i18n.t('moderate.case.withdrawn') : i18n.t(`moderate.standing.${state.standing}`)}{' '}
                  {text.demo && <Tag kind="demo">{i18n.t('experience.demo')}</Tag>}
                </>,
              ],
            },
            {
              name: i18n.t('moderate.case.waits'),
              values: [
                urgency
                  ? i18n.t('moderate.case.since', { age: ageText(urgency.since, now, i18n) })
                  : i18n.t('moderate.case.not'),
              ],
            },
            {
              name: i18n.t('moderate.case.by'),
              values: [
                text.authorName ?? i18n.t('moderate.case.nameless'),
                ...(view.author ? [authorText(view.author, i18n)] : []),
                ...(text.relation ? [i18n.t(`by.${text.relation}`)] : []),
                ...(text.ofAgeIn === null ? [] : [i18n.t('moderate.case.minor', { year: String(text.ofAgeIn) })]),
              ],
            },
          ]}
        />
        <p>
          <WayOn href={i18n.path(text.path)}>{i18n.t('moderate.case.as-readers')}</WayOn>
        </p>
      </PageHead>
      <Desk decide={<DecideBox view={view} frame={frame} />}>
        <Why view={view} i18n={i18n} />
        <section class="flow" aria-labelledby="text">
          <h2 id="text">{i18n.t('moderate.case.text')}</h2>
          {text.title && <h3 {...foreign(i18n, text.language)}>{text.title}</h3>}
          <Words body={text.body} language={text.language} i18n={i18n} />
        </section>
        <History text={text} i18n={i18n} />
        <Before view={view} i18n={i18n} />
        <Rules i18n={i18n} />
      </Desk>
    </Page>
  );
}

/** What people and the site said is wrong. */
function Why({ view: { acts, state, now }, i18n }: { view: CaseView; i18n: I18n }) {
  const open = acts.filter(
    ({ kind, at, reporterId, reason }) =>
      kind === 'reported' &&
      state.reports.some(
        (report) =>
          report.at.getTime() === at.getTime() && report.reporterId === reporterId && report.reason === reason,
      ),
  );
  const appeal = state.appeal && acts.findLast(({ kind }) => kind === 'appeal');
  const flags = Object.entries(state.flags);
  if (open.length === 0 && flags.length === 0 && !appeal) return null;
  return (
    <section class="flow" aria-labelledby="why">
      <h2 id="why">{i18n.t('moderate.case.why')}</h2>
      {flags.map(([flag, since]) => (
        <p>
          <Tag kind={flag === 'crisis' ? 'alarm' : 'plain'}>{reasonText(flag, i18n)}</Tag>{' '}
          {i18n.t(`moderate.flag.${flag as 'held'}`)} <span class="soft">({ageAgo(since, now, i18n)})</span>
        </p>
      ))}
      {open.map(({ at, reason, text, weight, reporterId }) => (
        <Evidence>
          <p>
            <b>{reasonText(reason ?? 'other', i18n)}</b>{' '}
            <span class="soft">
              {i18n.t(reporterId === null ? 'moderate.report.nameless' : 'moderate.report.member')},{' '}
              {ageAgo(at, now, i18n)}
            </span>
          </p>
          {text && <p>{text.body}</p>}
          {weight !== undefined && weight < 40 && <p class="soft">{i18n.t('moderate.report.light')}</p>}
        </Evidence>
      ))}
      {appeal && (
        <Evidence>
          <p>
            <b>{i18n.t('moderate.why.appeal')}</b> <span class="soft">{ageAgo(appeal.at, now, i18n)}</span>
          </p>
          <p>{appeal.text?.body ?? i18n.t('moderate.appeal.wordless')}</p>
        </Evidence>
      )}
    </section>
  );
}

const ageAgo = (since: Date, now: Date, i18n: I18n) => i18n.t('moderate.ago', { age: ageText(since, now, i18n) });

/** How the text became what it is: the last change open, those before folded. */
function History({ text, i18n }: { text: ModeratedItem; i18n: I18n }) {
  const versions = text.revisions;
  const changes = versions.slice(1).map((to, index) => ({ from: versions[index]!, to, id: index + 1 }));
  const [last, ...older] = changes.reverse();
  if (!last) return null;
  const show = ({ from, to, id }: typeof last) => (
    <Change
      i18n={i18n}
      id={`change-${id}`}
      title={i18n.t('moderate.case.change', { day: i18n.date(to.at) })}
      paragraphs={changedParagraphs(whole(from), whole(to))}
    />
  );
  return (
    <section class="flow" aria-labelledby="history">
      <h2 id="history">{i18n.t('moderate.case.history')}</h2>
      {show(last)}
      {older.length > 0 && <Fold summary={i18n.t('moderate.case.older')}>{older.map(show)}</Fold>}
    </section>
  );
}

const whole = ({ title, body }: { title: string | null; body: string }) => (title ? `${title}\n\n${body}` : body);

/** What was decided before: about this text, and about others of the same author. Never who the author is. */
function Before({ view: { acts, earlier, names }, i18n }: { view: CaseView; i18n: I18n }) {
  const here = acts.filter(({ kind }) => !['reported', 'flagged', 'assigned', 'released'].includes(kind));
  const line = (act: KeptAct) => ({
    name: i18n.date(act.at),
    values: [
      [
        i18n.t(`moderate.act.${act.kind as 'keep'}`),
        ...(act.rule ? [i18n.t(`moderation.rule.${act.rule}`)] : []),
        ...(act.until ? [i18n.t('moderate.until', { day: i18n.date(act.until) })] : []),
        ...(act.moderatorId ? [names.get(act.moderatorId) ?? i18n.t('moderate.somebody')] : []),
      ].join(' · '),
      ...(act.said ? [act.said] : []),
    ],
  });
  return (
    <section class="flow" aria-labelledby="before">
      <h2 id="before">{i18n.t('moderate.case.before')}</h2>
      {here.length > 0 && (
        <>
          <h3>{i18n.t('moderate.case.before-here')}</h3>
          <Facts facts={here.map(line)} />
        </>
      )}
      {earlier.length > 0 && (
        <>
          <h3>{i18n.t('moderate.case.before-author')}</h3>
          <Facts facts={earlier.map(line)} />
        </>
      )}
      {here.length === 0 && earlier.length === 0 && <p>{i18n.t('moderate.case.before-none')}</p>}
    </section>
  );
}

/** The rules, and what an author reads of each, in both languages: what is sent is never a surprise. */
function Rules({ i18n }: { i18n: I18n }) {
  const languages = ['en', 'es'] as const;
  return (
    <Fold summary={i18n.t('moderate.case.rules')}>
      <Facts
        facts={rules.map((rule) => ({
          name: i18n.t(`moderation.rule.${rule}`),
          values: languages.map((language) => (
            <span {...foreign(i18n, language)}>{i18n.in(language).t(`moderation.rule.${rule}.to-author`)}</span>
          )),
        }))}
      />
    </Fold>
  );
}
