import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const css = readFileSync(new URL('./tokens.css', import.meta.url), 'utf8');
type Colours = Record<string, { light: string; dark: string }>;

const read = (text: string): Colours =>
  Object.fromEntries(
    [...text.matchAll(/--([\w-]+):\s*(?:light-dark\((#\w+),\s*(#\w+)\)|(#\w+));/g)].map(
      ([, name, light, dark, both]) => [name!, { light: (light ?? both)!, dark: (dark ?? both)! }],
    ),
  );
const block = (selector: string) => {
  const from = css.indexOf('{', css.indexOf(selector));
  return css.slice(from, css.indexOf('}', from));
};
const usual = read(block(':root {'));
const askedOfDevice = read(block('(prefers-contrast: more) {\n  :root'));
const askedHere = read(block(":root:is([data-contrast='strong']"));
const strong = { ...usual, ...askedHere };

/** Contrast ratio after WCAG 2.2. */
function contrast(one: string, other: string): number {
  const luminance = (hex: string) =>
    (hex.length === 4 ? hex.replace(/\w/g, '$&$&') : hex)
      .match(/\w\w/g)!
      .map((pair) => parseInt(pair, 16) / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4))
      .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i]!, 0);
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

/** Every colour that is text, on every ground it stands on. */
const texts: [ink: string, grounds: string[]][] = [
  ['ink', ['paper', 'sheet', 'wash', 'tarn-wash', 'lichen-wash', 'rowan-wash', 'land', 'land-told', 'land-met']],
  ['ink-soft', ['paper', 'sheet', 'wash', 'tarn-wash', 'lichen-wash']],
  ['tarn', ['paper', 'sheet', 'wash', 'tarn-wash', 'lichen-wash', 'rowan-wash']],
  ['tarn-deep', ['paper', 'sheet', 'wash', 'tarn-wash', 'lichen-wash', 'rowan-wash']],
  ['on-tarn', ['tarn', 'tarn-deep']],
  ['on-lichen', ['lichen', 'lichen-deep']],
  ['lichen-ink', ['lichen-wash']],
  ['rowan', ['paper', 'sheet', 'rowan-wash']],
];
/** Lines without which something cannot be understood. */
const lines: [line: string, grounds: string[]][] = [
  ['edge', ['paper', 'sheet', 'wash', 'lichen-wash']],
  ['stone-line', ['paper', 'sheet', 'stone', 'lichen-wash']],
  ['tarn', ['stone']],
];

const below = (colours: Colours, pairs: typeof texts, floor: number) =>
  pairs.flatMap(([ink, grounds]) =>
    grounds.flatMap((ground) =>
      (['light', 'dark'] as const)
        .map((theme) => ({ theme, ratio: contrast(colours[ink]![theme], colours[ground]![theme]) }))
        .filter(({ ratio }) => ratio < floor)
        .map(({ theme, ratio }) => `${ink} on ${ground}, ${theme}: ${ratio.toFixed(2)}`),
    ),
  );

describe('colours', () => {
  it.each([
    ['usual', usual],
    ['strong', strong],
  ])('keep every text at 7:1 or more, in light and dark (%s contrast)', (_, colours) => {
    expect(below(colours, texts, 7)).toEqual([]);
  });

  it.each([
    ['usual', usual],
    ['strong', strong],
  ])('keep every line that carries meaning at 3:1 or more (%s contrast)', (_, colours) => {
    expect(below(colours, lines, 3)).toEqual([]);
  });

  it('are the same strong ones whether the device asks or the reader', () => {
    expect(Object.keys(askedHere).length).toBeGreaterThan(10);
    expect(askedOfDevice).toEqual(askedHere);
  });
});
