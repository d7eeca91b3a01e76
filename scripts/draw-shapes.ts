/**
 * Draws every region of the atlas, and writes the shapes that the map pages are made of:
 *   node scripts/draw-shapes.ts admin1.json
 * To be run again when src/modules/regions changes. The source is Natural Earth (scripts/shapes/README.md).
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { listContinents, parentOf } from '#modules/regions/index.ts';
import { drawContinents } from './shapes/continents.ts';
import { drawCountries } from './shapes/countries.ts';
import { createLands, readUnits } from './shapes/land.ts';
import type { DrawnView } from './shapes/view.ts';

const folder = join(import.meta.dirname, '../src/modules/atlas/shapes');

/** The format that src/modules/atlas/shapes.ts reads. */
const written = ({ height, edge, graticule, around, frames, parts }: DrawnView): string =>
  [
    `${height}`,
    edge,
    graticule,
    around,
    frames.map((frame) => [frame.x, frame.y, frame.width, frame.height].join(' ')).join(','),
    ...parts.map(({ code, x, y, room, d }) => `${code} ${x} ${y} ${room} ${d}`),
  ].join('\n');

function write(name: string, views: Record<string, DrawnView>): void {
  const text = JSON.stringify(
    Object.fromEntries(Object.entries(views).map(([code, view]) => [code, written(view)])),
    null,
    1,
  );
  writeFileSync(join(folder, `${name}.json`), `${text}\n`);
  console.log(`${name}: ${Object.keys(views).length} views, ${Math.round(text.length / 1000)} kB`);
}

mkdirSync(folder, { recursive: true });
const [file] = process.argv.slice(2);
if (!file) throw new Error('Say which file: GeoJSON of admin-1 units (scripts/shapes/README.md).');
const landAt = createLands(readUnits(file));
write('world', drawContinents(landAt));
const countries = drawCountries(landAt);
for (const { code: continent } of listContinents())
  write(continent, Object.fromEntries(Object.entries(countries).filter(([code]) => parentOf(code) === continent)));
