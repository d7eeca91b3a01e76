import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { testDatabase } from '#support/database.ts';
import { testFrame } from '#support/frame.ts';
import { readHtml } from '#support/html.ts';
import { knowledge, restlessness, stillness } from '#support/knowledge.ts';
import { createConditionRepository } from './condition.repository.ts';
import { createIndexRepository } from './index.repository.ts';
import { createConditionRoutes } from './condition.routes.tsx';
import { importKnowledge } from './condition.usecases.ts';
import type { Knowledge } from './knowledge.repository.ts';

let database: DatabaseHandle;
const count = { ...stillness.claims[0]!, counted: { who: 'all-ages' } } as const;
const paired: Knowledge = {
  ...knowledge,
  lookAlikes: [{ ...knowledge.lookAlikes[0]!, together: { en: 'Both can be there at once [@example2012].' } }],
  conditions: [
    { ...stillness, claims: [count] },
    {
      ...restlessness,
      claims: [
        { ...count, id: 'many', value: 900, low: 700, high: 1200 },
        { ...count, id: 'few', value: 9, low: 8, high: 10 },
      ],
    },
    { ...restlessness, slug: 'loneliness', claims: [] },
  ],
};

const bringIn = (what: Knowledge) =>
  database.db.transaction().execute((transaction) =>
    importKnowledge({
      transaction,
      knowledge: what,
      clock: fixedClock('2026-11-22T12:00:00Z'),
      events: { subscribe: () => {}, publish: async () => {} },
    }),
  );

async function open(path: string, language: LanguageTag = 'en') {
  const routes = createConditionRoutes({
    frame: testFrame(language),
    conditions: createConditionRepository(database.db),
    index: createIndexRepository(database.db),
    beside: async () => ({
      opening: '',
      description: undefined,
      questions: { id: 'q', title: 'Q', content: '' },
      people: [],
      data: { before: [], after: [] },
    }),
    besideGroup: () => null,
    besidePair: async () => ({ links: [{ text: 'Look-alikes of stillness', href: '/more' }] }),
  });
  routes.onError((error, c) => c.text((error as { code?: string }).code ?? String(error), 404));
  const response = await routes.request(path);
  const html = await response.text();
  return { status: response.status, location: response.headers.get('location'), html, ...readHtml(html) };
}

beforeAll(async () => {
  database = await testDatabase();
  await bringIn(paired);
});
afterAll(() => database.close());

describe('The page of two look-alikes', () => {
  const address = '/conditions/restlessness/compare/stillness';

  test('has one address; the other order leads there for good, in the same language', async () => {
    expect((await open(address)).status).toBe(200);
    const turned = await open('/conditions/stillness/compare/restlessness');
    expect([turned.status, turned.location]).toEqual([301, address]);
    expect((await open('/conditions/stillness/compare/restlessness', 'es')).location).toBe(`/es${address}`);
  });

  test('sets each cell under its own condition, with its source, and says what to ask and what can occur together', async () => {
    const { html, text, ids } = await open(address);
    const row = /<tr role="row" id="row-what-you-notice">.*?<\/tr>/su.exec(html)![0];
    expect(row).toMatch(
      /data-label="Restlessness"><span>It hurries.*?href="#source-1".*data-label="Stillness"><span>It waits.*?href="#source-1"/su,
    );
    expect(text).toContain('Both can be there at once.');
    expect(text).toContain('Which of the two is it?');
    expect(ids).toContain('source-1');
  });

  test('says that it cannot tell what anybody has, and leads to help, to both conditions and on', async () => {
    const { text, links } = await open(address);
    expect(text).toContain('This page cannot tell you what you have.');
    expect(text).toContain('Call for help.');
    for (const link of ['/conditions/stillness', '/conditions/restlessness', '/more', '/help'])
      expect(links).toContain(link);
  });

  test('tells search engines that it is about both, and claims no review', async () => {
    const [data] = (await open(address)).jsonLd.map((each) => JSON.parse(each) as { about: { name: string }[] });
    expect(data).toMatchObject({ '@type': 'MedicalWebPage' });
    expect(data!.about.map(({ name }) => name)).toEqual(['Restlessness', 'Stillness']);
    expect(JSON.stringify(data)).not.toMatch(/reviewed/iu);
  });

  test('is not there for two that no pack sets side by side, or for one with itself', async () => {
    for (const path of ['/conditions/stillness/compare/loneliness', '/conditions/stillness/compare/stillness'])
      expect(await open(path)).toMatchObject({ status: 404, html: 'conditions.pair_not_found' });
    expect((await open('/conditions/stillness/compare/nothing')).html).toBe('conditions.not_found');
  });
});

describe('The page of a condition’s numbers', () => {
  test('names counts that disagree', async () => {
    const { text } = await open('/conditions/restlessness/numbers');
    expect(text).toMatch(
      /Where the counts disagree.*differ 100-fold\. One found 9 in every 100,000 people \(Worldwide, 2012\)/su,
    );
  });

  test('says where the condition stands among others and from which counts, and what cannot be compared', async () => {
    const { text, links } = await open('/conditions/stillness/numbers');
    expect(text).toContain('at no clear place among the 2 conditions');
    expect(text).toContain('because the intervals overlap');
    expect(text).toMatch(/Restlessness.*900/su);
    expect(links).toContain('#source-1');
  });

  test('says something else once a claim has changed', async () => {
    await bringIn({
      ...paired,
      conditions: [
        paired.conditions[0]!,
        { ...paired.conditions[1]!, claims: [paired.conditions[1]!.claims[0]!] },
        paired.conditions[2]!,
      ],
    });
    const { text } = await open('/conditions/stillness/numbers');
    expect(text).toContain('the 2nd most common of the 2 conditions');
    expect(text).toContain('The intervals do not overlap.');
  });

  test('without numbers shows no blank, and is kept out of search engines', async () => {
    const { text, html } = await open('/conditions/loneliness/numbers');
    expect(text).toContain('There is no number here yet');
    expect(html).toContain('name="robots" content="noindex');
  });
});
