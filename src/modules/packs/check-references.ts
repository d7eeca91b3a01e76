import type { Root } from 'mdast';
import { isReadable, readableText, readingOf, type Reading } from '#modules/answers/index.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import { valueAt } from './apply-schema.ts';
import { gradeInWords } from './check-answer.ts';
import { checkText } from './check-text.ts';
import { checkPlainWords } from './check-words.ts';
import type { Faults } from './faults.ts';
import type { Known, LocatedFiles, Uses } from './known.ts';
import type { Located, Path } from './located.ts';

/** Every piece of text in a file with its path. */
export function* textsIn(value: unknown, path: Path = []): Generator<{ path: Path; text: string }> {
  if (typeof value === 'string') yield { path, text: value };
  else if (typeof value === 'object' && value !== null)
    for (const [key, inner] of Object.entries(value)) yield* textsIn(inner, [...path, Array.isArray(value) ? Number(key) : key]);
}

const languageOf = (path: Path): string => (realLanguages as readonly PropertyKey[]).includes(path.at(-1)!) ? String(path.at(-1)) : 'en';

/** Words shown as they are: no markup, no "reviewed", no phone numbers. */
export function checkShownWords(located: Located, faults: Faults): void {
  for (const { path, text } of textsIn(located.value)) {
    if (isCell(located, path) || path.at(-1) === 'url') continue;
    checkPlainWords(text, languageOf(path), (words, reason) => faults.add(located.file, located.placeOfWords(path, words), reason));
  }
}

/** Texts of look-alikes that are markdown: the cells of rows, and `together`. */
const isCell = ({ file }: Located, path: Path): boolean =>
  file === 'look-alikes.yaml' && path[0] === 'pairs' && (path[2] === 'together' || (path[2] === 'rows' && path.at(-1) !== 'feature'));

/** Refers from one file to the entries of another; `known` is undefined where that file could not be read. */
function checkReference(located: Located, path: Path, known: { has(id: string): boolean } | undefined, reason: (id: string) => string, faults: Faults): void {
  const id = valueAt(located.value, path);
  if (typeof id === 'string' && known?.has(id) === false) faults.add(located.file, located.placeOf(path), reason(id));
}

const listAt = (located: Located, path: Path): unknown[] => {
  const list = valueAt(located.value, path);
  return Array.isArray(list) ? list : [];
};

function checkUnique(located: Located, paths: Path[], what: string, faults: Faults): void {
  const seen = new Set<string>();
  for (const path of paths) {
    const value = valueAt(located.value, path);
    const key = typeof value === 'string' ? value.normalize('NFC').toLowerCase() : undefined;
    if (key !== undefined && seen.has(key)) faults.add(located.file, located.placeOf(path), `The ${what} \`${String(value)}\` is here twice. Keep one.`);
    if (key !== undefined) seen.add(key);
  }
}

const each = (located: Located, list: Path, key?: string): Path[] =>
  listAt(located, list).map((_, index) => (key ? [...list, index, key] : [...list, index]));

const unknownSource = (id: string) => `sources.json has no source \`${id}\`. Add it there, or correct the key.`;

/** Checks what the files that the whole pack shares say of each other. */
export function checkSharedReferences(files: LocatedFiles, known: Known, uses: Uses, faults: Faults): void {
  const { pack, sources, questions, axes, glossary, lookAlikes } = files;
  if (pack) checkUnique(pack, each(pack, ['groups'], 'id'), 'group', faults);
  if (questions) checkUnique(questions, each(questions, [], 'id'), 'question', faults);
  if (sources) {
    checkUnique(sources, each(sources, [], 'id'), 'source', faults);
    checkUnique(sources, each(sources, [], 'DOI'), 'DOI', faults);
    checkUnique(sources, each(sources, [], 'PMID'), 'PMID', faults);
  }
  if (axes) {
    checkUnique(axes, each(axes, [], 'id'), 'axis', faults);
    for (const path of each(axes, [])) {
      checkUnique(axes, each(axes, [...path, 'values'], 'id'), 'value', faults);
      checkReference(axes, [...path, 'source'], known.sources, unknownSource, faults);
      use(uses.sources, valueAt(axes.value, [...path, 'source']));
    }
  }
  if (glossary) checkGlossary(glossary, faults);
  if (lookAlikes) checkLookAlikes(lookAlikes, known, uses, faults);
}

const use = (used: Set<string>, id: unknown) => void (typeof id === 'string' && used.add(id));

