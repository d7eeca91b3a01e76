import { testDatabase } from './database.ts';

/** Makes the migrated database that all tests copy, before the first of them waits for it. */
export async function setup(): Promise<void> {
  await (await testDatabase()).close();
}
