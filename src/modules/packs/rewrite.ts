import { parse } from 'yaml';
import type { AnswerText, ToldTranslation } from '#modules/answers/index.ts';

/** Lines of a short answer are folded at this width. */
const width = 130;

/** An answer's file with another text. What did not change stays letter by letter; `original` is missing for a new answer. */
export function rewriteAnswer(
  original: string | undefined,
  { short, body, updated, translation }: Pick<AnswerText, 'short' | 'body' | 'updated' | 'translation'>,
): string {
  const [, front = '', rest = ''] = /^---\n([^]*?)---(?:\n|$)([^]*)$/u.exec(original ?? '') ?? [];
  const before = (front ? parse(front) : {}) as { short?: string };
  const same = before.short?.trim() === short;
  const head = rewriteTranslation(
    same
      ? front.replace(/^updated:.*$/mu, `updated: ${updated}`)
      : `short: >-\n${folded(short)}\nupdated: ${updated}\n${translationIn(front)}`,
    translation,
  );
  const lead = /^\s*/u.exec(rest)![0];
  return rest.trim() === body && same && before.short !== undefined
    ? `---\n${head}---\n${rest}`
    : `---\n${head}---\n${lead}${body}\n`;
}

/** The lines in which a front matter says how a text was translated: one, or a key with what stands under it. */
const translationLines = /^translation:.*\n(?:[ \t]+\S.*\n)*/mu;

const translationIn = (front: string): string => translationLines.exec(front)?.[0] ?? '';

/** A front matter that says how the text was translated: as it was written, if it says just that. */
function rewriteTranslation(front: string, translation: ToldTranslation | undefined): string {
  const lines = translationIn(front);
  const { translation: said } = (lines ? parse(lines) : {}) as { translation?: { 'made-by'?: string; of?: string } };
  if (said?.['made-by'] === translation?.madeBy && said?.of === translation?.of) return front;
  const line = translation ? `translation: { made-by: ${translation.madeBy}, of: ${translation.of} }\n` : '';
  return lines ? front.replace(lines, () => line) : front + line;
}

/** Words in lines that a folded scalar of YAML puts together again. */
function folded(text: string): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + word.length + 1 > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line].map((each) => `  ${each}`).join('\n');
}
