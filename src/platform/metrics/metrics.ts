import { collectDefaultMetrics, Counter, Gauge, Histogram, Registry } from 'prom-client';
import { createTally } from './tally.ts';

export type CacheOutcome = 'hit' | 'miss' | 'bypass';

/** What is counted, for Prometheus. Labels come from short, fixed lists: never a path, a person or a condition. */
export interface Metrics {
  /** One answered request. `route` is a pattern. */
  countRequest(method: string, route: string, status: number, seconds: number): void;
  countCache(outcome: CacheOutcome): void;
  countJob(name: string, outcome: 'completed' | 'failed', seconds: number): void;
  watchDatabase(connections: () => { busy: number; idle: number; waiting: number }): void;
  watchCache(size: () => { pages: number; bytes: number }): void;
  /** All of it, in the text format. */
  report(): Promise<{ contentType: string; text: string }>;
}

const methods = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']);
const seconds = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];

export function createMetrics(): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const requests = createTally({
    name: 'cairn_request_seconds',
    help: 'Time to answer a request, by route pattern',
    buckets: seconds,
    registry,
  });
  const cache = new Counter({
    name: 'cairn_page_cache_requests_total',
    help: 'Requests by what the page cache did',
    labelNames: ['outcome'],
    registers,
  });
  const jobs = new Histogram({
    name: 'cairn_job_seconds',
    help: 'Time of one attempt at a job, by outcome',
    labelNames: ['job', 'outcome'],
    buckets: [0.01, 0.1, 1, 10, 60, 600],
    registers,
  });
  /** By route, method and class of status: looked up for every request, so without putting a key together. */
  const rows = new Map<string, Map<string, ((seconds: number) => void)[]>>();
  const outcomes = new Map<CacheOutcome, { inc(): void }>();

  return {
    countRequest(method, route, status, took) {
      const known = methods.has(method) ? method : 'other';
      let ofRoute = rows.get(route);
      if (!ofRoute) rows.set(route, (ofRoute = new Map<string, ((seconds: number) => void)[]>()));
      let ofMethod = ofRoute.get(known);
      if (!ofMethod) ofRoute.set(known, (ofMethod = []));
      const group = Math.floor(status / 100);
      const count = (ofMethod[group] ??= requests.row({ method: known, route, status: `${group}xx` }));
      count(took);
    },
    countCache(outcome) {
      let counter = outcomes.get(outcome);
      if (!counter) outcomes.set(outcome, (counter = cache.labels(outcome)));
      counter.inc();
    },
    countJob: (name, outcome, took) => jobs.labels(name, outcome).observe(took),
    watchDatabase: (connections) =>
      void new Gauge({
        name: 'cairn_database_connections',
        help: 'Database connections in use and free, and how many wait for one',
        labelNames: ['state'],
        registers,
        collect() {
          for (const [state, count] of Object.entries(connections())) this.set({ state }, count);
        },
      }),
    watchCache(size) {
      for (const what of ['pages', 'bytes'] as const)
        new Gauge({
          name: `cairn_page_cache_${what}`,
          help: `How many ${what} the page cache holds`,
          registers,
          collect() {
            this.set(size()[what]);
          },
        });
    },
    report: async () => ({ contentType: registry.contentType, text: await registry.metrics() }),
  };
}
