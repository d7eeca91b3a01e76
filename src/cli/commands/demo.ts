import { join } from 'node:path';
import type { Command } from 'commander';
import { bringInPack } from '#app/bring-in-pack.ts';
import { addDemoPeople } from '#app/demo.ts';
import type { Parts, Services } from '#app/start.ts';
import { createConditionRepository, everyPage } from '#modules/conditions/index.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { readPack } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { serveUntilStopped } from '../serve-until-stopped.ts';

/** Shipped beside the build. */
const packFolder = join(import.meta.dirname, '../../packs/movement-disorders');

/** Knowledge of the shipped pack and invented people, laid down at the first start. */
async function prepare(services: Services): Promise<void> {
  const { database, clock, pageCache } = services;
  if (await createConditionRepository(database.db).hasAny()) return;
  const { pack, faults } = await readPack(packFolder);
  if (!pack)
    throw new CairnError(
      'demo.pack_at_fault',
      'invalid',
      `The pack in ${packFolder} has faults: ${faults[0]?.file}: ${faults[0]?.reason}`,
    );
  await bringInPack(pack, services);
  await addDemoPeople({ database: database.db, clock });
  await makeRelease({
    database: database.db,
    clock,
    afterwards: (transaction) => pageCache.invalidate(transaction, [everyPage]),
  });
}

export function addDemo(program: Command, parts: Parts): void {
  program
    .command('demo')
    .description('start the site with the shipped pack and invented people, on an embedded database')
    .action(() => serveUntilStopped(readConfig(undefined, { mode: 'demo' }), { ...parts, prepare }));
}
