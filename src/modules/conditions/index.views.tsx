import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { Button } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { IndexLetters, IndexList, IndexNames } from '#ui/index-list/index-list.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Prose } from '#ui/part/part.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { conditionPath } from './condition.figures.tsx';
import { namesOf, type ConditionEntry, type ConditionGroup } from './condition.ts';
import { sortEntries } from './condition.usecases.ts';
import type { IndexPageData } from './index-page.ts';
import type { IndexPlace } from './index.repository.ts';

/** How the reader narrows the index: by the beginning of a name, or by a part of any name. */
export interface IndexFilter {
  letter?: string | undefined;
  name?: string | undefined;
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

const capital = (beginning: string) => beginning[0]!.toUpperCase() + beginning.slice(1);

function addressOf(i18n: I18n, { letter, name }: IndexFilter, after?: IndexPlace): string {
  const query = new URLSearchParams({
    ...(letter && { letter: capital(letter) }),
    ...(name && { name }),
    ...(after && { after: after.folded, from: after.slug }),
  }).toString();
  return i18n.path('/conditions') + (query && `?${query}`);
}

/** Letters as links: of the alphabet those that the index lacks too, so that a letter keeps its place. */
function Letters({ data, filter, i18n }: { data: IndexPageData; filter: IndexFilter; i18n: I18n }) {
  const present = new Set(data.letters);
  const latin = [...'abcdefghijklmnopqrstuvwxyz'];
  const letters = [...latin, ...data.letters.filter((letter) => !latin.includes(letter))];
  const link = (letter: string) => ({
    letter: capital(letter),
    href: addressOf(i18n, { letter }),
    current: letter === filter.letter,
  });
  return (
    <>
      <IndexLetters
        i18n={i18n}
        letters={letters.map((letter) => (present.has(letter) ? link(letter) : { ...link(letter), href: null }))}
      />
      {data.pairs.length > 1 && (
        <IndexLetters i18n={i18n} label={i18n.t('index-list.pairs')} letters={data.pairs.map(link)} />
      )}
    </>
  );
}

/** Conditions that somebody here wrote about, by group. */
function Written({ data, besideGroup, i18n }: Pick<IndexPageProps, 'data' | 'besideGroup'> & { i18n: I18n }) {
  return (
    <>
      {data.groups.map((group) => {
        const { id, name } = group;
        const ofGroup = data.written.filter(({ groupId }) => groupId === id);
        return (
          ofGroup.length > 0 && (
            <section class="index-group" aria-labelledby={`group-${id}`}>
              <h2 id={`group-${id}`}>{inLanguage(name, i18n.language).text}</h2>
              {besideGroup(group)}
              <IndexList entries={toIndex(ofGroup, i18n)} />
            </section>
          )
        );
      })}
      {data.written.length > 0 && data.counts.written > data.written.length && (
        <section class="index-group">
          <Prose>
            <p>{i18n.t('conditions.too-many-written', { count: data.written.length })}</p>
          </Prose>
        </section>
      )}
    </>
  );
}

/** Conditions that only vocabularies list, after those with words of their own. */
function Unwritten({ data, filter, i18n }: { data: IndexPageData; filter: IndexFilter; i18n: I18n }) {
  if (data.counts.unwritten === 0) return null;
  const narrowed = filter.letter !== undefined || filter.name !== undefined;
  return (
    <section class="index-group" aria-labelledby="listed-elsewhere">
      <h2 id="listed-elsewhere">{i18n.t('conditions.listed-elsewhere')}</h2>
      <Prose>
        <p>
          {narrowed
            ? i18n.t('conditions.listed-elsewhere-under')
            : i18n.t('conditions.listed-elsewhere-lede', { count: data.counts.unwritten })}{' '}
          <WayOn href={i18n.path('/vocabularies')}>{i18n.t('conditions.listed-elsewhere-how')}</WayOn>
        </p>
      </Prose>
      {data.unwritten.length > 0 && (
        <IndexNames
          names={data.unwritten.map(({ slug, name, language }) => ({
            text: name,
            href: conditionPath({ slug }, i18n),
            ...foreign(i18n, language),
          }))}
        />
      )}
      {data.next && (
        <p>
          <WayOn href={addressOf(i18n, filter, data.next)}>{i18n.t('conditions.index-next')}</WayOn>
        </p>
      )}
    </section>
  );
}

interface IndexPageProps {
  data: IndexPageData;
  filter: IndexFilter;
  /** What other modules show under the name of a group. */
  besideGroup: (group: ConditionGroup) => Child;
  frame: SiteFrame;
}

/** All conditions: those written about here by group, the others by letter, with a filter for any name. */
export function ConditionIndexPage({ data, filter, besideGroup, frame }: IndexPageProps) {
  const { i18n } = frame;
  const path = i18n.path('/conditions');
  const narrowed = Boolean(filter.letter || filter.name);
  const found = data.counts.written + data.counts.unwritten;
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
        <Letters data={data} filter={filter} i18n={i18n} />
        {narrowed && (
          <p role="status">
            {i18n.t('conditions.filtered', { count: found })} <WayOn href={path}>{i18n.t('conditions.all')}</WayOn>
          </p>
        )}
      </PageHead>
      {found === 0 && (
        <Empty title={i18n.t('conditions.none')} action={{ text: i18n.t('conditions.all'), href: path }}>
          {i18n.t('conditions.none-means')}
        </Empty>
      )}
      <Written data={data} besideGroup={besideGroup} i18n={i18n} />
      <Unwritten data={data} filter={filter} i18n={i18n} />
    </Page>
  );
}
