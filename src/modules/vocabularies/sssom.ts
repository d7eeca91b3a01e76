import { fileCutShort, fileOfAnotherKind } from './vocabulary.errors.ts';
import { nameOf, type Line, type Reading } from './reading.ts';
import { cellsOf } from './table.ts';
import { mondoId, toCode, type Statement, type TermCode } from './vocabulary.ts';

const relations: Record<string, TermCode['relation']> = {
  'skos:exactMatch': 'exact',
  'skos:broadMatch': 'broad',
  'skos:narrowMatch': 'narrow',
};

/**
 * Mappings in SSSOM (https://mapping-commons.github.io/sssom/): a header of `# key: value` with a map of prefixes, then
 * a table. Rows of one subject may stand apart, so a file is gathered before it is told: 10,000 rows are 4 MB.
 */
export async function* readMappings(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  const prefixes = new Set<string>();
  let columns: Map<string, number> | undefined;
  const terms = new Map<string, Statement>();
  for await (const { text, number, unfinished } of lines) {
    if (text.startsWith('#')) {
      readHeader(text, prefixes, reading);
      continue;
    }
    if (text === '') continue;
    const cells = cellsOf(text);
    if (!Array.isArray(cells)) {
      reading.reject(number, cells.fault);
      continue;
    }
    if (!columns) {
      columns = new Map(cells.map((name, index) => [name, index]));
      for (const name of ['subject_id', 'predicate_id', 'object_id'])
        if (!columns.has(name))
          throw fileOfAnotherKind(reading.file, 'an SSSOM table begins with subject_id, predicate_id and object_id');
      continue;
    }
    const cell = (name: string) => cells[columns!.get(name) ?? -1] ?? '';
    const subject = cell('subject_id');
    const object = cell('object_id');
    const relation = relations[cell('predicate_id')];
    if (unfinished && cells.length < columns.size) throw fileCutShort(reading.file, number);
    if (!mondoId.test(subject)) reading.reject(number, `${subject || 'nothing'} is no id of Mondo`);
    else if (cell('subject_label').startsWith('obsolete ')) reading.skip('mappings of terms that Mondo has retired');
    else if (!relation)
      reading.skip(`mappings by ${cell('predicate_id') || 'nothing'}, which do not say that two are the same`);
    else if (prefixes.size > 0 && !prefixes.has(object.split(':')[0]!))
      reading.reject(number, `${object || 'nothing'} has a prefix that the file's own map of prefixes does not know`);
    else {
      const code = toCode(object);
      const label = nameOf(cell('subject_label'), number, reading);
      if (!code) reading.skip(`codes of ${object.split(':')[0]}, which are not kept`);
      else if (!/^[\w.:-]{1,40}$/u.test(code.code)) reading.reject(number, `${object.slice(0, 60)} is no code`);
      else {
        const term = terms.get(subject) ?? { termId: subject, content: { ...(label && { label }), codes: [] } };
        term.content.codes!.push({ ...code, relation });
        terms.set(subject, term);
      }
    }
  }
  if (!columns)
    throw fileOfAnotherKind(reading.file, 'an SSSOM table begins with subject_id, predicate_id and object_id');
  yield* terms.values();
}

function readHeader(text: string, prefixes: Set<string>, reading: Reading): void {
  const prefix = /^#\s{2,}([\w.-]+):\s*\S/u.exec(text)?.[1];
  if (prefix) prefixes.add(prefix);
  const version = /^#\s?mapping_set_version:\s*(\S+)/u.exec(text)?.[1];
  if (!version) return;
  const day = /\d{4}-\d{2}-\d{2}/u.exec(version)?.[0];
  reading.version(day ?? version.slice(0, 80), day);
}

/** What the mappings of a file lead to: `orphanet` of mondo_exactmatch_orphanet.sssom.tsv. */
export const mappingSetOf = (start: string): string =>
  /^#\s?mapping_set_id:\s*\S*?([\w.-]+?)\.sssom\.tsv/mu.exec(start)?.[1]?.toLowerCase() ?? 'mappings';
