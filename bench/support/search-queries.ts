import { createHash } from 'node:crypto';
import type { KnownCondition } from './vocabularies.ts';

export const queryKinds = [
  'exact',
  'one typo',
  'word order',
  'missing accent',
  'another language',
  'code',
  'a name left out',
] as const;
type QueryKind = (typeof queryKinds)[number];

export interface AliasQuery {
  kind: QueryKind;
  text: string;
  /** The condition whose name this is, and others with the very same name. */
  right: ReadonlySet<string>;
  /** More than one condition has this name, so nobody can know which is meant. */
  shared: boolean;
  /** Whether the condition is in the part that was never looked at while search was tuned. */
  heldOut: boolean;
}

/** The same number for the same text, spread evenly from 0 to 1: what is drawn does not change from run to run. */
const drawn = (text: string): number => createHash('sha256').update(text).digest().readUInt32BE(0) / 2 ** 32;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
function numbersOf(seed: string): () => number {
  let state = createHash('sha256').update(seed).digest().readInt32BE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Half of the conditions, by a hash of their key. */
const isHeldOut = ({ key }: KnownCondition) => drawn(`held out ${key}`) < 0.5;

/** Put in, left out, changed, or swapped with its neighbour: one letter of the name. */
function withTypo(name: string, next: () => number): string {
  const letters = [...name];
  const places = letters.flatMap((letter, at) => (/\p{L}/u.test(letter) ? [at] : []));
  const at = places[Math.floor(next() * places.length)]!;
  const other = 'abcdefghijklmnopqrstuvwxyz'[Math.floor(next() * 26)]!;
  const way = Math.floor(next() * 4);
  if (way === 0) letters.splice(at, 1);
  else if (way === 1) letters.splice(at, 0, other);
  else if (way === 2) letters[at] = letters[at]!.toLowerCase() === other ? (other === 'e' ? 'a' : 'e') : other;
  else if (/\p{L}/u.test(letters[at + 1] ?? '') && letters[at] !== letters[at + 1])
    [letters[at], letters[at + 1]] = [letters[at + 1]!, letters[at]!];
  else letters.splice(at, 1);
  return letters.join('');
}

function shuffled(words: readonly string[], next: () => number): string[] {
  const mixed = [...words];
  for (let at = mixed.length - 1; at > 0; at--) {
    const with_ = Math.floor(next() * (at + 1));
    [mixed[at], mixed[with_]] = [mixed[with_]!, mixed[at]!];
  }
  return mixed.join(' ') === words.join(' ') ? [...mixed.slice(1), mixed[0]!] : mixed;
}

const withoutAccents = (text: string) => text.normalize('NFD').replace(/[\u0300-\u036f]/gu, '');

/** Codes as people copy them from a letter, a page or a register. */
function spellCode({ system, code }: KnownCondition['codes'][number], next: () => number): string {
  const value = code.replace(/^[^:]*:/u, '');
  const ways: Record<typeof system, string[]> = {
    MONDO: [`MONDO:${value}`, `mondo ${value}`, `Mondo_${value}`],
    ORPHA: [`ORPHA:${value}`, `ORPHA ${value}`, `orpha:${value}`, `Orphanet ${value}`, `ORPHA${value}`],
    OMIM: [`OMIM ${value}`, `OMIM:${value}`, `MIM #${value}`, `#${value}`, `omim${value}`],
    'ICD-10': [value, `ICD-10 ${value}`, `ICD-10: ${value}`, value.toLowerCase(), `ICD10 ${value.replace('.', '')}`],
    MeSH: [value, `MeSH ${value}`, `mesh:${value.toLowerCase()}`],
  };
  return ways[system][Math.floor(next() * ways[system].length)]!;
}

/** Some of them, so many that they have about `names` names: the same ones every time. */
export function someConditions(conditions: readonly KnownCondition[], names: number): KnownCondition[] {
  const some: KnownCondition[] = [];
  let count = 0;
  for (const condition of [...conditions].sort((a, b) => drawn(a.key) - drawn(b.key))) {
    if (count >= names) break;
    some.push(condition);
    count += condition.names.length;
  }
  return some;
}

/**
 * Takes one in fifty of the English synonyms out, where a condition keeps at least two names: nobody's list of names is
 * complete, and these are asked for as names that the index does not know.
 */
export function leaveOut(conditions: readonly KnownCondition[]): {
  kept: KnownCondition[];
  left: { condition: KnownCondition; name: string }[];
} {
  const left: { condition: KnownCondition; name: string }[] = [];
  const kept = conditions.map((condition) => {
    const names = condition.names.filter(({ language, kind, name }) => {
      const out =
        condition.names.length > 2 &&
        kind === 'synonym' &&
        language === 'en' &&
        drawn(`left ${condition.key} ${name}`) < 0.02;
      if (out) left.push({ condition, name });
      return !out;
    });
    return { ...condition, names };
  });
  return { kept, left };
}

/** Queries whose right answer is known, drawn evenly from all names: up to `most` of each kind. */
export function knownQueries(
  conditions: readonly KnownCondition[],
  left: readonly { condition: KnownCondition; name: string }[],
  most: number,
): AliasQuery[] {
  const holders = new Map<string, Set<string>>();
  const holdersOf = (text: string) => {
    const id = text.toLowerCase().trim();
    let keys = holders.get(id);
    if (!keys) holders.set(id, (keys = new Set()));
    return keys;
  };
  for (const { key, names, codes } of conditions) {
    for (const { name } of names) holdersOf(name).add(key);
    for (const { system, code } of codes) holdersOf(`${system} ${code}`).add(key);
  }

  const present = new Set(conditions.map(({ key }) => key));
  const unknown = left.filter(({ condition, name }) => present.has(condition.key) && holdersOf(name).size === 0);
  for (const { condition, name } of unknown) holdersOf(name).add(condition.key);

  const make = (condition: KnownCondition, kind: QueryKind, of: string, text: string): AliasQuery & { lot: number } => {
    const right = holdersOf(of);
    return {
      kind,
      text,
      right,
      shared: right.size > 1,
      heldOut: isHeldOut(condition),
      lot: drawn(`${kind} ${condition.key} ${of}`),
    };
  };
  const queries = conditions.flatMap((condition) => {
    const ofNames = condition.names.flatMap(({ language, name }) => {
      const next = numbersOf(`${condition.key} ${name}`);
      const words = name.split(/[\s,]+/u).filter(Boolean);
      const own = [make(condition, language === 'en' ? 'exact' : 'another language', name, name)];
      if (language === 'en' && /\p{L}{4}/u.test(name))
        own.push(make(condition, 'one typo', name, withTypo(name, next)));
      if (language !== 'ja' && words.length > 1 && new Set(words).size > 1)
        own.push(make(condition, 'word order', name, shuffled(words, next).join(' ')));
      if (language !== 'ja' && withoutAccents(name) !== name)
        own.push(make(condition, 'missing accent', name, withoutAccents(name)));
      return own;
    });
    const ofCodes = condition.codes.map((code) =>
      make(
        condition,
        'code',
        `${code.system} ${code.code}`,
        spellCode(code, numbersOf(`${condition.key} ${code.code}`)),
      ),
    );
    return [...ofNames, ...ofCodes];
  });
  queries.push(...unknown.map(({ condition, name }) => make(condition, 'a name left out', name, name)));
  return queryKinds.flatMap((kind) =>
    [true, false].flatMap((heldOut) =>
      queries
        .filter((query) => query.kind === kind && query.heldOut === heldOut)
        .sort((a, b) => a.lot - b.lot)
        .slice(0, Math.ceil(most / 2)),
    ),
  );
}
