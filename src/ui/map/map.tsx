import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { escapeHtml, rawHtml } from '../raw-html/raw-html.ts';
import { createCircles, type Circles } from './circles.ts';
import { letter, placeLabels, spread } from './layout.ts';

/** How wide every drawing is, in its own units. */
const width = 2000;

export interface MapDrawing {
  height: number;
  /** The outline of the globe; empty where the drawing fills its frame. */
  edge: string;
  graticule: string;
  /** Land that is not of the region. */
  around: string;
  frames: readonly { x: number; y: number; width: number; height: number }[];
  /** `room`: how far it is from the point to the nearest border, 0 for a dot; `d` is empty for a dot. */
  parts: readonly { code: string; x: number; y: number; room: number; d: string }[];
}

export interface MapPlace {
  name: string;
  href: string;
  /** A released count; null where none may be told. */
  people: number | null;
  /** Its number is told for all of what it is part of, where the circle stands. */
  within?: boolean;
}

/** A number that belongs to several parts of the drawing at once. */
export interface MapWhole {
  x: number;
  y: number;
  people: number;
}

/** A large part of the drawing that is one target where the map is small, with its own number. */
export interface MapArea extends MapPlace {
  code: string;
  x: number;
  y: number;
  /** How far from there a finger still means it. */
  reach: number;
}

interface RegionMapProps {
  i18n: I18n;
  /** Of the figure; unique on the page. */
  id: string;
  drawing: MapDrawing;
  /** By code, for each part of the drawing. */
  places: ReadonlyMap<string, MapPlace>;
  wholes?: readonly MapWhole[];
  /** Take the place of single parts where the map is small, on phones. */
  areas?: readonly MapArea[];
  /** The part that the page is about. */
  here?: string;
  /** How large the circle of most people may get, in units of the drawing. */
  largest: number;
  /** Writes names on the map where there is room. */
  named?: boolean;
  /** What the map shows, in a sentence. */
  caption: string;
  /** Beside the legend. */
  children?: Child;
}

/** A small circle is still seen, and found with a finger. */
const smallest = 7;

/** What a place is, in words: its name and its number. */
export const placeText = ({ name, people }: Pick<MapPlace, 'name' | 'people'>, i18n: I18n): string =>
  people === null ? i18n.t('map.place-hidden', { place: name }) : i18n.t('map.place-people', { place: name, people });

/**
 * A plate from an atlas: land, water lines, and people in lichen. Every place is a link for a pointer; the same links, with
 * the same numbers, stand in a list on the page, which is the one that keyboards and screen readers walk.
 */
export function RegionMap(props: RegionMapProps) {
  const { i18n, id, drawing, places, wholes = [], areas = [], here, caption, largest, children } = props;
  const numbers = [...[...places.values()].flatMap(({ people }) => people ?? []), ...wholes.map((one) => one.people)];
  const circles = createCircles(numbers, largest, smallest);
  const land = `${id}-land`;
  return (
    <figure
      class={['atlas-map', drawing.edge && 'globe', areas.length > 0 && 'by-areas'].filter(Boolean).join(' ')}
      id={id}
    >
      <div class="atlas-sheet" data-map>
        <svg class="map" viewBox={`0 0 ${width} ${drawing.height}`} aria-hidden="true" focusable="false">
          <path class="graticule" d={drawing.graticule} />
          {drawing.edge && (
            <clipPath id={`${id}-edge`}>
              <path d={drawing.edge} />
            </clipPath>
          )}
          <g clip-path={drawing.edge ? `url(#${id}-edge)` : undefined}>
            {['water far', 'gap far', 'water mid', 'gap mid', 'water near', 'gap near'].map((line) => (
              <use class={line} href={`#${land}`} />
            ))}
            <g class="land">
              <g id={land}>
                {drawing.around && <path class="around" d={drawing.around} />}
                {rawHtml(partsMarkup(props))}
              </g>
            </g>
          </g>
          {drawing.parts.some(({ code }) => code === here) && <use class="here-line" href={`#${id}-here`} />}
          {drawing.frames.map((frame) => (
            <rect class="frame" x={frame.x + 1} y={frame.y + 1} width={frame.width - 2} height={frame.height - 2} />
          ))}
          {drawing.edge && <path class="edge" d={drawing.edge} />}
          <People {...props} circles={circles} />
          <Areas {...props} />
        </svg>
      </div>
      <figcaption class="map-foot">
        <span class="visually-hidden">{caption}</span>
        <Legend i18n={i18n} circles={circles} />
        {children}
      </figcaption>
    </figure>
  );
}

/** Formatting two hundred messages takes longer than all the rest; the same are said on every map. */
const knownTitles = new WeakMap<I18n, Map<string, string>>();
const mostTitles = 10_000;
function titleOf(place: MapPlace, i18n: I18n): string {
  let known = knownTitles.get(i18n);
  if (!known || known.size > mostTitles) knownTitles.set(i18n, (known = new Map<string, string>()));
  const key = `${place.people} ${place.name}`;
  let text = known.get(key);
  if (text === undefined) known.set(key, (text = escapeHtml(placeText(place, i18n))));
  return text;
}

/**
 * Land first and dots above it, so that an island state in front of a coast can be pressed. Written as text: as elements,
 * two hundred places took half the time of the page.
 */
