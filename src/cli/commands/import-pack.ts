import type { Command } from 'commander';
import { bringInPack } from '#app/bring-in-pack.ts';
import { openServices, type Parts } from '#app/start.ts';
import { readPack, type ImportReport } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';
import { describeFaults } from './check-pack.ts';
import { addVocabularyImports } from './import-vocabulary.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function describeReport({ conditions, answers }: ImportReport): string[] {
  const lines = [
    `Conditions: ${conditions.added.length} new, ${conditions.changed.length} changed, ${conditions.unchanged.length} as before.`,
    `Answers: ${answers.added.length} new, ${answers.changed.length} changed, ${answers.unchanged.length} as before.`,
  ];
  for (const [names, what] of [
    [conditions.added, 'New'],
    [conditions.changed, 'Changed'],
    [answers.added, 'New'],
    [answers.changed, 'Changed'],
    [answers.kept, 'Edited on the site, so the text of the pack was not taken'],
    [conditions.keptClaims, 'Changed on the site, so the number of the pack was not taken'],
    [[...conditions.missing, ...answers.missing], 'No longer in the pack, and kept'],
  ] as const)
    lines.push(...names.map((name) => `  ${what}: ${name}`));
  return lines;
}

export function addImport(program: Command, parts: Parts): void {
  const command = program.command('import').description('bring knowledge into the atlas');
  addVocabularyImports(command, parts);
  command
    .command('pack <folder>')
    .description('check a pack and import it: all of it, or nothing; a second time changes nothing')
    .action(async (folder: string) => {
      const { pack, faults } = await readPack(folder);
      if (!pack) {
        for (const line of describeFaults(faults)) printError(line);
        printError(
          `Nothing was imported: ${count(faults.filter(({ severity }) => severity === 'fault').length, 'fault', 'faults')} to mend first.`,
        );
        process.exitCode = 1;
        return;
      }
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        for (const line of describeReport(await bringInPack(pack, services))) print(line);
      } finally {
        await close();
      }
    });
}
