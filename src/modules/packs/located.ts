import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  parseDocument,
  visit,
  type Document,
  type Node,
} from 'yaml';
import type { Faults, Place } from './faults.ts';

export type Path = readonly PropertyKey[];

/** What a YAML or JSON file holds, and where each piece of it stands. */
export interface Located {
  file: string;
  value: unknown;
  /** The place of the key or entry at a path, or of the nearest one around it. */
  placeOf(path: Path): Place;
  /** Where words stand within the value at a path; else as `placeOf`. */
  placeOfWords(path: Path, words: string): Place;
}

/** Reads YAML 1.2 without anchors, tags and second documents. Undefined, and faults, if it is not that. */
export function readYaml(file: string, text: string, faults: Faults, firstLine = 1): Located | undefined {
  try {
    return parseYaml(file, text, faults, firstLine);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    faults.add(file, { line: firstLine }, tooDeep);
    return undefined;
  }
}

const tooDeep = 'This is nested too deeply to be read. Write it flatter.';

function parseYaml(file: string, text: string, faults: Faults, firstLine: number): Located | undefined {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, version: '1.2', uniqueKeys: true });
  const placeAt = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: line + firstLine - 1, column: col };
  };
  const problems = [...document.errors, ...document.warnings];
  for (const { message, pos } of problems) {
    const sentence = message.replace(/\s+/gu, ' ').replace(/[.:]?$/u, '.');
    // The library reports the end of its own stack as an error of the text.
    faults.add(file, placeAt(pos[0]), /call stack/u.test(message) ? tooDeep : `This is not valid YAML: ${sentence}`);
  }
  const marked: Node[] = [];
  visit(document, {
    Node: (_, node) => {
      if (isAlias(node) || ('anchor' in node && node.anchor) || ('tag' in node && node.tag)) marked.push(node);
    },
  });
  for (const node of marked)
    faults.add(
      file,
      placeAt(node.range?.[0] ?? 0),
      'Anchors (&), aliases (*) and tags (!) are not used in packs. Write the value out.',
    );
  return problems.length > 0 || marked.length > 0 ? undefined : locate(file, document, text, placeAt);
}

function locate(file: string, document: Document, text: string, placeAt: (offset: number) => Place): Located {
  const nodeAt = (path: Path) => {
    let node: unknown = document.contents;
    let nearest: Node | undefined = document.contents ?? undefined;
    for (const step of path) {
      if (isMap(node)) {
        const pair = node.items.find(({ key }) => (isScalar(key) ? String(key.value) : undefined) === String(step));
        if (!pair) break;
        nearest = (pair.key as Node | null) ?? nearest;
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (!item || isPair(item)) break;
        nearest = item as Node;
        node = item;
      } else break;
    }
    return { nearest, node: node as Node | null };
  };
  const placeOf = (path: Path) => placeAt(nodeAt(path).nearest?.range?.[0] ?? 0);
  return {
    file,
    value: document.toJS({ maxAliasCount: 0 }),
    placeOf,
    placeOfWords(path, words) {
      const range = nodeAt(path).node?.range;
      const index = range ? text.slice(range[0], range[1]).indexOf(words) : -1;
      return range && index >= 0 ? placeAt(range[0] + index) : placeOf(path);
    },
  };
}

/** Reads JSON. Its places are found by reading it as YAML too, of which it is a part. */
export function readJson(file: string, text: string, faults: Faults): Located | undefined {
  try {
    JSON.parse(text);
  } catch (error) {
    const { message } = error as Error;
    const offset = Number(/at position (\d+)/u.exec(message)?.[1] ?? text.length);
    const line = text.slice(0, offset).split('\n').length;
    faults.add(
      file,
      { line },
      `This is not valid JSON: ${message.replace(/ in JSON at position.*$| \(line.*$/u, '')}.`,
    );
    return undefined;
  }
  // A tab is no space between YAML's values; inside JSON's strings none can stand.
  const located = readYaml(file, text.replaceAll('\t', ' '), faults);
  return located && { ...located, value: JSON.parse(text) as unknown };
}
