import { fromKysely, PgBoss, type Job } from 'pg-boss';
import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import type { Log } from '#platform/logging/log.ts';

export interface JobOptions {
  /** How often a failed job is tried again; 10 if not given. */
  retries?: number;
  /** How long one attempt may take, in seconds; 900 if not given. */
  seconds?: number;
  /** How many run at the same time in one process; 1 if not given. */
  atOnce?: number;
}

export interface Attempt {
  /** The same for every attempt of one job: what makes a handler idempotent. */
  id: string;
  /** Aborted when the job takes too long, or when the process must stop now. */
  signal: AbortSignal;
}

export type JobHandler<T extends object> = (data: T, attempt: Attempt) => Promise<void>;
export type JobOutcome = 'completed' | 'failed';

export interface Jobs {
  /** Declares a job, before `start`. Names: letters, digits and `_ - . /`. */
  define<T extends object>(name: string, handler: JobHandler<T>, options?: JobOptions): void;
  /** Queues a job in the caller's transaction: it runs if and only if that commits, at least once. */
  send(trx: Database, name: string, data: object, options?: { startAfter?: Date }): Promise<void>;
  /** Runs a declared job by the clock (cron, five fields, UTC), once however many processes there are. */
  schedule(name: string, cron: string): void;
  /** Prepares the queues; with `work`, also runs jobs as they come. */
  start(options: { work: boolean }): Promise<void>;
  /** Runs all that is queued and due now, until there is no more, and tells how many jobs that were. */
  runPending(): Promise<number>;
  /** Waits up to `seconds` for jobs under way. */
  stop(seconds?: number): Promise<void>;
}

export interface JobsOptions {
  database: DatabaseHandle;
  log: Log;
  /** Hears of every attempt (for metrics). */
  observe?: (name: string, outcome: JobOutcome, seconds: number) => void;
}

interface Definition {
  name: string;
  handler: JobHandler<object>;
  options: JobOptions;
}

const schema = 'pgboss';

/** Background jobs, kept in the same database as everything else (pg-boss). */
export function createJobs({ database, log, observe }: JobsOptions): Jobs {
  const definitions = new Map<string, Definition>();
  const schedules = new Map<string, string>();
  let boss: PgBoss | undefined;

  const started = () => {
    if (!boss) throw new Error('Jobs have not been started');
    return boss;
  };

  async function attempt({ name, handler }: Definition, job: Job<object>): Promise<void> {
    const begun = performance.now();
    const seconds = () => (performance.now() - begun) / 1000;
    try {
      await handler(job.data, { id: job.id, signal: job.signal ?? new AbortController().signal });
      observe?.(name, 'completed', seconds());
    } catch (error) {
      observe?.(name, 'failed', seconds());
      log.error({ job: name, id: job.id, error }, 'A job failed and will be tried again');
      // pg-boss keeps what is thrown beside the job: the log has the details, the table gets nothing personal.
      throw new Error(error instanceof Error ? error.name : 'Error');
    }
  }

  async function prepareQueues(current: PgBoss) {
    const existing = new Map((await current.getQueues()).map((queue) => [queue.name, queue]));
    for (const { name, options } of definitions.values()) {
      const wanted = {
        retryLimit: options.retries ?? 10,
        retryDelay: 5,
        retryBackoff: true,
        retryDelayMax: 3600,
        expireInSeconds: options.seconds ?? 900,
        notify: true,
      };
      const queue = existing.get(name);
      if (!queue) await current.createQueue(name, wanted);
      else if (Object.entries(wanted).some(([key, value]) => queue[key as keyof typeof queue] !== value))
        await current.updateQueue(name, wanted);
    }
  }

  async function prepareSchedules(current: PgBoss) {
    const existing = await current.getSchedules();
    for (const { name } of existing) if (!schedules.has(name)) await current.unschedule(name);
    for (const [name, cron] of schedules)
      if (!existing.some((schedule) => schedule.name === name && schedule.cron === cron))
        await current.schedule(name, cron, {}, { tz: 'UTC' });
  }

  /** Takes one job after another while there are any, then waits for a notification. */
  async function startWorker(current: PgBoss, definition: Definition) {
    const worker = await current.work<object>(definition.name, async ([job]) => {
      current.notifyWorker(worker);
      await attempt(definition, job!);
    });
  }

  return {
    define(name, handler, options = {}) {
      if (boss) throw new Error(`The job ${name} was defined after the start`);
      if (definitions.has(name)) throw new Error(`The job ${name} is defined twice`);
      definitions.set(name, { name, handler: handler as JobHandler<object>, options });
    },
    async send(trx, name, data, { startAfter } = {}) {
      // An unknown queue would be looked up outside the transaction, which on one connection never ends.
      if (!definitions.has(name)) throw new Error(`There is no job ${name}`);
      await started().send(name, data, { db: fromKysely(trx), ...(startAfter && { startAfter }) });
    },
    schedule(name, cron) {
      if (!definitions.has(name)) throw new Error(`There is no job ${name}`);
      schedules.set(name, cron);
    },
    async start({ work }) {
      const current = new PgBoss({
        ...database.bossOptions,
        schema,
        useListenNotify: work,
        supervise: work,
        schedule: work,
        registerInstance: false,
      });
      current.on('error', (error: unknown) => log.error({ error }, 'The job queue reported an error'));
      current.on('warning', ({ message }: { message: string }) =>
        log.warn({ reason: message }, 'The job queue reported a warning'),
      );
      await current.start();
      boss = current;
      await prepareQueues(current);
      if (!work) return;
      await prepareSchedules(current);
      for (const definition of definitions.values())
        for (let n = 0; n < (definition.options.atOnce ?? 1); n++) await startWorker(current, definition);
    },
    async runPending() {
      const current = started();
      const next = async ({ name }: Definition) => (await current.fetch<object>(name))[0];
      let count = 0;
      for (let before = -1; count !== before;) {
        before = count;
        for (const definition of definitions.values()) {
          for (let job = await next(definition); job; job = await next(definition)) {
            const fetched = job;
            await attempt(definition, fetched).then(
              () => current.complete(definition.name, fetched),
              (error: Error) => current.fail(definition.name, fetched, { message: error.message }),
            );
            count++;
          }
        }
      }
      return count;
    },
    async stop(seconds = 10) {
      // Until all have ended, a job under way may still send others.
      await boss?.stop({ graceful: true, timeout: seconds * 1000 });
      boss = undefined;
    },
  };
}
