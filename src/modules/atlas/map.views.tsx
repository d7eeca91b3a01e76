import type { Child } from 'hono/jsx';
import { conditionPath, namesOf, numbersPath, type ConditionEntry } from '#modules/conditions/index.ts';
import { ClaimsTable, createCitations, SourcesPart } from '#modules/knowledge/index.ts';
import { ancestorsOf, findRegion, nameOfRegion, world, type RegionCode } from '#modules/regions/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { ButtonLink } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { MapTools } from '#ui/map/map-tools.tsx';
import { RegionMap, type MapArea, type MapPlace, type MapWhole } from '#ui/map/map.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { PlaceList, PlaceSteps, type PlaceRow } from '#ui/places/places.tsx';
import { RelatedLinks } from '#ui/related/related.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail, type Link } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { weave } from '#ui/words/weave.ts';
import { noPicture } from './map.errors.ts';
import { mapPath, picturePath, pictureSize } from './map-paths.ts';
import { areas, sortPlaces, worldParts, type Sorting } from './map.ts';
import type { MapPageData, MapScope } from './map.usecases.ts';
import { drawPicture } from './picture.views.tsx';
import letters from './shapes/letters.json' with { type: 'json' };

/** The largest circle, in units of the drawing: the world is crowded, a country is not. */
const largestOf = { world: 50, continent: 92, country: 100, subdivision: 100 };

const names = new WeakMap<I18n, Map<RegionCode, string>>();

/** A page of the world names two hundred countries, and `Intl` looks each one up. */
function nameOf(code: RegionCode, i18n: I18n): string {
  let known = names.get(i18n);
  if (!known) names.set(i18n, (known = new Map<RegionCode, string>()));
  let name = known.get(code);
  // `Intl` writes the world as it stands inside a sentence
  if (name === undefined) known.set(code, (name = code === world ? i18n.t('map.world') : nameOfRegion(code, i18n)));
  return name;
}

const entryOf = (scope: MapScope): ConditionEntry | undefined =>
  scope !== 'all' && 'condition' in scope ? scope.condition : undefined;

/** The name of a group, if numbers are of one. */
const groupNameOf = (scope: MapScope, i18n: I18n): string | undefined =>
  scope !== 'all' && 'group' in scope ? inLanguage(scope.group.name, i18n.language).text : undefined;

interface MapPageProps {
  data: MapPageData;
  /** The list before the map, in this order. */
  list: Sorting | undefined;
  /** The script of the map. */
  script: string;
  /** From how many people on a number is told. */
  shownFrom: number;
  frame: SiteFrame;
}

/** Where members are: a number for all of it, a map, and the same as a list. */
export function MapPage({ data, list, script, shownFrom, frame }: MapPageProps) {
  const { i18n } = frame;
  const { asked, condition, shown } = data;
  const citations = createCitations(data.sources);
  const title = titleOf(data, i18n);
  const path = mapPath(asked.scope, asked.region.code);
  const map = shown && <MapFigure data={data} i18n={i18n} />;
  const steps = shown?.content.shown.code === world && <Continents data={data} i18n={i18n} />;
  const places = shown && hasList(shown) && <Places data={data} list={list} i18n={i18n} />;
  const common = condition && data.claims.length > 0 && (
    <section class="map-common flow" id="common">
      <h2 class="like-h3">{i18n.t('map.common')}</h2>
      <p>{i18n.t('map.common-intro', { condition: namesOf(condition, i18n.language).inSentence })}</p>
      {ClaimsTable({ claims: data.claims, caption: i18n.t('map.common'), i18n, citations })}
      <WayOn href={i18n.path(numbersPath(condition.slug))}>{i18n.t('map.common')}</WayOn>
    </section>
  );
  const sources = SourcesPart({ i18n, citations, sources: data.sources });
  return (
    <Page
      frame={frame}
      current="map"
      meta={{
        title,
        description: i18n.t('map.description'),
        path,
        // one page for each condition is enough, and none for numbers that are not there
        noindex: asked.people === undefined,
        scripts: [script],
        ...(shown?.scope === asked.scope && shown.counts.has(world) && { image: imageOf(data, title, frame) }),
      }}
    >
      <MapHead data={data} title={title} list={list} frame={frame} />
      {steps && !list && map}
      {steps}
      {list && places}
      {(list || !steps) && map}
      <div class="map-body">
        {!list && places}
        <div class="map-notes">
          <BeCounted i18n={i18n} />
          <HowCounted i18n={i18n} shownFrom={shownFrom} />
          <Wider data={data} i18n={i18n} />
        </div>
      </div>
      {common}
      <section class="map-share">
        {shown?.scope === asked.scope && (
          <WayOn href={i18n.path(picturePath(asked.scope, 'svg'))}>{i18n.t('map.picture')}</WayOn>
        )}
        <PageTools i18n={i18n} />
      </section>
      {sources}
    </Page>
  );
}

