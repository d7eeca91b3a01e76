import type { I18n } from '#platform/i18n/i18n.ts';
import { answerPath, type AnswerPage } from '#modules/answers/index.ts';
import { namesOf, titleOfQuestion } from '#modules/conditions/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { PlacedSuggestion } from './suggestion.repository.ts';

export const suggestPath = (slug: string, questionId: string): string => `${answerPath(slug, questionId)}/suggest`;

export interface SuggestForm {
  passage: string;
  wrong: string;
  source: string;
}

const trailOf = ({ condition, question }: AnswerPage, i18n: I18n) => (
  <Trail
    i18n={i18n}
    steps={[
      { text: namesOf(condition, i18n.language).preferred, href: i18n.path(`/conditions/${condition.slug}`) },
      {
        text: titleOfQuestion(condition, question, i18n.language),
        href: i18n.path(answerPath(condition.slug, question.id)),
      },
    ]}
  />
);

/** Any reader says what is wrong in a text: no account, no name, no address. */
export function SuggestPage({
  page,
  form,
  problem,
  frame,
}: {
  page: AnswerPage;
  form?: SuggestForm;
  problem?: 'empty' | 'long';
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { condition, question, answer } = page;
  const path = suggestPath(condition.slug, question.id);
  const error = problem && i18n.t(`suggest.wrong.${problem}`);
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{ title: i18n.t('suggest.title'), path, noindex: true, alternates: page.languages }}
    >
      <PageHead
        title={i18n.t('suggest.title')}
        lede={titleOfQuestion(condition, question, i18n.language)}
        trail={trailOf(page, i18n)}
      >
        <p>{i18n.t('suggest.who')}</p>
      </PageHead>
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('suggest.title')}</h2>
        <form class="flow" method="post" action={i18n.path(path)}>
          {error && (
            <ErrorSummary
              title={i18n.t('suggest.not-yet')}
              reassurance={i18n.t('suggest.kept')}
              errors={[{ text: error, href: '#wrong' }]}
            />
          )}
          <input type="hidden" name="version" value={answer.revision.number} />
          <Field
            i18n={i18n}
            id="wrong"
            name="wrong"
            kind="textarea"
            label={i18n.t('suggest.what')}
            help={i18n.t('suggest.what-help')}
            error={error}
            value={form?.wrong}
          />
          <Field
            i18n={i18n}
            id="passage"
            name="passage"
            kind="textarea"
            label={i18n.t('suggest.passage')}
            help={i18n.t('suggest.passage-help')}
            value={form?.passage}
            optional
          />
          <Field
            i18n={i18n}
            id="source"
            name="source"
            label={i18n.t('suggest.source')}
            help={i18n.t('suggest.source-help')}
            value={form?.source}
            optional
          />
          <ButtonRow>
            <Button>{i18n.t('suggest.send')}</Button>
          </ButtonRow>
        </form>
      </section>
    </Page>
  );
}

export function SuggestedPage({ page, frame }: { page: AnswerPage; frame: SiteFrame }) {
  const { i18n } = frame;
  const { condition, question } = page;
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{ title: i18n.t('suggest.thanks'), path: suggestPath(condition.slug, question.id), noindex: true }}
    >
      <PageHead title={i18n.t('suggest.thanks')} lede={i18n.t('suggest.thanks-text')} trail={trailOf(page, i18n)}>
        <p>
          <WayOn href={i18n.path(answerPath(condition.slug, question.id))}>{i18n.t('suggest.back')}</WayOn>
        </p>
      </PageHead>
    </Page>
  );
}

export interface SuggestionEntry extends PlacedSuggestion {
  title: string;
  slug: string;
}

/** What readers suggested, for those who write. Nothing here says who a reader was. */
export function SuggestionsPage({
  entries,
  open,
  page,
  size,
  done,
  frame,
}: {
  entries: readonly SuggestionEntry[];
  open: number;
  page: number;
  size: number;
  /** The one that was just closed, to take that back. */
  done?: { id: string; state: 'taken' | 'left' };
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const path = '/review/suggestions';
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('suggestions.title'), path, noindex: true }}>
      <PageHead
        title={i18n.t('suggestions.title')}
        lede={i18n.t('suggestions.lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      >
        {done && (
          <Notice role="status">
            <p>{i18n.t(`suggestions.done.${done.state}`)}</p>
            <form method="post" action={i18n.path(path)}>
              <input type="hidden" name="id" value={done.id} />
              <Button kind="second" name="state" value="open">
                {i18n.t('suggestions.undo')}
              </Button>
            </form>
          </Notice>
        )}
      </PageHead>
      {entries.length === 0 && (
        <section class="part">
          <Empty title={i18n.t('suggestions.none')}>{i18n.t('suggestions.none-text')}</Empty>
        </section>
      )}
      {entries.map((entry) => (
        <section class="part flow" aria-labelledby={`s-${entry.id}`}>
          <h2 id={`s-${entry.id}`}>
            <a href={i18n.in(entry.answerLanguage).path(answerPath(entry.slug, entry.questionId))}>{entry.title}</a>
          </h2>
          <p class="soft">
            {i18n.t('suggestions.about', {
              number: entry.number,
              language: i18n.languageName(entry.answerLanguage),
              day: i18n.date(entry.madeOn),
            })}{' '}
            {entry.changedSince && <Tag>{i18n.t('suggestions.changed')}</Tag>}
          </p>
          {entry.passage && <blockquote>{entry.passage}</blockquote>}
          <p>{entry.wrong}</p>
          {entry.source && <p class="soft">{i18n.t('suggestions.source', { source: entry.source })}</p>}
          <p>
            <WayOn
              href={i18n.path(
                `/review/${entry.slug}/${entry.questionId}/${entry.answerLanguage}/edit?suggestion=${entry.id}`,
              )}
            >
              {i18n.t('suggestions.correct')}
            </WayOn>
          </p>
          <form method="post" action={i18n.path(path)}>
            <input type="hidden" name="id" value={entry.id} />
            <ButtonRow>
              <Button name="state" value="taken">
                {i18n.t('suggestions.take')}
              </Button>
              <Button kind="second" name="state" value="left">
                {i18n.t('suggestions.leave')}
              </Button>
            </ButtonRow>
          </form>
        </section>
      ))}
      <Paging
        i18n={i18n}
        current={page}
        last={Math.max(1, Math.ceil(open / size))}
        href={(number) => i18n.path(`${path}?page=${number}`)}
      />
    </Page>
  );
}
