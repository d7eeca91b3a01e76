import { isMap, isScalar, isSeq, parse, parseDocument, type YAMLMap } from 'yaml';
import type { AnswerText, ToldTranslation } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';

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

const fields = ['value', 'low', 'high', 'interval', 'year', 'source'] as const;

interface Splice {
  from: number;
  to: number;
  text: string;
}

/** A condition's file with other numbers, in their places; comments and order stay. Throws a RangeError for a claim that is not there. */
export function rewriteClaims(original: string, claims: readonly Claim[]): string {
  const document = parseDocument(original);
  const list = document.get('claims', true);
  const splices: Splice[] = [];
  for (const claim of claims) {
    const item = isSeq(list) && list.items.find((each) => isMap(each) && each.get('id') === claim.id);
    if (!isMap(item)) throw new RangeError(`There is no claim ${claim.id}.`);
    for (const field of fields) splices.push(...spliceFor(item, field, claim[field], original));
  }
  // from the end, so that places stay; what goes to one place, the last first
  return splices
    .reverse()
    .sort((one, other) => other.from - one.from)
    .reduce((text, { from, to, text: by }) => text.slice(0, from) + by + text.slice(to), original);
}

function spliceFor(item: YAMLMap, field: string, value: string | number | null, original: string): Splice[] {
  const pair = item.items.find(({ key }) => isScalar(key) && key.value === field);
  const node = pair?.value;
  if (isScalar(node)) {
    if (node.value === value) return [];
    const [from, to] = node.range!;
    if (value !== null) return [{ from, to, text: String(value) }];
    // the whole line, or in braces the key with its comma
    const start = (pair!.key as { range: [number, number] }).range[0];
    if (item.flow) return [{ from: start, to: original[to] === ',' ? to + 2 : to, text: '' }];
    return [{ from: original.lastIndexOf('\n', start) + 1, to: original.indexOf('\n', to) + 1, text: '' }];
  }
  if (value === null) return [];
  const id = item.items.find(({ key }) => isScalar(key) && key.value === 'id')!;
  const [, end] = (id.value as { range: [number, number] }).range;
  if (item.flow) return [{ from: end, to: end, text: `, ${field}: ${value}` }];
  const at = (id.key as { range: [number, number] }).range[0];
  const indent = ' '.repeat(at - (original.lastIndexOf('\n', at) + 1));
  const lineEnd = original.indexOf('\n', end);
  return [{ from: lineEnd, to: lineEnd, text: `\n${indent}${field}: ${value}` }];
}
