import { isMap, isScalar, isSeq, parseDocument, stringify, type Node, type Pair, type YAMLMap } from 'yaml';
import type { Claim } from '#modules/knowledge/index.ts';

/** In this order where a claim is new. */
const keys = [
  'id',
  'measure',
  'about',
  'counted',
  'value',
  'low',
  'high',
  'interval',
  'unit',
  'place',
  'year',
  'method',
  'source',
] as const satisfies readonly (keyof Claim)[];

/** A part of the file that gives way to another text. */
interface Splice {
  from: number;
  to: number;
  text: string;
}

/**
 * A condition's file with other numbers in their places, and with new ones at the end of its numbers; every other letter,
 * comments and order stay.
 */
export function rewriteClaims(original: string, claims: readonly Claim[]): string {
  const list = parseDocument(original).get('claims', true);
  const items = isSeq(list) ? list.items : [];
  const splices: Splice[] = [];
  const added: Claim[] = [];
  for (const claim of claims) {
    const item = items.find((each) => isMap(each) && each.get('id') === claim.id);
    if (isMap(item)) for (const key of keys) splices.push(...spliceFor(item, key, claim[key] ?? undefined, original));
    else added.push(claim);
  }
  if (added.length > 0) splices.push(spliceForNew(added, isSeq(list) ? list : undefined, original));
  // from the end, so that places stay; what goes to one place, the last first
  return splices
    .reverse()
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), original);
}

const rangeOf = (node: unknown): readonly [number, number] => (node as Node).range! as never;
const lineStart = (text: string, at: number) => text.lastIndexOf('\n', at - 1) + 1;
const lineEnd = (text: string, at: number) => (text.indexOf('\n', at) + 1 || text.length + 1) - 1;

/** On one line: `{ en: Spain, es: España }`, `ci95`, `16.4`. */
const inline = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0, singleQuote: true }).trim();

/** Whatever the order of keys. */
const same = (one: unknown, other: unknown): boolean =>
  stringify(one, { sortMapEntries: true }) === stringify(other, { sortMapEntries: true });

function spliceFor(item: YAMLMap, key: string, value: unknown, original: string): Splice[] {
  const pair = item.items.find((each) => isScalar(each.key) && each.key.value === key);
  if (!pair) return value === undefined ? [] : [insertion(item, key, value, original)];
  const written = (pair.value as Node).toJSON() as unknown;
  if (same(tidy(written), tidy(value))) return [];
  // a block ends with its line
  const [from, end] = rangeOf(pair.value);
  const to = from + original.slice(from, end).trimEnd().length;
  if (value !== undefined) return [{ from, to, text: inline(value) }];
  const start = rangeOf(pair.key)[0];
  // the whole lines, or in braces the key with its comma
  if (item.flow) return [{ from: start, to: original[to] === ',' ? to + 2 : to, text: '' }];
  return [{ from: lineStart(original, start), to: lineEnd(original, to) + 1, text: '' }];
}

const tidy = (value: unknown): unknown =>
  typeof value === 'string'
    ? value.trim()
    : typeof value === 'object' && value !== null
      ? Object.fromEntries(Object.entries(value).map(([key, each]) => [key, tidy(each)]))
      : value;

/** After the id: of a value that was not there before. */
function insertion(item: YAMLMap, key: string, value: unknown, original: string): Splice {
  const id = item.items.find((each) => isScalar(each.key) && each.key.value === 'id') as Pair;
  const at = rangeOf(id.value)[1];
  if (item.flow) return { from: at, to: at, text: `, ${key}: ${inline(value)}` };
  const column = rangeOf(id.key)[0];
  const end = lineEnd(original, at);
  const indent = ' '.repeat(column - lineStart(original, column));
  return { from: end, to: end, text: `\n${indent}${key}: ${inline(value)}` };
}

/** Below the last number; a file without any gets its list. */
function spliceForNew(added: readonly Claim[], list: Node | undefined, original: string): Splice {
  const items = isSeq(list) ? list.items : [];
  const last = items.at(-1);
  const first = items.length > 0 ? rangeOf(items[0])[0] : 0;
  const indent = /^ *(?=- )/u.exec(original.slice(lineStart(original, first), first))?.[0] ?? '  ';
  const text = added
    .map((claim) =>
      keys
        .flatMap((key) => (claim[key] === null || claim[key] === undefined ? [] : [`${key}: ${inline(claim[key])}`]))
        .map((line, index) => `${indent}${index === 0 ? '- ' : '  '}${line}`)
        .join('\n'),
    )
    .join('\n');
  if (!last) {
    // `claims: []`, or nothing at all
    if (list) return { from: rangeOf(list)[0], to: rangeOf(list)[1], text: `\n${text}` };
    return {
      from: original.length,
      to: original.length,
      text: `${original.endsWith('\n') ? '' : '\n'}claims:\n${text}\n`,
    };
  }
  const [from, end] = rangeOf(last);
  const at = lineEnd(original, from + original.slice(from, end).trimEnd().length);
  return { from: at, to: at, text: `\n${text}` };
}