/** The formulas are made for a hundred words or more: of one entry they only warn, of the whole glossary they are sure. */
function checkGlossary(glossary: Located, faults: Faults): void {
  checkUnique(glossary, each(glossary, [], 'id'), 'glossary entry', faults);
  for (const language of realLanguages) {
    const all: string[] = [];
    for (const path of each(glossary, [])) {
      const means = valueAt(glossary.value, [...path, 'means', language]);
      const term = valueAt(glossary.value, [...path, 'term', language]);
      if (typeof means !== 'string') continue;
      const place = glossary.placeOf([...path, 'means', language]);
      const counted = readableText(parseProse(means), typeof term === 'string' ? [term] : []);
      const reading = readingOf(counted, language);
      all.push(counted);
      if (/\p{N}/u.test(means)) faults.add(glossary.file, place, 'A glossary entry cites nothing, so it holds no numbers. Say it in words, or in an answer.');
      if (reading.sentences > 2) faults.add(glossary.file, place, 'A glossary entry is one or two sentences. Shorten it.');
      if (isClearlyHard(reading, language)) faults.warn(glossary.file, place, `This is hard: ${gradeInWords(reading, language, 'body')} Use shorter sentences and words.`);
    }
    const whole = readingOf(all.join('\n\n'), language);
    if (!isReadable(whole, language, 'body'))
      faults.add(glossary.file, { line: 1 }, `The glossary is too hard: ${gradeInWords(whole, language, 'body')} Use shorter sentences and words.`);
  }
}

const isClearlyHard = ({ grade, second }: Reading, language: 'en' | 'es'): boolean =>
  language === 'en' ? grade > 11 && second > 11 : second < 40;

const parseProse = (words: string): Root => ({ type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', value: words }] }] });

function checkLookAlikes(lookAlikes: Located, known: Known, uses: Uses, faults: Faults): void {
  checkUnique(lookAlikes, each(lookAlikes, ['features'], 'id'), 'feature', faults);
  const pairs = new Set<string>();
  for (const path of each(lookAlikes, ['pairs'])) {
    const slugs = listAt(lookAlikes, [...path, 'conditions']);
    for (const index of slugs.keys())
      checkReference(lookAlikes, [...path, 'conditions', index], known.conditions, (slug) => `This pack has no condition \`${slug}\`. Add it, or correct the slug.`, faults);
    const pair = slugs.map(String).sort().join(' and ');
    if (pairs.has(pair)) faults.add(lookAlikes.file, lookAlikes.placeOf(path), `The pair ${pair} is here twice. Write each pair once.`);
    pairs.add(pair);
    checkUnique(lookAlikes, each(lookAlikes, [...path, 'rows'], 'feature'), 'feature', faults);
    for (const row of each(lookAlikes, [...path, 'rows'], 'feature'))
      checkReference(lookAlikes, row, known.features, (id) => `There is no feature \`${id}\` above. Add it to \`features\`, or correct the id.`, faults);
  }
  for (const { path, text } of textsIn(lookAlikes.value)) {
    if (!isCell(lookAlikes, path)) continue;
    const condition = path[2] === 'rows' ? String(path[4]) : undefined;
    const placeOf = (_: unknown, words = '') => lookAlikes.placeOfWords(path, words);
    checkText({ kind: 'cell', file: lookAlikes.file, markdown: text, language: languageOf(path), condition, placeOf }, known, uses, faults);
    checkPlainOf(text, path, lookAlikes, faults);
  }
}

function checkPlainOf(text: string, path: Path, located: Located, faults: Faults): void {
  const plain = text.replace(/\[@[^\]]*\]|:(?:term|claim)\[[^\]]*\](?:\{[^}]*\})?/gu, ' ');
  checkPlainWords(plain, languageOf(path), (words, reason) => faults.add(located.file, located.placeOfWords(path, words), reason));
}

/** Checks what the conditions say of the shared files and of each other. */
export function checkConditionReferences(files: LocatedFiles, known: Known, uses: Uses, faults: Faults): void {
  for (const [slug, located] of files.conditions) if (located) checkCondition(slug, located, known, uses, faults);
  checkParents(files.conditions, faults);
  checkNames(files.conditions, faults);
  checkExactCodes(files.conditions, faults);
}

