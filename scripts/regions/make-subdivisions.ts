/**
 * Writes src/modules/regions/subdivisions.ts from Natural Earth's first-level units (1:10m, public domain).
 *   node scripts/regions/make-subdivisions.ts admin1.topo.json.gz
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { groups, names } from './groups.ts';
import { regionOfPlace, type Place } from './places.ts';

const [file] = process.argv.slice(2);
if (!file) throw new Error('Say which file: TopoJSON of admin-1 units, compressed with gzip.');
const { objects } = JSON.parse(gunzipSync(readFileSync(file)).toString('utf8')) as {
  objects: Record<string, { geometries: { properties: Place }[] }>;
};
const places = Object.values(objects).flatMap(({ geometries }) => geometries.map(({ properties }) => properties));

const nameOf = new Map<string, string>();
for (const [country, lines] of Object.entries(groups))
  for (const line of lines.split('\n')) {
    const [, code, name] = /^(\w+) ([^:]+):/u.exec(line)!;
    nameOf.set(`${country}-${code}`, name!);
  }
/** What kind of unit it is goes without saying in a list of them. */
function tidy(name: string): string {
  const bare = name
    .replaceAll("'", '’')
    .replace(/^Emirate of | (?:Prefecture|State|Voivodeship|County|Governorate|Departament)$/gu, '')
    .replace(/^(?:Voivodato|Estado|Parroquia|División|Periferia|Provincia|Prefectura) de (?:la )?/u, '')
    .replace(/^(?:del|de la|de|la|los|las) (?=\p{Lu})/u, '');
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

const withdrawn = new Map<string, string>();
const found = new Set<string>();
for (const place of places) {
  const code = regionOfPlace(place);
  if (code === undefined) continue;
  const { iso_3166_2: drawn } = place;
  if (drawn !== code && /^[A-Z]{2}-[A-Z0-9]{1,3}$/u.test(drawn) && (code.length > 2 || drawn.slice(0, 2) !== code))
    withdrawn.set(drawn, code);
  if (code.length === 2) continue;
  found.add(code);
  const english = tidy(place.name_en ?? place.name ?? '');
  const spanish = tidy(place.name_es ?? '');
  if (nameOf.has(code) && !(code in names)) {
    if (nameOf.get(code) !== `${english}|${spanish}` && !(code.slice(0, 2) in groups))
      console.warn(`${code} is also ${english}; its name stays ${nameOf.get(code)}`);
    continue;
  }
  nameOf.set(code, names[code] ?? (spanish && spanish !== english ? `${english}|${spanish}` : english));
}
for (const code of found) if (withdrawn.has(code)) withdrawn.delete(code);

const byCountry = Map.groupBy([...found].sort(), (code) => code.slice(0, 2));
const lines = [...byCountry].map(
  ([country, codes]) => `${country} ${codes.map((code) => `${code.slice(3)}=${nameOf.get(code)}`).join(';')}`,
);
const former = [...withdrawn].sort().map(([code, now]) => `${code} ${now}`);
writeFileSync(
  join(import.meta.dirname, '../../src/modules/regions/subdivisions.ts'),
  `// Made by scripts/regions/make-subdivisions.ts from Natural Earth (1:10m, admin 1; public domain, naturalearthdata.com).

/** A line a country: its code, then each subdivision's rest of the code, its English name, and its Spanish one if it is another. */
export const subdivisionLines = \`${lines.join('\n')}\`;

/** Codes of smaller units and of those that ISO renamed, and the region that each is read as. */
export const withdrawnSubdivisions = \`${former.join('\n')}\`;
`,
);
console.log(`${found.size} subdivisions of ${byCountry.size} countries, ${withdrawn.size} codes read as another.`);
