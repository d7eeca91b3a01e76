import type { Root } from 'mdast';
import { mentionsIn } from '#modules/knowledge/index.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import { checkClaimUse } from './check-claim-use.ts';
import { checkNodes } from './check-nodes.ts';
import { checkNumbers } from './check-numbers.ts';
import { checkShownSources } from './check-shown-sources.ts';
import type { Faults, Place } from './faults.ts';
import type { Known, Uses } from './known.ts';

/** `body`: a whole answer. `short`: a short answer, which rests on claims. `cell`: a line that cites its source itself. */
export type TextKind = 'body' | 'short' | 'cell';

/** A piece of markdown in a pack. */
export interface PackText {
  kind: TextKind;
  file: string;
  markdown: string;
  language: string;
  /** The condition it speaks of; a cell may speak of two. */
  condition: string | undefined;
  /** Where in the file a line of it stands; `words` is what to look for where lines were folded. */
  placeOf(place: Place, words?: string): Place;
}

/** Checks markup, references and numbers of a text. The parsed text; undefined if it cannot be parsed. */
export function checkText(text: PackText, known: Known, uses: Uses, faults: Faults): Root | undefined {
  let root: Root;
  try {
    root = parseMarkdown(text.markdown);
  } catch (error) {
    if (!(error instanceof CairnError)) throw error;
    faults.add(text.file, text.placeOf({ line: 1 }), error.message);
    return undefined;
  }
  checkNodes(root, text, known, faults);
  checkMentions(root, text, known, uses, faults);
  checkNumbers(root, text, faults);
  if (text.kind === 'body') checkShownSources(root, text, known, faults);
  return root;
}

function checkMentions(root: Root, text: PackText, known: Known, uses: Uses, faults: Faults): void {
  const { citations, terms, claims } = mentionsIn(root);
  for (const { id, ...place } of citations) {
    uses.sources.add(id);
    const where = text.placeOf(place, `@${id}`);
    if (text.kind === 'short')
      faults.add(
        text.file,
        where,
        'A short answer holds no citation. Its claims bring their sources; say the rest again in the body, with the citation.',
      );
    if (known.sources?.has(id) === false)
      faults.add(text.file, where, `sources.json has no source \`${id}\`. Add it there, or correct the key.`);
  }
  if (text.kind === 'cell' && citations.length === 0 && claims.every(({ show }) => show !== 'whole'))
    faults.add(text.file, text.placeOf({ line: 1 }), 'This cites no source. Add one, as [@key].');
  for (const { id, ...place } of terms) {
    if (!id) continue;
    uses.terms.add(id);
    const languages = known.terms?.get(id);
    const where = text.placeOf(place, `#${id}`);
    if (known.terms && !languages)
      faults.add(text.file, where, `glossary.yaml has no entry \`${id}\`. Add it there, or correct the id.`);
    if (languages && !languages.has(text.language))
      faults.warn(
        text.file,
        where,
        `The glossary entry \`${id}\` has no \`${text.language}\`. Readers will see it in English.`,
      );
  }
  for (const claim of claims) checkClaimUse(claim, text, known, uses, faults);
}
