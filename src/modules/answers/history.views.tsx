import { diffWords } from 'diff';
import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { conditionPath, namesOf, titleOfQuestion } from '#modules/conditions/index.ts';
import { renderInline, Sanitized, SourcesPart } from '#modules/knowledge/index.ts';
import { Button } from '#ui/button/button.tsx';
import { Change } from '#ui/change/change.tsx';
import { Field } from '#ui/field/field.tsx';
import { HistoryList } from '#ui/history-list/history-list.tsx';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AnswerPage } from './answer-page.ts';
import type { AnswerRepository } from './answer.repository.ts';
import type { PublishingWay, Revision } from './answer.ts';
import { answerPath, Parts, renderParts, textContextOf, type DrawMechanism } from './answer.views.tsx';
import { translationInWords, TranslationSays } from './translation.views.tsx';

export const historyPath = ({ condition, question }: AnswerPage): string =>
  `${answerPath(condition.slug, question.id)}/history`;

export const sourceOf = (revision: Pick<Revision, 'origin' | 'author'>, i18n: I18n): string =>
  i18n.t(revision.origin === 'pack' ? 'history.from-pack' : 'history.from-site', { author: revision.author });

/** The address of what changed from one version to another. */
export const pathOfPair = (page: AnswerPage, from: number, to: number): string =>
  `${historyPath(page)}/${from}...${to}`;

/** What is said of a version that was written on the site: what changed, in its author's words. */
const wayInWords = (way: PublishingWay | null | undefined, note: string | null | undefined, i18n: I18n): string =>
  !way || (way !== 'typo' && !note) ? '' : i18n.t(`history.way.${way}`, { note: note ?? '' });

export const trailOf = (page: AnswerPage, i18n: I18n, more: { text: string; href: string }[] = []) => (
  <Trail
    i18n={i18n}
    steps={[
      { text: namesOf(page.condition, i18n.language).preferred, href: conditionPath(page.condition, i18n) },
      {
        text: titleOfQuestion(page.condition, page.question, i18n.language),
        href: i18n.path(answerPath(page.condition.slug, page.question.id)),
      },
      ...more,
    ]}
  />
);

/** Every version of an answer, the newest first. Public, as a review names one of them. */
export function HistoryPage({
  page,
  revisions,
  reviews,
  frame,
}: {
  page: AnswerPage;
  revisions: Awaited<ReturnType<AnswerRepository['listHistory']>>;
  /** By revision. */
  reviews: ReadonlyMap<string, Child>;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const path = historyPath(page);
  const question = titleOfQuestion(page.condition, page.question, i18n.language);
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{ title: i18n.t('history.title-of', { question }), path, noindex: true, alternates: page.languages }}
    >
      <PageHead title={i18n.t('history.title')} lede={question} trail={trailOf(page, i18n)} />
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('history.title')}</h2>
        <HistoryList
          i18n={i18n}
          entries={revisions.map((revision) => ({
            title: i18n.t('history.version', { number: revision.number }),
            href: i18n.path(`${path}/${revision.number}`),
            day: revision.textDate,
            note: [
              sourceOf(revision, i18n),
              translationInWords(revision.translation, i18n),
              wayInWords(revision.way, revision.note, i18n),
            ]
              .filter(Boolean)
              .join(' '),
            current: revision.id === page.answer.revision.id,
            review: reviews.get(revision.id) ?? i18n.t('history.not-reviewed'),
          }))}
        />
      </section>
      {revisions.length > 1 && <CompareForm path={path} numbers={revisions.map(({ number }) => number)} i18n={i18n} />}
    </Page>
  );
}

