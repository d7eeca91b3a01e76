import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { signInPath } from '#modules/members/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { Gentle, SaveLine } from '#ui/writing/writing.tsx';
import { prompts, type DraftContent } from './draft.ts';
import { CrisisHelp } from './help-lines.views.tsx';
import { toExperienceHtml } from './experience-text.ts';
import { minePath } from './writing-paths.ts';
import { rawHtml } from '#ui/raw-html/raw-html.ts';

/** What writing is about, named for the reader. */
export interface Subject {
  slug: string;
  condition: { name: string; inSentence: string };
  /** The question it answers, as it stands on the page; absent: a free account. */
  question?: string | undefined;
}

export const trailOf = ({ slug, condition }: Subject, i18n: I18n) => (
  <Trail
    i18n={i18n}
    steps={[
      { text: condition.name, href: i18n.path(`/conditions/${slug}`) },
      { text: i18n.t('experiences.part'), href: i18n.path(`/conditions/${slug}/experiences`) },
    ]}
  />
);

const stepsOfWriting = 3;
export const StepLine = ({ i18n, step }: { i18n: I18n; step: number }) => (
  <Steps i18n={i18n} step={step} answered={Array.from({ length: stepsOfWriting }, (_, index) => index < step - 1)} />
);

/** Words as their author wrote them. */
export const OwnWords = ({ body }: { body: string }) => <>{rawHtml(toExperienceHtml(body))}</>;

export type WriteProblem = 'empty' | 'long' | 'too-many';

export interface WritePageProps {
  frame: SiteFrame;
  subject: Subject;
  /** Where the form goes, and the address of the page. */
  path: string;
  content: DraftContent;
  id: string;
  version: number;
  questionId: string | null;
  /** Nobody is signed in: the words wait on the device. */
  stranger: boolean;
  script: string;
  /** Under which name the words wait on the device. */
  wordsKey: string;
  problem?: WriteProblem | undefined;
  /** What another window saved meanwhile. */
  newer?: DraftContent | undefined;
  /** It is published already: this changes it. */
  published?: boolean;
}

/** What another window saved, beside what stands in this one: nothing was overwritten. */
function NewerWords({ i18n, newer }: { i18n: I18n; newer: DraftContent }) {
  return (
    <Notice kind="knowledge" role="status">
      <p>
        <b>{i18n.t('write.newer.title')}</b> {i18n.t('write.newer.text')}
      </p>
      {newer.title !== '' && <p>{newer.title}</p>}
      <blockquote class="flow">
        <OwnWords body={newer.body} />
      </blockquote>
    </Notice>
  );
}

