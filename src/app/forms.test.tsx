import { Hono } from 'hono';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createAnswerRepository, createAnswerRoutes, importAnswers, importQuestions } from '#modules/answers/index.ts';
import {
  conditionsChanged,
  createConditionRepository,
  createIndexRepository,
  createConditionRoutes,
  importKnowledge,
  pagesOfCondition,
  type ConditionKnowledge,
  type Knowledge,
} from '#modules/conditions/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { silentLog } from '#platform/logging/log.ts';
import { cacheTagsOf } from '#platform/page-cache/cacheable.ts';
import { shippedAxes } from '#support/axes.ts';
import { testDatabase } from '#support/database.ts';
import { knowledge, question, restlessness, stillness, text } from '#support/knowledge.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { createReviewRepository } from '#modules/review/index.ts';
import { reviewsBeside } from './review-beside.ts';
import { questionsBeside } from './questions-panel.tsx';
import { subscribe } from './subscriptions.ts';

/* Stillness has a body map, look-alikes and answers. Quiet hand is a form of it, quiet finger a form of that. */

const form = (slug: string, parent: string, preferred: string): ConditionKnowledge => ({
  ...stillness,
  slug,
  parent,
  names: { en: { preferred, inSentence: preferred.toLowerCase(), synonyms: [], narrower: [] } },
  codes: [],
  claims: [],
  axisPlaces: [],
});
const family: Knowledge = {
  ...knowledge,
  sources: [
    ...knowledge.sources,
    ...['albanese2013', 'albanese2025'].map((id) => ({ id, csl: { id, type: 'report', title: `Rules ${id}` } })),
  ],
  axes: shippedAxes.filter(({ id }) => id === 'body-distribution' || id === 'age-at-onset'),
  conditions: [
    {
      ...stillness,
      axisPlaces: [
        { axis: 'body-distribution', values: ['focal', 'segmental'] },
        { axis: 'age-at-onset', values: ['childhood'] },
      ],
    },
    { ...restlessness, axisPlaces: [] },
    {
      ...form('quiet-hand', 'stillness', 'Quiet hand'),
      axisPlaces: [{ axis: 'body-distribution', values: ['focal'] }],
    },
    form('quiet-foot', 'stillness', 'Quiet foot'),
    form('quiet-finger', 'quiet-hand', 'Quiet finger'),
  ],
};
const why = { ...question, id: 'why', title: { en: 'Why {condition}?' }, short: { en: 'Why?' } };

const languages = createLanguages();
const frame: SiteFrame = {
  i18n: createI18n(languages, 'en'),
  assets: {
    css: '/a.css',
    rooms: '/a/rooms.css',
    early: '/e.js',
    islands: '/i.js',
    textFont: '/t',
    headFont: '/h',
    icon: '/i.svg',
    bodyMap: '/b.js',
  },
  origin: 'https://atlas.example',
  siteName: 'Cairn',
  demo: true,
  languages: ['en', 'es'],
};

let database: DatabaseHandle;
let idOf: (slug: string) => string;
const app = new Hono();
let tags: readonly string[] | undefined;

beforeAll(async () => {
  database = await testDatabase();
  const events = { subscribe: () => {}, publish: async () => {} };
  const clock = fixedClock('2026-11-22T09:00:00Z');
  await database.db.transaction().execute(async (transaction) => {
    ({ idOf } = await importKnowledge({ transaction, knowledge: family, events, clock }));
    await importQuestions({ transaction, packId: 'examples', questions: [question, why] });
    await importAnswers({
      transaction,
      author: 'The editors',
      events,
      clock,
      conditions: [
        { id: idOf('stillness'), slug: 'stillness', texts: [text, { ...text, questionId: 'why', short: 'So.' }] },
        { id: idOf('quiet-hand'), slug: 'quiet-hand', texts: [{ ...text, short: 'The hand waits.' }] },
      ],
    });
  });
  const conditions = createConditionRepository(database.db);
  const answers = createAnswerRepository(database.db);
  app.use(async (c, next) => {
    await next();
    tags = cacheTagsOf(c.req.raw);
  });
  app.route(
    '/',
    createConditionRoutes({
      frame,
      conditions,
      index: createIndexRepository(database.db),
      async beside(condition, ancestors) {
        const { panel, opening, description } = await questionsBeside(condition, ancestors, answers, frame);
        return { opening, description, questions: panel, people: [], data: { before: [], after: [] } };
      },
      besidePair: async () => ({ links: [] }),
      besideGroup: () => null,
    }),
  );
  app.route(
    '/',
    createAnswerRoutes({
      frame,
      conditions,
      answers,
      beside: async () => ({ line: null, panels: [] }),
      ...reviewsBeside(frame, { reviews: createReviewRepository(database.db), answers, clock }),
      drawMechanism: () => null,
    }),
  );
});
afterAll(() => database.close());

