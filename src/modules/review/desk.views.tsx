import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import {
  answerPath,
  changedParagraphs,
  readableText,
  readingOf,
  renderParts,
  textContextOf,
  type AnswerPage,
  type DrawMechanism,
} from '#modules/answers/index.ts';
import { namesOf, titleOfQuestion } from '#modules/conditions/index.ts';
import {
  claimText,
  DoubtNotice,
  formatSource,
  renderInline,
  Sanitized,
  SourcesPart,
  type Claim,
} from '#modules/knowledge/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Change } from '#ui/change/change.tsx';
import { Desk, Evidence } from '#ui/desk/desk.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { changesOf, type SignedForm } from './signed-changes.ts';
import type { Refusal, Reviewer } from './review.policy.ts';
import type { ProposedText } from './proposed-text.usecases.ts';
import { checks, undoMinutes, type Standing } from './review.ts';

export const deskPath = (slug: string, questionId: string, language: string): string =>
  `/review/${slug}/${questionId}/${language}`;

/** Of a version that readers see once it is signed. */
export const proposedPath = (slug: string, questionId: string, language: string, number: number): string =>
  `${deskPath(slug, questionId, language)}/proposed/${number}`;

export interface DeskView {
  page: AnswerPage;
  reviewer: Reviewer | undefined;
  standing: Standing;
  /** Who has it, or decided, if that is somebody else. */
  holder: Reviewer | undefined;
  refusals: readonly Refusal[];
  fingerprint: string;
  /** The version that carries the signature: another one where only a slip of the pen was corrected since. */
  signedAs: string;
  carried: boolean;
  /** What was signed last, or, for a proposal, what readers see now: to show what changed since. */
  before: { form: SignedForm; number: number; signed?: { on: string; by: string } } | undefined;
  proposal: ProposedText | undefined;
  now: Date;
  /** What was wrong with the form, and what was typed into it. */
  wrong?: { problem: 'checks' | 'note' | 'decision'; note: string; decision: string; checked: readonly string[] };
}

/** One text, what changed since somebody signed it, what it rests on, and one decision. */
export function DeskPage({
  view,
  frame,
  drawMechanism,
}: {
  view: DeskView;
  frame: SiteFrame;
  drawMechanism: DrawMechanism;
}) {
  const { i18n } = frame;
  const { page } = view;
  const { condition, question, answer } = page;
  const title = titleOfQuestion(condition, question, i18n.language);
  const path = view.proposal
    ? proposedPath(condition.slug, question.id, answer.language, answer.revision.number)
    : deskPath(condition.slug, question.id, answer.language);
  const inText = i18n.in(answer.language);
  const context = textContextOf(page, inText);
  const short = renderInline(answer.revision.short, context, i18n.t('answers.short'));
  const parts = renderParts(page, context, drawMechanism);
  const sources = SourcesPart({ i18n, citations: context.citations, sources: page.sources });
  const doubt = DoubtNotice({ i18n, citations: context.citations });
  const marked = answer.language === i18n.language ? {} : { lang: answer.language };
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('desk.title-of', { question: title }), path, noindex: true }}
    >
      <PageHead
        title={title}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      >
        <Facts
          facts={[
            {
              name: i18n.t('desk.text'),
              values: [
                i18n.t('desk.version-of', {
                  number: answer.revision.number,
                  language: i18n.languageName(answer.language),
                  day: i18n.date(answer.revision.textDate),
                  author: answer.revision.author,
                }),
              ],
            },
            {
              name: i18n.t('desk.reads-at'),
              values: [
                i18n.t('desk.grades', {
                  short: gradeOf(answer.revision.short, page, i18n),
                  body: gradeOf(answer.revision.body, page, i18n),
                }),
              ],
            },
            { name: i18n.t('desk.holds'), values: [i18n.t('desk.months', { months: question.reviewMonths })] },
          ]}
        />
        {view.proposal && (
          <Notice kind="knowledge" role="note">
            <p>
              <b>{i18n.t('desk.proposed')}</b> {i18n.t('desk.proposed-means')}
            </p>
            <p>{i18n.t('desk.proposed-why', { why: view.proposal.why })}</p>
            {view.proposal.outdated && <p>{i18n.t('desk.proposed-outdated')}</p>}
          </Notice>
        )}
        {page.original && (
          <Notice role="note">
            <p>{i18n.t('answers.original-newer', { day: i18n.date(page.original.revision.textDate) })}</p>
          </Notice>
        )}
        {doubt}
        {view.carried && (
          <Notice role="note">
            <p>{i18n.t('desk.carried')}</p>
          </Notice>
        )}
        <p>
          <WayOn href={i18n.in(answer.language).path(answerPath(condition.slug, question.id))}>
            {i18n.t('desk.as-readers')}
          </WayOn>
        </p>
        {!view.proposal && (
          <p>
            <WayOn href={i18n.path(`${path}/edit`)}>{i18n.t('desk.edit')}</WayOn>
          </p>
        )}
      </PageHead>
      <Desk decide={<Decide view={view} path={path} frame={frame} />}>
        {view.before && <Changes view={view} i18n={i18n} />}
        <section class="flow" aria-labelledby="whole">
          <h2 id="whole">{i18n.t(view.before ? 'desk.whole' : 'desk.whole-first')}</h2>
          <div class="flow" {...marked}>
            <ShortAnswer i18n={i18n}>
              <Sanitized html={short} />
            </ShortAnswer>
            {parts.map((part) => (
              <section class="flow prose">
                {part.title && <h3>{part.title}</h3>}
                {part.blocks.map((block) =>
                  block.kind === 'figure' ? <>{block.figure}</> : <Sanitized html={block.html} />,
                )}
              </section>
            ))}
          </div>
        </section>
      </Desk>
      {sources}
    </Page>
  );
}

