import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { answerPath, renderParts, textContextOf, type AnswerPage, type DrawMechanism } from '#modules/answers/index.ts';
import { titleOfQuestion } from '#modules/conditions/index.ts';
import { formatSource, renderInline, Sanitized, sourceInBrief } from '#modules/knowledge/index.ts';
import { mostWordsInShort, type AnswerFault, type checkOneAnswer } from '#modules/packs/index.ts';
import { deskPath } from '#modules/review/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Editor, FieldFaults, Readings, SourcePicker, TwoTexts } from '#ui/editor/editor.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { ClaimProblem } from './claim-form.ts';
import { ClaimsFields } from './claims.views.tsx';
import { siteWordsOf } from './fault-words.ts';
import type { Hint } from './hints.ts';
import type { Proposal, Source, Typed } from './proposal.ts';
import type { Pasted } from './source-paste.ts';

export const editPath = (slug: string, questionId: string, language: string): string =>
  `${deskPath(slug, questionId, language)}/edit`;

/** What is in the way of handing a text in. */
export type Trouble =
  | { problem: 'nothing-changed' | 'no-reason' | 'no-name' | 'not-a-slip' | 'faults' | 'claims' }
  | { problem: 'claims-changed'; ids: readonly string[] }
  | { problem: 'conflict'; theirs: { short: string; body: string; number: number } }
  | { problem: 'other-window'; theirs: { short: string; body: string } };

export interface EditorView {
  /** As readers see it now. */
  page: AnswerPage;
  /** As it would be; absent where the text cannot be read as markdown. */
  preview: AnswerPage | undefined;
  typed: Typed;
  /** As they stand in the form, by name: also where they are no numbers. */
  claimsTyped: Readonly<Record<string, string>>;
  claimProblems: readonly ClaimProblem[];
  tab: string;
  /** The version of the draft that this page shows. */
  seen: number;
  draft: Proposal | undefined;
  checked: ReturnType<typeof checkOneAnswer>;
  hints: { short: readonly Hint[]; body: readonly Hint[] };
  suggestion: { passage: string | null; wrong: string; source: string | null } | undefined;
  others: readonly { authorName: string; state: string }[];
  aside: Proposal | undefined;
  search: { words: string; found: readonly { id: string; csl: unknown }[] } | undefined;
  paste: { text: string; problem: Extract<Pasted, { problem: string }> | undefined } | undefined;
  trouble: Trouble | undefined;
  saved: boolean;
}

