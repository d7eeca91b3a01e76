/**
 * Writes the outlines of the letters that pictures are written with, because what draws a picture has no fonts:
 *   node scripts/draw-letters.ts
 * Piazzolla and Atkinson Hyperlegible Next are under the SIL Open Font License 1.1, which allows this.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { openSync } from 'fontkit';

const root = join(import.meta.dirname, '..');
const faces = {
  head: ['@fontsource/piazzolla/files/piazzolla-', '-600-normal.woff2'],
  text: ['@fontsource-variable/atkinson-hyperlegible-next/files/atkinson-hyperlegible-next-', '-wght-normal.woff2'],
} as const;
/** Units to the em that outlines are rounded to: a tenth of a pixel in a heading. */
const em = 500;

const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);
const letters = [...range(0x20, 0x7e), ...range(0xa0, 0x17f), 0x2013, 0x2014, 0x2018, 0x2019, 0x201c, 0x201d, 0x2026];

function outlinesOf([before, after]: readonly [string, string]): Record<string, string> {
  const fonts = ['latin', 'latin-ext'].map((part) => openSync(join(root, 'node_modules', `${before}${part}${after}`)));
  return Object.fromEntries(
    letters.flatMap((code) => {
      const font = fonts.find((each) => each.hasGlyphForCodePoint(code));
      if (!font) return [];
      const glyph = font.glyphForCodePoint(code);
      const scale = em / font.unitsPerEm;
      const path = glyph.path
        .scale(scale, -scale)
        .commands.map(({ command, args }) => letterOf(command) + args.map(Math.round).join(' '))
        .join('')
        .replaceAll(' -', '-');
      return [[String.fromCodePoint(code), `${Math.round(glyph.advanceWidth * scale)} ${path}`]];
    }),
  );
}

const commands: Record<string, string> = {
  moveTo: 'M',
  lineTo: 'L',
  quadraticCurveTo: 'Q',
  bezierCurveTo: 'C',
  closePath: 'Z',
};
const letterOf = (command: string): string => commands[command] ?? '';

const written = { head: outlinesOf(faces.head), text: outlinesOf(faces.text) };
const text = JSON.stringify(written, null, 1);
writeFileSync(join(root, 'src/modules/atlas/shapes/letters.json'), `${text}\n`);
console.log(
  `${Object.keys(written.head).length} and ${Object.keys(written.text).length} letters, ${Math.round(text.length / 1000)} kB`,
);