/** The school year by the first formula of the text's language. */
function gradeOf(markdown: string, { condition, answer }: AnswerPage, i18n: I18n): string {
  const names = namesOf(condition, answer.language);
  const text = readableText(parseMarkdown(markdown), [names.preferred, names.inSentence, ...names.synonyms]);
  const { grade } = readingOf(text, answer.language === 'es' ? 'es' : 'en');
  return i18n.number(Math.max(0, grade), { maximumFractionDigits: 0 });
}

/** Words, numbers and sources that are not as they were signed. */
function Changes({ view: { page, before, proposal }, i18n }: { view: DeskView; i18n: I18n }) {
  const { form, number, signed } = before!;
  const { revision } = page.answer;
  const { claims: named, sources } = changesOf(form, page);
  // whoever signs the text sees every number that is changed with it
  const claims = [...named, ...(proposal?.claims ?? []).filter(({ id }) => named.every((each) => each.id !== id))];
  const wordsChanged = form.short !== revision.short || form.body !== revision.body;
  return (
    <section class="flow" aria-labelledby="changes">
      <h2 id="changes">{i18n.t('desk.changes')}</h2>
      <p>
        {signed
          ? i18n.t('desk.changes-since', { number, day: i18n.date(signed.on), name: signed.by })
          : i18n.t('desk.changes-proposed', { number })}
      </p>
      {form.short !== revision.short && (
        <Change
          i18n={i18n}
          id="change-short"
          title={i18n.t('answers.short')}
          paragraphs={changedParagraphs(form.short, revision.short)}
        />
      )}
      {form.body !== revision.body && (
        <Change
          i18n={i18n}
          id="change-body"
          title={i18n.t('history.body')}
          paragraphs={changedParagraphs(form.body, revision.body).filter((pieces) =>
            pieces.some(({ added, removed }) => added ?? removed),
          )}
        />
      )}
      {(claims.length > 0 || sources.length > 0) && (
        <Evidence>
          {claims.map(({ id, before, now }) => (
            <p>
              <b>{id}</b>{' '}
              {i18n.t('desk.claim-change', {
                before: before ? numberInWords(before, i18n) : i18n.t('desk.none'),
                now: now ? numberInWords(now, i18n) : i18n.t('desk.none'),
              })}
            </p>
          ))}
          {sources.map(({ key, before, now }) => (
            <p>
              <b>{key}</b>{' '}
              {i18n.t(
                now === undefined
                  ? 'desk.source-gone'
                  : before === undefined
                    ? 'desk.source-new'
                    : 'desk.source-changed',
                {
                  source: formatSource(now ?? before, i18n.language).text,
                },
              )}
            </p>
          ))}
        </Evidence>
      )}
      {!wordsChanged && claims.length === 0 && sources.length === 0 && <p>{i18n.t('desk.nothing-changed')}</p>}
    </section>
  );
}

const numberInWords = (claim: Claim, i18n: I18n) => claimText(claim, 'whole', i18n);

