import { valueAt } from './apply-schema.ts';
import { checkAxes } from './check-axes.ts';
import { checkGlossary } from './check-glossary.ts';
import { checkLookAlikes, isCell } from './check-look-alikes.ts';
import { checkPlainWords } from './check-words.ts';
import type { Faults } from './faults.ts';
import type { Known, LocatedFiles, Uses } from './known.ts';
import type { Located } from './located.ts';
import { checkUnique, each, languageOf, textsIn } from './references.ts';

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
  if (axes) checkAxes(axes, known, uses, faults);
  if (glossary) checkGlossary(glossary, faults);
  if (lookAlikes) checkLookAlikes(lookAlikes, known, uses, faults);
}

/** Words shown as they are: no markup, no "reviewed", no phone numbers. */
export function checkShownWords(located: Located, faults: Faults): void {
  for (const { path, text } of textsIn(located.value)) {
    if (isCell(located, path) || path.at(-1) === 'url') continue;
    checkPlainWords(text, languageOf(path), (words, reason) =>
      faults.add(located.file, located.placeOfWords(path, words), reason),
    );
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