/** The first step: the words, by prompts or in answer to a question. */
export function WritePage(props: WritePageProps) {
  const { frame, subject, path, content, stranger, problem, newer, published } = props;
  const { i18n } = frame;
  const byPrompts = content.parts.length > 0;
  const firstBox = byPrompts ? 'part-0' : 'body';
  const title = published ? i18n.t('write.change-title') : i18n.t('write.title');
  const error = problem && i18n.t(`write.problem.${problem}`);
  return (
    <Page frame={frame} current="conditions" meta={{ title, path, noindex: true, scripts: [props.script] }}>
      <PageHead
        title={title}
        lede={subject.question ?? i18n.t('write.lede', { condition: subject.condition.inSentence })}
        trail={trailOf(subject, i18n)}
      >
        <StepLine i18n={i18n} step={1} />
      </PageHead>
      <Gentle
        title={i18n.t('write.gentle.title')}
        points={[
          i18n.t('write.gentle.short'),
          i18n.t('write.gentle.skip'),
          i18n.t('write.gentle.speak'),
          i18n.t('write.gentle.time'),
        ]}
        withScript={i18n.t(stranger ? 'write.gentle.device' : 'write.gentle.saved')}
      />
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('write.words')}</h2>
        <form
          class="form"
          method="post"
          action={i18n.path(path)}
          novalidate
          data-write={props.wordsKey}
          data-autosave={stranger ? undefined : i18n.path(path)}
          data-words-on-device={i18n.t('write.state.device')}
          data-words-saved={i18n.t('write.state.saved', { time: '{time}' })}
          data-words-away={i18n.t('write.state.away')}
          data-words-newer={i18n.t('write.state.newer')}
          data-words-long={i18n.t('write.state.long')}
          data-words-signed-out={i18n.t('write.state.signed-out')}
        >
          {error && (
            <ErrorSummary
              title={i18n.t('write.not-yet')}
              reassurance={i18n.t('write.nothing-lost')}
              errors={[{ text: error, href: `#${firstBox}` }]}
            />
          )}
          {newer && <NewerWords i18n={i18n} newer={newer} />}
          <div data-kept hidden>
            <Notice kind="people" role="status">
              <p>{i18n.t('write.kept')}</p>
              <ButtonRow>
                <Button kind="second" type="button">
                  {i18n.t('write.kept-back')}
                </Button>
                <Button kind="second" type="button">
                  {i18n.t('write.kept-forget')}
                </Button>
              </ButtonRow>
            </Notice>
          </div>
          <Hidden
            fields={[
              ['id', props.id],
              ['version', String(props.version)],
              ['question', props.questionId ?? ''],
              ['language', content.language],
              ['prompts', byPrompts ? 'yes' : ''],
            ]}
          />
          <Field
            i18n={i18n}
            id="title"
            name="title"
            label={i18n.t('write.field.title')}
            help={i18n.t('write.field.title-help')}
            optional
            value={content.title}
            autocomplete="off"
          />
          {byPrompts ? (
            prompts.map((prompt, index) => (
              <Field
                i18n={i18n}
                id={`part-${index}`}
                name={`part-${index}`}
                kind="textarea"
                label={i18n.t(`write.prompt.${prompt}`)}
                help={i18n.t(`write.prompt.${prompt}-help`)}
                optional
                error={index === 0 ? error : undefined}
                value={content.parts[index] ?? ''}
              />
            ))
          ) : (
            <Field
              i18n={i18n}
              id="body"
              name="body"
              kind="textarea"
              label={subject.question ?? i18n.t('write.field.body')}
              help={i18n.t('write.field.body-help')}
              error={error}
              value={content.body}
            />
          )}
          <div class="form-end">
            <SaveLine>{i18n.t(stranger ? 'write.state.stranger' : 'write.state.calm')}</SaveLine>
            <ButtonRow>
              <Button kind="people" name="act" value="next">
                {i18n.t(stranger ? 'write.next-sign-in' : 'write.next')}
              </Button>
              {!stranger && (
                <Button kind="second" name="act" value="stop">
                  {i18n.t('write.stop')}
                </Button>
              )}
            </ButtonRow>
            <p class="small soft">{i18n.t('write.later')}</p>
          </div>
        </form>
      </section>
    </Page>
  );
}

/**
 * For somebody who is not signed in, or has not joined: what they typed waits in this page itself, and on their device. It
 * is kept for nobody who is not a member, and comes into no address.
 */
export function HeldWordsPage({
  frame,
  path,
  fields,
  kind,
  script,
  crisis,
}: {
  frame: SiteFrame;
  path: string;
  fields: readonly (readonly [string, string])[];
  kind: 'signed-out' | 'not-joined';
  script: string;
  /** Their words sound like danger: help does not wait for a session. */
  crisis: boolean;
}) {
  const { i18n } = frame;
  const title = i18n.t(`write.held.${kind}`);
  return (
    <Page frame={frame} current="you" meta={{ title, path, noindex: true, scripts: [script] }}>
      <PageHead title={title} lede={i18n.t('write.held.lede')} />
      {crisis && <CrisisHelp country={null} i18n={i18n} />}
      <section class="part">
        <h2 class="visually-hidden">{title}</h2>
        <form class="form" method="post" action={i18n.path(path)} novalidate>
          <Hidden fields={fields} />
          <ol class="flow">
            <li>{i18n.t(`write.held.${kind}-first`)}</li>
            <li>{i18n.t('write.held.then')}</li>
          </ol>
          <ButtonRow>
            <a
              class="button"
              href={kind === 'signed-out' ? signInPath(i18n, '/me') : i18n.path('/join')}
              target="_blank"
              rel="noopener"
            >
              {i18n.t(`write.held.${kind}-go`)}
            </a>
            <Button kind="second" name="act" value="next">
              {i18n.t('write.held.again')}
            </Button>
          </ButtonRow>
        </form>
      </section>
    </Page>
  );
}

/** Says that something is not possible now, and that nothing was lost by it. */
export function NotNowPage({
  frame,
  path,
  title,
  children,
}: {
  frame: SiteFrame;
  path: string;
  title: string;
  children: Child;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title, path, noindex: true }}>
      <PageHead title={title} />
      <section class="part">
        <h2 class="visually-hidden">{title}</h2>
        <div class="flow prose">
          {children}
          <p>
            <WayOn href={i18n.path(minePath)}>{i18n.t('me.experiences.title')}</WayOn>
          </p>
        </div>
      </section>
    </Page>
  );
}
