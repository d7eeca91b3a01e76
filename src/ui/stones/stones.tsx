import type { Child } from 'hono/jsx';
import {
  drawHill,
  drawMound,
  drawStone,
  lastPlace,
  peoplePerPebble,
  pile,
  pileHeights,
  pileWidth,
  sizeOfStone,
} from './draw.ts';
import type { StoneName } from './shapes.ts';
import { cairnId, contoursId, pebbleId, stoneId, type StoneKind } from './sprite.tsx';

const named = (label?: string) => (label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': 'true' });

/** One stone, sized in em. It never replaces a word: with no `label` it is hidden from screen readers. */
export function Stone({
  name,
  kind = 'grey',
  flip = false,
  label,
}: {
  name: StoneName;
  kind?: StoneKind;
  flip?: boolean;
  label?: string;
}) {
  const room = sizeOfStone(name);
  const [width, height] = [Math.ceil(room.width), Math.ceil(room.height)];
  const size = (n: number) => `${(n * 0.035).toFixed(2)}em`;
  return (
    <svg
      class="pebble"
      width={size(width)}
      height={size(height)}
      viewBox={`0 ${-height} ${width} ${height}`}
      {...named(label)}
    >
      <use href={`#${stoneId(name, kind)}`} {...(flip ? { transform: `matrix(-1 0 0 1 ${width} 0)` } : {})} />
    </svg>
  );
}

/**
 * The first `stones` (1 to 6) stones of a page's cairn. `detail`: with contour lines, for the large one.
 * `place`: with the reader's free place on top.
 */
export function Cairn({
  stones = 6,
  size = 'small',
  detail = false,
  place = false,
  label,
}: {
  stones?: number;
  size?: 'small' | 'large';
  detail?: boolean;
  place?: boolean;
  label?: string;
}) {
  const laid = Math.max(1, Math.min(stones, pile.length));
  const height = pileHeights[place ? 6 : laid - 1]!;
  return (
    <svg class={`cairn-${size}`} viewBox={`0 ${-height} ${pileWidth} ${height}`} {...named(label)}>
      {Array.from({ length: laid }, (_, i) => (
        <>
          <use href={`#${cairnId(i + 1)}`} />
          {detail && <use href={`#${contoursId(i + 1)}`} />}
        </>
      ))}
      {place && <use href={`#${cairnId(7)}`} />}
    </svg>
  );
}

/** The line on which stones stand; it opens every part of a page. */
export const Ground = ({ children }: { children?: Child }) => <div class="ground">{children}</div>;

/** A heap of pebbles for a count that may be shown. How many people one pebble is: `peoplePerPebble(people)`. */
export function Mound({ people, label }: { people: number; label: string }) {
  const { width, height, pebbles } = drawMound(Math.floor(people / peoplePerPebble(people)));
  return (
    <svg
      class="mound"
      width={`${(width * 0.067).toFixed(2)}em`}
      viewBox={`0 ${-height} ${width} ${height}`}
      {...named(label)}
    >
      {pebbles.map(({ shape, x, y }) => (
        <use href={`#${pebbleId(shape)}`} x={String(x)} y={String(y)} />
      ))}
    </svg>
  );
}

const at = (name: StoneName, dx: number, dy: number, scale: number, flip = false) =>
  drawStone(name, { dx, dy, scale, flip }).outline;
const markBody =
  at('g', 0, 0, 0.265) + at('h', 30, 0, 0.205, true) + at('a', 4.5, -8.3, 0.29, true) + at('c', 11.5, -19.4, 0.24);
const markTop = at(lastPlace[0], 14, -30.2, 0.3);

/** The mark of the site: a cairn in five strokes; only the top stone is lichen. */
export const Mark = () => (
  <svg class="mark" viewBox="-1 -38 46 39" aria-hidden="true">
    <path class="mark-body" d={markBody} />
    <path class="mark-top" d={markTop} />
  </svg>
);

const hill = drawHill();

/** Contour lines of one large stone seen from above, for the home page alone. */
export const Hill = () => (
  <svg class="hill" viewBox="0 0 1600 760" preserveAspectRatio="xMidYMid slice" aria-hidden="true">
    {hill.map(({ path, heavy }) => (
      <path class={heavy ? 'index' : undefined} d={path} />
    ))}
  </svg>
);
