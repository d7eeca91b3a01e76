import { comparePath } from '#modules/conditions/index.ts';
import type { Located } from './located.ts';
import { valueAt } from './apply-schema.ts';

/**
 * What the rest of a pack may refer to. Taken from the files as they are written, faults and all, so that one wrong
 * entry does not make every reference to its file a fault. Undefined: the file could not be read, so nothing is known.
 */
export interface Known {
  languages: ReadonlySet<string> | undefined;
  groups: ReadonlySet<string> | undefined;
  sources: ReadonlySet<string> | undefined;
  questions: ReadonlySet<string> | undefined;
  features: ReadonlySet<string> | undefined;
  /** Values by axis. */
  axes: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** Languages by term. */
  terms: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** By slug; also those whose condition.yaml cannot be read. */
  conditions: ReadonlyMap<string, KnownCondition>;
  /** Slugs that stand in a pair of look-alikes. */
  paired: ReadonlySet<string> | undefined;
  /** The addresses of their pages. */
  comparisons: ReadonlySet<string> | undefined;
}

export interface KnownCondition {
  located: Located | undefined;
  claims: ReadonlyMap<string, KnownClaim> | undefined;
}

export interface KnownClaim {
  measure: unknown;
  value: unknown;
  low: unknown;
  high: unknown;
  unit: unknown;
  source: unknown;
  counted: unknown;
  place: unknown;
}

export interface LocatedFiles {
  pack?: Located;
  sources?: Located;
  questions?: Located;
  axes?: Located;
  glossary?: Located;
  lookAlikes?: Located;
  /** By slug. */
  conditions: ReadonlyMap<string, Located | undefined>;
}

type Entry = Record<string, unknown>;

const entriesAt = (located: Located, path: string[]): Entry[] => {
  const list = valueAt(located.value, path);
  return Array.isArray(list) ? list.filter((each): each is Entry => typeof each === 'object' && each !== null) : [];
};

const mapOf = <T>(entries: Entry[], make: (entry: Entry) => T): Map<string, T> =>
  new Map(entries.flatMap((entry) => (typeof entry.id === 'string' ? [[entry.id, make(entry)] as const] : [])));

const idsAt = (located: Located | undefined, path: string[]) =>
  located && new Set(mapOf(entriesAt(located, path), () => true).keys());

const keysOf = (value: unknown): string[] => (typeof value === 'object' && value !== null ? Object.keys(value) : []);

export function knownIn(files: LocatedFiles): Known {
  const languages = files.pack && valueAt(files.pack.value, ['languages']);
  const pairs = files.lookAlikes && entriesAt(files.lookAlikes, ['pairs']);
  return {
    languages: Array.isArray(languages) ? new Set(languages.map(String)) : undefined,
    groups: idsAt(files.pack, ['groups']),
    sources: idsAt(files.sources, []),
    questions: idsAt(files.questions, []),
    features: idsAt(files.lookAlikes, ['features']),
    axes:
      files.axes &&
      mapOf(
        entriesAt(files.axes, []),
        ({ values }) => new Set(mapOf(Array.isArray(values) ? values.filter(isEntry) : [], () => true).keys()),
      ),
    terms: files.glossary && mapOf(entriesAt(files.glossary, []), ({ means }) => new Set(keysOf(means))),
    conditions: new Map([...files.conditions].map(([slug, located]) => [slug, knownCondition(located)])),
    comparisons:
      pairs &&
      new Set(
        pairs.flatMap(({ conditions }) => {
          const [one, other] = Array.isArray(conditions) ? conditions.map(String) : [];
          return one && other ? [comparePath(one, other)] : [];
        }),
      ),
    paired:
      pairs && new Set(pairs.flatMap(({ conditions }) => (Array.isArray(conditions) ? conditions.map(String) : []))),
  };
}

const isEntry = (value: unknown): value is Entry => typeof value === 'object' && value !== null;

const knownCondition = (located: Located | undefined): KnownCondition => ({
  located,
  claims:
    located &&
    mapOf(entriesAt(located, ['claims']), ({ measure, value, low, high, unit, source, counted, place }) => ({
      measure,
      value,
      low,
      high,
      unit,
      source,
      counted,
      place,
    })),
});

/** What was referred to, to find what never was. */
export interface Uses {
  sources: Set<string>;
  terms: Set<string>;
}
