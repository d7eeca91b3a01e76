import type { I18n } from '#platform/i18n/i18n.ts';
import { answerPath, isWritten, type DrawMechanism, type Revision } from '#modules/answers/index.ts';
import { titleOfQuestion } from '#modules/conditions/index.ts';
import { deskPath } from '#modules/review/index.ts';
import { Button } from '#ui/button/button.tsx';
import { Editor } from '#ui/editor/editor.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Sources } from './cite.views.tsx';
import { ClaimsFields } from './claims.views.tsx';
import { WordsFields } from './editor-fields.views.tsx';
import { TroubleSummary } from './editor-trouble.views.tsx';
import { editPath, unwrittenPath, type EditorView } from './editor-view.usecases.ts';
import { HandIn } from './hand-in.views.tsx';
import { Preview } from './preview.views.tsx';
import { TranslationFields, TranslationNoted } from './translation.views.tsx';

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
  const { page, trouble } = view;
  const { condition, question, answer } = page;
  const title = titleOfQuestion(condition, question, i18n.language);
  const path = editPath(condition.slug, question.id, answer.language);
  const { language } = answer;
  const written = isWritten(answer.revision);
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
              written
                ? { text: title, href: i18n.path(deskPath(condition.slug, question.id, language)) }
                : { text: i18n.t('unwritten.title'), href: i18n.path(unwrittenPath(language)) },
            ]}
          />
        }
      >
        {written ? (
          <p>
            {i18n.t('editing.about', { language: i18n.languageName(language), number: answer.revision.number })}{' '}
            <a href={i18n.in(language).path(answerPath(condition.slug, question.id))}>{i18n.t('desk.as-readers')}</a>
          </p>
        ) : (
          <p>{i18n.t('editing.about-new', { language: i18n.languageName(language) })}</p>
        )}
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
          <input type="hidden" name="suggestion" value={view.typed.suggestionId ?? ''} />
          {view.original && <Original original={view.original} i18n={i18n} />}
          <TranslationFields view={view} i18n={i18n} />
          <WordsFields view={view} i18n={i18n} />
          <Sources view={view} i18n={i18n} />
          <ClaimsFields view={view} i18n={i18n} />
          <HandIn view={view} i18n={i18n} />
        </form>
      </Editor>
    </Page>
  );
}

/** What a translation is made from, to be read beside it or to begin with. */
const Original = ({ original, i18n }: { original: Revision; i18n: I18n }) => (
  <Fold summary={i18n.t('editing.original')} open>
    <pre class="original" lang="en">
      {`${original.short.trim()}\n\n${original.body.trim()}`}
    </pre>
    <Button kind="second" name="act" value="from-original">
      {i18n.t('editing.from-original')}
    </Button>
  </Fold>
);

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
      <TranslationNoted view={view} path={path} i18n={i18n} />
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
      {view.comments}
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