const get = async (path: string) => {
  const response = await app.request(path);
  return { status: response.status, headers: response.headers, html: await response.text() };
};
const wordsOf = (html: string) => html.replace(/<[^>]+>/gu, ' ').replace(/\s+/gu, ' ');

describe('The page of a form', () => {
  test('shows its own questions, then those of the wider condition, marked', async () => {
    const { html } = await get('/conditions/quiet-hand');
    const [own, inherited] = html.split('About stillness as a whole');
    expect(own).toContain('href="/conditions/quiet-hand/questions/what-is-it"');
    expect(own).not.toContain('href="/conditions/quiet-hand/questions/why"');
    expect(inherited).toContain('href="/conditions/quiet-hand/questions/why"');
    expect(wordsOf(inherited!)).toContain('Why stillness?');
  });

  test('takes over axes and look-alikes that it does not state, marked; and no numbers', async () => {
    const { html } = await get('/conditions/quiet-hand');
    const [, classified = ''] = html.split('id="classification"');
    const [axes = '', lookAlikes = ''] = classified.split('id="look-alikes"');
    expect(wordsOf(axes).match(/About stillness as a whole/gu)).toHaveLength(1);
    expect(axes).toContain('Childhood');
    expect(axes).not.toContain('<b>Segmental</b> Two or more');
    expect(lookAlikes).toContain('About stillness as a whole');
    expect(lookAlikes).toContain('Restlessness');
    expect(html).not.toContain('in every 100,000');
    expect(html).toContain('href="/conditions/stillness#numbers"');
    expect(html).not.toContain('differentialDiagnosis');
  });

  test('says where it stands: below the wider condition, beside its fellow form, above its own', async () => {
    const { html } = await get('/conditions/quiet-hand');
    const [, place = ''] = html.split('id="place"');
    for (const slug of ['stillness', 'quiet-foot', 'quiet-finger'])
      expect(place).toContain(`href="/conditions/${slug}"`);
    expect(wordsOf(place)).toMatch(/Quiet hand you are here/u);
  });

  test('leads to the body map of the widest condition that the rules are for', async () => {
    expect((await get('/conditions/quiet-hand')).html).toContain('href="/conditions/stillness/body-map"');
    expect((await get('/conditions/quiet-finger/body-map')).headers.get('location')).toBe(
      '/conditions/stillness/body-map',
    );
  });

  test('of a form takes the answer of the nearest condition that has one', async () => {
    const { html } = await get('/conditions/quiet-finger/questions/what-is-it');
    expect(html).toContain('The hand waits.');
    expect(wordsOf(html)).toContain('This answer is about quiet hand as a whole.');
    expect((await get('/conditions/quiet-finger/questions/why')).html).toContain('So.');
  });

  test('of the wider condition lists its forms', async () => {
    const { html } = await get('/conditions/stillness');
    for (const slug of ['quiet-hand', 'quiet-foot']) expect(html).toContain(`href="/conditions/${slug}"`);
    expect(html).not.toContain('as a whole');
  });
});

describe('An answer that a form takes over', () => {
  test('says so, and tells machines only where it is at home', async () => {
    const { html } = await get('/conditions/quiet-hand/questions/why');
    expect(wordsOf(html)).toContain(
      'This answer is about stillness as a whole. There is none of its own for quiet hand yet.',
    );
    expect(html).toContain('<link rel="canonical" href="https://atlas.example/conditions/stillness/questions/why"/>');
    expect(html).not.toContain('application/ld+json');
    expect(html).not.toContain('hreflang="es" href="https://atlas.example/es/conditions/quiet-hand');
    expect(html).toContain('<title>Why stillness? (Quiet hand) · Cairn</title>');
  });

  test('has its versions at home only', async () => {
    expect((await get('/conditions/quiet-hand/questions/why/history')).status).not.toBe(200);
    expect((await get('/conditions/stillness/questions/why/history')).status).toBe(200);
  });

  test('is not there for a question that nobody above answers', async () => {
    const response = await app.request('/conditions/quiet-hand/questions/nothing');
    expect(response.status).not.toBe(200);
  });
});

