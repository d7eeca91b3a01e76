import { mapPath } from '#modules/atlas/index.ts';
import { ExperienceStone, type Experience } from '#modules/experiences/index.ts';
import { toIndex, type ConditionEntry } from '#modules/conditions/index.ts';
import { Band, Pledges } from '#ui/band/band.tsx';
import { IndexList } from '#ui/index-list/index-list.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { SearchForm } from '#ui/search-form/search-form.tsx';
import { Summit } from '#ui/summit/summit.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';

/** How many conditions the home page lists before it leads to all of them. */
const most = 12;

export function HomePage({
  entries,
  experiences,
  people,
  frame,
}: {
  entries: readonly ConditionEntry[];
  experiences: readonly Experience[];
  /** How many are here, if that is told. */
  people: number | undefined;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const example = (query: string) => ({ text: query, href: `${i18n.path('/search')}?q=${encodeURIComponent(query)}` });
  return (
    <Page
      frame={frame}
      layout="plain"
      meta={{
        title: frame.siteName,
        description: i18n.t('home.lede'),
        path: '/',
        jsonLd: [
          {
            '@context': 'https://schema.org',
            '@type': 'WebSite',
            name: frame.siteName,
            url: frame.origin,
            inLanguage: i18n.language,
            potentialAction: {
              '@type': 'SearchAction',
              target: `${frame.origin}${i18n.path('/search')}?q={search_term_string}`,
              'query-input': 'required name=search_term_string',
            },
          },
        ],
      }}
    >
      <Summit title={i18n.t('home.title')} lede={i18n.t('home.lede')}>
        <SearchForm
          i18n={i18n}
          examples={[
            example(i18n.t('home.example-name')),
            example(i18n.t('home.example-sign')),
            example(i18n.t('home.example-question')),
          ]}
        />
      </Summit>
      <div class="sheet">
        <Band
          id="conditions"
          title={i18n.t('home.look-up')}
          lede={
            <>
              <p>{i18n.t('home.look-up-lede')}</p>
              <WayOn href={i18n.path('/conditions')}>{i18n.t('conditions.all')}</WayOn>
            </>
          }
        >
          <IndexList entries={toIndex(entries, i18n).slice(0, most)} />
        </Band>
        <Band
          id="map"
          title={i18n.t('home.map')}
          lede={
            <>
              <p>{i18n.t('home.map-lede')}</p>
              <WayOn href={i18n.path(mapPath('all'))}>{i18n.t('home.map-open')}</WayOn>
            </>
          }
        >
          {people !== undefined && <p class="lede">{i18n.t('home.map-count', { people })}</p>}
        </Band>
        {experiences.length > 0 && (
          <Band id="experiences" title={i18n.t('home.people')} lede={<p>{i18n.t('home.people-lede')}</p>}>
            {experiences.map((experience) => (
              <ExperienceStone experience={experience} i18n={i18n} level={3} />
            ))}
          </Band>
        )}
        <Band id="promise" title={i18n.t('home.promise')}>
          <Pledges
            pledges={[
              { title: i18n.t('home.promise-name'), text: i18n.t('home.promise-name-text') },
              { title: i18n.t('home.promise-tracking'), text: i18n.t('home.promise-tracking-text') },
              { title: i18n.t('home.promise-words'), text: i18n.t('home.promise-words-text') },
              { title: i18n.t('home.promise-run'), text: i18n.t('home.promise-run-text') },
            ]}
          />
        </Band>
      </div>
    </Page>
  );
}
