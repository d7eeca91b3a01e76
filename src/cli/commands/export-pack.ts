import type { Command } from 'commander';
import { openServices, type Parts } from '#app/start.ts';
import { createPackFileRepository, exportPack, readPack, writePack } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print, printError } from '../run.ts';
import { describeFaults } from './check-pack.ts';

export function addExport(program: Command, parts: Parts): void {
  program
    .command('export')
    .description('bring knowledge out of the atlas')
    .command('pack <folder>')
    .description('write a pack with what was edited on the site; every other letter stays as it was imported')
    .option('--pack <id>', 'which pack, where the atlas holds more than one')
    .action(async (folder: string, { pack }: { pack?: string }) => {
      const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
      try {
        const database = services.database.db;
        const ids = await createPackFileRepository(database).listPackIds();
        const packId = pack ?? (ids.length === 1 ? ids[0] : undefined);
        if (!packId)
          throw new CairnError(
            'packs.which',
            'invalid',
            `Say which pack, with --pack: ${ids.join(', ') || 'there is none'}.`,
          );
        const exported = await exportPack({ packId, database });
        const { written, left } = await writePack(folder, exported);
        print(`Written: ${written.length} of ${exported.files.size} files; the others were there as they are.`);
        for (const path of exported.edited) print(`  Edited on the site: ${path}`);
        for (const path of left) printError(`  Left as it is, since somebody changed it after the import: ${path}`);
        const { faults } = await readPack(folder);
        const wrong = faults.filter(({ severity }) => severity === 'fault');
        for (const line of describeFaults(wrong)) printError(line);
        if (left.length > 0 || wrong.length > 0) process.exitCode = 1;
      } finally {
        await close();
      }
    });
}
