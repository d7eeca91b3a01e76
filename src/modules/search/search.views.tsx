import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { conditionPath, namesOf } from '#modules/conditions/index.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { IndexLetters } from '#ui/index-list/index-list.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Results, type Result } from '#ui/results/results.tsx';
import { SearchForm } from '#ui/search-form/search-form.tsx';
import { weave } from '#ui/words/weave.ts';
import type { ConditionHit, SearchResults } from './search.ts';
import { fold } from './words.ts';

/** Whether a condition's own name does not say why it was found. */
const needsReason = ({ condition, matched }: ConditionHit, i18n: I18n) =>
  fold(matched.name) !== fold(namesOf(condition, i18n.language).preferred);

const reasonKey = ({ matched: { kind, language } }: ConditionHit, i18n: I18n) =>
  kind === 'preferred' && language === i18n.language ? 'search.matched-synonym' : (`search.matched-${kind}` as const);

/** Why a condition was found: another name of it, a form of it, a code. */
const reasonOf = (hit: ConditionHit, i18n: I18n): Child =>
  needsReason(hit, i18n) &&
  weave(i18n, reasonKey(hit, i18n), {
    name: <bdi {...foreign(i18n, hit.matched.language)}>{hit.matched.name}</bdi>,
  });

const toResult = (hit: ConditionHit, i18n: I18n): Result => ({
  text: namesOf(hit.condition, i18n.language).preferred,
  href: conditionPath(hit.condition, i18n),
  means: inLanguage(hit.condition.summary, i18n.language).text,
  reason: reasonOf(hit, i18n),
});

const alphabet = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** What may help where nothing was found. */
function Nothing({ near, i18n }: { near: readonly ConditionHit[]; i18n: I18n }) {
  const all = i18n.path('/conditions');
  return (
    <>
      {near.length > 0 && (
        <Results id="found-near" title={i18n.t('search.near')} results={near.map((hit) => toResult(hit, i18n))} />
      )}
      <section class="part" aria-labelledby="found-nothing">
        <h2 class="visually-hidden" id="found-nothing">
          {i18n.t('search.nothing')}
        </h2>
        <Empty title={i18n.t('search.nothing')} action={{ text: i18n.t('conditions.all'), href: all }}>
          {i18n.t('search.nothing-means')}
        </Empty>
        <IndexLetters i18n={i18n} letters={alphabet.map((letter) => ({ letter, href: `${all}?letter=${letter}` }))} />
      </section>
    </>
  );
}

/** How much was found, and whether what was typed could be looked for at all. */
function Outcome({ results, i18n }: { results: SearchResults; i18n: I18n }) {
  const { query, cut, wordless, total, more, questions } = results;
  const count = total + questions.length;
  return (
    <div role="status">
      {cut && <p>{i18n.t('search.cut')}</p>}
      {wordless ? (
        <p>{i18n.t('search.wordless')}</p>
      ) : (
        <p>{i18n.t(more ? 'search.found-more' : 'search.found', { count, query })}</p>
      )}
    </div>
  );
}

/** What was found: conditions first, then questions whose answer holds the words. */
export function SearchPage({ results, asked, frame }: { results: SearchResults; asked: boolean; frame: SiteFrame }) {
  const { i18n } = frame;
  const { query, conditions, questions, near, page, pages, wordless } = results;
  const title = query ? i18n.t('search.title-of', { query }) : i18n.t('search.title');
  const pageHref = (number: number) =>
    `${i18n.path('/search')}?q=${encodeURIComponent(query)}${number > 1 ? `&page=${number}` : ''}`;
  return (
    <Page frame={frame} current="search" meta={{ title, path: '/search', noindex: true }}>
      <PageHead title={i18n.t('search.title')}>
        <SearchForm i18n={i18n} value={query} />
        {asked && <Outcome results={results} i18n={i18n} />}
      </PageHead>
      {conditions.length > 0 && (
        <Results
          id="found-conditions"
          title={i18n.t('conditions.title')}
          results={conditions.map((hit) => toResult(hit, i18n))}
        >
          <Paging i18n={i18n} current={page} last={pages} href={pageHref} />
        </Results>
      )}
      {page === 1 && questions.length > 0 && (
        <Results
          id="found-questions"
          title={i18n.t('search.questions')}
          results={questions.map(({ conditionSlug, questionId, title, short }) => ({
            text: title,
            href: i18n.path(`/conditions/${conditionSlug}/questions/${questionId}`),
            means: short,
          }))}
        />
      )}
      {asked && !wordless && conditions.length + questions.length === 0 && <Nothing near={near} i18n={i18n} />}
    </Page>
  );
}

/** The same as data for the field that suggests while one types (`ui/islands/suggestions.ts`). */
export function suggestionsOf(hits: readonly ConditionHit[], i18n: I18n) {
  return {
    label: i18n.t('search.suggestions'),
    status: i18n.t('search.suggested', { count: hits.length }),
    suggestions: hits.map((hit) => ({
      text: namesOf(hit.condition, i18n.language).preferred,
      href: conditionPath(hit.condition, i18n),
      ...(needsReason(hit, i18n) && { reason: i18n.t(reasonKey(hit, i18n), { name: hit.matched.name }) }),
    })),
  };
}