function partsMarkup({ i18n, id, drawing, places, here }: RegionMapProps): string {
  const draw = ({ code, x, y, d }: MapDrawing['parts'][number]): string => {
    const mark = code === here ? ` id="${id}-here"` : '';
    const shape = d === '' ? `<circle${mark} class="dot" cx="${x}" cy="${y}" r="5.5"/>` : `<path${mark} d="${d}"/>`;
    const place = places.get(code);
    if (!place) return shape;
    const told =
      place.people !== null || place.within ? (code === here ? 'told here' : 'told') : code === here ? 'here' : '';
    const kind = told && ` class="${told}"`;
    return `<a href="${escapeHtml(place.href)}" tabindex="-1"${kind} data-region="${code}"><title>${titleOf(place, i18n)}</title>${shape}</a>`;
  };
  const dots = drawing.parts.filter(({ d }) => d === '');
  return (
    drawing.parts
      .filter(({ d }) => d !== '')
      .map(draw)
      .join('') + dots.map(draw).join('')
  );
}

/** Circles, the small ones above the large; numbers inside where they fit; names where there is room. */
function People({ i18n, drawing, places, wholes = [], named, circles }: RegionMapProps & { circles: Circles }) {
  const told = drawing.parts.flatMap(({ code, x, y }) => {
    const { people, name } = places.get(code) ?? {};
    return people ? [{ x, y, people, name }] : [];
  });
  const discs = spread(
    [...told, ...wholes.map((whole) => ({ ...whole, name: undefined }))]
      .sort((a, b) => b.people - a.people)
      .map((each) => ({ ...each, radius: circles.radius(each.people) })),
  );
  return (
    <>
      {named && <Names drawing={drawing} places={places} discs={discs} />}
      <g class="people">{rawHtml(discs.map((disc) => circleMarkup(disc, i18n)).join(''))}</g>
    </>
  );
}

/** As text, as the land is; a `Mark` all the same. */
function circleMarkup({ x, y, people, radius }: { x: number; y: number; people: number; radius: number }, i18n: I18n) {
  const number = i18n.number(people);
  const text = number.length * letter < radius * 1.75 ? `<text>${escapeHtml(number)}</text>` : '';
  return `<g transform="translate(${x} ${y})"><g class="mark"><circle r="${radius}"/>${text}</g></g>`;
}

type Named = { x: number; y: number; radius: number; name: string | undefined };

/** Names of places with a number stand below their circle; those of others where the land has room for them. */
function Names({ drawing, places, discs }: Pick<RegionMapProps, 'drawing' | 'places'> & { discs: readonly Named[] }) {
  const below = discs.flatMap(({ x, y, radius, name }) =>
    name === undefined ? [] : [{ text: name, x, y: y + radius + 19, mark: { x, y }, told: true }],
  );
  const quiet = [...drawing.parts]
    .sort((a, b) => b.room - a.room)
    .flatMap(({ code, x, y, room }) => {
      const place = places.get(code);
      return !place || place.people !== null || place.name.length * letter > room * 3.2
        ? []
        : [{ text: place.name, x, y, mark: { x, y }, told: false }];
    });
  return (
    <g class="names">
      {placeLabels([...below, ...quiet], discs, { width, height: drawing.height }).map(({ text, y, mark, told }) => (
        <Mark x={mark.x} y={mark.y}>
          <text y={y - mark.y} class={told ? 'told' : undefined}>
            {text}
          </text>
        </Mark>
      ))}
    </g>
  );
}

/** On a phone a country is smaller than a finger: there the large areas carry the numbers, and are the links. */
function Areas({ i18n, areas = [] }: Pick<RegionMapProps, 'i18n' | 'areas'>) {
  if (areas.length === 0) return null;
  const circles = createCircles(
    areas.flatMap(({ people }) => people ?? []),
    160,
    34,
  );
  return (
    <g class="areas">
      {areas.map((area) => (
        <a href={area.href} tabindex={-1} data-region={area.code}>
          <title>{placeText(area, i18n)}</title>
          <circle class="reach" cx={area.x} cy={area.y} r={area.reach} />
          {area.people !== null && (
            <>
              <circle cx={area.x} cy={area.y} r={circles.radius(area.people)} />
              <text x={area.x} y={area.y}>
                {i18n.number(area.people)}
              </text>
            </>
          )}
        </a>
      ))}
    </g>
  );
}

/** Keeps its size when the map comes closer: it is scaled around its own point. */
const Mark = ({ x, y, children }: { x: number; y: number; children: Child }) => (
  <g transform={`translate(${x} ${y})`}>
    <g class="mark">{children}</g>
  </g>
);

/** Its circles are as large as those of the map on every screen: there, one em is a tenth of the map's width. */
function Legend({ i18n, circles }: { i18n: I18n; circles: Circles }) {
  const { samples, smallestUpTo } = circles;
  return (
    <ul class="map-legend" role="list" aria-label={i18n.t('map.legend')}>
      {samples.map(({ people, radius }) => (
        <li>
          <svg
            class="sample"
            viewBox={`${-radius - 2} ${-radius - 2} ${radius * 2 + 4} ${radius * 2 + 4}`}
            width={`${((radius * 2 + 4) / width) * 10}em`}
            aria-hidden="true"
            focusable="false"
          >
            <circle r={radius} />
          </svg>
          <span>{i18n.t('map.legend-people', { people })}</span>
        </li>
      ))}
      {smallestUpTo !== undefined && (
        <li class="smallest soft">{i18n.t('map.legend-smallest', { people: smallestUpTo })}</li>
      )}
      <li>
        <span class="swatch-land"></span>
        <span>{i18n.t('map.legend-hidden')}</span>
      </li>
    </ul>
  );
}
