import { mkdir, symlink } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fixedClock } from '#platform/clock/clock.ts';
import { changed, samplePack, withSamplePack, type Changes } from './pack.fixtures.ts';
import { readPack } from './read-pack.usecases.ts';

const clock = fixedClock('2026-11-22T10:00:00Z');
const read = (changes: Changes = {}) => withSamplePack(changes, (folder) => readPack(folder, { clock }));

describe('A pack without fault', () => {
  test('is read whole, in the words of the modules that keep it', async () => {
    const { pack, faults, report } = await read();
    expect(faults).toEqual([]);
    expect(pack?.pack).toEqual({
      id: 'examples',
      title: { en: 'Examples', es: 'Ejemplos' },
      licence: 'CC-BY-4.0',
      languages: ['en', 'es'],
      maintainers: [{ name: 'The example editors', url: 'https://example.org' }],
      urgentHelp: { en: 'If you cannot breathe, call your local emergency number.' },
    });
    expect(pack?.questions[0]).toMatchObject({ id: 'what-is-it', reviewMonths: 36 });
    expect(pack?.sources.map(({ id }) => id)).toEqual(['rock2012', 'pebble2020']);
    expect(pack?.lookAlikes[0]).toMatchObject({
      conditions: ['stillness', 'restlessness'],
      rows: [
        {
          feature: 'what-you-notice',
          texts: [{ en: 'Nothing moves. [@rock2012]' }, { en: 'All moves. [@pebble2020]' }],
        },
      ],
    });
    const stillness = pack?.conditions.find(({ slug }) => slug === 'stillness');
    expect(stillness).toMatchObject({
      group: 'stones',
      parent: null,
      names: {
        en: { preferred: 'Stillness', inSentence: 'stillness' },
        es: { inSentence: 'la quietud', synonyms: [] },
      },
      questionTitles: { 'urgent-help': { en: 'When does it need urgent help?' } },
      axisPlaces: [{ axis: 'weight', values: ['light', 'heavy'] }],
    });
    expect(stillness?.claims).toMatchObject([
      { id: 'prevalence-rock', value: 16.43, low: 12.09, high: 22.32, interval: 'ci95' },
      { id: 'onset', value: null, low: 20, high: 40 },
    ]);
    expect(pack?.answers).toHaveLength(3);
    expect(
      pack?.answers.find(({ condition, language }) => condition === 'stillness' && language === 'en'),
    ).toMatchObject({
      questionId: 'what-is-it',
      short: expect.stringMatching(/^Stillness is a rest .* people\.$/u),
      body: expect.stringMatching(/^It comes [^]*\|$/u),
      updated: '2026-11-01',
    });
    expect(report).toHaveLength(3);
    expect(report.every(({ short, body }) => short.readable && body.readable)).toBe(true);
  });

  test('may have Windows line ends, a readme and git beside it', async () => {
    const windows = Object.fromEntries(
      Object.entries(samplePack).map(([file, text]) => [file, text.replaceAll('\n', '\r\n')]),
    );
    expect(
      (await read({ ...windows, 'README.md': '# Read me', '.git/HEAD': 'ref', LICENSE: 'CC BY 4.0' })).faults,
    ).toEqual([]);
  });

  test('may leave out axes, glossary and look-alikes, if nothing refers to them', async () => {
    const plain = samplePack['conditions/stillness/answers/es/what-is-it.md'];
    const { pack, faults } = await read({
      ...changed('conditions/stillness/condition.yaml', '  - { axis: weight, values: [light, heavy] }', '  []'),
      'axes.yaml': undefined,
      'glossary.yaml': undefined,
      'look-alikes.yaml': undefined,
      'conditions/stillness/answers/en/what-is-it.md': plain!
        .replace(/translation: .*\n/u, '')
        .replace('La quietud es un descanso que no eliges.', 'It waits.')
        .replace('La mano espera', 'The hand waits'),
    });
    expect(faults).toEqual([]);
    expect(pack).toMatchObject({ axes: [], terms: [], features: [], lookAlikes: [] });
  });
});

