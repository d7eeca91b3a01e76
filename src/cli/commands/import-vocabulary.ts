import type { Command } from 'commander';
import { bringInVocabulary } from '#app/bring-in-vocabulary.ts';
import { openServices, type Parts } from '#app/start.ts';
import { openFile, vocabularies, type VocabularyId, type VocabularyReport } from '#modules/vocabularies/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';

/** Rejected lines that are shown unless all are asked for. */
const shownRejects = 20;

const number = (value: number) => value.toLocaleString('en');

/** What an import did, a line for each fact. */
export function describeImport(report: VocabularyReport): string[] {
  const { conditions, files, ambiguous, keptApart } = report;
  return [
    ...files.flatMap(({ file, part, version, added, changed, withdrawn, unchanged, skipped, unknown }) => [
      `${file} (${part}${version ? `, version ${version}` : ''}): ${number(added)} new, ${number(changed)} changed, ${number(withdrawn)} withdrawn, ${number(unchanged)} as before.`,
      ...Object.entries(skipped).map(([what, count]) => `  Left out: ${number(count)} ${what}.`),
      ...(unknown.count > 0
        ? [
            `  Not known here: ${number(unknown.count)} terms that this file names (${unknown.examples.join(', ')}${unknown.count > unknown.examples.length ? ' …' : ''}). They join nothing until a file lists them.`,
          ]
        : []),
    ]),
    `Conditions: ${number(conditions.added)} new, ${number(conditions.changed)} changed, ${number(conditions.folded)} joined with another.`,
    ...(ambiguous.length > 0
      ? [
          `Kept apart: ${number(ambiguous.length)} ${ambiguous.length === 1 ? 'term' : 'terms'} whose exact mappings lead to several (${ambiguous.slice(0, 5).join(', ')}${ambiguous.length > 5 ? ' …' : ''}).`,
        ]
      : []),
    ...keptApart.map(
      (termId) => `Kept apart: ${termId} is another condition by now, and people already write about both.`,
    ),
  ];
}

/** Lines that were not taken, each with its file and number. */
export const describeRejects = ({ rejects }: Pick<VocabularyReport, 'rejects'>, all: boolean): string[] => [
  ...rejects
    .slice(0, all ? undefined : shownRejects)
    .map(({ file, line, reason }) => `${file}:${line}: not taken: ${reason}.`),
  ...(!all && rejects.length > shownRejects
    ? [`… and ${number(rejects.length - shownRejects)} more lines (--all-rejects shows them).`]
    : []),
];

interface Options {
  allowWithdrawn?: boolean;
  allRejects?: boolean;
  remake?: boolean;
}

/** At most a line a second, so that a log stays readable. */
function createProgress(write: (line: string) => void): (file: string, statements: number) => void {
  let told = performance.now();
  return (file, statements) => {
    if (performance.now() - told < 1000) return;
    told = performance.now();
    write(`${file}: ${number(statements)} terms read`);
  };
}

const descriptions: Record<VocabularyId, string> = {
  orphanet:
    'conditions of Orphanet: names, definitions, prevalence, onset, inheritance, symptoms (ORPHApackets as JSON lines)',
  mondo: 'conditions of Mondo: lists or mondo.json, hierarchy, mappings (SSSOM)',
  hpo: 'symptoms of HPO: hp.json, phenotype.hpoa, translations, everyday words',
};

/** `cairn import orphanet|mondo|hpo <path…|->` */
export function addVocabularyImports(command: Command, parts: Parts): void {
  for (const vocabulary of Object.keys(vocabularies) as VocabularyId[])
    command
      .command(`${vocabulary} <path...>`)
      .description(
        `${descriptions[vocabulary]}; official files, gzip or not, - for standard input; all of it, or nothing`,
      )
      .option('--allow-withdrawn', 'the files may lack more than a twentieth of what the last import had')
      .option('--remake', 'make every condition anew, also where the files have not changed (after an update of Cairn)')
      .option('--all-rejects', 'show every line that was not taken')
      .action(async (paths: string[], { allowWithdrawn = false, allRejects = false, remake = false }: Options) => {
        const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
        try {
          await bringInVocabulary(
            {
              vocabulary,
              files: paths.map((path) => openFile(path, () => process.stdin)),
              allowWithdrawn,
              remake,
              onProgress: createProgress(printError),
              onImported(report) {
                for (const line of describeRejects(report, allRejects)) printError(line);
                for (const line of describeImport(report)) print(line);
                if (report.conditions.added + report.conditions.changed > 0)
                  printError('All is kept. The search index is being brought up to date …');
              },
            },
            services,
          );
        } finally {
          await close();
        }
      });
}
