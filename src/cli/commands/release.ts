import type { Command } from 'commander';
import { openServices, type Parts } from '#app/start.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { everyPage } from '#modules/conditions/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

export function addRelease(program: Command, parts: Parts): void {
  program
    .command('release')
    .description('count people now and publish what may be shown (the site does this by itself each month)')
    .action(async () => {
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        const { database, clock, pageCache } = services;
        const shown = await makeRelease({
          database: database.db,
          clock,
          afterwards: (transaction) => pageCache.invalidate(transaction, [everyPage]),
        });
        print(`Counts of ${shown} ${shown === 1 ? 'condition' : 'conditions'} are shown; all others are hidden.`);
      } finally {
        await close();
      }
    });
}
