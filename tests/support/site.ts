import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { createApp } from '#app/app.tsx';
import { makeRelease } from '#modules/atlas/index.ts';
import { bringInPack } from '#app/bring-in-pack.ts';
import { addDemoModeration } from '#app/demo-moderation.ts';
import { addDemoReviews } from '#app/demo-reviews.ts';
import { addDemoPeople } from '#app/demo.ts';
import { releaseServices } from '#app/release-services.ts';
import { startCairn, type Parts, type Services } from '#app/start.ts';
import { keepReads, subscribe } from '#app/subscriptions.ts';
import { readPack, type Pack } from '#modules/packs/index.ts';
import { fixedClock, type Clock } from '#platform/clock/clock.ts';
import { readConfig } from '#platform/config/config.ts';
import { silentLog, type Log } from '#platform/logging/log.ts';
import { testDatabase } from './database.ts';

const root = join(import.meta.dirname, '../..');

export interface TestSite {
  url: string;
  /** What it answers, `GET /conditions/:slug`. */
  routes: string[];
  services: Services;
  close(): Promise<void>;
}

export interface TestSiteOptions {
  /** Invented people and experiences, too. */
  demo?: boolean;
  /** Without the shipped pack, whose import takes seconds, for tests that read none of its pages. */
  empty?: boolean;
  clock?: Clock;
  /** What the site writes into its log; nowhere if not given. */
  log?: Log;
}

/** The day on which tests read the site, unless they say another. */
export const today = '2026-11-22T09:00:00Z';

/**
 * The real site in this process, on a port of its own: the shipped pack on a database of its own (`testDatabase`), with the
 * pseudo-locales.
 */
export async function startSite({
  demo = false,
  empty = false,
  clock = fixedClock(today),
  log = silentLog,
}: TestSiteOptions = {}): Promise<TestSite> {
  const database = await testDatabase();
  const routes: string[] = [];
  const parts: Parts = {
    subscribe,
    keepReads,
    createApp(services) {
      const app = createApp(services);
      routes.push(...listRoutes(app.routes));
      return app;
    },
    async prepare(services) {
      if (!empty) await load(services, demo);
    },
  };
  try {
    const config = readConfig(
      { PORT: '0', PSEUDO_LOCALES: 'true', SECRET: randomUUID(), LOG_LEVEL: 'silent' },
      { mode: 'demo' },
    );
    const { url, services, close } = await startCairn(config, {
      parts,
      assetsFolder: join(root, 'dist/client'),
      clock,
      log,
      database,
    });
    return {
      url,
      routes,
      services,
      close,
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}

/** Read and checked once, however many sites a process starts. */
let shipped: Promise<Pack> | undefined;

async function readShippedPack(): Promise<Pack> {
  const { pack, faults } = await readPack(join(root, 'packs/movement-disorders'));
  if (!pack) throw new Error(`The shipped pack has faults: ${JSON.stringify(faults.slice(0, 3))}`);
  return pack;
}

async function load(services: Services, demo: boolean): Promise<void> {
  const { database, clock } = services;
  await bringInPack(await (shipped ??= readShippedPack()), services);
  if (demo) {
    await addDemoPeople({ database: database.db, clock });
    await addDemoReviews({ database: database.db, events: services.events, clock });
    await addDemoModeration({ database: database.db, events: services.events, clock });
  }
  await makeRelease(releaseServices(services));
}

/** Each pattern once, in English: the other languages have the same. Middleware is not a page. */
const listRoutes = (routes: { method: string; path: string }[]) =>
  [...new Set(routes.filter(({ method }) => method !== 'ALL').map(({ method, path }) => `${method} ${path}`))].filter(
    (route) => !/ \/(es|en-XA|ar-XB)(\/|$)/.test(route),
  );
