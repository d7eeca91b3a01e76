import { isMap, isScalar, isSeq, parseDocument, type YAMLMap } from 'yaml';
import { markFields, type Source } from '#modules/knowledge/index.ts';

interface Splice {
  from: number;
  to: number;
  text: string;
}

/** `sources.json` with the marks of the site in their places; every other byte as it was. */
export function rewriteSources(original: string, edits: readonly { before: Source; csl: Source }[]): string {
  if (edits.length === 0) return original;
  // a tab is no space between values of YAML, and JSON is read as that; the places stay the same
  const list = parseDocument(original.replaceAll('\t', ' ')).contents;
  const splices = edits.flatMap(({ before, csl }) => {
    const item = isSeq(list) && list.items.find((each) => isMap(each) && (each as YAMLMap).get('id') === csl.id);
    if (!isMap(item)) return [];
    const changed = markFields.filter((field) => before[field] !== csl[field]);
    return splicesFor(item, new Map(changed.map((field) => [field, csl[field]])), original);
  });
  return splices
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), original);
}

function splicesFor(item: YAMLMap, changed: ReadonlyMap<string, unknown>, original: string): Splice[] {
  const splices: Splice[] = [];
  const places = item.items.map(({ key, value }) => ({
    name: isScalar(key) ? String(key.value) : '',
    from: (key as { range: [number, number] }).range[0],
    valueFrom: (value as { range: [number, number] }).range[0],
    to: (value as { range: [number, number] }).range[1],
  }));
  const stays = ({ name }: { name: string }) => !changed.has(name) || changed.get(name) !== undefined;
  const added = [...changed].filter(([name, value]) => value !== undefined && places.every((at) => at.name !== name));
  for (const [index, at] of places.entries()) {
    if (!changed.has(at.name)) continue;
    const value = changed.get(at.name);
    if (value !== undefined) splices.push({ from: at.valueFrom, to: at.to, text: JSON.stringify(value) });
    // with the comma and the space before it; the first one with those after it
    else if (places.slice(0, index).some(stays)) splices.push({ from: places[index - 1]!.to, to: at.to, text: '' });
    else splices.push({ from: at.from, to: places[index + 1]?.from ?? at.to, text: '' });
  }
  if (added.length > 0) {
    const after = places.find(({ name }) => name === 'title') ?? places.at(-1)!;
    const gap = /^\s*\{?\s*$/u.test(original.slice(original.lastIndexOf('\n', after.from) + 1, after.from))
      ? `\n${original.slice(original.lastIndexOf('\n', after.from) + 1, after.from).replace('{', ' ')}`
      : ' ';
    const text = added.map(([name, value]) => `,${gap}${JSON.stringify(name)}: ${JSON.stringify(value)}`).join('');
    splices.push({ from: after.to, to: after.to, text });
  }
  return splices;
}

/** `sources.json` with more sources at its end. */
export function appendSources(original: string, sources: readonly unknown[]): string {
  if (sources.length === 0) return original;
  const end = original.lastIndexOf(']');
  const before = original.slice(0, end).trimEnd();
  const items = sources.map((csl) => JSON.stringify(csl, null, 2).replace(/^/gmu, '  '));
  return `${before}${before.endsWith('[') ? '' : ','}\n${items.join(',\n')}\n${original.slice(end)}`;
}
