type Face = Readonly<Record<string, string>>;
export type Letters = Readonly<Record<'head' | 'text', Face>>;

/** The size that the outlines are drawn at. */
const em = 500;

export interface DrawnText {
  /** How wide it is at a size of 1. */
  width: number;
  letters: { x: number; d: string }[];
}

/** Words as outlines; undefined where a letter is missing, in a script that has no outlines here. */
export function drawText(text: string, face: Face): DrawnText | undefined {
  let x = 0;
  const letters: DrawnText['letters'] = [];
  for (const letter of text.normalize('NFC')) {
    const outline = face[letter];
    if (outline === undefined) return undefined;
    const space = outline.indexOf(' ');
    const d = outline.slice(space + 1);
    if (d !== '') letters.push({ x, d });
    x += Number(outline.slice(0, space));
  }
  return { width: x / em, letters };
}

/** Scales outlines to a size. */
export const scaleOf = (size: number): number => size / em;

/** Lines that are no wider than `width` at this size; words are not divided. */
export function breakLines(text: string, face: Face, size: number, width: number): string[] {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const longer = lines.length > 0 ? `${lines.at(-1)} ${word}` : word;
    const fits = lines.length > 0 && (drawText(longer, face)?.width ?? 0) * size <= width;
    if (fits) lines[lines.length - 1] = longer;
    else lines.push(word);
  }
  return lines;
}
