/**
 * What a browser loads for the first view of a page, in bytes on the wire: compressed, with headers, with an empty cache.
 * Exits with 1 if a page is over its budget.   --write (into docs/performance.md)
 */
import type { Browser, CDPSession } from 'playwright-core';
import { startBrowser, visit } from '../tests/support/browser.ts';
import { fillAtlas } from './support/atlas.ts';
import { makePlace } from './support/places.ts';
import { publish, table, tell } from './support/report.ts';
import { serveCairn } from './support/servers.ts';

const pages = {
  'home page': '/',
  'all conditions': '/conditions',
  condition: '/conditions/dystonia',
  question: '/conditions/dystonia/questions/what-is-it',
  'question in Spanish': '/es/conditions/dystonia/questions/what-is-it',
  'question with a figure': '/conditions/dystonia/questions/how-common',
  'mechanism figure, with its script': '/conditions/dystonia/mechanism',
  experiences: '/conditions/dystonia/experiences',
  search: '/search?q=distonia',
  map: '/map',
};

const budget = { total: 100_000, script: 10_000, thirdParty: 0 };

const kinds = ['Document', 'Stylesheet', 'Font', 'Script'] as const;
interface Weight {
  bytes: Record<(typeof kinds)[number] | 'Other', number>;
  total: number;
  requests: number;
  thirdParty: number;
}

/** Counts every response that the network layer finished, whatever asked for it. */
async function countBytes(session: CDPSession): Promise<Weight> {
  const weight: Weight = {
    bytes: { Document: 0, Stylesheet: 0, Font: 0, Script: 0, Other: 0 },
    total: 0,
    requests: 0,
    thirdParty: 0,
  };
  const kindOf = new Map<string, keyof Weight['bytes']>();
  session.on('Network.responseReceived', ({ requestId, type }) => {
    kindOf.set(requestId, kinds.find((kind) => kind === type) ?? 'Other');
  });
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    weight.bytes[kindOf.get(requestId) ?? 'Other'] += encodedDataLength;
    weight.total += encodedDataLength;
    weight.requests++;
  });
  await session.send('Network.enable');
  return weight;
}

/** Undefined if there is no such page (yet). */
async function weigh(browser: Browser, site: string, path: string): Promise<Weight | undefined> {
  await using fresh = await visit(browser, site);
  const { page, context, strangers } = fresh;
  const weight = await countBytes(await context.newCDPSession(page));
  const answer = await page.goto(path, { waitUntil: 'networkidle' });
  if (answer?.status() === 404) return undefined;
  const encoding = await answer?.headerValue('content-encoding');
  if (answer?.status() !== 200 || encoding !== 'br')
    throw new Error(`${path}: ${answer?.status()}, encoding ${encoding}`);
  await page.evaluate('document.fonts.ready.then(() => true)');
  return { ...weight, thirdParty: strangers.length };
}

async function weighAll(): Promise<[name: string, weight: Weight][]> {
  const place = await makePlace();
  try {
    await fillAtlas(place, 4);
    const server = await serveCairn(place);
    try {
      const browser = await startBrowser();
      try {
        const weights: [string, Weight][] = [];
        for (const [name, path] of Object.entries(pages)) {
          const weight = await weigh(browser, server.url, path);
          if (!weight) tell(`There is no ${path} (yet): not weighed.`);
          if (weight) weights.push([`${name} \`${path}\``, weight]);
        }
        return weights;
      } finally {
        await browser.close();
      }
    } finally {
      await server.stop();
    }
  } finally {
    await place.remove();
  }
}

const isOver = ({ total, bytes, thirdParty }: Weight) =>
  total > budget.total || bytes.Script > budget.script || thirdParty > budget.thirdParty;

const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);

const weights = await weighAll();
const head = ['first view, kB', 'HTML', 'CSS', 'fonts', 'JavaScript', 'other', 'total', 'requests', 'to third parties'];
const rows = weights.map(([name, weight]) => [
  isOver(weight) ? `**over budget:** ${name}` : name,
  ...[...kinds, 'Other' as const].map((kind) => kilobytes(weight.bytes[kind])),
  kilobytes(weight.total),
  `${weight.requests}`,
  `${weight.thirdParty}`,
]);
rows.push([
  'budget',
  '',
  '',
  '',
  `≤ ${budget.script / 1000}`,
  '',
  `≤ ${budget.total / 1000}`,
  '',
  `${budget.thirdParty}`,
]);
publish('page-weight', table(head, rows));
if (weights.some(([, weight]) => isOver(weight))) process.exitCode = 1;
