import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import {
  AxisFacts,
  bodyMapOwner,
  bodyMapPath,
  comparePath,
  conditionPath,
  LookAlikeTable,
  medicalCondition,
  namesOf,
  placesOf,
  rankPath,
  rankText,
  titleOfPair,
  titleOfQuestion,
  Words,
  type Condition,
} from '#modules/conditions/index.ts';
import {
  ClaimsFigure,
  claimsOf,
  createCitations,
  createTextContext,
  DoubtNotice,
  formatSource,
  plainInline,
  renderInline,
  Sanitized,
  SourcesPart,
  type Measure,
  type TextContext,
} from '#modules/knowledge/index.ts';
import { Contents } from '#ui/contents/contents.tsx';
import { Fingerprint } from '#ui/fingerprint/fingerprint.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Note } from '#ui/note/note.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Opening, ShortAnswer } from '#ui/opening/opening.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Related } from '#ui/related/related.tsx';
import { ReviewLine, type ReviewState } from '#ui/review-line/review-line.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { renderAnswer, type RenderedBlock, type RenderedPart } from './answer-html.ts';
import { medicalWebPage } from './answer.json-ld.ts';
import type { FigureBlock, MechanismBlock } from './answer-text.ts';
import type { AnswerPage } from './answer-page.ts';
import { behindInWords, TranslationLine } from './translation.views.tsx';

/** What other modules put on this page: people who live with it, their experiences. */
export interface Beside {
  /** A line in the opening. */
  line: Child;
  panels: Panel[];
}

/** A review as a page and its metadata tell it. */
export interface ShownReview {
  line: ReviewState;
  /** SHA-256 of what a signature under this text signs. */
  fingerprint: string;
  /** Only while a signature on this exact text holds. */
  claim?: { reviewed: string; name: string; credential: string; url: string };
}

/** Draws the mechanism figure, which this module does not know. Called in the order of reading, as citations are. */
export type DrawMechanism = (block: MechanismBlock, condition: Condition, i18n: I18n) => Child;

export const answerPath = (slug: string, questionId: string): string => `/conditions/${slug}/questions/${questionId}`;

/** How texts of this page find claims, terms and sources. One for a page: it numbers citations as they come. */
export function textContextOf(page: AnswerPage, i18n: I18n, citations = createCitations(page.sources)): TextContext {
  const own = new Map(page.condition.claims.map((claim) => [claim.id, claim]));
  return createTextContext({
    i18n,
    citations,
    conditionSlug: page.condition.slug,
    claim: (reference) => own.get(reference) ?? page.otherClaims.get(reference),
    rank: (measure) => ({
      text: rankText(page.ranks.get(measure), i18n),
      href: i18n.path(rankPath(page.condition.slug)),
    }),
    term(id) {
      const entry = page.terms.get(id);
      if (!entry) return undefined;
      const { text: term, language } = inLanguage(entry.term, i18n.language);
      return {
        term,
        means: inLanguage(entry.means, i18n.language).text,
        language: language === i18n.language ? undefined : language,
      };
    },
  });
}