/** What can be decided now, and by whom; or why nothing can. */
function Decide({ view, path, frame }: { view: DeskView; path: string; frame: SiteFrame }) {
  const { i18n } = frame;
  const { standing, reviewer, refusals, holder } = view;
  const action = i18n.path(path);
  const mine = reviewer !== undefined && standing.reviewerId === reviewer.id;
  const undoable =
    mine &&
    !view.carried &&
    (standing.state === 'signed' || standing.state === 'changes-asked') &&
    view.now.getTime() - standing.since!.getTime() <= undoMinutes * 60_000;
  if (!reviewer) return <p>{i18n.t('desk.no-profile')}</p>;
  if (standing.state === 'in-review' && mine) return <DecisionForm view={view} action={action} i18n={i18n} />;
  const says: Child =
    standing.state === 'in-review'
      ? i18n.t('desk.taken', { name: holder?.name ?? '', day: i18n.date(standing.since!) })
      : standing.state === 'changes-asked'
        ? i18n.t('desk.asked', { name: holder?.name ?? '', note: standing.note ?? '' })
        : standing.state === 'signed'
          ? i18n.t('desk.signed-by', { name: standing.signature!.signatory.name })
          : standing.state === 'withdrawn'
            ? i18n.t('desk.withdrawn-by', { note: standing.note ?? '' })
            : i18n.t('desk.free');
  return (
    <>
      <h2>{i18n.t('desk.decision')}</h2>
      <p>{says}</p>
      {standing.state === 'waiting' && standing.note && <p>{i18n.t('desk.handed-back', { note: standing.note })}</p>}
      {undoable && (
        <form method="post" action={action}>
          <input type="hidden" name="act" value="undo" />
          <Button kind="second">{i18n.t('desk.undo')}</Button>
        </form>
      )}
      {standing.state !== 'in-review' &&
        (refusals.length > 0 ? (
          <Notice role="note">
            <p>{i18n.t('desk.may-not')}</p>
            <ul>
              {refusals.map((reason) => (
                <li>{i18n.t(`desk.refusal.${reason}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <form method="post" action={action}>
            <input type="hidden" name="act" value="take" />
            <Button kind={undoable ? 'second' : 'does'}>
              {i18n.t(standing.state === 'signed' ? 'desk.take-again' : 'desk.take')}
            </Button>
          </form>
        ))}
      {standing.state === 'signed' && (
        <form class="flow" method="post" action={action}>
          <Field
            i18n={i18n}
            id="reason"
            name="note"
            kind="textarea"
            label={i18n.t('desk.withdraw-why')}
            help={i18n.t('desk.withdraw-help')}
            error={view.wrong?.problem === 'note' ? i18n.t('desk.wrong.note') : undefined}
            value={view.wrong?.note}
          />
          <input type="hidden" name="act" value="withdraw" />
          <Button kind="second">{i18n.t('desk.withdraw')}</Button>
        </form>
      )}
    </>
  );
}

const wrongField = { checks: 'checks', note: 'note', decision: 'decisions' } as const;

function DecisionForm({
  view: { wrong, fingerprint, refusals },
  action,
  i18n,
}: {
  view: DeskView;
  action: string;
  i18n: I18n;
}) {
  return (
    <form class="flow" method="post" action={action}>
      {wrong && (
        <ErrorSummary
          title={i18n.t('desk.wrong.title')}
          reassurance={i18n.t('desk.wrong.kept')}
          errors={[{ text: i18n.t(`desk.wrong.${wrong.problem}`), href: `#${wrongField[wrong.problem]}` }]}
        />
      )}
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="shown" value={fingerprint} />
      {refusals.length > 0 && (
        <Notice role="note">
          <p>{i18n.t('desk.may-not')}</p>
          <ul>
            {refusals.map((reason) => (
              <li>{i18n.t(`desk.refusal.${reason}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div id="checks">
        <Choices
          legend={i18n.t('desk.checks')}
          name="check"
          type="checkbox"
          error={wrong?.problem === 'checks' ? i18n.t('desk.wrong.checks') : undefined}
          choices={checks.map((check) => ({
            value: check,
            text: i18n.t(`desk.check.${check}`),
            checked: wrong?.checked.includes(check) ?? false,
          }))}
        />
      </div>
      <div id="decisions">
        <Choices
          legend={i18n.t('desk.decision')}
          name="decision"
          error={wrong?.problem === 'decision' ? i18n.t('desk.wrong.decision') : undefined}
          choices={(['approve', 'ask-changes', 'hand-back'] as const).map((decision) => ({
            value: decision,
            text: i18n.t(`desk.decide.${decision}`),
            help: i18n.t(`desk.decide.${decision}-means`),
            checked: wrong?.decision === decision,
          }))}
        />
      </div>
      <Field
        i18n={i18n}
        id="note"
        name="note"
        kind="textarea"
        label={i18n.t('desk.note')}
        help={i18n.t('desk.note-help')}
        error={wrong?.problem === 'note' ? i18n.t('desk.wrong.note') : undefined}
        value={wrong?.note}
        optional
      />
      <ButtonRow>
        <Button>{i18n.t('desk.record')}</Button>
      </ButtonRow>
      <p class="help">{i18n.t('desk.undo-help', { minutes: undoMinutes })}</p>
    </form>
  );
}
