import type { I18n } from '#platform/i18n/i18n.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import {
  answerPath,
  readableText,
  readingOf,
  textContextOf,
  type AnswerPage,
  type DrawMechanism,
} from '#modules/answers/index.ts';
import { namesOf, titleOfQuestion } from '#modules/conditions/index.ts';
import { DoubtNotice, sourcePath, SourcesPart } from '#modules/knowledge/index.ts';
import { Desk } from '#ui/desk/desk.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { commentsPath } from './comment.views.tsx';
import { Decide } from './decide.views.tsx';
import { Changes, NewNumbers } from './desk-changes.views.tsx';
import { deskText } from './desk-text.views.tsx';
import type { DeskView } from './desk.usecases.ts';
import { BehindNotice, translationFact } from './translated.views.tsx';

export const deskPath = (slug: string, questionId: string, language: string): string =>
  `/review/${slug}/${questionId}/${language}`;

/** Of a version that readers see once it is signed. */
export const proposedPath = (slug: string, questionId: string, language: string, number: number): string =>
  `${deskPath(slug, questionId, language)}/proposed/${number}`;

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
  const { comments, text } = deskText({ view, context, action: i18n.path(commentsPath(path)), drawMechanism, i18n });
  // of a source that is new with the proposal there is no room yet
  const inAtlas = view.proposal && new Set(Object.keys(view.before?.form.sources ?? {}));
  const pathOf = (key: string) => (!inAtlas || inAtlas.has(key) ? `/review/sources/${key}` : sourcePath(key));
  const sources = SourcesPart({ i18n, citations: context.citations, sources: page.sources, pathOf });
  const doubt = DoubtNotice({ i18n, citations: context.citations, sources: page.sources });
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
        {view.wrongComment && (
          <ErrorSummary
            title={i18n.t('desk.wrong.title')}
            reassurance={i18n.t('desk.wrong.kept')}
            errors={[
              {
                text: i18n.t(`comments.wrong.${view.wrongComment.problem}`),
                href: `#say-${view.wrongComment.place}`,
              },
            ]}
          />
        )}
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
            ...translationFact(page, i18n),
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
        <BehindNotice page={page} i18n={i18n} />
        {doubt}
        {view.carried && (
          <Notice role="note">
            <p>{i18n.t('desk.carried')}</p>
          </Notice>
        )}
        {view.proposal && !view.proposal.base ? (
          <p>{i18n.t('desk.first')}</p>
        ) : (
          <p>
            <WayOn href={i18n.in(answer.language).path(answerPath(condition.slug, question.id))}>
              {i18n.t('desk.as-readers')}
            </WayOn>
          </p>
        )}
        {!view.proposal && (
          <p>
            <WayOn href={i18n.path(`${path}/edit`)}>{i18n.t('desk.edit')}</WayOn>
          </p>
        )}
      </PageHead>
      <Desk decide={<Decide view={view} path={path} frame={frame} />}>
        {view.before && <Changes view={view} before={view.before} i18n={i18n} />}
        {view.proposal && !view.before && <NewNumbers claims={view.proposal.claims} i18n={i18n} />}
        {comments}
        {text}
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
