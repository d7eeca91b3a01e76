import { resolve } from 'node:path';
import type { Command } from 'commander';
import { readPack, type Fault, type ReadingReport } from '#modules/packs/index.ts';
import { print as printLine } from '../run.ts';

export interface CheckPackOptions {
  /** Print the reading grade of every answer. */
  readings?: boolean;
}

/** `cairn check-pack`: prints every fault as `file:line: reason`. Gives the exit code: 0, or 1 if there is a fault. */
export async function checkPack(
  folder: string,
  { readings = false }: CheckPackOptions,
  print: (line: string) => void,
): Promise<number> {
  const { pack, faults, report } = await readPack(resolve(folder));
  for (const line of describeFaults(faults)) print(line);
  if (faults.every(({ file }) => file === wholePack) && !pack) return 1;
  if (readings) for (const each of report) print(readingLine(each));
  print(summaryOf(faults));
  return pack ? 0 : 1;
}

export function addCheckPack(program: Command): void {
  program
    .command('check-pack')
    .description('name the file, line and reason of every fault in a pack')
    .argument('<folder>', 'the folder of the pack')
    .option('--readings', 'also print the reading grade of every answer')
    .action(async (folder: string, options: CheckPackOptions) => {
      process.exitCode = await checkPack(folder, options, printLine);
    });
}

/** What is said of the folder itself needs no file and line. */
const wholePack = '.';

/** One line each, as compilers write them, so that editors can jump to the place. */
export const describeFaults = (faults: readonly Fault[]): string[] => faults.map(describeFault);

function describeFault({ file, line, severity, reason }: Fault): string {
  if (file === wholePack) return reason;
  return `${file}:${line}: ${severity === 'warning' ? 'warning: ' : ''}${reason}`;
}

function readingLine({ file, language, short, body }: ReadingReport): string {
  const [first, second] = language === 'en' ? ['Flesch–Kincaid', 'ARI'] : ['Crawford', 'Szigriszt-Pazos'];
  const part = (name: string, { words, grade, second: other, readable }: ReadingReport['short']) =>
    `${name} ${words} words, ${first} ${grade.toFixed(1)}, ${second} ${other.toFixed(1)}${readable ? '' : ', too hard'}`;
  return `${file}: ${part('short', short)}; ${part('body', body)}`;
}

function summaryOf(faults: readonly Fault[]): string {
  const count = (severity: Fault['severity'], one: string, many: string) => {
    const number = faults.filter((fault) => fault.severity === severity).length;
    return `${number} ${number === 1 ? one : many}`;
  };
  const warnings = count('warning', 'warning', 'warnings');
  const found = faults.some(({ severity }) => severity === 'fault');
  return found ? `${count('fault', 'fault', 'faults')}, ${warnings}.` : `No fault, ${warnings}.`;
}
