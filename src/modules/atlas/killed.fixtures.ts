import { openDatabase } from '#platform/db/database.ts';
import { systemClock } from '#platform/clock/clock.ts';
import { silentLog } from '#platform/logging/log.ts';
import { makeRelease } from './atlas.usecases.ts';

/** A process that is killed when its release is all but done: `node killed.fixtures.ts <folder of a database>`. */
const database = await openDatabase({ folder: process.argv[2], log: silentLog });
await makeRelease({
  database: database.db,
  clock: systemClock,
  afterwards: async () => void process.kill(process.pid, 'SIGKILL'),
});
