import { fileCutShort, fileOfAnotherKind } from './vocabulary.errors.ts';
import { nameOf, type Line, type Reading } from './reading.ts';
import { cellsOf } from './table.ts';
import { curieOf, hpoId, type DiseaseSymptom, type Statement, type TermContent } from './vocabulary.ts';

/** Of 100 people: HPO's terms of frequency (HP:0040279 and below), with the bounds of their definitions. */
const frequencyTerms: Record<string, Pick<DiseaseSymptom, 'low' | 'high'> & { excluded?: true }> = {
  'HP:0040280': { low: 100, high: 100 },
  'HP:0040281': { low: 80, high: 99 },
  'HP:0040282': { low: 30, high: 79 },
  'HP:0040283': { low: 5, high: 29 },
  'HP:0040284': { low: 1, high: 4 },
  'HP:0040285': { excluded: true },
};

/** "3/7", "45%" or a term of frequency. Undefined if it is none of them. */
export function frequencyOf(text: string): Partial<DiseaseSymptom> | undefined {
  if (text === '') return {};
  const term = frequencyTerms[text];
  if (term) return term;
  const [, seen, examined] = /^(\d+)\/(\d+)$/u.exec(text) ?? [];
  if (seen && examined) {
    const [of, all] = [Number(seen), Number(examined)];
    if (all === 0 || of > all) return undefined;
    return of === 0
      ? { excluded: true, seen: of, examined: all }
      : { seen: of, examined: all, low: (of / all) * 100, high: (of / all) * 100 };
  }
  const percent = Number(/^([\d.]+)\s?%$/u.exec(text)?.[1]);
  return percent > 0 && percent <= 100 ? { low: percent, high: percent } : undefined;
}

/** Diseases and their symptoms, `phenotype.hpoa` (https://obophenotype.github.io/human-phenotype-ontology/annotations/phenotype_hpoa/). */
export async function* readAnnotations(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  let columns: string[] | undefined;
  let current: Required<Pick<Statement, 'termId' | 'content' | 'symptoms'>> | undefined;
  const finished = new Set<string>();
  for await (const { text, number, unfinished } of lines) {
    const day = /^#\s?(?:version|date):\s*(\d{4}-\d{2}-\d{2})/u.exec(text)?.[1];
    if (day) reading.version(day, day);
    if (text.startsWith('#') || text === '') continue;
    const cells = text.split('\t');
    if (!columns) {
      columns = cells;
      if (!columns.includes('hpo_id')) throw fileOfAnotherKind(reading.file, 'annotations have a column hpo_id');
      continue;
    }
    if (unfinished && cells.length < columns.length) throw fileCutShort(reading.file, number);
    const cell = (name: string) => cells[columns!.indexOf(name)] ?? '';
    const termId = cell('database_id');
    if (cells.length < columns.length)
      reading.reject(number, `${cells.length} cells where the heading has ${columns.length}`);
    else if (!/^(OMIM:\d{6}|ORPHA:\d+|DECIPHER:\d+)$/u.test(termId))
      reading.reject(number, `${termId.slice(0, 60)} is no disease`);
    else if (!hpoId.test(cell('hpo_id'))) reading.reject(number, `${cell('hpo_id').slice(0, 60)} is no term of HPO`);
    else if (cell('aspect') !== 'P') reading.skip('annotations that are no symptom (inheritance, course, modifier)');
    else {
      if (finished.has(termId)) {
        reading.reject(number, `${termId} has lines further up already; those of one disease must stand together`);
        continue;
      }
      const frequency = frequencyOf(cell('frequency'));
      if (!frequency) {
        reading.reject(number, `${cell('frequency').slice(0, 60)} is no frequency`);
        continue;
      }
      if (current && current.termId !== termId) {
        finished.add(current.termId);
        yield current;
      }
      if (current?.termId !== termId) current = { termId, content: {}, symptoms: [] };
      const [onset, sex, reference] = [cell('onset'), cell('sex'), cell('reference')];
      current.symptoms.push({
        symptomId: cell('hpo_id'),
        ...frequency,
        excluded: cell('qualifier') === 'NOT' || frequency.excluded === true,
        ...(hpoId.test(onset) && { onset }),
        ...(/^(male|female)$/iu.test(sex) && { sex: sex.toLowerCase() }),
        ...(reference && { reference: reference.slice(0, 200) }),
      });
    }
  }
  if (!columns) throw fileOfAnotherKind(reading.file, 'annotations have a column hpo_id');
  if (current) yield current;
}

