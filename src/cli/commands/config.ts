import type { Command } from 'commander';
import { describeSettings, type SettingRow } from '#platform/config/config.ts';
import { print } from '../run.ts';

export function addConfig(program: Command): void {
  program
    .command('config')
    .description('list every setting: what it means, its default, and what it is now')
    .option('--json', 'as JSON')
    .action(({ json = false }: { json?: boolean }) => {
      const rows = describeSettings();
      print(json ? JSON.stringify(rows, undefined, 2) : rows.map(describe).join('\n\n'));
      if (rows.some(({ problem }) => problem)) process.exitCode = 1;
    });
}

/** One setting to a paragraph: it reads as well in a narrow terminal, and aloud. */
function describe({ name, meaning, default: unset, example, source, value, problem }: SettingRow): string {
  const now = source === 'default' ? unset : `${value} (from the environment)`;
  const lines = [
    `now      ${now}`,
    ...(source === 'default' ? [] : [`default  ${unset}`]),
    `example  ${name}=${example}`,
  ];
  return [name, ...wrap(meaning), ...(problem ? [`PROBLEM  ${problem}`] : []), ...lines]
    .map((line, index) => (index ? `  ${line}` : line))
    .join('\n');
}

function wrap(text: string, width = 76): string[] {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last && last.length + word.length >= width) lines.push(word);
    else lines[lines.length - 1] = last ? `${last} ${word}` : word;
  }
  return lines;
}
