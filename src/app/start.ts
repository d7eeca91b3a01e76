import type { Hono } from 'hono';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import type { Config } from '#platform/config/config.ts';
import { openDatabase, type DatabaseHandle } from '#platform/db/database.ts';
import { migrateToLatest } from '#platform/db/migrate.ts';
import { createEvents, type Events } from '#platform/events/events.ts';
import { securityHeaders } from '#platform/http/security-headers.ts';
import { loadStaticAssets, type StaticAssets } from '#platform/http/static-assets.ts';
import { createJobs, type Jobs } from '#platform/jobs/jobs.ts';
import { createLog, type Log } from '#platform/logging/log.ts';
import { createMails, type Mails } from '#platform/mail/mail.ts';
import { smtpTransport } from '#platform/mail/smtp.ts';
import { createMetrics, type Metrics } from '#platform/metrics/metrics.ts';
import { createPageCache, type PageCache } from '#platform/page-cache/page-cache.ts';
import { createTally, keepTally } from '#platform/tally/tally.ts';
import { createReadiness } from './readiness.ts';
import { createSiteServer } from './server.ts';

/** Everything a process has one of. */
export interface Services {
  config: Config;
  clock: Clock;
  log: Log;
  metrics: Metrics;
  database: DatabaseHandle;
  jobs: Jobs;
  events: Events;
  mails: Mails;
  pageCache: PageCache;
}

/** What is put together elsewhere, so that starting knows no module. */
export interface Parts {
  /** Who listens to what, and which jobs there are: before the jobs start. */
  subscribe(services: Services): void;
  /** What an update left to do in the background: once the jobs have started. */
  catchUp?(services: Services): Promise<void>;
  /** Keeps how often what was read, once a minute and at the end; absent: it is forgotten. */
  keepReads?(counts: ReadonlyMap<string, number>, services: Services): Promise<void>;
  createApp(services: Services & { assets: StaticAssets }): Pick<Hono, 'fetch'>;
  /** What must be there before the first request (the demonstration's content). */
  prepare?(services: Services): Promise<void>;
}

export interface ServicesOptions {
  parts: Pick<Parts, 'subscribe' | 'catchUp'>;
  /** Also runs jobs, and what the clock asks for; otherwise they are only sent (the command line). */
  work: boolean;
  clock?: Clock;
  log?: OwnLog;
  metrics?: Metrics;
  /** That is open already; closed at the end. Otherwise that of the settings is opened. */
  database?: DatabaseHandle;
}

export interface StartOptions {
  parts: Parts;
  /** Where the build of the browser's part lies. */
  assetsFolder: string;
  clock?: Clock;
  log?: OwnLog;
  database?: DatabaseHandle;
}

type OwnLog = Log & { flush?(): void };

export interface OpenServices {
  services: Services;
  close(seconds?: number): Promise<void>;
}

export interface Running {
  /** Where it answers, `http://localhost:3000`. */
  url: string;
  services: Services;
  /** Finishes requests, then jobs, then leaves the database. */
  close(): Promise<void>;
}

/**
 * Opens the database, brings it up to date and makes the jobs ready: everything but HTTP.
 * @throws CairnError with one clear sentence.
 */
export async function openServices(config: Config, options: ServicesOptions): Promise<OpenServices> {
  const { parts, work, clock = systemClock, log = logOf(config), metrics = createMetrics() } = options;
  const database =
    options.database ?? (await openDatabase({ url: config.databaseUrl, folder: config.databaseFolder, log }));
  const jobs = createJobs({ database, log, observe: metrics.countJob });
  const close = async (seconds = config.shutdownSeconds) => {
    await jobs.stop(seconds);
    await database.close();
    log.flush?.();
  };
  try {
    const ran = await migrateToLatest(database.db);
    if (ran.length > 0) log.info({ migrations: ran }, 'The database was brought up to date');
    const pageCache = createPageCache({ database, clock });
    const services: Services = {
      config,
      clock,
      log,
      metrics,
      database,
      jobs,
      events: createEvents({ jobs }),
      mails: createMails({ ...mailOf(config), database: database.db, jobs, clock, log }),
      pageCache,
    };
    parts.subscribe(services);
    await jobs.start({ work });
    await parts.catchUp?.(services);
    metrics.watchDatabase(() => database.connections());
    metrics.watchCache(() => pageCache.size());
    return { services, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/**
 * Starts the site. The port comes first, so that a taken one is known before anything is done; until all is ready,
 * requests are told to wait.
 * @throws CairnError with one clear sentence.
 */
export async function startCairn(given: Config, options: StartOptions): Promise<Running> {
  const { parts, log = logOf(given) } = options;
  const metrics = createMetrics();
  const headers = securityHeaders(given);
  const server = createSiteServer({ metrics, metricsToken: given.metricsToken, log, securityHeaders: headers });
  const { port } = await server.listen(given.port, given.host);
  const config = withPort(given, port);
  let opened: OpenServices | undefined;
  const reads = createTally();
  let keeping: { stop(): Promise<void> } | undefined;
  const close = once(async () => {
    const deadline = performance.now() + config.shutdownSeconds * 1000;
    await server.close(config.shutdownSeconds);
    await opened?.services.pageCache.stop();
    await keeping?.stop();
    await opened?.close(Math.max(1, (deadline - performance.now()) / 1000));
  });
  try {
    const assets = loadStaticAssets(options.assetsFolder, headers);
    opened = await openServices(config, { ...options, log, metrics, work: true });
    const { services } = opened;
    await services.pageCache.start();
    if (config.mode === 'production' && config.mailUrl === undefined)
      log.warn('MAIL_URL is not set: no mail is sent, so nobody can sign in by a link');
    await parts.prepare?.(services);
    keeping = keepTally(reads, {
      seconds: 60,
      keep: async (counts) => parts.keepReads?.(counts, services),
      warn: (error) => log.warn({ error }, 'How often texts were read could not be kept'),
    });
    const app = parts.createApp({ ...services, assets: await assets });
    server.open({
      app,
      pageCache: services.pageCache,
      assets: await assets,
      readiness: createReadiness(services.database),
      reads,
    });
    return { url: `http://${hostName(config.host)}:${port}`, services, close };
  } catch (error) {
    await close();
    throw error;
  }
}

/** Only the demonstration keeps its mail, for a page that shows it. */
const mailOf = ({ mode, mailUrl, mailFrom }: Config) => ({
  transport: mailUrl !== undefined && mode !== 'demo' ? smtpTransport({ url: mailUrl, from: mailFrom }) : undefined,
  keep: mode === 'demo',
});

const logOf = ({ logLevel, mode }: Config): OwnLog =>
  createLog({ level: logLevel, pretty: mode === 'development' || mode === 'demo' });

/** Port 0 takes a free one: tests. */
const withPort = (config: Config, port: number): Config =>
  config.port === port ? config : { ...config, port, origin: config.origin.replace(/:0$/, `:${port}`) };

const hostName = (host: string) =>
  /^(127\.|0\.0\.0\.0$|::1?$)/.test(host) ? 'localhost' : host.includes(':') ? `[${host}]` : host;

function once(work: () => Promise<void>): () => Promise<void> {
  let done: Promise<void> | undefined;
  return () => (done ??= work());
}