/** The same map as a picture. Throws `atlas.no_picture`. */
export async function pictureOf(data: MapPageData, { i18n, siteName }: SiteFrame): Promise<string> {
  const { asked, condition, shown, countedAt } = data;
  if (!shown || asked.people === undefined || !countedAt) throw noPicture({ scope: mapPath(asked.scope) });
  const { inSentence } = condition ? namesOf(condition, i18n.language) : { inSentence: undefined };
  return drawPicture({
    title: titleOf(data, i18n),
    number: i18n.t('map.picture-people', { people: asked.people }),
    said: [
      i18n.t('map.counted', { day: i18n.date(countedAt) }),
      inSentence ? i18n.t('map.not-common', { condition: inSentence }) : i18n.t('map.not-common-all'),
    ].join(' '),
    siteName,
    counts: shown.counts,
    drawing: shown.drawing,
    letters,
  });
}

const imageOf = ({ asked }: MapPageData, alt: string, { origin, i18n }: SiteFrame) => ({
  href: `${origin}${i18n.path(picturePath(asked.scope, 'png'))}`,
  alt,
  ...pictureSize,
});

function titleOf({ asked: { region, scope }, condition }: MapPageData, i18n: I18n): string {
  const place = nameOf(region.code, i18n);
  const group = groupNameOf(scope, i18n);
  if (group !== undefined)
    return region.code === world
      ? i18n.t('map.title-group', { group })
      : i18n.t('map.title-group-place', { group, place });
  if (!condition) return region.code === world ? i18n.t('map.title') : i18n.t('map.title-place', { place });
  const { inSentence } = namesOf(condition, i18n.language);
  return region.code === world
    ? i18n.t('map.title-condition', { condition: inSentence })
    : i18n.t('map.title-condition-place', { condition: inSentence, place });
}

