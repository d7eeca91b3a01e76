import { nameOf, type OpenFile, type Reading } from './reading.ts';
import { readGraph, type GraphNode } from './obo-graph.files.ts';
import { curieOf, toCode, type Statement, type TermCode, type TermContent } from './vocabulary.ts';

const isLay = (type: unknown) => typeof type === 'string' && type.endsWith('#layperson');

/** Mondo and HPO mark exact cross-references as values of skos:exactMatch. */
const exactMatch = 'http://www.w3.org/2004/02/skos/core#exactMatch';

/**
 * A release of Mondo or HPO as an OBO graph, `mondo.json` or `hp.json`: the terms whose ids match, with names,
 * definition, exact mappings and parents. Retired terms are left out. Edges may come before nodes, so both are gathered:
 * the terms without the text around them.
 */
export async function* readOntology(
  file: OpenFile,
  ids: RegExp,
  lists: boolean,
  reading: Reading,
): AsyncGenerator<Statement> {
  const terms = new Map<string, TermContent>();
  const parents = new Map<string, string[]>();
  for await (const item of readGraph(file)) {
    if (item.kind === 'meta') {
      const day = /\d{4}-\d{2}-\d{2}/u.exec(item.version ?? '')?.[0];
      if (item.version) reading.version(day ?? item.version.slice(0, 80), day);
    } else if (item.kind === 'edge') {
      const [child, parent] = [curieOf(item.edge.sub), curieOf(item.edge.obj)];
      if (item.edge.pred === 'is_a' && ids.test(child) && ids.test(parent))
        parents.set(child, [...(parents.get(child) ?? []), parent]);
    } else {
      const id = curieOf(item.node.id);
      if (!ids.test(id)) continue;
      if (item.node.meta?.deprecated === true) {
        reading.skip('terms that are retired');
        continue;
      }
      const content = toContent(item.node, item.line, lists, reading);
      if (content) terms.set(id, content);
      else reading.reject(item.line, `${id} has no name`);
    }
  }
  for (const [termId, content] of terms) yield { termId, content, parents: parents.get(termId) ?? [] };
}

function toContent(node: GraphNode, line: number, lists: boolean, reading: Reading): TermContent | undefined {
  const label = nameOf(typeof node.lbl === 'string' ? node.lbl : '', line, reading);
  if (!label) return undefined;
  const synonyms: string[] = [];
  const plain: string[] = [];
  for (const { pred, val, synonymType } of node.meta?.synonyms ?? []) {
    if (typeof val !== 'string' || (pred !== 'hasExactSynonym' && !isLay(synonymType))) continue;
    const name = nameOf(val, line, reading);
    if (name) (isLay(synonymType) ? plain : synonyms).push(name);
  }
  const definition = node.meta?.definition?.val;
  const codes = (node.meta?.basicPropertyValues ?? []).flatMap(({ pred, val }): TermCode[] => {
    const code = pred === exactMatch && lists ? toCode(mappedCurie(val)) : undefined;
    return code ? [{ ...code, relation: 'exact' }] : [];
  });
  return {
    label,
    ...(lists && { lists }),
    ...(synonyms.length > 0 && { synonyms }),
    ...(plain.length > 0 && { plain }),
    ...(typeof definition === 'string' && definition && { definition: definition.slice(0, 10_000) }),
    ...(codes.length > 0 && { codes }),
  };
}

/** The addresses that Mondo writes mappings as, shortened to prefix and id. */
function mappedCurie(iri: unknown): string {
  if (typeof iri !== 'string') return '';
  const rules: [RegExp, string][] = [
    [/^https?:\/\/www\.orpha\.net\/ORDO\/Orphanet_(\d+)$/u, 'Orphanet:'],
    [/^https?:\/\/omim\.org\/entry\/(\d+)$/u, 'OMIM:'],
    [/^https?:\/\/omim\.org\/phenotypicSeries\/(PS\d+)$/u, 'OMIMPS:'],
    [/^https?:\/\/identifiers\.org\/mesh\/(\w+)$/u, 'mesh:'],
    [/^https?:\/\/purl\.bioontology\.org\/ontology\/ICD10CM\/([\w.]+)$/u, 'ICD10CM:'],
    [/^https?:\/\/id\.who\.int\/icd\/entity\/(\d+)$/u, 'icd11.foundation:'],
    [/^https?:\/\/linkedlifedata\.com\/resource\/umls\/id\/(\w+)$/u, 'UMLS:'],
  ];
  for (const [pattern, prefix] of rules) {
    const id = pattern.exec(iri)?.[1];
    if (id) return prefix + id;
  }
  return curieOf(iri);
}
