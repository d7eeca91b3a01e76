import { diffArrays } from 'diff';

/** Lines of the base from `from` up to `to` give way to others. Nothing gives way where both are the same. */
interface Hunk {
  from: number;
  to: number;
  lines: string[];
}

function hunksOf(base: readonly string[], text: readonly string[]): Hunk[] {
  const hunks: Hunk[] = [];
  let at = 0;
  let open: Hunk | undefined;
  for (const { value, added, removed } of diffArrays([...base], [...text])) {
    if (!added && !removed) {
      open = undefined;
      at += value.length;
      continue;
    }
    if (!open) hunks.push((open = { from: at, to: at, lines: [] }));
    if (removed) open.to = at += value.length;
    else open.lines.push(...value);
  }
  return hunks;
}

const same = (one: Hunk, other: Hunk): boolean =>
  one.from === other.from &&
  one.to === other.to &&
  // no line and one empty line are two things
  one.lines.length === other.lines.length &&
  one.lines.every((line, index) => line === other.lines[index]);

/** Also where one begins on the line after the other ends: what stands side by side is read together. */
const touch = (one: Hunk, other: Hunk): boolean => one.from <= other.to && other.from <= one.to;

/**
 * Two texts that were made from one, as one text with what both changed. Undefined where they touch the same lines: then a
 * person decides.
 */
export function merge(base: string, mine: string, theirs: string): string | undefined {
  const lines = base.split('\n');
  const [ours, others] = [mine, theirs].map((text) => hunksOf(lines, text.split('\n'))) as [Hunk[], Hunk[]];
  const fresh = ours.filter((hunk) => !others.some((other) => same(hunk, other)));
  if (fresh.some((hunk) => others.some((other) => touch(hunk, other)))) return undefined;
  const merged: string[] = [];
  let at = 0;
  for (const hunk of [...fresh, ...others].sort((one, other) => one.from - other.from)) {
    merged.push(...lines.slice(at, hunk.from), ...hunk.lines);
    at = hunk.to;
  }
  return [...merged, ...lines.slice(at)].join('\n');
}