function stepsOf({ asked: { scope, region }, condition, ancestors }: MapPageData, i18n: I18n): Link[] {
  const above = region.code === world ? [] : ancestorsOf(region.code).toReversed();
  return [
    ...(condition
      ? [
          { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
          ...[...ancestors.toReversed(), condition].map((each) => ({
            text: namesOf(each, i18n.language).preferred,
            href: conditionPath(each, i18n),
          })),
        ]
      : scope !== 'all'
        ? [{ text: i18n.t('conditions.title'), href: i18n.path('/conditions') }]
        : []),
    ...above.map((code) => ({
      text: code === world ? i18n.t('map.trail') : nameOf(code, i18n),
      href: i18n.path(mapPath(scope, code)),
    })),
  ];
}

/** The number of all of it first, in words and large; or one honest sentence. */
function MapHead({
  data,
  title,
  list,
  frame,
}: {
  data: MapPageData;
  title: string;
  list: Sorting | undefined;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { asked, condition, shown, countedAt } = data;
  const { inSentence } = condition ? namesOf(condition, i18n.language) : { inSentence: undefined };
  const steps = stepsOf(data, i18n);
  const path = i18n.path(mapPath(asked.scope, asked.region.code));
  return (
    <header class="map-head">
      {steps.length > 0 && <Trail i18n={i18n} steps={steps} />}
      <h1>{title}</h1>
      {asked.people === undefined ? <Untold data={data} i18n={i18n} /> : <Total data={data} i18n={i18n} />}
      <div class="map-said">
        <p>
          {countedAt && i18n.t('map.counted', { day: i18n.date(countedAt) })}{' '}
          {inSentence ? i18n.t('map.not-common', { condition: inSentence }) : i18n.t('map.not-common-all')}{' '}
          {frame.demo && <Tag kind="demo">{i18n.t('count.demo')}</Tag>}
        </p>
        {shown && hasList(shown) && (
          <p class="map-ways">
            {list ? (
              <a href={path}>{i18n.t('map.map-first')}</a>
            ) : (
              <>
                <a href="#places">{i18n.t('map.straight')}</a>
                <a href={`${path}?list=number`}>{i18n.t('map.list-first')}</a>
              </>
            )}
          </p>
        )}
      </div>
    </header>
  );
}

function Total({ data: { asked, condition }, i18n }: { data: MapPageData; i18n: I18n }) {
  const number = <b>{i18n.t('map.people', { people: asked.people! })}</b>;
  const isWorld = asked.region.code === world;
  const group = groupNameOf(asked.scope, i18n);
  if (group !== undefined)
    return <p class="map-total">{weave(i18n, isWorld ? 'map.total-group' : 'map.total-here-group', { number })}</p>;
  return (
    <p class="map-total">
      {condition
        ? weave(
            i18n,
            isWorld ? 'count.live-with' : 'map.total-here-condition',
            { number },
            { condition: namesOf(condition, i18n.language).inSentence },
          )
        : weave(i18n, isWorld ? 'map.total' : 'map.total-here', { number })}
    </p>
  );
}

/** Most communities are small, and most places hold a few of them: said once, plainly, and what the map shows instead. */
function Untold({ data: { asked, shown }, i18n }: { data: MapPageData; i18n: I18n }) {
  const { region, scope } = asked;
  const sentence =
    region.code === world ? i18n.t('map.none') : i18n.t('map.hidden-place', { place: nameOf(region.code, i18n) });
  const other = shown && shown.scope !== scope ? entryOf(shown.scope) : undefined;
  const group = shown && shown.scope !== scope ? groupNameOf(shown.scope, i18n) : undefined;
  const instead = !shown
    ? undefined
    : other
      ? i18n.t('map.widened', { condition: namesOf(other, i18n.language).inSentence })
      : group !== undefined
        ? i18n.t('map.widened-group', { group })
        : shown.scope !== scope
          ? i18n.t('map.widened-all')
          : i18n.t('map.widened-place', { place: nameOf(shown.content.shown.code, i18n) });
  if (!instead)
    return (
      <Empty stones={['place', 'place']} title={sentence}>
        {i18n.t('map.hidden-means')}
      </Empty>
    );
  return (
    <p class="lede">
      <b>{sentence}</b> {i18n.t('map.hidden-means')} {instead}
    </p>
  );
}

type Shown = NonNullable<MapPageData['shown']>;

/** What the list has on it: on the page of the world, countries with a number; else every part. */
function listed({ content, counts }: Shown): { told: RegionCode[]; untold: RegionCode[] } {
  const told = content.shown.code === world ? worldParts(counts).countries : content.told;
  return { told: told.map(({ code }) => code), untold: content.shown.code === world ? [] : content.untold };
}

function hasList(shown: Shown): boolean {
  const { told, untold } = listed(shown);
  return told.length + untold.length > 0;
}

function placeOf(code: RegionCode, { scope, counts }: Shown, i18n: I18n): PlaceRow {
  return {
    code,
    name: nameOf(code, i18n),
    href: i18n.path(mapPath(scope, code)),
    people: counts.get(code) ?? null,
  };
}

/** What each part of the drawing shows, and where it leads. */
function drawnPlaces(shown: Shown, i18n: I18n): { places: Map<string, MapPlace>; wholes: MapWhole[] } {
  const { content, drawing, counts } = shown;
  const places = new Map<string, MapPlace>();
  const wholes: MapWhole[] = [];
  if (content.shown.code === world) {
    const { continents } = worldParts(counts);
    for (const { code } of drawing.parts) {
      const continent = findRegion(code)?.parent;
      if (continent === undefined) continue;
      const own = placeOf(code, shown, i18n);
      // without a number of its own it leads to its continent, which lists it
      const href = own.people === null ? i18n.path(mapPath(shown.scope, continent)) : own.href;
      places.set(code, { ...own, href, within: continents.includes(continent) });
    }
    for (const code of continents) {
      const area = areas[code];
      if (area) wholes.push({ x: area.x, y: area.y, people: counts.get(code)! });
    }
    return { places, wholes };
  }
  const isWhole = content.told.length === 0;
  for (const { code } of drawing.parts) places.set(code, { ...placeOf(code, shown, i18n), within: isWhole });
  const people = counts.get(content.shown.code);
  if (isWhole && people !== undefined && !places.get(content.shown.code)) {
    const roomiest = [...drawing.parts].sort((a, b) => b.room - a.room)[0];
    if (roomiest) wholes.push({ x: roomiest.x, y: roomiest.y, people });
  }
  return { places, wholes };
}

const areasOf = (shown: Shown, i18n: I18n): MapArea[] =>
  Object.entries(areas).map(([code, area]) => ({ ...placeOf(code, shown, i18n), ...area }));

function MapFigure({ data, i18n }: { data: MapPageData; i18n: I18n }) {
  const shown = data.shown!;
  const { content, drawing } = shown;
  const { places, wholes } = drawnPlaces(shown, i18n);
  return (
    <div class="map-stage">
      <RegionMap
        i18n={i18n}
        id="map"
        drawing={drawing}
        places={places}
        wholes={wholes}
        areas={content.shown.code === world ? areasOf(shown, i18n) : []}
        {...(content.here !== undefined && { here: content.here })}
        largest={largestOf[content.shown.kind]}
        named={content.shown.kind !== 'world'}
        caption={i18n.t('map.caption')}
      >
        <MapTools i18n={i18n} region={content.shown.code} />
        {drawing.frames.length > 0 && <p class="small soft">{i18n.t('map.frames')}</p>}
      </RegionMap>
    </div>
  );
}

/** From the world the first step down is a continent. */
function Continents({ data, i18n }: { data: MapPageData; i18n: I18n }) {
  const shown = data.shown!;
  const { told, untold } = shown.content;
  const rows = [...told.map(({ code }) => code), ...untold].map((code) => placeOf(code, shown, i18n));
  return <PlaceSteps i18n={i18n} title={i18n.t('map.continents')} places={sortPlaces(rows, 'number', i18n.compare)} />;
}

/** Every place with a number, then those without; on the page of the world, countries. */
function Places({ data, list, i18n }: { data: MapPageData; list: Sorting | undefined; i18n: I18n }) {
  const shown = data.shown!;
  const { content } = shown;
  const isWorld = content.shown.code === world;
  const rows = (codes: readonly RegionCode[]) => codes.map((code) => placeOf(code, shown, i18n));
  const { told, untold } = listed(shown);
  const sorted = list ?? 'number';
  const path = i18n.path(mapPath(data.asked.scope, data.asked.region.code));
  return (
    <PlaceList
      i18n={i18n}
      title={isWorld ? i18n.t('map.places') : i18n.t('map.places-all', { place: nameOf(content.shown.code, i18n) })}
      told={sortPlaces(rows(told), sorted, i18n.compare)}
      untold={sortPlaces(rows(untold), 'name', i18n.compare)}
      sorted={sorted}
      sortHref={{ name: `${path}?list=name`, number: `${path}?list=number` }}
    />
  );
}

/** The same for everybody, as the page is: whoever has joined is led on to their own pages. */
const BeCounted = ({ i18n }: { i18n: I18n }) => (
  <section class="map-note flow" id="join">
    <h2 class="like-h3">{i18n.t('map.join')}</h2>
    <p>{i18n.t('map.join-means')}</p>
    <p>
      <ButtonLink href={i18n.path('/join')}>{i18n.t('map.join-go')}</ButtonLink>
    </p>
  </section>
);

const HowCounted = ({ i18n, shownFrom }: { i18n: I18n; shownFrom: number }) => (
  <section class="map-note flow" id="how">
    <h2 class="like-h3">{i18n.t('map.how')}</h2>
    <p>{i18n.t('map.how-choose')}</p>
    <p>{i18n.t('map.how-round')}</p>
    <p>{i18n.t('map.how-alone', { people: shownFrom })}</p>
    <p class="small soft">{i18n.t('map.how-drawn')}</p>
  </section>
);

/** From here to what is larger: more places, more conditions. */
function Wider({
  data: { asked, condition, ancestors, group, shown },
  i18n,
}: {
  data: MapPageData;
  i18n: I18n;
}): Child {
  const { region } = asked;
  const place = nameOf(region.code, i18n);
  const links: Link[] = [
    ...(region.code === world
      ? []
      : ancestorsOf(region.code).map((code) => ({
          text:
            shown?.scope === asked.scope && shown.counts.has(code)
              ? i18n.t('map.place-people', { place: nameOf(code, i18n), people: shown.counts.get(code)! })
              : nameOf(code, i18n),
          href: i18n.path(mapPath(asked.scope, code)),
        }))),
    ...ancestors.map((each) => ({
      text: i18n.t('map.wider-condition', { condition: namesOf(each, i18n.language).preferred, place }),
      href: i18n.path(mapPath({ condition: each }, region.code)),
    })),
    ...(condition && group
      ? [
          {
            text: i18n.t('map.wider-condition', { condition: inLanguage(group.name, i18n.language).text, place }),
            href: i18n.path(mapPath({ group }, region.code)),
          },
        ]
      : []),
    ...(asked.scope === 'all'
      ? []
      : [{ text: i18n.t('map.wider-all', { place }), href: i18n.path(mapPath('all', region.code)) }]),
    ...(condition
      ? [
          {
            text: i18n.t('map.wider-page', { condition: namesOf(condition, i18n.language).inSentence }),
            href: conditionPath(condition, i18n),
          },
        ]
      : [{ text: i18n.t('conditions.all'), href: i18n.path('/conditions') }]),
  ];
  return (
    <section class="map-note" id="wider">
      <h2 class="like-h3">{i18n.t('map.wider')}</h2>
      <RelatedLinks links={links} />
    </section>
  );
}
