import { Option, type Command } from 'commander';
import { openServices, type Parts, type Services } from '#app/start.ts';
import { releaseServices } from '#app/release-services.ts';
import { createAtlasRepository, makeRelease, recountPeople, type ReleaseScope } from '#modules/atlas/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { nameOfRegion } from '#modules/regions/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { createI18n, type I18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

interface Options {
  diff?: true;
  recount?: true;
}

export function addRelease(program: Command, parts: Parts): void {
  program
    .command('release')
    .description('count people now and publish what may be told (the site does this by itself each month)')
    .addOption(new Option('--diff', 'show what the last release changed, and make none').conflicts('recount'))
    .addOption(new Option('--recount', 'count everybody anew first, and say whether the counts kept so far were right'))
    .action(async ({ diff, recount }: Options) => {
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        if (diff) return await printChanges(services);
        if (recount) print(sayCorrected(await recountPeople(releaseServices(services))));
        print(sayShown(await makeRelease(releaseServices(services))));
      } finally {
        await close();
      }
    });
}

const sayShown = (shown: number) =>
  shown === 1
    ? 'Counts of 1 scope are told; all others are hidden.'
    : `Counts of ${shown} scopes are told; all others are hidden.`;

const sayCorrected = (corrected: number) =>
  corrected === 0
    ? 'Everybody was counted anew: the counts kept so far were right.'
    : `Everybody was counted anew: ${corrected} ${corrected === 1 ? 'count was' : 'counts were'} put right.`;

/** What the public can see anyway: the numbers of the last release beside those of the one before. */
async function printChanges({ database }: Services): Promise<void> {
  const atlas = createAtlasRepository(database.db);
  const [last, before] = await atlas.listReleases(2);
  if (!last) return print('There has been no release yet.');
  const changes = await atlas.listChanges(last.id);
  const ids = changes.flatMap(({ scope }) => (scope !== 'all' && 'conditionId' in scope ? scope.conditionId : []));
  const entries = await createConditionRepository(database.db).listByIds([...new Set(ids)]);
  const slugOf = new Map(entries.map(({ id, slug }) => [id, slug]));
  const i18n = createI18n(createLanguages(), 'en');
  print(
    before
      ? `Release ${last.id} of ${day(last.madeAt)} beside release ${before.id} of ${day(before.madeAt)}:`
      : `Release ${last.id} of ${day(last.madeAt)}, the first:`,
  );
  const nameOf = (scope: ReleaseScope) =>
    scope === 'all'
      ? 'all conditions'
      : 'groupId' in scope
        ? `group ${scope.groupId}`
        : (slugOf.get(scope.conditionId) ?? scope.conditionId);
  for (const { scope, region, before: was, now } of changes) {
    print(`  ${nameOf(scope)} · ${nameOfRegion(region, i18n)}: ${sayNumber(was, i18n)} → ${sayNumber(now, i18n)}`);
  }
  if (changes.length === 0) print('  Nothing that is told has changed.');
}

const day = (date: Date) => date.toISOString().slice(0, 10);
const sayNumber = (people: number | null, i18n: I18n) => (people === null ? 'not told' : i18n.number(people));