test('A mechanism figure may bring states of its own, which stay in the text as they were written', async () => {
  const figure = ':::mechanism{preset=ours}\n::preset{#ours surround=0.7 name="Ours" says="It moves."}\n:::';
  const { pack, faults } = await read(
    changed('conditions/stillness/answers/en/what-is-it.md', '::look-alikes', figure),
  );
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  expect(pack?.answers.find(({ body }) => body.includes(figure))?.questionId).toBe('what-is-it');
});

test('A folder that is not there is one sentence', async () => {
  const { pack, faults } = await readPack('/nowhere/at/all', { clock });
  expect(pack).toBeUndefined();
  expect(faults).toEqual([
    { file: '.', line: 1, severity: 'fault', reason: 'There is no folder /nowhere/at/all. Give the folder of a pack.' },
  ]);
});

test('Links and folders that do not belong are named and not followed', async () => {
  const faults = await withSamplePack({}, async (folder) => {
    await symlink('/etc/hostname', join(folder, 'glossary.md'));
    await symlink('/', join(folder, 'conditions', 'everything'));
    await mkdir(join(folder, 'drafts'));
    return (await readPack(folder, { clock })).faults;
  });
  expect(faults.map(({ file }) => file)).toEqual(['conditions/everything', 'drafts', 'glossary.md']);
  expect(faults[0]?.reason).toMatch(/symbolic link/u);
  expect(faults[1]?.reason).toMatch(/^Nothing reads this folder/u);
});

test('Sources and terms that nothing refers to are warnings, and keep nothing from being imported', async () => {
  const { pack, faults } = await read({
    ...changed('sources.json', /\n\]\n$/u, ',\n  { "id": "lonely2020", "type": "book", "title": "Alone" }\n]\n'),
    'glossary.yaml': `${samplePack['glossary.yaml']}- { id: rest, term: { en: Rest }, means: { en: A pause. } }\n`,
  });
  expect(pack).toBeDefined();
  expect(faults).toMatchObject([
    { file: 'glossary.yaml', line: 6, severity: 'warning', reason: expect.stringContaining('No text explains `rest`') },
    {
      file: 'sources.json',
      line: 18,
      severity: 'warning',
      reason: expect.stringContaining('Nothing cites `lonely2020`'),
    },
  ]);
});

test('One file that cannot be read does not make every reference to it a fault', async () => {
  const { faults } = await read({ 'sources.json': '[{ "id": ' });
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({
    file: 'sources.json',
    line: 1,
    reason: expect.stringMatching(/^This is not valid JSON: /u),
  });
});

describe('Random damage', () => {
  const files = Object.keys(samplePack);
  const piece = fc.oneof(
    fc.string({ maxLength: 12 }),
    fc.string({ unit: 'binary', maxLength: 6 }),
    fc.constantFrom(
      '\n',
      '  ',
      ': ',
      '- ',
      '{',
      '}',
      '[',
      ']',
      '"',
      "'",
      '---\n',
      '*a ',
      '&a ',
      '!!set ',
      '<<: ',
      'null',
      '[@',
      ':term[',
      ':::note\n',
      '::claims',
      '|',
      '#',
      '\u0000',
      '\u202E',
      '1e999',
      '-1',
    ),
    fc.constantFrom('[', '{a: ', '- ', '> ', '*a **b ', ':a[').map((each) => each.repeat(3000)),
  );
  const damage = fc.record({
    file: fc.constantFrom(...files),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    drop: fc.nat({ max: 60 }),
    piece,
  });

  test('is told as faults, and never ends in an exception', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(damage, { minLength: 1, maxLength: 4 }),
        fc.option(fc.uint8Array({ maxLength: 40 })),
        async (damages, bytes) => {
          const changes: Record<string, string | Uint8Array> = {};
          for (const { file, at, drop, piece } of damages) {
            const text = String(changes[file] ?? samplePack[file]);
            const start = Math.floor(at * text.length);
            changes[file] = text.slice(0, start) + piece + text.slice(start + drop);
          }
          if (bytes) changes[damages[0]!.file] = bytes;
          const { pack, faults } = await read(changes);
          expect(pack === undefined).toBe(faults.some(({ severity }) => severity === 'fault'));
          for (const { line, reason } of faults) {
            expect(line).toBeGreaterThanOrEqual(1);
            expect(reason).toMatch(/[.!)]$/u);
          }
        },
      ),
      { numRuns: 120 },
    );
  });
});
