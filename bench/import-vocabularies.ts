/**
 * How long vocabularies take to import, and how much memory: Orphanet's packets, Mondo's mappings and list, HPO's
 * annotations at three sizes; then the index of conditions and a page of data at the largest.
 *   --data=../shared/data (folders orphanet, mondo, hpo)   --sizes=1000,4000,all   --only=embedded   --write
 */
import { spawn } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { once } from 'node:events';
import { createGunzip } from 'node:zlib';
import { killedAtExit } from './support/child.ts';
import { fetchBytes, oneByOne } from './support/load.ts';
import { makePlace, type Place } from './support/places.ts';
import { findPostgres } from './support/postgres.ts';
import { option, publish, table, tell, write } from './support/report.ts';
import { serveCairn } from './support/servers.ts';
import { root } from '../scripts/stale.mjs';

const data = resolve(root, option('data', '../shared/data'));
const sizes = option('sizes', '1000,4000,all')
  .split(',')
  .map((size) => (size === 'all' ? Infinity : Number(size)));
const only = option('only', '');

/** What is imported, in this order: a pattern of file names in a folder, and how many lines of it make one condition. */
const inputs = [
  { vocabulary: 'orphanet', folder: 'orphanet', pattern: /^orphapackets.*\.jsonl/u, linesEach: 1 },
  {
    vocabulary: 'mondo',
    folder: 'mondo',
    pattern: /^(new-rare-diseases|mondo_exactmatch_(orphanet|omim|mesh))/u,
    linesEach: 1,
  },
  { vocabulary: 'hpo', folder: 'hpo', pattern: /^phenotype.*\.hpoa/u, linesEach: 21 },
] as const;

function filesOf({ folder, pattern }: (typeof inputs)[number]): string[] {
  const found = readdirSync(join(data, folder)).filter((name) => pattern.test(name));
  if (found.length === 0) throw new Error(`There is no file like ${pattern} in ${join(data, folder)}`);
  return found.sort().map((name) => join(data, folder, name));
}

/** The beginning of a file: its heading and so many lines. */
async function beginningOf(file: string, lines: number, place: Place): Promise<string> {
  const to = join(place.folder, `${lines}-${file.split('/').at(-1)!.replace(/\.gz$/u, '')}`);
  const raw = createReadStream(file);
  const reader = createInterface({ input: file.endsWith('.gz') ? raw.pipe(createGunzip()) : raw, crlfDelay: Infinity });
  const writer = createWriteStream(to);
  let count = 0;
  for await (const line of reader) {
    writer.write(`${line}\n`);
    if (!line.startsWith('#') && ++count > lines) break;
  }
  raw.destroy();
  writer.end();
  await once(writer, 'finish');
  return to;
}

interface Measured {
  /** Until all is kept, and until all can be found. */
  seconds: number;
  withSearch: number;
  peakMegabytes: number;
}

/** `cairn import`, as an operator runs it; the most memory that it had at any time. */
async function importFiles(vocabulary: string, files: string[], { settings }: Place): Promise<Measured> {
  const begun = performance.now();
  const child = killedAtExit(
    spawn(process.execPath, [join(root, 'dist/server/cairn.js'), 'import', vocabulary, ...files], {
      env: { PATH: process.env.PATH, HOME: process.env.HOME, ...settings },
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
  let kept = NaN;
  let errors = '';
  let peakMegabytes = 0;
  child.stdout!.setEncoding('utf8').on('data', (text: string) => {
    if (text.includes('Conditions: ')) kept = performance.now() - begun;
  });
  child.stderr!.setEncoding('utf8').on('data', (text: string) => (errors += text));
  const watch = setInterval(() => {
    try {
      const peak = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1];
      if (peak) peakMegabytes = (Number(peak) * 1024) / 1e6;
    } catch {
      // it has ended, or there is no /proc
    }
  }, 50);
  const [code] = (await once(child, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`cairn import ${vocabulary} ended with ${code}: ${errors.slice(-500)}`);
  return { seconds: kept / 1000, withSearch: (performance.now() - begun) / 1000, peakMegabytes };
}

const pages = {
  'index of all': '/conditions',
  'index, letter D': '/conditions?letter=D',
  'index, a part of a name': '/conditions?name=dystonia',
  'a page of data': '/conditions/wilson-disease',
};

/** Milliseconds of pages made anew (whoever sends a cookie gets no kept page), and their kilobytes compressed. */
async function measurePages(place: Place): Promise<string[][]> {
  const server = await serveCairn(place);
  try {
    const rows: string[][] = [];
    for (const [name, path] of Object.entries(pages)) {
      const { body } = await fetchBytes(server.url + path, { 'accept-encoding': 'br' });
      const { p50, p95 } = await oneByOne(server, path, { cookie: 'bench=1' });
      rows.push([`${name} \`${path}\``, `${write(p50)} ms`, `${write(p95)} ms`, write(body.length / 1000)]);
    }
    return rows;
  } finally {
    await server.stop();
  }
}

async function measure(url: string | undefined): Promise<{ imports: string[][]; pages: string[][] }> {
  const imports: string[][] = [];
  let ofPages: string[][] = [];
  for (const size of sizes) {
    const place = await makePlace(url);
    try {
      for (const input of inputs) {
        const files: string[] = [];
        for (const file of filesOf(input))
          files.push(Number.isFinite(size) ? await beginningOf(file, size * input.linesEach, place) : file);
        const cells = (measured: Measured) => [
          write(measured.seconds),
          write(measured.withSearch),
          write(measured.peakMegabytes),
        ];
        const first = await importFiles(input.vocabulary, files, place);
        const again = await importFiles(input.vocabulary, files, place);
        tell(`${place.kind}, ${input.vocabulary}, ${size}: ${cells(first).join(', ')}; again ${write(again.seconds)}`);
        imports.push([
          `${place.kind}, ${input.vocabulary}, ${Number.isFinite(size) ? size.toLocaleString('en') : 'all'}`,
          ...cells(first),
          write(again.seconds),
        ]);
      }
      if (size === sizes.at(-1)) ofPages = await measurePages(place);
    } finally {
      await place.remove();
    }
  }
  return { imports, pages: ofPages };
}

if (!existsSync(data)) {
  tell(`There are no vocabularies in ${data}: give a folder with --data=…`);
  process.exitCode = 1;
} else {
  const postgres = only === 'embedded' ? undefined : await findPostgres();
  try {
    const kinds = [...(postgres ? [postgres.url] : []), ...(only === 'PostgreSQL' ? [] : [undefined])];
    const measured = [];
    for (const url of kinds) measured.push(await measure(url));
    const head = ['database, vocabulary, size', 'all kept, s', 'all found, s', 'peak memory, MB', 'once more, s'];
    publish(
      'import-vocabularies',
      `${table(
        head,
        measured.flatMap(({ imports }) => imports),
      )}\n\n${table(['made anew, with all imported', 'p50', 'p95', 'kB, compressed'], measured[0]!.pages)}`,
    );
  } finally {
    await postgres?.stop();
  }
}