/** Writes an answer: a plain form, which a script makes quicker and nothing else. */
export function EditorPage({
  view,
  frame,
  script,
  drawMechanism,
}: {
  view: EditorView;
  frame: SiteFrame;
  /** Where the script of this page lies. */
  script: string;
  drawMechanism: DrawMechanism;
}) {
  const { i18n } = frame;
  const { page, typed, trouble } = view;
  const { condition, question, answer } = page;
  const title = titleOfQuestion(condition, question, i18n.language);
  const path = editPath(condition.slug, question.id, answer.language);
  const { language } = answer;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('editing.title-of', { question: title }), path, noindex: true, scripts: [script] }}
    >
      <PageHead
        title={i18n.t('editing.title-of', { question: title })}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('desk.title'), href: i18n.path('/review') },
              { text: title, href: i18n.path(deskPath(condition.slug, question.id, language)) },
            ]}
          />
        }
      >
        <p>
          {i18n.t('editing.about', { language: i18n.languageName(language), number: answer.revision.number })}{' '}
          <a href={i18n.in(language).path(answerPath(condition.slug, question.id))}>{i18n.t('desk.as-readers')}</a>
        </p>
        <Notes view={view} i18n={i18n} path={path} />
      </PageHead>
      <Editor shown={<Preview view={view} frame={frame} drawMechanism={drawMechanism} />}>
        <form method="post" action={i18n.path(path)} data-editor>
          {trouble && <TroubleSummary view={view} trouble={trouble} i18n={i18n} />}
          {/* the first button is what Enter presses: it keeps, and never publishes */}
          <button class="visually-hidden" name="act" value="save" tabindex={-1} aria-hidden="true">
            {i18n.t('editing.save')}
          </button>
          <input type="hidden" name="tab" value={view.tab} />
          <input type="hidden" name="seen" value={view.seen} />
          <input type="hidden" name="suggestion" value={typed.suggestionId ?? ''} />
          <div class="flow">
            <Field
              i18n={i18n}
              id="short"
              name="short"
              kind="textarea"
              label={i18n.t('answers.short')}
              help={i18n.t('editing.short-help', { most: mostWordsInShort })}
              value={typed.short}
              lang={language}
            />
            <div id="live-short" data-live>
              <ShortReadings view={view} i18n={i18n} />
              <Faults field="short" view={view} i18n={i18n} />
            </div>
          </div>
          <div class="flow">
            <Field
              i18n={i18n}
              id="body"
              name="body"
              kind="textarea"
              label={i18n.t('history.body')}
              help={i18n.t('editing.body-help')}
              value={typed.body}
              lang={language}
            />
            <div id="live-body" data-live>
              <BodyReadings view={view} i18n={i18n} />
              <Faults field="body" view={view} i18n={i18n} />
              <Hints hints={[...view.hints.short, ...view.hints.body]} language={language} i18n={i18n} />
            </div>
            <Fold summary={i18n.t('editing.how')}>
              <MarkdownHelp i18n={i18n} />
            </Fold>
          </div>
          <Sources view={view} i18n={i18n} />
          {condition.claims.length > 0 && <ClaimsFields view={view} i18n={i18n} />}
          <HandIn view={view} i18n={i18n} />
        </form>
      </Editor>
    </Page>
  );
}

/** What whoever writes is to know before they begin. */
function Notes({ view, i18n, path }: { view: EditorView; i18n: I18n; path: string }) {
  const { suggestion, others, aside, draft, saved } = view;
  return (
    <>
      <div id="live-state" data-live role="status">
        {draft && (
          <p class="soft">
            {i18n.t(saved ? 'editing.saved' : 'editing.kept', { time: draft.changedAt.toISOString().slice(11, 16) })}
          </p>
        )}
      </div>
      {suggestion && (
        <Notice kind="people" role="note">
          <p>
            <b>{i18n.t('editing.suggested')}</b>
          </p>
          {suggestion.passage && <blockquote>{suggestion.passage}</blockquote>}
          <p>{suggestion.wrong}</p>
          {suggestion.source && <p>{i18n.t('suggestions.source', { source: suggestion.source })}</p>}
        </Notice>
      )}
      {others.length > 0 && (
        <Notice role="note">
          <p>{i18n.t('editing.others', { names: i18n.list(others.map(({ authorName }) => authorName)) })}</p>
        </Notice>
      )}
      {aside && !draft && (
        <Notice role="status">
          <p>{i18n.t('editing.aside')}</p>
          <form method="post" action={i18n.path(path)}>
            <Button kind="second" name="act" value={`bring-back ${aside.id}`}>
              {i18n.t('editing.bring-back')}
            </Button>
          </form>
        </Notice>
      )}
    </>
  );
}

