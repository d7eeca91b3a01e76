import { Option, type Command } from 'commander';
import { bringInPack } from '#app/bring-in-pack.ts';
import { openServices, type Parts } from '#app/start.ts';
import { conflictsOf, readPack, type ImportReport } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';
import { describeFaults } from './check-pack.ts';
import { addVocabularyImports } from './import-vocabulary.ts';

const count = (number: number, one: string, many: string) => `${number} ${number === 1 ? one : many}`;

interface Decisions {
  keep?: 'site' | 'pack';
  take?: string[];
}

function describeReport(report: ImportReport, { keep, take = [] }: Decisions): string[] {
  const { conditions, answers } = report;
  const takes = (name: string) => keep === 'pack' || take.includes(name);
  const conflicts = conflictsOf(report);
  const decided = (names: readonly string[], what: string) =>
    names.map((name) => `  ${what}: ${takes(name) ? 'the pack’s was taken' : 'the site’s stands'}: ${name}`);
  const lines = [
    `Conditions: ${conditions.added.length} new, ${conditions.changed.length} changed, ${conditions.unchanged.length} as before.`,
    `Answers: ${answers.added.length} new, ${answers.changed.length} changed, ${answers.unchanged.length} as before.`,
  ];
  for (const [names, what] of [
    [conditions.added, 'New'],
    [conditions.changed, 'Changed'],
    [answers.added, 'New'],
    [answers.changed, 'Changed'],
    [answers.translations, 'How it was translated, or from which English text, is said anew'],
    [answers.kept, 'Edited on the site, and not in the pack: the site’s text stands'],
    [[...conditions.missing, ...answers.missing], 'No longer in the pack, and kept'],
  ] as const)
    lines.push(...names.map((name) => `  ${what}: ${name}`));
  lines.push(
    ...decided(answers.conflicts, 'Edited on the site and in the pack'),
    ...decided(conditions.keptClaims, 'A number that the site and the pack changed'),
    ...decided(conditions.keptSources, 'A source that the site and the pack marked otherwise'),
  );
  const open = conflicts.filter((name) => !takes(name)).length;
  if (open > 0 && !keep)
    lines.push(
      `${count(open, 'conflict', 'conflicts')} to decide; until then the next import tells of it again. Look at both (\`cairn export pack\` writes the site’s into the pack’s files, and that decides for the site). To take the pack’s: import again with --take and its name as above, once for each, or with --keep pack for all.`,
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
      new Option(
        '--keep <whose>',
        'where the site and the pack both changed a text, a number or the mark of a source: whose stands',
      )
        .choices(['site', 'pack'])
        .conflicts('take'),
    )
    .option(
      '--take <name>',
      'take the pack’s of this one text, number or source, named as the report names it; can be given several times',
      (name: string, before: string[] = []) => [...before, name],
    )
    .action(async (folder: string, decisions: Decisions) => {
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
        const take = decisions.keep === 'pack' ? 'all' : (decisions.take ?? []);
        for (const line of describeReport(await bringInPack(pack, services, { take }), decisions)) print(line);
      } finally {
        await close();
      }
    });
}
