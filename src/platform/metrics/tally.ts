import type { Registry } from 'prom-client';

type Labels = Readonly<Record<string, string>>;

interface Row {
  labels: Labels;
  /** How many fell into each bucket, and at the end those above all. */
  counts: number[];
  sum: number;
}

export interface TallyOptions {
  name: string;
  help: string;
  /** Upper bounds, rising. */
  buckets: readonly number[];
  registry: Registry;
}

/**
 * A histogram whose rows are looked up once and counted into from then on. prom-client's own checks and hashes the
 * labels at every value, which took a fifth of the time of a cached page (16 of 78 µs).
 */
export function createTally({ name, help, buckets, registry }: TallyOptions): {
  row(labels: Labels): (value: number) => void;
} {
  const rows: Row[] = [];

  function valuesOf({ labels, counts, sum }: Row) {
    let below = 0;
    const inBuckets = counts.map((count, index) => ({
      metricName: `${name}_bucket`,
      labels: { le: buckets[index] === undefined ? '+Inf' : String(buckets[index]), ...labels },
      value: (below += count),
    }));
    return [
      ...inBuckets,
      { metricName: `${name}_sum`, labels, value: sum },
      { metricName: `${name}_count`, labels, value: below },
    ];
  }

  const about = { name, help, type: 'histogram', aggregator: 'sum' };
  const metric = { ...about, get: () => Promise.resolve({ ...about, values: rows.flatMap(valuesOf) }) };
  // The registry asks nothing of a metric but its name and `get`; its type knows only prom-client's own classes.
  registry.registerMetric(metric as never);

  return {
    row(labels) {
      const row: Row = { labels, counts: Array<number>(buckets.length + 1).fill(0), sum: 0 };
      rows.push(row);
      return (value) => {
        let bucket = 0;
        while (bucket < buckets.length && value > buckets[bucket]!) bucket++;
        row.counts[bucket]!++;
        row.sum += value;
      };
    },
  };
}
