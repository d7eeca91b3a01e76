import { Option, type Command } from 'commander';
import { bringInPack } from '#app/bring-in-pack.ts';
import { openServices, type Parts } from '#app/start.ts';
import { readPack, type ImportReport } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';
import { describeFaults } from './check-pack.ts';
import { addVocabularyImports } from './import-vocabulary.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

function describeReport({ conditions, answers }: ImportReport, keep: 'site' | 'pack' | undefined): string[] {
  const decided = { site: 'the site’s stands', pack: 'the pack’s was taken' }[keep ?? 'site'];
  const lines = [
    `Conditions: ${conditions.added.length} new, ${conditions.changed.length} changed, ${conditions.unchanged.length} as before.`,
    `Answers: ${answers.added.length} new, ${answers.changed.length} changed, ${answers.unchanged.length} as before.`,
  ];
  for (const [names, what] of [
    [conditions.added, 'New'],
    [conditions.changed, 'Changed'],
    [answers.added, 'New'],
    [answers.changed, 'Changed'],
    [answers.kept, 'Edited on the site, and not in the pack: the site’s text stands'],
    [answers.conflicts, `Edited on the site and in the pack: ${decided}`],
    [conditions.keptClaims, `A number that the site and the pack changed: ${decided}`],
    [[...conditions.missing, ...answers.missing], 'No longer in the pack, and kept'],
  ] as const)
    lines.push(...names.map((name) => `  ${what}: ${name}`));
  const conflicts = answers.conflicts.length + conditions.keptClaims.length;
  if (conflicts > 0 && !keep)
    lines.push(
      `${count(conflicts, 'conflict', 'conflicts')} to decide. Look at both (\`cairn export pack\` writes the site’s into the pack’s files), then import again with --keep site or --keep pack.`,
    );
  return lines;
}

export function addImport(program: Command, parts: Parts): void {
  const command = program.command('import').description('bring knowledge into the atlas');
  addVocabularyImports(command, parts);
  command
    .command('pack <folder>')
    .description('check a pack and import it: all of it, or nothing; a second time changes nothing')
    .addOption(
      new Option('--keep <whose>', 'where the site and the pack both changed a text or a number: whose stands').choices(
        ['site', 'pack'],
      ),
    )
    .action(async (folder: string, { keep }: { keep?: 'site' | 'pack' }) => {
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
        for (const line of describeReport(await bringInPack(pack, services, { keep }), keep)) print(line);
      } finally {
        await close();
      }
    });
}
