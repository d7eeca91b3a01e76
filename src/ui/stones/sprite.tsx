import { html } from 'hono/html';
import { bodyOutline } from '../bodies/regions.ts';
import { drawStone, lastPlace, pile, type StoneDrawing } from './draw.ts';
import { stoneNames, type StoneName } from './shapes.ts';

/**
 * What kind of stone: grey is knowledge, person is somebody's own words, signed and overdue are reviews,
 * place is still free.
 */
export type StoneKind = 'grey' | 'person' | 'signed' | 'overdue' | 'place';
const kinds: StoneKind[] = ['grey', 'person', 'signed', 'overdue', 'place'];

export const stoneId = (name: StoneName, kind: StoneKind) => `s-${name}-${kind}`;
export const cairnId = (stone: number) => `s-cairn-${stone}`;
export const contoursId = (stone: number) => `s-contours-${stone}`;
export const pebbleId = (shape: number) => `s-pebble-${shape}`;
export const bodyId = 's-body';
export const bodyClipId = 's-body-clip';

const Rings = ({ rings, top }: { rings: string[]; top: boolean }) => (
  <>
    {rings.map((d, i) => (
      <path class={top && i === rings.length - 1 ? 'summit' : 'contour'} d={d} />
    ))}
  </>
);

function Inside({ drawing, kind }: { drawing: StoneDrawing; kind: StoneKind }) {
  const { outline, rings, width: w, height: h } = drawing;
  const tenth = (n: number) => Math.round(n * 10) / 10;
  const line = (...points: [number, number][]) =>
    `M${points.map(([x, y]) => `${tenth(w * x)} ${tenth(-h * y)}`).join('L')}`;
  if (kind === 'place') return <path class="place" d={outline} />;
  return (
    <>
      <path class="stone" d={outline} />
      {kind === 'signed' && <path class="tick" d={line([0.33, 0.45], [0.45, 0.27], [0.68, 0.68])} />}
      {kind === 'overdue' && <path class="tick" d={`${line([0.5, 0.76], [0.5, 0.42])}${line([0.5, 0.22])}v.1`} />}
      {(kind === 'grey' || kind === 'person') && <Rings rings={rings} top={kind === 'person'} />}
    </>
  );
}

/** Every shape that can recur on a page, by the id under which `<use>` calls it. */
const drawers = new Map<string, () => unknown>();
for (const name of stoneNames)
  for (const kind of kinds) {
    const id = stoneId(name, kind);
    drawers.set(id, () => <g id={id}>{<Inside drawing={drawStone(name)} kind={kind} />}</g>);
  }
pile.forEach(([name, options], i) => {
  const person = i === pile.length - 1;
  drawers.set(cairnId(i + 1), () => <path id={cairnId(i + 1)} class="stone" d={drawStone(name, options).outline} />);
  drawers.set(contoursId(i + 1), () => (
    <g id={contoursId(i + 1)}>
      <Rings rings={drawStone(name, options).rings} top={person} />
    </g>
  ));
});
drawers.set(cairnId(7), () => <path id={cairnId(7)} class="place" d={drawStone(...lastPlace).outline} />);
(['d', 'e', 'f'] as const).forEach((name, i) => {
  drawers.set(pebbleId(i + 1), () => {
    const { outline, rings } = drawStone(name, { scale: 13.4 / drawStone(name).width, rings: [0.5] });
    return (
      <g id={pebbleId(i + 1)}>
        <path class="stone thin" d={outline} />
        <path class="speck" d={rings[0]} />
      </g>
    );
  });
});
drawers.set(bodyId, () => (
  <>
    <clipPath id={bodyClipId}>
      <path d={bodyOutline} />
    </clipPath>
    <path id={bodyId} class="stone" d={bodyOutline} />
  </>
));

const drawn = new Map<string, unknown>();

/** Draws one shape the first time it is asked for; the stones never change while the process runs. */
function shape(id: string): unknown {
  const drawer = drawers.get(id);
  if (!drawer) return null;
  if (!drawn.has(id)) drawn.set(id, html`${drawer()}`);
  return drawn.get(id);
}

/** The ids of the shapes that a rendered part of a page calls, each once. */
export function shapesUsed(markup: string): string[] {
  return [...new Set(Array.from(markup.matchAll(/<use href="#(s-[\w-]+)"/g), (match) => match[1]!))];
}

/** The shapes a page calls, drawn once and hidden. One per document. */
export const Sprite = ({ ids }: { ids: readonly string[] }) => (
  <svg class="sprite" width="0" height="0" aria-hidden="true" focusable="false">
    {ids.map((id) => shape(id) as never)}
  </svg>
);
