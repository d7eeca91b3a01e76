import type { Command } from 'commander';
import { openServices, type Parts } from '#app/start.ts';
import { rebuildCases } from '#modules/moderation/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

export function addRebuildQueue(program: Command, parts: Parts): void {
  program
    .command('rebuild-queue')
    .description('make the queue of moderators again from the log of what they did; while they work, too')
    .action(async () => {
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        const count = await rebuildCases(services.database.db);
        print(`${count} ${count === 1 ? 'case' : 'cases'} made again from the log.`);
      } finally {
        await close();
      }
    });
}
