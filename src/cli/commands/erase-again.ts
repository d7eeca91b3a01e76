import { readFileSync } from 'node:fs';
import type { Command } from 'commander';
import { z } from 'zod';
import { leavingServicesOf } from '#app/rights.ts';
import { openServices, type Parts } from '#app/start.ts';
import { createLeavingRepository, eraseAgain } from '#modules/privacy/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { silentLog } from '#platform/logging/log.ts';
import { print } from '../run.ts';

const list = z.array(
  z.object({ hash: z.string(), salt: z.string(), keepsExperiences: z.boolean(), erasedAt: z.coerce.date() }),
);

async function withServices(
  parts: Parts,
  work: (services: Awaited<ReturnType<typeof openServices>>['services']) => Promise<void>,
) {
  const { services, close } = await openServices(readConfig(), { parts, log: silentLog, work: false });
  try {
    await work(services);
  } finally {
    await close();
  }
}

/** @throws CairnError when the file is not what `cairn erased` prints. */
function readList(file: string): z.output<typeof list> {
  try {
    return list.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch (error) {
    throw new CairnError(
      'privacy.no_list',
      'invalid',
      `${file} is not a list that \`cairn erased\` printed.`,
      {},
      { cause: error },
    );
  }
}

/** A backup brings back whom it held: these two make it forget again whoever was erased since. */
export function addEraseAgain(program: Command, parts: Parts): void {
  program
    .command('erased')
    .description('print whom a restored backup must forget again: hashes that say nothing without that backup')
    .action(() =>
      withServices(parts, async ({ database }) =>
        print(JSON.stringify(await createLeavingRepository(database.db).listErased(), null, 1)),
      ),
    );
  program
    .command('erase-again <file>')
    .description('after a backup was restored: erase everybody on a list that `cairn erased` printed')
    .action((file: string) =>
      withServices(parts, async (services) => {
        const count = await eraseAgain(readList(file), leavingServicesOf(services));
        print(`${count} ${count === 1 ? 'account was' : 'accounts were'} erased again.`);
      }),
    );
}