/** Any two versions beside each other: two lists and a button, which lead to an address that can be passed on. */
function CompareForm({ path, numbers, i18n }: { path: string; numbers: readonly number[]; i18n: I18n }) {
  const options = numbers.map((number) => ({ value: String(number), text: i18n.t('history.version', { number }) }));
  return (
    <section class="part flow" aria-labelledby="compare">
      <h2 id="compare">{i18n.t('history.compare')}</h2>
      <form class="flow" method="get" action={i18n.path(`${path}/compare`)}>
        <div class="side-by-side">
          <Field
            i18n={i18n}
            id="from"
            name="from"
            kind="select"
            label={i18n.t('history.compare-from')}
            options={options}
            value={String(numbers[1])}
          />
          <Field
            i18n={i18n}
            id="to"
            name="to"
            kind="select"
            label={i18n.t('history.compare-to')}
            options={options}
            value={String(numbers[0])}
          />
        </div>
        <Button kind="second">{i18n.t('history.compare-go')}</Button>
      </form>
    </section>
  );
}

/** Paragraphs of two texts, each in pieces that stayed, came or went. */
export function changedParagraphs(before: string, after: string) {
  const paragraphs: { value: string; added?: boolean; removed?: boolean }[][] = [[]];
  for (const { value, added, removed } of diffWords(before, after))
    value.split(/\n{2,}/u).forEach((piece, index) => {
      if (index > 0) paragraphs.push([]);
      if (piece) paragraphs.at(-1)!.push({ value: piece, added, removed });
    });
  return paragraphs.filter((pieces) => pieces.length > 0);
}

/** One version as it was, and what it changed. */
export function RevisionPage({
  page,
  before,
  review,
  frame,
  drawMechanism,
}: {
  page: AnswerPage;
  before: Revision | undefined;
  /** What is to be said of the review of this version, if there was one. */
  review: Child;
  frame: SiteFrame;
  drawMechanism: DrawMechanism;
}) {
  const { i18n } = frame;
  const { revision } = page.answer;
  const context = textContextOf(page, i18n.in(page.answer.language));
  const short = renderInline(revision.short, context, i18n.t('answers.short'));
  const parts = renderParts(page, context, drawMechanism);
  const sources = SourcesPart({ i18n, citations: context.citations, sources: page.sources });
  const title = i18n.t('history.version', { number: revision.number });
  const path = `${historyPath(page)}/${revision.number}`;
  const marked = foreign(i18n, page.answer.language);
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title: `${title}: ${titleOfQuestion(page.condition, page.question, i18n.language)}`,
        path,
        noindex: true,
        alternates: page.languages,
      }}
    >
      <PageHead
        title={title}
        lede={titleOfQuestion(page.condition, page.question, i18n.language)}
        trail={trailOf(page, i18n, [{ text: i18n.t('history.title'), href: i18n.path(historyPath(page)) }])}
      >
        <p>
          {i18n.t('history.of', { day: i18n.date(revision.textDate) })} {sourceOf(revision, i18n)}{' '}
          <TranslationSays page={page} i18n={i18n} /> {wayInWords(revision.site?.way, revision.site?.note, i18n)}{' '}
          {review ?? i18n.t('history.not-reviewed')}
        </p>
        <p>
          <WayOn href={i18n.path(answerPath(page.condition.slug, page.question.id))}>{i18n.t('history.newest')}</WayOn>
        </p>
        {before && (
          <p>
            <WayOn href={i18n.path(pathOfPair(page, before.number, revision.number))}>
              {i18n.t('history.changes', { number: before.number })}
            </WayOn>
          </p>
        )}
      </PageHead>
      {before && (
        <Part id="changes" title={i18n.t('history.changes', { number: before.number })}>
          <Change
            i18n={i18n}
            id="change-short"
            title={i18n.t('answers.short')}
            paragraphs={changedParagraphs(before.short, revision.short)}
          />
          <Change
            i18n={i18n}
            id="change-body"
            title={i18n.t('history.body')}
            paragraphs={changedParagraphs(before.body, revision.body)}
          />
        </Part>
      )}
      <Part id="text" title={i18n.t('history.text')} stones={0} {...marked}>
        <ShortAnswer i18n={i18n}>
          <Sanitized html={short} />
        </ShortAnswer>
      </Part>
      <Parts parts={parts} marked={marked} />
      {sources}
    </Page>
  );
}