function TroubleSummary({ view, trouble, i18n }: { view: EditorView; trouble: Trouble; i18n: I18n }) {
  const { problem } = trouble;
  const href = {
    'nothing-changed': '#body',
    'no-reason': '#why',
    'no-name': '#name',
    'not-a-slip': '#ways',
    faults: view.checked.faults.some(({ field, severity }) => field === 'short' && severity === 'fault')
      ? '#short'
      : '#body',
    claims: '#numbers',
    'claims-changed': '#numbers',
    conflict: '#both',
    'other-window': '#both',
  }[problem];
  const language = view.page.answer.language;
  return (
    <>
      <ErrorSummary
        title={i18n.t('editing.not-yet')}
        reassurance={i18n.t('desk.wrong.kept')}
        errors={[{ text: i18n.t(`editing.trouble.${problem}`), href }]}
      />
      {(trouble.problem === 'conflict' || trouble.problem === 'other-window') && (
        <section class="flow" id="both" aria-labelledby="both-title">
          <h2 id="both-title">{i18n.t('editing.both')}</h2>
          <p>{i18n.t(`editing.both-${trouble.problem}`)}</p>
          <TwoTexts
            texts={[
              { title: i18n.t('editing.yours'), text: whole(view.typed), lang: language },
              {
                title: i18n.t(trouble.problem === 'conflict' ? 'editing.theirs' : 'editing.other-window'),
                text: whole(trouble.theirs),
                lang: language,
              },
            ]}
          />
          <ButtonRow>
            <Button kind="second" name="act" value={trouble.problem === 'conflict' ? 'mine' : 'mine-window'}>
              {i18n.t(trouble.problem === 'conflict' ? 'editing.resolved' : 'editing.take-mine')}
            </Button>
            <Button kind="second" name="act" value={trouble.problem === 'conflict' ? 'theirs' : 'theirs-window'}>
              {i18n.t('editing.take-theirs')}
            </Button>
          </ButtonRow>
        </section>
      )}
    </>
  );
}

const whole = ({ short, body }: { short: string; body: string }) => `${short}\n\n${body}`;

const grade = (value: number, i18n: I18n) => i18n.number(value, { maximumFractionDigits: 1 });