/** The page of a question: answer, who stands behind it, people, sources, and ways on. */
export function QuestionPage({
  page,
  frame,
  review,
  beside,
  drawMechanism,
}: {
  page: AnswerPage;
  frame: SiteFrame;
  review: ShownReview;
  beside: Beside;
  drawMechanism: DrawMechanism;
}) {
  const { i18n } = frame;
  const { condition, question, answer, form } = page;
  const here = form?.condition ?? condition;
  const context = textContextOf(page, i18n);
  const title = titleOfQuestion(condition, question, i18n.language);
  const plainShort = plainInline(answer.revision.short, { ...context, i18n: i18n.in(answer.language) });
  // what is not translated stays whole: its numbers, terms and figures are in its own language, too
  const inText = textContextOf(page, i18n.in(answer.language), context.citations);
  const short = renderInline(answer.revision.short, inText, i18n.t('answers.short'));
  const parts = renderParts(page, inText, drawMechanism);
  const isForeign = answer.language !== i18n.language;
  const marked = foreign(i18n, answer.language);
  const home = answerPath(condition.slug, question.id);
  const path = answerPath(here.slug, question.id);
  const headed = parts.filter(({ id, title }) => id && title);
  const contents = [
    ...headed.map((part) => ({ id: part.id!, text: part.title! })),
    ...beside.panels.map(({ id, title, people }) => ({ id, text: title, people })),
    { id: 'sources', text: i18n.t('sources.title') },
  ];
  // after everything that cites: the list and the data for machines name what was cited
  const sources = SourcesPart({ i18n, citations: context.citations, sources: page.sources });
  const doubt = DoubtNotice({ i18n, citations: context.citations, sources: page.sources });
  const jsonLd = medicalWebPage({
    frame,
    path: home,
    title,
    description: plainShort,
    revision: answer.revision,
    language: answer.language,
    // the work that it is a translation of is the text of this question in English, whichever version
    original: answer.revision.translation && frame.origin + i18n.in('en').path(home),
    review: review.claim,
    about: medicalCondition(condition, page.lookAlikes, {
      i18n,
      origin: frame.origin,
      plain: (markdown) => plainInline(markdown, context),
    }),
    citations: context.citations.used().map(({ key }) => formatSource(page.sources.get(key), i18n.language)),
  });
  const steps = [
    { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
    ...[...(form ?? page).ancestors.toReversed(), here].map((each) => ({
      text: namesOf(each, i18n.language).preferred,
      href: conditionPath(each, i18n),
    })),
  ];
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title: form
          ? i18n.t('forms.page-title', { question: title, form: namesOf(here, i18n.language).preferred })
          : title,
        description: plainShort,
        path,
        alternates: page.languages,
        noindex: isForeign,
        ogType: 'article',
        // what is said of the wider condition is said to machines on its own page only
        ...(form ? { canonical: home } : { jsonLd: [jsonLd] }),
      }}
    >
      <Opening
        title={title}
        stones={Math.min(6, Math.max(1, headed.length))}
        trail={<Trail i18n={i18n} steps={steps} />}
      >
        {form && (
          <Notice role="note">
            <p>
              {i18n.t('forms.answer', {
                parent: namesOf(condition, i18n.language).inSentence,
                form: namesOf(here, i18n.language).inSentence,
              })}{' '}
              <a href={i18n.path(home)}>{i18n.t('forms.answer-at')}</a>
            </p>
          </Notice>
        )}
        {isForeign && (
          <Notice>
            <p>{i18n.t('answers.other-language', { language: i18n.languageName(answer.language) })}</p>
          </Notice>
        )}
        <div {...marked}>
          <ShortAnswer i18n={i18n}>
            <Sanitized html={short} />
          </ShortAnswer>
        </div>
        <ReviewLine i18n={i18n} review={review.line} />
        <TranslationLine page={page} review={review.line} i18n={i18n} />
        {page.original && (
          <Notice role="note">
            <p>
              {behindInWords(page, i18n)}{' '}
              <a href={i18n.in('en').path(home)} hreflang="en">
                {i18n.t('answers.original-read')}
              </a>
            </p>
          </Notice>
        )}
        {doubt}
        {answer.revision.site?.way === 'urgent' && review.line.state === 'unsigned' && (
          <Notice role="note">
            <p>
              {i18n.t('answers.corrected', {
                day: i18n.date(answer.revision.textDate),
                reason: answer.revision.site.note ?? '',
              })}
            </p>
          </Notice>
        )}
        {beside.line}
      </Opening>
      <Contents i18n={i18n} parts={contents} />
      {review.line.state === 'lapsed' ? (
        <Part id="lapsed" title={i18n.t('answers.lapsed')}>
          <Fold summary={i18n.t('answers.lapsed-read')}>
            <Parts parts={parts} marked={marked} />
          </Fold>
        </Part>
      ) : (
        <Parts parts={parts} marked={marked} />
      )}
      {beside.panels.map((panel, index) => (
        <Part id={panel.id} title={panel.title} stones={Math.min(6, headed.length + index)}>
          {panel.content}
        </Part>
      ))}
      <Urgent i18n={i18n} href={i18n.path('/help')} disclaimer>
        {page.urgentHelp && <Words text={page.urgentHelp} i18n={i18n} />}
      </Urgent>
      <AboutThisPage page={page} fingerprint={review.fingerprint} i18n={i18n} />
      {sources}
      {page.lookAlikes.length > 0 && (
        <Related
          id="confused-with"
          title={i18n.t('answers.confused-with')}
          links={page.lookAlikes.map(({ other }) => ({
            text: titleOfPair(condition, other, i18n),
            href: i18n.path(comparePath(condition.slug, other.slug)),
          }))}
        />
      )}
      <Related
        title={i18n.t('answers.related')}
        links={page.answered
          .filter((each) => each.question.id !== question.id)
          .map((each) => ({
            text: titleOfQuestion(each.from ?? here, each.question, i18n.language),
            href: i18n.path(answerPath(here.slug, each.question.id)),
          }))}
      />
    </Page>
  );
}

