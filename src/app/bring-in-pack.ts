import { everyPage, sharedKnowledge } from '#modules/conditions/index.ts';
import { importPack, type ImportReport, type Pack } from '#modules/packs/index.ts';
import type { Services } from './start.ts';

/** Imports a pack and brings the search index up to date; when it returns, everything can be found. */
export async function bringInPack(
  pack: Pack,
  { database, events, clock, pageCache, jobs }: Services,
  { take = [] }: { take?: readonly string[] | 'all' } = {},
): Promise<ImportReport> {
  const report = await importPack({
    pack,
    database: database.db,
    events,
    clock,
    take,
    afterwards: (transaction) => pageCache.invalidate(transaction, [everyPage, sharedKnowledge]),
  });
  await jobs.runPending();
  return report;
}
