import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { create, insertMultiple, search } from '@orama/orama';
import MiniSearch from 'minisearch';
import { fold } from '../../src/modules/search/words.ts';
import type { KnownCondition } from './vocabularies.ts';

/** A search engine in memory, with the same names and codes as Cairn's index. */
interface Engine {
  name: string;
  buildMs: number;
  /** Of the heap, in megabytes of 10⁶ bytes. */
  megabytes: number;
  find(query: string): Promise<string[]>;
}

interface Entry {
  id: string;
  key: string;
  text: string;
}

const entriesOf = (conditions: readonly KnownCondition[]): Entry[] =>
  conditions.flatMap(({ key, names, codes }) =>
    [
      ...names.map(({ name }) => name),
      ...codes.map(({ system, code }) => (code.includes(':') ? code : `${system} ${code}`)),
    ].map((text, at) => ({ id: `${key} ${at}`, key, text })),
  );

const firstFive = (keys: readonly string[]) => [...new Set(keys)].slice(0, 5);
/** The same letters as Cairn's, or accents alone would decide. */
const words = (text: string) => fold(text).split(' ').filter(Boolean);

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

async function measured<T>(build: () => T | Promise<T>): Promise<{ built: T; buildMs: number; megabytes: number }> {
  collect();
  const before = process.memoryUsage().heapUsed;
  const begun = performance.now();
  const built = await build();
  const buildMs = performance.now() - begun;
  collect();
  return { built, buildMs, megabytes: (process.memoryUsage().heapUsed - before) / 1e6 };
}

/** MiniSearch as its author suggests it for names: all words, near spellings, the last word begun; else any of the words. */
export async function miniSearch(conditions: readonly KnownCondition[]): Promise<Engine> {
  const { built, buildMs, megabytes } = await measured(() => {
    const index = new MiniSearch<Entry>({
      fields: ['text'],
      storeFields: ['key'],
      tokenize: words,
      processTerm: (term) => term,
      searchOptions: { fuzzy: 0.2, prefix: (_term, at, terms) => at === terms.length - 1 },
    });
    index.addAll(entriesOf(conditions));
    return index;
  });
  return {
    name: 'MiniSearch',
    buildMs,
    megabytes,
    async find(query) {
      let found = built.search(query, { combineWith: 'AND' });
      if (found.length === 0) found = built.search(query, { combineWith: 'OR' });
      return firstFive(found.slice(0, 200).map(({ key }) => key as string));
    },
  };
}

/** Orama with one typo allowed: names that hold all words, else any. */
export async function orama(conditions: readonly KnownCondition[]): Promise<Engine> {
  const { built, buildMs, megabytes } = await measured(async () => {
    const index = create({
      schema: { key: 'string', text: 'string' } as const,
      components: {
        tokenizer: { language: 'english', normalizationCache: new Map(), tokenize: (raw) => [...new Set(words(raw))] },
      },
    });
    await insertMultiple(index, entriesOf(conditions), 5000);
    return index;
  });
  return {
    name: 'Orama',
    buildMs,
    megabytes,
    async find(query) {
      const ask = (threshold: number) =>
        search(built, { term: query, properties: ['text'], tolerance: 1, threshold, limit: 50 });
      let { hits } = await ask(0);
      if (hits.length === 0) ({ hits } = await ask(1));
      return firstFive(hits.map(({ document }) => document.key));
    },
  };
}