/** Rows of one term stand together or apart: gathered by term. */
async function* gather(
  rows: AsyncIterable<{ termId: string; add(content: TermContent): void }>,
): AsyncGenerator<Statement> {
  const terms = new Map<string, TermContent>();
  for await (const { termId, add } of rows) {
    const content = terms.get(termId) ?? {};
    add(content);
    terms.set(termId, content);
  }
  for (const [termId, content] of terms) yield { termId, content };
}

/** A translation of HPO: Babelon (labels, with how far each is) or a table of synonyms. Definitions are not shown, so not kept. */
export async function* readTranslation(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  yield* gather(
    (async function* () {
      let columns: string[] | undefined;
      for await (const { text, number, unfinished } of lines) {
        if (text === '') continue;
        const cells = cellsOf(text);
        if (!Array.isArray(cells)) {
          reading.reject(number, cells.fault);
          continue;
        }
        if (!columns) {
          columns = cells;
          continue;
        }
        if (unfinished && cells.length < columns.length) throw fileCutShort(reading.file, number);
        const cell = (name: string) => cells[columns!.indexOf(name)] ?? '';
        const termId = cell('subject_id');
        const status = cell('translation_status') || cell('Status') || cell('comment');
        const words = cell('translation_value');
        if (termId === 'ID') continue;
        if (!hpoId.test(termId)) reading.reject(number, `${termId.slice(0, 60) || 'nothing'} is no term of HPO`);
        else if (status === 'NOT_TRANSLATED' || words === '' || words === 'NA')
          reading.skip('terms that are not translated');
        else if (columns.includes('predicate_id') && cell('predicate_id') !== 'rdfs:label')
          reading.skip('translated definitions');
        else {
          const names = words.split('|').flatMap((each) => nameOf(each, number, reading) ?? []);
          const isLabel = columns.includes('predicate_id');
          const isPlain = cell('synonym_type').endsWith('#layperson');
          yield {
            termId,
            add(content: TermContent) {
              if (isLabel && names[0]) Object.assign(content, { label: names[0], ...(status && { status }) });
              else if (isPlain) content.plain = [...(content.plain ?? []), ...names];
              else content.synonyms = [...(content.synonyms ?? []), ...names];
            },
          };
        }
      }
    })(),
  );
}

/** Everyday words for terms, as HPO's report of 2021 has them: the answer of a SPARQL query, `?term ?term_label ?layperson`, with quotes as Turtle writes them. */
export async function* readLayWords(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  yield* gather(
    (async function* () {
      for await (const { text, number, unfinished } of lines) {
        if (text === '' || text.startsWith('?')) continue;
        const [term, , words = ''] = text.split('\t');
        const quoted = /^"((?:[^"\\]|\\.)*)"(@\w+)?$/u.exec(words);
        if (!quoted) {
          if (unfinished) throw fileCutShort(reading.file, number);
          reading.reject(number, 'a quote is opened and not closed, or a cell is missing');
          continue;
        }
        const termId = curieOf(term);
        const name = hpoId.test(termId) ? nameOf(quoted[1]!.replace(/\\(.)/gu, '$1'), number, reading) : undefined;
        if (name)
          yield { termId, add: (content: TermContent) => void (content.plain = [...(content.plain ?? []), name]) };
        else reading.reject(number, `${termId.slice(0, 60) || 'nothing'} is no term of HPO with a word for it`);
      }
    })(),
  );
}
