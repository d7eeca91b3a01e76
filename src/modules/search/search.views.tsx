import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { conditionPath, namesOf } from '#modules/conditions/index.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Results } from '#ui/results/results.tsx';
import { SearchForm } from '#ui/search-form/search-form.tsx';
import { fold, type ConditionHit, type SearchResults } from './search.ts';

/** Why a condition was found, where its own name does not say it. */
function reasonOf({ condition, matched }: ConditionHit, i18n: I18n): string | undefined {
  const { preferred } = namesOf(condition, i18n.language);
  if (fold(matched.name) === fold(preferred)) return undefined;
  return i18n.t(`search.matched-${matched.kind}`, { name: matched.name });
}

/** What was found: conditions first, then questions whose answer holds the words. */
export function SearchPage({ results, frame }: { results: SearchResults; frame: SiteFrame }) {
  const { i18n } = frame;
  const { query, conditions, questions } = results;
  const found = conditions.length + questions.length;
  const title = query ? i18n.t('search.title-of', { query }) : i18n.t('search.title');
  return (
    <Page frame={frame} current="search" meta={{ title, path: '/search', noindex: true }}>
      <PageHead title={i18n.t('search.title')}>
        <SearchForm i18n={i18n} value={query} />
        {query && <p role="status">{i18n.t('search.found', { count: found, query })}</p>}
      </PageHead>
      {conditions.length > 0 && (
        <Results
          id="found-conditions"
          title={i18n.t('conditions.title')}
          results={conditions.map((hit) => ({
            text: namesOf(hit.condition, i18n.language).preferred,
            href: conditionPath(hit.condition, i18n),
            means: inLanguage(hit.condition.summary, i18n.language).text,
            reason: reasonOf(hit, i18n),
          }))}
        />
      )}
      {questions.length > 0 && (
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
      {query && found === 0 && (
        <section class="part" aria-labelledby="found-nothing">
          <h2 class="visually-hidden" id="found-nothing">
            {i18n.t('search.nothing')}
          </h2>
          <Empty
            title={i18n.t('search.nothing')}
            action={{ text: i18n.t('conditions.all'), href: i18n.path('/conditions') }}
          >
            {i18n.t('search.nothing-means')}
          </Empty>
        </section>
      )}
    </Page>
  );
}
