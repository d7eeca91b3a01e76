import { JSONParser } from '@streamparser/json';
import { fileCutShort, fileUnreadable } from './vocabulary.errors.ts';
import type { OpenFile } from './reading.ts';

/** A node of an OBO graph (https://github.com/geneontology/obographs): a term. */
export interface GraphNode {
  id?: unknown;
  lbl?: unknown;
  type?: unknown;
  meta?: {
    definition?: { val?: unknown };
    synonyms?: { pred?: unknown; val?: unknown; synonymType?: unknown }[];
    xrefs?: { val?: unknown }[];
    basicPropertyValues?: { pred?: unknown; val?: unknown }[];
    subsets?: unknown[];
    deprecated?: unknown;
  };
}

export interface GraphEdge {
  sub?: unknown;
  pred?: unknown;
  obj?: unknown;
}

export type GraphItem =
  | { kind: 'node'; line: number; node: GraphNode }
  | { kind: 'edge'; line: number; edge: GraphEdge }
  | { kind: 'meta'; line: number; version: string | undefined };

/** Reads an OBO graph, node by node: the whole of Mondo is 100 MB of JSON, and four times that as objects. */
export async function* readGraph(file: OpenFile): AsyncGenerator<GraphItem> {
  const found: GraphItem[] = [];
  let line = 1;
  const parser = new JSONParser({
    paths: ['$.graphs.*.nodes.*', '$.graphs.*.edges.*', '$.graphs.*.meta'],
    keepStack: false,
  });
  parser.onValue = ({ key, stack, value }) => {
    const list = stack[3]?.key;
    if (list === 'nodes') found.push({ kind: 'node', line, node: value as GraphNode });
    else if (list === 'edges') found.push({ kind: 'edge', line, edge: value as GraphEdge });
    else if (key === 'meta') found.push({ kind: 'meta', line, version: versionIn(value) });
  };
  const failed: { error?: Error } = {};
  parser.onError = (error) => void (failed.error ??= error);
  for await (const text of file.text) {
    // piece by piece between ends of lines, so that a fault has its line
    for (let from = 0; from < text.length;) {
      const end = text.indexOf('\n', from);
      const to = end < 0 ? text.length : end + 1;
      parser.write(text.slice(from, to));
      if (failed.error)
        throw fileUnreadable(file.name, `Line ${line} is not JSON. Fetch the file again.`, failed.error);
      if (end >= 0) line++;
      from = to;
    }
    yield* found.splice(0);
  }
  if (!parser.isEnded) throw fileCutShort(file.name, line);
}

function versionIn(meta: unknown): string | undefined {
  const { version } = (meta ?? {}) as { version?: unknown };
  return typeof version === 'string' ? version : undefined;
}
