import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import { expectHarmless, hostileMarkdown } from '#platform/markdown/hostile.fixtures.ts';
import { createCitations } from './citations.ts';
import { claimText, type ClaimNumbers } from './claim-text.ts';
import { createTextContext, plainInline, renderInline } from './text-html.ts';

const i18nOf = (language: LanguageTag) => createI18n(createLanguages(), language);
const claim = (numbers: Partial<ClaimNumbers>): ClaimNumbers => ({
  value: null,
  low: null,
  high: null,
  unit: 'percent',
  source: 'rock2012',
  ...numbers,
});

const claims: Record<string, ClaimNumbers> = {
  prevalence: claim({ value: 16.43, low: 12.09, high: 22.32, unit: 'per-100000' }),
  'restlessness/onset': claim({ low: 20, high: 40, unit: 'years', source: 'sand1999' }),
};

const context = (language: LanguageTag = 'en') =>
  createTextContext({
    i18n: i18nOf(language),
    citations: createCitations(new Map(['rock2012', 'sand1999', 'b'].map((key) => [key, {}]))),
    claim: (reference) => claims[reference],
    term: (id) =>
      id === 'overflow'
        ? { term: 'Overflow', means: 'It spills <over>.', ...(language === 'es' && { language: 'en' }) }
        : undefined,
    conditionSlug: 'stillness',
  });

const mark = (number: number, use = 1, label = 'Source') =>
  `<a class="cite" href="#source-${number}" id="cite-${number}-${use}" aria-label="${label} ${number}">[${number}]</a>`;

describe('A mark', () => {
  test('of a source that was retracted says so, to eyes and to ears', () => {
    const citations = createCitations(
      new Map<string, unknown>([
        ['rock2012', { status: 'retracted' }],
        ['b', { status: 'in press' }],
      ]),
    );
    expect(renderInline('It waits [@rock2012; @b].', { ...context(), citations })).toBe(
      `It waits.<span class="cites">\u2060<a class="cite doubtful" href="#source-1" id="cite-1-1" aria-label="Source 1, retracted">[1 retracted]</a>${mark(2)}</span>`,
    );
    expect(citations.used().map(({ doubt }) => doubt)).toEqual(['retracted', undefined]);
  });

  test('stands behind the full stop, kept on the line of its word, with its neighbours', () => {
    expect(renderInline('It waits [@rock2012; @b] [@b].', context())).toBe(
      `It waits.<span class="cites">\u2060${mark(1)}${mark(2)}</span>`,
    );
  });

  test('is numbered in the order of first use across the page, and counted', () => {
    const page = context();
    renderInline('A [@b].', page, 'Short answer');
    renderInline('B [@rock2012], C [@b].', page, 'What happens');
    expect(page.citations.used()).toEqual([
      {
        key: 'b',
        number: 1,
        anchors: [
          { id: 'cite-1-1', where: 'Short answer' },
          { id: 'cite-1-2', where: 'What happens' },
        ],
      },
      { key: 'rock2012', number: 2, anchors: [{ id: 'cite-2-1', where: 'What happens' }] },
    ]);
  });

  test('is left out where the source is not known', () => {
    expect(renderInline('It waits [@nobody1900].', context())).toBe('It waits.');
  });

  test('moves out of a link', () => {
    expect(renderInline('[It *waits* [@b]](/a) long.', context())).toBe(
      `<a href="/a">It <em>waits</em></a><span class="cites">\u2060${mark(1)}</span> long.`,
    );
  });

  test('is named in the language of the reader', () => {
    expect(renderInline('Espera [@b].', context('es'))).toContain(mark(1, 1, 'Fuente'));
  });
});

describe('A term', () => {
  const button = '<button class="term" type="button" popovertarget="word-overflow">spill</button>';

  test('is explained in place once on a page, and is plain words afterwards', () => {
    const page = context();
    const first = `${button}<span class="meaning" id="word-overflow" popover="auto"><b>Overflow</b>It spills &#x3C;over>. <a class="entry" href="/glossary#word-overflow">In the glossary</a></span>`;
    expect(renderInline(':term[spill]{#overflow}, :term[spill]{#overflow}.', page)).toBe(`${first}, spill.`);
    expect(renderInline(':term[spill]{#overflow}', page)).toBe('spill');
  });

  test('says so when it is explained in another language', () => {
    expect(renderInline(':term[spill]{#overflow}', context('es'))).toContain('popover="auto" lang="en">');
  });

  test('is plain words inside a link, and where it is not known', () => {
    expect(renderInline('[a :term[b]{#overflow}](/c) :term[d]{#nothing}', context())).toBe('<a href="/c">a b</a> d');
  });
});

describe('A claim', () => {
  test('is written with its unit and its source, or as a number only', () => {
    expect(renderInline('Studies find :claim[prevalence] [@b].', context())).toBe(
      `Studies find 16.4 in every 100,000 people.<span class="cites">\u2060${mark(1)}${mark(2)}</span>`,
    );
    expect(renderInline(':claim[prevalence]{show=value} or :claim[prevalence]{show=range}', context())).toBe(
      '16.4 or 12.1 to 22.3',
    );
  });

  test('may be named with its condition, this one or another', () => {
    expect(
      renderInline(':claim[stillness/prevalence]{show=value} and :claim[restlessness/onset]{show=range}', context()),
    ).toBe('16.4 and 20 to 40');
  });

  test.for([
    [claim({ value: 16.43, unit: 'per-100000' }), '16.4 in every 100,000 people', '16,4 de cada 100.000 personas'],
    [
      claim({ low: 12.09, high: 22.32, unit: 'per-100000' }),
      '12.1 to 22.3 in every 100,000 people',
      '12,1 a 22,3 de cada 100.000 personas',
    ],
    [claim({ value: 0.324 }), '0.324%', '0,324\u00A0%'],
    [claim({ low: 15, high: 30 }), '15% to 30%', '15\u00A0% a 30\u00A0%'],
    [claim({ value: 1, unit: 'years' }), '1 year', '1 año'],
    [claim({ low: 20, high: 40, unit: 'years' }), '20 to 40 years', '20 a 40 años'],
    [claim({ value: 10, unit: 'minutes' }), '10 minutes', '10 minutos'],
    [claim({ value: 1.5, unit: 'ratio' }), '1.5 women for every man', '1,5 mujeres por cada hombre'],
    [claim({ value: 806, unit: 'people' }), '806 people', '806 personas'],
    [claim({ value: 6_100_000, unit: 'people' }), '6.1 million people', '6,1 millones de personas'],
  ] as const)('%o reads as the language writes it', ([numbers, english, spanish]) => {
    expect(claimText(numbers, 'whole', i18nOf('en'))).toBe(english);
    expect(claimText(numbers, 'whole', i18nOf('es'))).toBe(spanish);
  });
});

test('Plain words have claims written out, and neither marks nor markup', () => {
  expect(plainInline('It *waits* [@b], as :term[spill]{#overflow} does: :claim[prevalence].', context())).toBe(
    'It waits, as spill does: 16.4 in every 100,000 people.',
  );
});

test('Hostile text stays harmless, and reads the same each time', { timeout: 60_000 }, () => {
  const id = fc.oneof(fc.constantFrom('overflow', 'x" onclick="y', '<b>'), fc.string({ maxLength: 6 }));
  fc.assert(
    fc.property(hostileMarkdown, id, (markdown, meaning) => {
      const render = () =>
        renderInline(markdown, { ...context(), explained: new Set(), term: () => ({ term: meaning, means: meaning }) });
      expectHarmless(render());
      expect(render()).toBe(render());
    }),
    { numRuns: 100 },
  );
});
