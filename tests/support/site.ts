import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
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
 * The real site in this process, on a port of its own: the shipped pack on a database of its own (in memory of the
 * embedded kind, or on the server of TEST_DATABASE_URL), with the pseudo-locales.
 */
export async function startSite({
  demo = false,
  empty = false,
  clock = fixedClock(today),
  log = silentLog,
}: TestSiteOptions = {}): Promise<TestSite> {
  const place = await makePlace();
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
      { ...place.settings, PORT: '0', PSEUDO_LOCALES: 'true', SECRET: randomUUID(), LOG_LEVEL: 'silent' },
      { mode: 'demo' },
    );
    const { url, services, close } = await startCairn(config, {
      parts,
      assetsFolder: join(root, 'dist/client'),
      clock,
      log,
    });
    return {
      url,
      routes,
      services,
      async close() {
        await close();
        await place.remove();
      },
    };
  } catch (error) {
    await place.remove();
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

async function makePlace(): Promise<{ settings: Record<string, string>; remove(): Promise<void> }> {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined) {
    const folder = await mkdtemp(join(tmpdir(), 'cairn-site-'));
    return { settings: { DATA_DIR: folder }, remove: () => rm(folder, { recursive: true, force: true }) };
  }
  const name = `cairn_site_${randomUUID().slice(0, 8)}`;
  const run = async (statement: string) => {
    const server = new pg.Client({ connectionString: url });
    await server.connect();
    await server.query(statement).finally(() => server.end());
  };
  await run(`create database ${name} template template0`);
  const address = new URL(url);
  address.pathname = `/${name}`;
  return {
    settings: { DATABASE_URL: address.href },
    remove: () => run(`drop database if exists ${name} with (force)`),
  };
}
