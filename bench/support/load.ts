import { once } from 'node:events';
import { readFileSync, rmSync } from 'node:fs';
import { Agent, get } from 'node:http';
import { fileURLToPath } from 'node:url';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cpuSeconds, startNode } from './child.ts';
import type { Server } from './servers.ts';
import { quantile } from './report.ts';

export interface Load {
  perSecond: number;
  /** Requests for each second of processor time that the server used: what other work on the machine disturbs least. */
  perCpuSecond: number | undefined;
  /** Percent of its core that the server used. Well below 100, the load generator was the slower of the two. */
  busy: number | undefined;
}

type Headers = Record<string, string>;

const autocannon = fileURLToPath(import.meta.resolve('autocannon'));
const connections = 10;

/** Asks for one page over and over on ten connections, from another process on another core. */
export async function load({ url, child }: Server, path: string, headers: Headers, seconds: number): Promise<Load> {
  const output = join(tmpdir(), `cairn-bench-load-${process.pid}.json`);
  const before = cpuSeconds(child);
  const args = ['--json', '--connections', String(connections), '--duration', String(seconds)];
  for (const [name, value] of Object.entries(headers)) args.push('--headers', `${name}=${value}`);
  const generator = startNode([autocannon, ...args, `${url}${path}`], { core: 1, output });
  await once(generator, 'exit');
  const used = cpuSeconds(child);
  const text = readFileSync(output, 'utf8');
  rmSync(output);
  const report = JSON.parse(text.slice(text.indexOf('{'))) as Report;
  if (report.errors + report.timeouts + report.non2xx > 0)
    throw new Error(`Not every request was answered: ${text.slice(0, 1000)}`);
  const cpu = before === undefined || used === undefined ? undefined : used - before;
  return {
    perSecond: report['2xx'] / report.duration,
    perCpuSecond: cpu && report['2xx'] / cpu,
    busy: cpu && (100 * cpu) / report.duration,
  };
}

interface Report {
  '2xx': number;
  non2xx: number;
  errors: number;
  timeouts: number;
  duration: number;
}

/** One request after the other, never two at once: how long the server takes for one, in milliseconds. */
export async function oneByOne({ url }: Server, path: string, headers: Headers, { count = 200, seconds = 6 } = {}) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const times: number[] = [];
  const begun = performance.now();
  while (times.length < count && performance.now() - begun < seconds * 1000) {
    const asked = performance.now();
    await fetchBytes(`${url}${path}`, headers, agent);
    times.push(performance.now() - asked);
  }
  agent.destroy();
  return { p50: quantile(times, 0.5), p95: quantile(times, 0.95) };
}

/** The answer as it comes over the wire, still compressed; `headers` as name, value, name, value. */
export function fetchBytes(url: string, headers: Headers, agent?: Agent): Promise<{ headers: string[]; body: Buffer }> {
  return new Promise((resolve, reject) => {
    get(url, { headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () => {
        if (response.statusCode === 200) resolve({ headers: response.rawHeaders, body: Buffer.concat(chunks) });
        else reject(new Error(`${url} answered ${response.statusCode}`));
      });
      response.once('error', reject);
    }).once('error', reject);
  });
}
