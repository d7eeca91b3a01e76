import type { I18n } from '#platform/i18n/i18n.ts';
import { WayOn } from '../way-on/way-on.tsx';
import { RegionMap, type MapDrawing, type MapPlace } from './map.tsx';

/** An invented archipelago. */
const drawing: MapDrawing = {
  height: 1000,
  edge: '',
  graticule: 'M0 250l2000 40M0 620l2000 40M500 0l30 1000M1000 0l10 1000M1500 0l-10 1000',
  around: 'M1640 0l-60 120 90 140-40 160 140 120 230 60v-600z',
  frames: [],
  parts: [
    { code: 'one', x: 520, y: 420, room: 190, d: 'M300 240l240-60 190 110 60 250-190 130-260-40-130-190z' },
    { code: 'two', x: 930, y: 480, room: 130, d: 'M730 290l240-50 160 140-30 260-170 90-140-190z' },
    { code: 'three', x: 900, y: 830, room: 90, d: 'M780 760l190-40 110 120-190 110-130-60z' },
    { code: 'four', x: 1330, y: 690, room: 0, d: '' },
  ],
};
const places = (...people: (number | null)[]): Map<string, MapPlace> =>
  new Map(
    ['one', 'two', 'three', 'four'].map((code, index) => [
      code,
      { name: `Place ${code}`, href: '#ui-map', people: people[index] ?? null },
    ]),
  );
const caption = 'Four invented places.';

export const title = 'Map';
export const why =
  'Where members are, as circles whose area tells the number; where none may be told, land and nothing else.';
export const examples = {
  // every place of a map is a link in a list, too
  'With numbers': (i18n: I18n) => (
    <>
      <RegionMap
        i18n={i18n}
        id="map-told"
        drawing={drawing}
        places={places(1250, 140, null, 15)}
        largest={110}
        named
        caption={caption}
      />
      <p>
        <WayOn href="#ui-map">Place four</WayOn>
      </p>
    </>
  ),
  'One number for all of it, and a place that the page is about': (i18n: I18n) => (
    <RegionMap
      i18n={i18n}
      id="map-whole"
      drawing={drawing}
      places={places()}
      wholes={[{ x: 760, y: 560, people: 25 }]}
      here="two"
      largest={110}
      caption={caption}
    />
  ),
};