/** The body, its figures drawn; numbers the citations as it goes. */
export const renderParts = (
  page: AnswerPage,
  context: TextContext,
  drawMechanism: DrawMechanism,
): RenderedPart<Child>[] => renderAnswer(page.text, context, (block) => figureOf(block, page, context, drawMechanism));

/** The parts of a body, each on its ground with one stone more than the one before. */
export const Parts = ({
  parts,
  marked,
}: {
  parts: readonly RenderedPart<Child>[];
  marked: ReturnType<typeof foreign>;
}) => (
  <>
    {parts.map(({ id, title, blocks }, index) => {
      const content = blocks.map((block) => <Block block={block} />);
      return id && title ? (
        <Part id={id} title={title} {...marked} stones={index === 0 ? undefined : Math.min(6, index)}>
          {content}
        </Part>
      ) : (
        <section class="part" {...marked}>
          {content}
        </section>
      );
    })}
  </>
);

function Block({ block }: { block: RenderedBlock<Child> }) {
  if (block.kind === 'figure') return <>{block.figure}</>;
  const html = <Sanitized html={block.html} />;
  return block.kind === 'note' ? <Note>{html}</Note> : <Prose>{html}</Prose>;
}

/**
 * What a directive in the text stands for: drawn from knowledge, cited like the text around it. Called, not rendered as
 * elements: those run later, and citations are numbered in the order of reading.
 */
function figureOf(
  block: FigureBlock,
  { condition, ancestors, lookAlikes, axes }: AnswerPage,
  context: TextContext,
  drawMechanism: DrawMechanism,
): Child {
  const { i18n, citations } = context;
  switch (block.kind) {
    case 'claims': {
      const all = claimsOf(condition.claims, block.measure as Measure);
      const shown = block.ids?.flatMap((id) => all.filter((claim) => claim.id === id)) ?? all;
      return ClaimsFigure({
        claims: shown,
        id: `claims-${block.line}`,
        title: i18n.t(`claims.${block.measure as Measure}`, {
          condition: namesOf(condition, i18n.language).inSentence,
        }),
        i18n,
        citations,
      });
    }
    case 'mechanism':
      return drawMechanism(block, condition, i18n);
    case 'look-alikes':
      return LookAlikeTable({ condition, lookAlikes, context });
    case 'axis': {
      const axis = axes.find(({ id }) => id === block.id);
      if (!axis) return null;
      const { place, from } = placesOf(condition, ancestors).find((each) => each.place.axis === block.id) ?? {};
      const owner = bodyMapOwner(axis, condition, ancestors);
      return AxisFacts({ axis, place, from, mapHref: owner && i18n.path(bodyMapPath(owner)), context });
    }
  }
}

/** What the reader holds in hand: how far it goes, which version it is, and where the earlier ones are. */
function AboutThisPage({ page, fingerprint, i18n }: { page: AnswerPage; fingerprint: string; i18n: I18n }) {
  const { condition, question, answer } = page;
  const history = i18n.path(`${answerPath(condition.slug, question.id)}/history`);
  return (
    <Part id="about-this-page" title={i18n.t('answers.limits')} stones={0} lesser>
      <Prose>
        <ul>
          <li>{i18n.t('answers.limits-says')}</li>
          <li>{i18n.t('answers.limits-not')}</li>
          <li>
            {i18n.t('answers.limits-reviewed')} <a href={i18n.path('/about')}>{i18n.t('answers.limits-how')}</a>
          </li>
          <li>
            {i18n.t('answers.version', {
              number: answer.revision.number,
              day: i18n.date(answer.revision.textDate),
              author: answer.revision.author,
            })}{' '}
            <a href={history}>{i18n.t('answers.history-link')}</a>
          </li>
          <li>
            {i18n.t('answers.fingerprint')} <Fingerprint of={fingerprint} />
          </li>
        </ul>
      </Prose>
      <p>
        <WayOn href={i18n.path(`${answerPath(condition.slug, question.id)}/suggest`)}>
          {i18n.t('answers.suggest-link')}
        </WayOn>
      </p>
      <PageTools i18n={i18n} />
    </Part>
  );
}
