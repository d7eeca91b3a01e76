import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';
import type { Command } from 'commander';
import { bringInPack } from '#app/bring-in-pack.ts';
import { addDemoModeration } from '#app/demo-moderation.ts';
import { addDemoComment } from '#app/demo-comments.ts';
import { addDemoEditing } from '#app/demo-editing.ts';
import { addDemoTranslation } from '#app/demo-translations.ts';
import { addDemoReviews, giveDemoReviewerAProfile } from '#app/demo-reviews.ts';
import { addDemoPeople } from '#app/demo.ts';
import { releaseServices } from '#app/release-services.ts';
import type { Parts, Running, Services } from '#app/start.ts';
import { makeDemoLinks } from '#modules/accounts/index.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { readPack } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { print } from '../run.ts';
import { serveUntilStopped } from '../serve-until-stopped.ts';

/** Shipped beside the build. */
const packFolder = join(import.meta.dirname, '../../packs/movement-disorders');

/**
 * Knowledge of the shipped pack and invented people, laid down at the first start; a pack that has changed since (another
 * version, or somebody who writes it) is brought in again.
 */
async function prepare(services: Services): Promise<void> {
  const { config, database, clock } = services;
  const stamp = join(config.databaseFolder, '../pack-of-the-demo');
  const now = await fingerprintOf(packFolder);
  const before = await readFile(stamp, 'utf8').catch(() => undefined);
  if (before === now) return;
  const { pack, faults } = await readPack(packFolder);
  if (!pack)
    throw new CairnError(
      'demo.pack_at_fault',
      'invalid',
      `The pack in ${packFolder} has faults: ${faults[0]?.file}: ${faults[0]?.reason}`,
    );
  await bringInPack(pack, services);
  await addDemoPeople({ database: database.db, clock });
  await addDemoReviews({ database: database.db, events: services.events, clock });
  await addDemoModeration({ database: database.db, events: services.events, clock });
  await makeRelease(releaseServices(services));
  await writeFile(stamp, now);
}

/** Ways in for somebody who looks around: as one of the invented people, or with any address, through the outbox. */
async function sayWaysIn({ url, services: { database, events, clock } }: Running): Promise<void> {
  const links = await makeDemoLinks({ database: database.db, clock });
  await giveDemoReviewerAProfile({ database: database.db, clock });
  await addDemoEditing({ database: database.db, events, clock });
  await addDemoTranslation({ database: database.db, events, clock });
  await addDemoComment({ database: database.db, clock });
  print('Sign in as one of the invented people; each link works once, for a day:');
  for (const { who, token } of links) print(`  ${who.padEnd(10)} ${url}/sign-in/link?token=${token}`);
  print(`Mail that the demo would send: ${url}/outbox`);
}

/** The same as long as no file of the folder is changed, added or removed. */
async function fingerprintOf(folder: string): Promise<string> {
  const hash = createHash('sha256');
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  for (const file of files.sort()) hash.update(relative(folder, file)).update(await readFile(file));
  return hash.digest('hex');
}

export function addDemo(program: Command, parts: Parts): void {
  program
    .command('demo')
    .description('start the site with the shipped pack and invented people, on an embedded database')
    .action(() => serveUntilStopped(readConfig(undefined, { mode: 'demo' }), { ...parts, prepare }, sayWaysIn));
}
