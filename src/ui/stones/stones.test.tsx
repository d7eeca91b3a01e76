import { describe, expect, it } from 'vitest';
import { markupOf } from '../gallery/markup.ts';
import { closedCurve, drawMound, drawStone, peoplePerPebble, stoneOf } from './draw.ts';
import { stoneNames } from './shapes.ts';
import { shapesUsed, Sprite } from './sprite.tsx';
import { Cairn, Stone } from './stones.tsx';

/** The end points of a path's curves, absolute. */
function points(path: string): [number, number][] {
  const numbers = path.match(/-?(?:\d+\.?\d*|\.\d+)/g)!.map(Number);
  const [x, y, ...rest] = numbers as [number, number, ...number[]];
  let at: [number, number] = [x, y];
  return Array.from({ length: rest.length / 6 }, (_, i) => (at = [at[0] + rest[i * 6 + 4]!, at[1] + rest[i * 6 + 5]!]));
}

describe('stones', () => {
  it('draws a closed curve through every point, however short the numbers are written', () => {
    const corners: [number, number][] = [
      [0, 0.04],
      [10.26, -5.5],
      [20, 0],
      [9.5, 0.5],
    ];
    const drawn = points(closedCurve(corners));
    expect(drawn).toHaveLength(4);
    drawn.forEach(([x, y], i) => {
      const [wantedX, wantedY] = corners[(i + 1) % 4]!;
      expect(Math.abs(x - wantedX)).toBeLessThanOrEqual(0.051);
      expect(Math.abs(y - wantedY)).toBeLessThanOrEqual(0.051);
    });
  });

  it('lets every stone rest on the ground', () => {
    for (const name of stoneNames) {
      const lowest = Math.max(...points(drawStone(name).outline).map(([, y]) => y));
      expect(Math.abs(lowest)).toBeLessThan(0.2);
    }
  });

  it('gives an experience the same stone every time, and different ones to different experiences', () => {
    expect(stoneOf('a1b2')).toEqual(stoneOf('a1b2'));
    const given = new Set(Array.from({ length: 200 }, (_, i) => stoneOf(`experience-${i}`).name));
    expect(given.size).toBe(stoneNames.length);
  });

  it('never heaps more than 200 pebbles, and says five people to each as long as it can', () => {
    expect([5, 1000, 1005, 4000, 12_345, 10_000_000].map(peoplePerPebble)).toEqual([5, 5, 10, 25, 100, 50_000]);
    expect(drawMound(161).pebbles).toHaveLength(161);
    expect(drawMound(161)).toEqual(drawMound(161));
  });

  it('draws each shape once a page, and only those the page calls', async () => {
    const page = await markupOf(
      <div>
        <Cairn stones={2} detail />
        <Cairn stones={1} />
        <Stone name="d" kind="signed" />
      </div>,
    );
    const ids = shapesUsed(page);
    expect(ids).toEqual(['s-cairn-1', 's-contours-1', 's-cairn-2', 's-contours-2', 's-d-signed']);
    const sprite = await markupOf(<Sprite ids={ids} />);
    for (const id of ids) expect(sprite.match(new RegExp(`id="${id}"`, 'g'))).toHaveLength(1);
    expect(sprite).not.toContain('s-a-');
  });
});
