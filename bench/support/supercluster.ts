/**
 * What is otherwise used for a map of many points: `supercluster` over as many random points, in a process of its own.
 * Prints JSON. `node supercluster.ts 1000000`
 */
import Supercluster from 'supercluster';
import { quantile } from './report.ts';

const count = Number(process.argv[2]);
const points = Array.from({ length: count }, () => ({
  type: 'Feature' as const,
  properties: {},
  geometry: { type: 'Point' as const, coordinates: [Math.random() * 360 - 180, Math.random() * 140 - 60] },
}));
const before = process.memoryUsage().rss;
const begun = performance.now();
const index = new Supercluster({ maxZoom: 16 }).load(points);
const buildMs = performance.now() - begun;
const memoryMb = (process.memoryUsage().rss - before) / 1e6;
const pointsMb = before / 1e6;
const times: number[] = [];
for (let n = 0; n < 400; n++) {
  const start = performance.now();
  // the world, then windows such as a country and a region fill
  const zoom = n % 4 === 0 ? 1 : 3 + (n % 5);
  const width = 360 / 2 ** (zoom - 1);
  const west = zoom === 1 ? -180 : Math.random() * (360 - width) - 180;
  index.getClusters([west, -60, west + width, 80], zoom);
  times.push(performance.now() - start);
}
console.log(JSON.stringify({ buildMs, memoryMb, pointsMb, p50Ms: quantile(times, 0.5), p95Ms: quantile(times, 0.95) }));
