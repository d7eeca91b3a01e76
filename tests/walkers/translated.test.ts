import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { inventedExperiences } from '#app/demo-experiences.ts';
import { demoReviewers } from '#app/demo-reviews.ts';
import { titleOfQuestion } from '#modules/conditions/index.ts';
import { readPack } from '#modules/packs/index.ts';
import { listRegions, nameOfRegion } from '#modules/regions/index.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { startBrowser, visit } from '#support/browser.ts';
import { findPlainWords } from '#support/measures.ts';
import { findPages, inPseudo, kindOf, languageOf } from './pages.ts';

const site = inject('site');
const pages = (await findPages(site)).filter((path) => languageOf(path) === 'en' && !path.startsWith('/ui'));
const oneOfEachKind = [...Map.groupBy(pages, kindOf).values()].map(([path]) => path!);
const others = [
  '/conditions/dystonia/questions/what-is-it',
  '/conditions/dystonia/questions/how-common',
  '/no-such-page',
];

/** Every text of the shipped pack: not translated into a pseudo-locale, and rightly so. */
const { pack } = await readPack(join(import.meta.dirname, '../../packs/movement-disorders'));
const textsIn = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : value && typeof value === 'object' ? Object.values(value).flatMap(textsIn) : [];
const titles = pack!.conditions.flatMap((condition) =>
  pack!.questions.map((question) => titleOfQuestion(condition, question, 'en')),
);
/** Names of places come from `Intl` and Natural Earth, which have no pseudo-locale. */
const places = listRegions().map(({ code }) => nameOfRegion(code, createI18n(createLanguages(), 'en')));
const known = [
  ...textsIn(pack),
  ...textsIn(demoReviewers),
  // by what invented authors are called: the words around it are ours
  ...inventedExperiences.map(({ authorName }) => authorName ?? ''),
  ...titles,
  ...places,
  'Cairn',
  'distonia',
  'xyzzyplugh',
  'STN',
]
  .join('\n')
  .replace(/[*_[\]]/g, '')
  .replace(/[’]/g, "'");
const months = Array.from({ length: 12 }, (_, month) =>
  new Date(2026, month).toLocaleString('en-GB', { month: 'long' }),
).join('|');
const dates = new RegExp(`(\\d{1,2} )?(${months}) \\d{4}`, 'g');

let browser: Browser;
beforeAll(async () => {
  browser = await startBrowser();
});
afterAll(() => browser?.close());

test.each([...new Set([...oneOfEachKind, ...others])])(
  '%s has no word of its own that was never translated',
  async (path) => {
    await using visited = await visit(browser, site);
    await visited.page.goto(inPseudo('en-XA', path));
    const runs = await visited.page.evaluate(findPlainWords);
    const left = runs.map((run) =>
      run
        .replace(dates, '')
        .replace(/’/g, "'")
        .replace(/^[^\p{L}\d]+|[^\p{L}\d?]+$/gu, '')
        // "by" has no letter that takes an accent.
        .replace(/^by /, ''),
    );
    // "Worldwide, 2012", "Dystonia and Muscle cramp" and "Rock et al." are texts of the pack put beside each other.
    const isKnown = (run: string) =>
      known.includes(run) ||
      run.split(/, | and |: | et al\b/).every((part) => /^[\d,]+$|^$/.test(part) || known.includes(part));
    const isFingerprint = (run: string) => /^[0-9a-f]{8}$/.test(run);
    expect(left.filter((run) => /[a-z]{3}/i.test(run) && !isFingerprint(run) && !isKnown(run))).toEqual([]);
  },
);
