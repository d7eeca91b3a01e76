import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { isWritten, type AnswerPage } from '#modules/answers/index.ts';
import { titleOfQuestion } from '#modules/conditions/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { editPath, type EditorView } from './editor-view.usecases.ts';
import type { Proposal } from './proposal.ts';

/** What changed and why, under which name, and the ways before readers. */
export function HandIn({ view, i18n }: { view: EditorView; i18n: I18n }) {
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
      {isWritten(view.page.answer.revision) && (
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
      )}
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

/** A text that waits for a signature: it is left alone, or taken back to the pen. */
export function HandedInPage({
  page,
  proposal,
  state,
  note,
  href,
  comments,
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
  /** Said about passages of it. */
  comments: Child;
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
            <p class="said">{i18n.t('editing.asked', { note })}</p>
          </Notice>
        )}
        {comments}
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
