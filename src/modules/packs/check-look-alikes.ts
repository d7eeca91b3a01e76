import { checkText } from './check-text.ts';
import { checkPlainWords } from './check-words.ts';
import type { Faults } from './faults.ts';
import type { Known, Uses } from './known.ts';
import type { Located, Path } from './located.ts';
import { checkReference, checkUnique, each, languageOf, listAt, textsIn } from './references.ts';

/** Texts of look-alikes that are markdown: the cells of rows, and `together`. */
export const isCell = ({ file }: Located, path: Path): boolean =>
  file === 'look-alikes.yaml' &&
  path[0] === 'pairs' &&
  (path[2] === 'together' || (path[2] === 'rows' && path.at(-1) !== 'feature'));

export function checkLookAlikes(lookAlikes: Located, known: Known, uses: Uses, faults: Faults): void {
  checkUnique(lookAlikes, each(lookAlikes, ['features'], 'id'), 'feature', faults);
  const pairs = new Set<string>();
  for (const path of each(lookAlikes, ['pairs'])) {
    const slugs = listAt(lookAlikes, [...path, 'conditions']);
    for (const index of slugs.keys())
      checkReference(
        lookAlikes,
        [...path, 'conditions', index],
        known.conditions,
        (slug) => `This pack has no condition \`${slug}\`. Add it, or correct the slug.`,
        faults,
      );
    const pair = slugs.map(String).sort().join(' and ');
    if (pairs.has(pair))
      faults.add(lookAlikes.file, lookAlikes.placeOf(path), `The pair ${pair} is here twice. Write each pair once.`);
    pairs.add(pair);
    checkUnique(lookAlikes, each(lookAlikes, [...path, 'rows'], 'feature'), 'feature', faults);
    for (const row of each(lookAlikes, [...path, 'rows'], 'feature'))
      checkReference(
        lookAlikes,
        row,
        known.features,
        (id) => `There is no feature \`${id}\` above. Add it to \`features\`, or correct the id.`,
        faults,
      );
  }
  for (const { path, text } of textsIn(lookAlikes.value)) {
    if (!isCell(lookAlikes, path)) continue;
    const condition = path[2] === 'rows' ? String(path[4]) : undefined;
    const placeOf = (_: unknown, words = '') => lookAlikes.placeOfWords(path, words);
    checkText(
      { kind: 'cell', file: lookAlikes.file, markdown: text, language: languageOf(path), condition, placeOf },
      known,
      uses,
      faults,
    );
    checkPlainOf(text, path, lookAlikes, faults);
  }
}

function checkPlainOf(text: string, path: Path, located: Located, faults: Faults): void {
  const plain = text.replace(/\[@[^\]]*\]|:(?:term|claim)\[[^\]]*\](?:\{[^}]*\})?/gu, ' ');
  checkPlainWords(plain, languageOf(path), (words, reason) =>
    faults.add(located.file, located.placeOfWords(path, words), reason),
  );
}
