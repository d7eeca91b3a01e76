import { fileCutShort } from './vocabulary.errors.ts';
import { nameOf, type Line, type Reading } from './reading.ts';
import { cellsOf } from './table.ts';
import { mondoId, type Statement } from './vocabulary.ts';

async function* rowsOf(lines: AsyncIterable<Line>, reading: Reading) {
  let columns: string[] | undefined;
  for await (const { text, number, unfinished } of lines) {
    if (text === '' || text.startsWith('#')) continue;
    const cells = cellsOf(text);
    if (!Array.isArray(cells)) reading.reject(number, cells.fault);
    else if (!columns) columns = cells;
    else if (unfinished && cells.length < columns.length) throw fileCutShort(reading.file, number);
    else if (cells.length < columns.length)
      reading.reject(number, `${cells.length} cells where the heading has ${columns.length}`);
    else yield { number, row: Object.fromEntries(columns.map((name, index) => [name, cells[index]!])) };
  }
}

/** A list of conditions with synonyms: `ID LABEL SYNONYMS`, synonyms with bars between them (Mondo's reports). */
export async function* readList(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  for await (const { number, row } of rowsOf(lines, reading)) {
    const termId = row.ID ?? '';
    if (!mondoId.test(termId)) {
      reading.reject(number, `${termId.slice(0, 60) || 'nothing'} is no id of Mondo`);
      continue;
    }
    const label = nameOf(row.LABEL ?? '', number, reading);
    if (!label) {
      reading.reject(number, `${termId} has no name`);
      continue;
    }
    if (label.startsWith('obsolete ')) {
      reading.skip('terms that Mondo has retired');
      continue;
    }
    const synonyms = (row.SYNONYMS ?? '').split('|').flatMap((text) => nameOf(text, number, reading) ?? []);
    yield { termId, content: { label, lists: true, ...(synonyms.length > 0 && { synonyms }) } };
  }
}

/** Which term is a kind of which other: a table of edges, of Mondo's reports (`x p y`) or of KGX (`subject predicate object`). */
export async function* readEdges(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  const parents = new Map<string, string[]>();
  for await (const { number, row } of rowsOf(lines, reading)) {
    const [child, relation, parent] = 'x' in row ? [row.x, row.p, row.y] : [row.subject, row.predicate, row.object];
    if (!/^(rdfs:subClassOf|biolink:subclass_of|is_a)$/u.test(relation ?? ''))
      reading.skip('edges that are not “is a kind of”');
    else if (!child || !parent) reading.reject(number, 'an edge without its two ends');
    else if (!mondoId.test(child)) reading.skip('edges of other vocabularies');
    else if (!mondoId.test(parent)) reading.skip('edges that lead to other vocabularies');
    else parents.set(child, [...(parents.get(child) ?? []), parent]);
  }
  for (const [termId, of] of parents) yield { termId, content: {}, parents: of };
}
