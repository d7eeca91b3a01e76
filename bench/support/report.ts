import { readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { join } from 'node:path';
import { root } from '../../scripts/stale.mjs';

/** The value below which this share of all lies (nearest rank). */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? NaN;
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  return Number.isInteger(middle) ? (sorted[middle - 1]! + sorted[middle]!) / 2 : sorted[Math.floor(middle)]!;
}

/** Three significant digits: more would pretend to know. */
export const write = (value: number): string => {
  if (!Number.isFinite(value)) return '–';
  return Number(value.toPrecision(3)).toLocaleString('en-GB', { maximumSignificantDigits: 3 });
};

/** "12,300 (11,900–12,400)": the median, and the lowest and highest round. */
export const spread = (values: readonly (number | undefined)[], unit = ''): string => {
  const known = values.filter((value) => value !== undefined);
  if (known.length === 0) return '–';
  const range = known.length > 1 ? ` (${write(Math.min(...known))}–${write(Math.max(...known))})` : '';
  return `${write(median(known))}${unit}${range}`;
};

/** A table in Markdown; every column but the first is of numbers. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n');
}

/** On what and when: nothing that names the machine. */
export function circumstances(): string {
  const memory = Math.round(totalmem() / 1e9);
  const day = new Date().toISOString().slice(0, 10);
  const [{ model } = { model: 'unknown processor' }] = cpus();
  return `${day} · Node ${process.versions.node} · ${availableParallelism()} cores (${model.trim()}), ${memory} GB · ${process.platform} ${process.arch}`;
}

/** Prints a result; with `--write` also puts it between its markers in docs/performance.md. */
export function publish(name: string, markdown: string): void {
  const whole = `${circumstances()}\n\n${markdown}`;
  console.log(`\n${whole}\n`);
  if (!process.argv.includes('--write')) return;
  const file = join(root, 'docs/performance.md');
  const text = readFileSync(file, 'utf8');
  const [from, to] = [`<!-- bench:${name} -->`, `<!-- /bench:${name} -->`];
  const [start, end] = [text.indexOf(from), text.indexOf(to)];
  if (start === -1 || end < start) throw new Error(`docs/performance.md has no place for the result: ${from} … ${to}`);
  writeFileSync(file, `${text.slice(0, start + from.length)}\n${whole}\n${text.slice(end)}`);
}

/** `--rounds=5` */
export function option(name: string, fallback: string): string {
  const start = `--${name}=`;
  return process.argv.find((argument) => argument.startsWith(start))?.slice(start.length) ?? fallback;
}

/** How it goes, for whoever waits; not part of the result. */
export const tell = (text: string): void => void process.stderr.write(`${text}\n`);
