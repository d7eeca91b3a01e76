import type { Command } from 'commander';
import { readConfig } from '#platform/config/config.ts';
import { openDatabase } from '#platform/db/database.ts';
import { migrateToLatest, migrationState } from '#platform/db/migrate.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

export function addMigrate(program: Command): void {
  program
    .command('migrate')
    .description('bring the database up to date (`serve` does this too)')
    .option('--check', 'only tell what would be done; exit code 1 if there is anything')
    .action(async ({ check = false }: { check?: boolean }) => {
      const config = readConfig();
      const database = await openDatabase({ url: config.databaseUrl, folder: config.databaseFolder, log: silentLog });
      try {
        const names = check ? (await migrationState(database.db)).pending : await migrateToLatest(database.db);
        if (names.length === 0) print('The database is up to date.');
        else print(`${check ? 'Still to be run' : 'The database was brought up to date'}: ${names.join(', ')}.`);
        if (check && names.length > 0) process.exitCode = 1;
      } finally {
        await database.close();
      }
    });
}