describe('What is kept in memory', () => {
  test('a page of a form goes with every condition above it', async () => {
    for (const path of ['/conditions/quiet-finger', '/conditions/quiet-finger/questions/why']) {
      await get(path);
      for (const slug of ['quiet-finger', 'quiet-hand', 'stillness'])
        expect(tags, path).toContain(pagesOfCondition(idOf(slug)));
    }
  });

  test('a change of a form drops the page above it, which lists it', async () => {
    const dropped: string[] = [];
    type Handle = (payload: { conditionIds: string[] }, transaction: unknown) => Promise<void>;
    const handlers: Handle[] = [];
    subscribe({
      database,
      events: {
        subscribe: (event: unknown, { name, handle }: { name: string; handle: Handle }) => {
          if (event === conditionsChanged && name === 'page-cache') handlers.push(handle);
        },
        publish: async () => {},
      } as never,
      jobs: { define: () => {}, schedule: () => {} } as never,
      pageCache: { invalidate: async (_: unknown, these: readonly string[]) => void dropped.push(...these) },
      clock: fixedClock('2026-11-22'),
      log: silentLog,
      config: readConfig({}, { mode: 'test' }),
      mails: { write: async () => {} },
    });
    await handlers[0]!({ conditionIds: [idOf('quiet-hand')] }, database.db);
    expect(dropped).toContain(pagesOfCondition(idOf('quiet-hand')));
    expect(dropped).toContain(pagesOfCondition(idOf('stillness')));
    expect(dropped).not.toContain(pagesOfCondition(idOf('restlessness')));
  });
});

describe('The body map without a script', () => {
  const post = (body: string, path = '/conditions/stillness/body-map') =>
    app.request(path, {
      method: 'POST',
      body,
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });

  test('answers marks that come in the body of a request, and keeps the answer nowhere', async () => {
    const response = await post('region=neck&region=right-arm');
    const html = await response.text();
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(tags).toBeUndefined();
    expect(wordsOf(html)).toMatch(/Segmental The neck and the right arm are neighbours\./u);
    expect(html).toMatch(/id="region-neck"[^>]*checked/u);
    expect(html).not.toMatch(/id="region-trunk"[^>]*checked/u);
  });

  test('asks back which side the trunk is on, and takes the answer', async () => {
    const asked = await (await post('region=trunk&region=left-arm&region=left-leg')).text();
    expect(wordsOf(asked)).toContain('The trunk: only on the left? Then this is “Hemidystonia”.');
    expect(asked).toMatch(/data-side="trunk">/u);
    expect(asked).toMatch(/data-side="neck" hidden/u);
    const told = await (await post('region=trunk&region=left-arm&region=left-leg&side-trunk=left')).text();
    expect(wordsOf(told)).toMatch(/Hemidystonia All are on the left side/u);
  });

  test('marks in the address are not looked at: nobody is led to put them there', async () => {
    const { html } = await get('/conditions/stillness/body-map?region=neck');
    expect(html).not.toMatch(/name="region"[^>]*checked/u);
  });

  test.each(['', 'region=', 'region=%00&side-neck=up', 'region=tail&region=tail', `region=${'x'.repeat(5000)}`])(
    'whatever is sent (%j) gets the page, with nothing marked',
    async (body) => {
      const response = await post(body);
      expect(response.status).toBe(200);
      expect(await response.text()).toContain('Nothing is marked yet.');
    },
  );

  test('a condition without rules for parts of the body has none', async () => {
    expect((await app.request('/conditions/restlessness/body-map')).status).not.toBe(200);
  });
});

test('conditions with a body map of their own are known, for the sitemap', async () => {
  expect(await createConditionRepository(database.db).listSlugsWithBodyMap()).toEqual(['stillness']);
});