function ShortReadings({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { report } = view.checked;
  if (!report) return null;
  const tooMany = report.shortWords > mostWordsInShort;
  return (
    <Readings
      readings={[
        {
          name: i18n.t('editing.words'),
          value: i18n.t('editing.words-of', { words: report.shortWords, most: mostWordsInShort }),
          ...(tooMany && { over: i18n.t('editing.too-many') }),
        },
        {
          name: i18n.t('editing.school-year'),
          value: grade(report.short.grade, i18n),
          ...(!report.short.readable && { over: i18n.t('editing.over', { most: 6 }) }),
        },
      ]}
    />
  );
}

function BodyReadings({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { report } = view.checked;
  if (!report) return null;
  return (
    <Readings
      readings={[
        { name: i18n.t('editing.words'), value: i18n.number(report.body.words) },
        {
          name: i18n.t('editing.school-year'),
          value: grade(report.body.grade, i18n),
          ...(!report.body.readable && { over: i18n.t('editing.over', { most: 8 }) }),
        },
      ]}
    />
  );
}

/** What is wrong in a field, in the words of the site where there are any. */
function Faults({ field, view, i18n }: { field: AnswerFault['field']; view: EditorView; i18n: I18n }) {
  const says = ({ reason }: AnswerFault): Child => {
    const words = siteWordsOf(reason);
    return words.key ? i18n.t(words.key, words.values) : <span lang="en">{words.reason}</span>;
  };
  return (
    <FieldFaults
      id={`faults-${field}`}
      faults={view.checked.faults
        .filter((fault) => fault.field === field)
        .map((fault) => ({
          ...(field === 'body' && { where: i18n.t('editing.line', { line: fault.line }) }),
          says: says(fault),
        }))}
    />
  );
}

function Hints({ hints, language, i18n }: { hints: readonly Hint[]; language: LanguageTag; i18n: I18n }) {
  if (hints.length === 0) return null;
  return (
    <Fold summary={i18n.t('editing.hints', { count: hints.length })}>
      <ul>
        {hints.map(({ sentence, words }) => (
          <li>
            <q lang={language}>{sentence}</q> {i18n.t('editing.hint', { words })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const MarkdownHelp = ({ i18n }: { i18n: I18n }) => (
  <dl class="flow">
    {(
      [
        ['## …', 'heading'],
        ['[@albanese2013]', 'cite'],
        [':claim[prevalence-steeves-2012]', 'claim'],
        [':term[…]{#basal-ganglia}', 'term'],
        ['[…](/conditions/dystonia)', 'link'],
        [':::note … :::', 'note'],
      ] as const
    ).map(([code, key]) => (
      <div>
        <dt>
          <code>{code}</code>
        </dt>
        <dd>{i18n.t(`editing.how-${key}`)}</dd>
      </div>
    ))}
  </dl>
);

/** Sources to cite: those there are, found by words, and those that are new. */
function Sources({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { search, paste, typed } = view;
  const asFound = ({ id, csl }: { id: string; csl: unknown }, action?: Child) => {
    const { title, published } = sourceInBrief(csl);
    return { cite: `[@${id}]`, title, text: published, action };
  };
  return (
    <section class="flow" aria-labelledby="sources-title" id="cite">
      <h2 id="sources-title">{i18n.t('editing.sources')}</h2>
      <div class="flow">
        <Field
          i18n={i18n}
          id="find"
          name="find"
          label={i18n.t('editing.find')}
          help={i18n.t('editing.find-help')}
          value={search?.words}
          optional
        />
        <Button kind="second" name="act" value="find">
          {i18n.t('editing.find-go')}
        </Button>
        {search &&
          (search.found.length > 0 ? (
            <SourcePicker sources={search.found.map((source) => asFound(source))} />
          ) : (
            <p role="status">{i18n.t('editing.find-none')}</p>
          ))}
      </div>
      {typed.sources.length > 0 && (
        <div class="flow">
          <h3>{i18n.t('editing.new-sources')}</h3>
          <SourcePicker
            sources={typed.sources.map((csl: Source) =>
              asFound(
                { id: csl.id, csl },
                <Button kind="second" name="act" value={`drop-source ${csl.id}`}>
                  {i18n.t('editing.drop-source')}
                </Button>,
              ),
            )}
          />
        </div>
      )}
      <Fold summary={i18n.t('editing.add-source')} open={paste?.problem !== undefined}>
        <Field
          i18n={i18n}
          id="paste"
          name="paste"
          kind="textarea"
          label={i18n.t('editing.paste')}
          help={i18n.t('editing.paste-help')}
          error={
            paste?.problem &&
            i18n.t(`editing.paste-wrong.${paste.problem.problem}`, { detail: paste.problem.detail ?? '' })
          }
          value={paste?.text}
          optional
        />
        <Button kind="second" name="act" value="add-source">
          {i18n.t('editing.paste-go')}
        </Button>
      </Fold>
    </section>
  );
}

/** What changed and why, under which name, and the ways before readers. */
function HandIn({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { typed, trouble, draft } = view;
  return (
    <section class="flow" aria-labelledby="ways-title" id="ways">
      <h2 id="ways-title">{i18n.t('editing.ready')}</h2>
      <Field
        i18n={i18n}
        id="why"
        name="why"
        label={i18n.t('editing.why')}
        help={i18n.t('editing.why-help')}
        error={trouble?.problem === 'no-reason' ? i18n.t('editing.trouble.no-reason') : undefined}
        value={typed.why}
      />
      <Field
        i18n={i18n}
        id="name"
        name="name"
        label={i18n.t('editing.name')}
        help={i18n.t('editing.name-help')}
        error={trouble?.problem === 'no-name' ? i18n.t('editing.trouble.no-name') : undefined}
        value={typed.authorName}
      />
      <ButtonRow>
        <Button name="act" value="submit">
          {i18n.t('editing.submit')}
        </Button>
        <Button kind="second" name="act" value="preview">
          {i18n.t('editing.preview-go')}
        </Button>
        <Button kind="second" name="act" value="save">
          {i18n.t('editing.save')}
        </Button>
      </ButtonRow>
      <p class="help">{i18n.t('editing.submit-help')}</p>
      <Fold summary={i18n.t('editing.at-once')} open={trouble?.problem === 'not-a-slip'}>
        <p>{i18n.t('editing.typo-help')}</p>
        <Button kind="second" name="act" value="typo">
          {i18n.t('editing.typo')}
        </Button>
        <p>{i18n.t('editing.urgent-help')}</p>
        <Button kind="second" name="act" value="urgent">
          {i18n.t('editing.urgent')}
        </Button>
      </Fold>
      {draft && (
        <p>
          <Button kind="second" name="act" value={`put-aside ${draft.id}`}>
            {i18n.t('editing.put-aside')}
          </Button>
        </p>
      )}
    </section>
  );
}

function Preview({
  view,
  frame: { i18n },
  drawMechanism,
}: {
  view: EditorView;
  frame: SiteFrame;
  drawMechanism: DrawMechanism;
}) {
  const { preview } = view;
  return (
    <>
      <h2>{i18n.t('editing.preview')}</h2>
      <div id="live-preview" data-live class="flow">
        {preview ? (
          <PreviewText page={preview} i18n={i18n} drawMechanism={drawMechanism} />
        ) : (
          <p>{i18n.t('editing.no-preview')}</p>
        )}
      </div>
    </>
  );
}

function PreviewText({ page, i18n, drawMechanism }: { page: AnswerPage; i18n: I18n; drawMechanism: DrawMechanism }) {
  const { language, revision } = page.answer;
  const context = textContextOf(page, i18n.in(language));
  const short = renderInline(revision.short, context, i18n.t('answers.short'));
  const parts = renderParts(page, context, drawMechanism);
  const cited = context.citations.used();
  return (
    <div class="flow" lang={language}>
      <ShortAnswer i18n={i18n}>
        <Sanitized html={short} />
      </ShortAnswer>
      {parts.map((part) => (
        <section class="flow">
          {part.title && <h3>{part.title}</h3>}
          {part.blocks.map((block) =>
            block.kind === 'figure' ? <>{block.figure}</> : <Sanitized html={block.html} />,
          )}
        </section>
      ))}
      {cited.length > 0 && (
        <ol>
          {cited.map(({ key }) => (
            <li>{formatSource(page.sources.get(key), i18n.language).text}</li>
          ))}
        </ol>
      )}
    </div>
  );
}

/** A text that waits for a signature: it is left alone, or taken back to the pen. */
export function HandedInPage({
  page,
  proposal,
  state,
  note,
  href,
  done,
  frame,
}: {
  page: AnswerPage;
  proposal: Proposal;
  state: 'waiting' | 'in-review' | 'changes-asked';
  /** Of the reviewer. */
  note: string | undefined;
  /** Where reviewers see it. */
  href: string;
  /** It was handed in just now. */
  done: boolean;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { condition, question, answer } = page;
  const title = titleOfQuestion(condition, question, i18n.language);
  const path = editPath(condition.slug, question.id, answer.language);
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('editing.title-of', { question: title }), path, noindex: true }}
    >
      <PageHead
        title={i18n.t(done ? 'editing.handed-in' : 'editing.waits')}
        lede={title}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      >
        <p>{i18n.t(`editing.waits-${state}`)}</p>
        {note && (
          <Notice kind="knowledge" role="note">
            <p>{i18n.t('editing.asked', { note })}</p>
          </Notice>
        )}
        <p>{i18n.t('desk.proposed-why', { why: proposal.why })}</p>
        <p>
          <WayOn href={href}>{i18n.t('editing.see-proposal')}</WayOn>
        </p>
        {state !== 'in-review' && (
          <form method="post" action={i18n.path(path)}>
            <Button kind={state === 'changes-asked' ? 'does' : 'second'} name="act" value={`reopen ${proposal.id}`}>
              {i18n.t('editing.reopen')}
            </Button>
          </form>
        )}
      </PageHead>
    </Page>
  );
}
