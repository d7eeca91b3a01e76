import { inLanguage } from '#platform/i18n/languages.ts';
import { Button } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { IndexLetters, IndexList } from '#ui/index-list/index-list.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { conditionPath } from './condition.figures.tsx';
import { indexLetter, namesOf, type ConditionEntry, type ConditionGroup } from './condition.ts';
import { sortEntries } from './condition.usecases.ts';

/** How the reader narrows the index: by the first letter, or by a part of any name. */
export interface IndexFilter {
  letter?: string;
  name?: string;
}

/** Entries of an index in the order of their names, forms below what they are forms of. */
export const toIndex = (entries: readonly ConditionEntry[], i18n: I18n) => {
  const ids = new Set(entries.map(({ id }) => id));
  return sortEntries(entries, i18n.language, i18n.compare).map((entry) => ({
    text: namesOf(entry, i18n.language).preferred,
    href: conditionPath(entry, i18n),
    means: inLanguage(entry.summary, i18n.language).text,
    child: entry.parentId !== null && ids.has(entry.parentId),
  }));
};

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

function passes(entry: ConditionEntry, { letter, name }: IndexFilter, i18n: I18n): boolean {
  const names = namesOf(entry, i18n.language);
  if (letter && indexLetter(names.preferred) !== letter) return false;
  return (
    !name || [names.preferred, ...names.synonyms, ...names.narrower].some((each) => folded(each).includes(folded(name)))
  );
}

/** All conditions by group, with an A–Z and a filter. */
export function ConditionIndexPage({
  entries,
  groups,
  filter,
  frame,
}: {
  entries: readonly ConditionEntry[];
  groups: readonly ConditionGroup[];
  filter: IndexFilter;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const shown = entries.filter((entry) => passes(entry, filter, i18n));
  const present = new Set(entries.map((entry) => indexLetter(namesOf(entry, i18n.language).preferred)));
  const letters = [
    ...'ABCDEFGHIJKLMNOPQRSTUVWXYZ',
    ...[...present].filter((letter) => !/[A-Z]/u.test(letter)).sort(i18n.compare),
  ];
  const path = i18n.path('/conditions');
  const narrowed = Boolean(filter.letter || filter.name);
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title: i18n.t('conditions.title'),
        description: i18n.t('conditions.lede'),
        path: '/conditions',
        noindex: narrowed,
      }}
    >
      <PageHead title={i18n.t('conditions.title')} lede={i18n.t('conditions.lede')}>
        <form class="filter" action={path} method="get" role="search">
          <label for="filter-name">{i18n.t('conditions.filter')}</label>
          <div class="search">
            <input
              class="input"
              id="filter-name"
              name="name"
              type="search"
              value={filter.name}
              maxlength={120}
              autocomplete="off"
            />
            <Button type="submit">{i18n.t('conditions.filter-apply')}</Button>
          </div>
        </form>
        <IndexLetters
          i18n={i18n}
          letters={letters.map((letter) => ({
            letter,
            href: present.has(letter) ? `${path}?letter=${encodeURIComponent(letter)}` : null,
          }))}
        />
        {narrowed && (
          <p role="status">
            {i18n.t('conditions.filtered', { count: shown.length })}{' '}
            <WayOn href={path}>{i18n.t('conditions.all')}</WayOn>
          </p>
        )}
      </PageHead>
      {shown.length === 0 && (
        <Empty title={i18n.t('conditions.none')} action={{ text: i18n.t('conditions.all'), href: path }}>
          {i18n.t('conditions.none-means')}
        </Empty>
      )}
      {groups.map(({ id, name }) => {
        const ofGroup = shown.filter(({ groupId }) => groupId === id);
        return (
          ofGroup.length > 0 && (
            <section class="index-group" aria-labelledby={`group-${id}`}>
              <h2 id={`group-${id}`}>{inLanguage(name, i18n.language).text}</h2>
              <IndexList entries={toIndex(ofGroup, i18n)} />
            </section>
          )
        );
      })}
    </Page>
  );
}