function checkCondition(folder: string, located: Located, known: Known, uses: Uses, faults: Faults): void {
  const slug = valueAt(located.value, ['slug']);
  if (typeof slug === 'string' && slug !== folder)
    faults.add(located.file, located.placeOf(['slug']), `The slug \`${slug}\` and the folder \`${folder}\` disagree. Give both one name.`);
  checkReference(located, ['group'], known.groups, (id) => `pack.yaml has no group \`${id}\`. Add it there, or correct the id.`, faults);
  checkReference(located, ['parent'], known.conditions, (id) => `This pack has no condition \`${id}\`. Add it, or correct the parent.`, faults);
  for (const question of Object.keys((valueAt(located.value, ['question-titles']) as object | undefined) ?? {}))
    if (known.questions?.has(question) === false)
      faults.add(located.file, located.placeOf(['question-titles', question]), `questions.yaml has no question \`${question}\`. Add it there, or correct the id.`);
  for (const path of each(located, ['axes'])) {
    checkReference(located, [...path, 'axis'], known.axes, (id) => `axes.yaml has no axis \`${id}\`. Add it there, or correct the id.`, faults);
    const values = known.axes?.get(String(valueAt(located.value, [...path, 'axis'])));
    for (const value of each(located, [...path, 'values']))
      checkReference(located, value, values, (id) => `The axis has no value \`${id}\`. Add it to axes.yaml, or correct the id.`, faults);
    checkUnique(located, each(located, [...path, 'values']), 'value', faults);
  }
  checkUnique(located, each(located, ['axes'], 'axis'), 'axis', faults);
  checkUnique(located, each(located, ['claims'], 'id'), 'claim', faults);
  checkUnique(located, each(located, ['codes'], 'code'), 'code', faults);
  for (const path of [...each(located, ['claims'], 'source'), ...each(located, ['codes'], 'source')]) {
    checkReference(located, path, known.sources, unknownSource, faults);
    use(uses.sources, valueAt(located.value, path));
  }
  for (const { path, text } of textsIn(valueAt(located.value, ['summary']), ['summary']))
    if (/\p{N}/u.test(text)) faults.add(located.file, located.placeOf(path), 'A summary cites nothing, so it holds no numbers. Say it in words.');
  for (const language of realLanguages) {
    const names = ['names', language];
    const kinds = ['synonyms', 'narrower'].flatMap((kind) => each(located, [...names, kind]));
    checkUnique(located, [[...names, 'preferred'], ...kinds], 'name', faults);
  }
}

function checkParents(conditions: LocatedFiles['conditions'], faults: Faults): void {
  const parentOf = (slug: unknown) => (typeof slug === 'string' ? valueAt(conditions.get(slug)?.value, ['parent']) : undefined);
  for (const [slug, located] of conditions) {
    const seen = new Set<unknown>();
    let above = parentOf(slug);
    while (above !== undefined && above !== null && above !== slug && !seen.has(above)) {
      seen.add(above);
      above = parentOf(above);
    }
    if (located && above === slug) faults.add(located.file, located.placeOf(['parent']), `\`${slug}\` is above itself: the parents go round in a circle. Correct one of them.`);
  }
}

/** A name that a reader may search for leads to one condition. */
function checkNames(conditions: LocatedFiles['conditions'], faults: Faults): void {
  for (const language of realLanguages) {
    const owner = new Map<string, string>();
    for (const [slug, located] of conditions) {
      if (!located) continue;
      for (const path of [['names', language, 'preferred'], ...each(located, ['names', language, 'synonyms'])]) {
        const name = valueAt(located.value, path);
        if (typeof name !== 'string') continue;
        const key = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        const other = owner.get(key);
        if (other && other !== slug) faults.add(located.file, located.placeOf(path), `“${name}” is a name of \`${other}\` too. Leave it to one of them.`);
        owner.set(key, slug);
      }
    }
  }
}

function checkExactCodes(conditions: LocatedFiles['conditions'], faults: Faults): void {
  const owner = new Map<string, string>();
  for (const [slug, located] of conditions)
    for (const path of located ? each(located, ['codes']) : []) {
      const { system, code, relation } = (valueAt(located!.value, path) ?? {}) as Record<string, unknown>;
      if (relation !== 'exact' || typeof code !== 'string') continue;
      const key = `${String(system)} ${code}`;
      const other = owner.get(key);
      if (other && other !== slug) faults.add(located!.file, located!.placeOf([...path, 'code']), `${code} is an exact code of \`${other}\` too. At most one of them can be exact.`);
      owner.set(key, slug);
    }
}

/** Sources and glossary entries that nothing refers to. */
export function checkUnused({ sources, glossary }: LocatedFiles, uses: Uses, faults: Faults): void {
  const warn = (located: Located | undefined, used: Set<string>, reason: (id: string) => string) => {
    for (const path of located ? each(located, [], 'id') : []) {
      const id = valueAt(located!.value, path);
      if (typeof id === 'string' && !used.has(id)) faults.warn(located!.file, located!.placeOf(path), reason(id));
    }
  };
  warn(sources, uses.sources, (id) => `Nothing cites \`${id}\`. Cite it, or take it out.`);
  warn(glossary, uses.terms, (id) => `No text explains \`${id}\`. Use it as :term[…]{#${id}}, or take it out.`);
}
