import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import {
  createConditionRepository,
  createIndexRepository,
  getCondition,
  importKnowledge,
} from '#modules/conditions/index.ts';
import { createMemberRepository } from '#modules/members/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { knowledge, stillness as written } from '#support/knowledge.ts';
import { importVocabulary } from './import-vocabulary.usecases.ts';
import { openFile } from './source.files.ts';
import { loadVocabularyData } from './vocabulary-page.ts';
import { createVocabularyRepository } from './vocabulary.repository.ts';
import * as files from './vocabulary.fixtures.ts';
import type { VocabularyId } from './vocabulary.ts';

let database: DatabaseHandle;
let published: string[][];
let pagesDropped: number;
const clock = fixedClock('2026-11-24T12:00:00Z');
const events = {
  subscribe: () => {},
  publish: async (_trx: unknown, _event: unknown, payload: unknown) =>
    void published.push((payload as { conditionIds: string[] }).conditionIds),
};

beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await emptyTables(database.db);
  published = [];
  pagesDropped = 0;
});
afterAll(() => database.close());

const bringIn = (
  vocabulary: VocabularyId,
  contents: readonly (string | Buffer)[],
  allowWithdrawn = false,
  remake = false,
) =>
  importVocabulary({
    vocabulary,
    files: contents.map((content) => openFile('-', () => Readable.from([Buffer.from(content)]))),
    allowWithdrawn,
    remake,
    database: database.db,
    events: events as never,
    clock,
    afterwards: async () => void pagesDropped++,
  });

const conditions = () => createConditionRepository(database.db);
const condition = (slug: string) => getCondition({ slug, conditions: conditions() });
const slugs = async () => (await conditions().list()).map(({ slug }) => slug).sort();
const dataOf = async (slug: string) =>
  loadVocabularyData({
    condition: await condition(slug),
    vocabularies: createVocabularyRepository(database.db),
    conditions: conditions(),
  });
const importPack = (codes = written.codes, slug = 'stillness') =>
  database.db.transaction().execute((transaction) =>
    importKnowledge({
      transaction,
      knowledge: { ...knowledge, conditions: [{ ...written, slug, codes }], lookAlikes: [] },
      events: events as never,
      clock,
    }),
  );
const orpha = (code: string) => [{ system: 'ORPHA' as const, code, relation: 'exact' as const }];

describe('Orphanet', () => {
  test('becomes conditions with names, codes, numbers and what it says of them', async () => {
    const report = await bringIn('orphanet', [files.packets]);
    expect(report.files[0]).toMatchObject({ part: 'packets', version: '1.0 [2025-03-03]', added: 3, withdrawn: 0 });
    expect(report.conditions).toEqual({ added: 3, changed: 0, folded: 0 });
    expect(await condition('stillness')).toMatchObject({
      packId: null,
      names: { en: { preferred: 'Stillness', synonyms: ['Example disease', 'Waiting sickness'] } },
      codes: [
        { system: 'ORPHA', code: 'ORPHA:11', relation: 'exact', vocabulary: 'orphanet' },
        { system: 'OMIM', code: '100100', relation: 'exact' },
        { system: 'OMIM', code: '100200', relation: 'narrow' },
      ],
      claims: [
        {
          measure: 'point-prevalence',
          value: null,
          low: 1,
          high: 9,
          unit: 'per-100000',
          place: { en: 'Europe' },
          year: 2025,
          source: 'orphanet-data',
        },
        { measure: 'incidence', value: 0.06, low: null, high: null, place: { en: 'Spain' } },
      ],
    });
    const data = await dataOf('stillness');
    expect(data).toMatchObject({
      definition: { text: 'A disorder in which nothing moves for a while.', vocabulary: 'orphanet' },
      content: { onset: ['Childhood'], inheritance: ['Autosomal recessive'] },
      above: [{ slug: 'examples' }],
      listings: [{ termId: 'ORPHA:11', released: '2025-12-09', withdrawnVersion: null }],
      symptoms: [
        { id: 'HP:0000101', band: 'most' },
        { id: 'HP:0000102', band: 'none' },
      ],
    });
  });

  test('comes in once; again, it changes nothing and tells nobody', async () => {
    await bringIn('orphanet', [files.packets]);
    const [told, dropped] = [published.length, pagesDropped];
    const report = await bringIn('orphanet', [gzipSync(files.packets)]);
    expect(report.files[0]).toMatchObject({ added: 0, changed: 0, unchanged: 3, withdrawn: 0 });
    expect([published.length, pagesDropped]).toEqual([told, dropped]);
  });

  test('can make every condition anew from the same file', async () => {
    await bringIn('orphanet', [files.packets]);
    const { id } = await condition('stillness');
    const report = await bringIn('orphanet', [files.packets], false, true);
    expect(report.conditions).toEqual({ added: 0, changed: 3, folded: 0 });
    expect((await condition('stillness')).id).toBe(id);
  });

  test('tells of many conditions in one event', async () => {
    const many = Array.from({ length: 700 }, (_, index) => files.packet(1000 + index, `Condition ${index}`)).join('\n');
    await bringIn('orphanet', [many]);
    expect(published.map((ids) => ids.length)).toEqual([500, 200]);
  });

  test('keeps its categories out of the letters of the index, and not out of reach', async () => {
    await bringIn('orphanet', [files.packets]);
    const { lines } = await createIndexRepository(database.db).listUnwritten({ language: 'en' }, { limit: 10 });
    expect(lines.map(({ slug }) => slug)).toEqual(['restlessness', 'stillness']);
    expect((await condition('examples')).names.en.preferred).toBe('Examples');
  });
});

describe('One condition of several vocabularies', () => {
  const mondo = [
    files.list(['MONDO:0000011', 'stillness disease', 'quiet hand']),
    files.mappings(['MONDO:0000011', 'stillness disease', 'Orphanet:11']),
  ];

  test('is one page with the names and codes of both', async () => {
    await bringIn('orphanet', [files.packets]);
    const report = await bringIn('mondo', mondo);
    expect(report.conditions).toEqual({ added: 0, changed: 1, folded: 0 });
    const { names, codes, namesFrom } = await condition('stillness');
    expect(names.en).toMatchObject({ preferred: 'Stillness' });
    expect(names.en.synonyms).toEqual(expect.arrayContaining(['stillness disease', 'quiet hand']));
    expect(namesFrom).toContainEqual({ name: 'quiet hand', vocabulary: 'mondo' });
    expect(codes.map(({ code }) => code)).toEqual(expect.arrayContaining(['ORPHA:11', 'MONDO:0000011']));
  });

  test('in whatever order they come; the second address leads to the first', async () => {
    await bringIn('mondo', [mondo[0]!]);
    await bringIn('orphanet', [files.packets]);
    expect(await slugs()).toEqual(['examples', 'restlessness', 'stillness', 'stillness-disease']);
    const report = await bringIn('mondo', [mondo[1]!]);
    expect(report.conditions.folded).toBe(1);
    expect(await slugs()).toEqual(['examples', 'restlessness', 'stillness']);
    expect(await conditions().findSlugAfter('stillness-disease')).toBe('stillness');
  });

  test('stays two where people belong to both, and the report says so', async () => {
    await bringIn('mondo', [mondo[0]!]);
    await bringIn('orphanet', [files.packets]);
    await join('stillness-disease');
    const report = await bringIn('mondo', [mondo[1]!]);
    expect(report.keptApart).toEqual(['MONDO:0000011']);
    expect(await slugs()).toContain('stillness-disease');
  });
});

const join = async (slug: string) =>
  createMemberRepository(database.db).addMembers([
    { id: newId(), demo: true, joinedAt: clock.now(), conditionId: (await condition(slug)).id, role: 'living-with-it' },
  ]);

describe('What a pack wrote', () => {
  test('stays word for word; a vocabulary adds codes, marked names and symptoms', async () => {
    await importPack(orpha('ORPHA:11'));
    const report = await bringIn('orphanet', [files.packets]);
    expect(report.conditions).toEqual({ added: 2, changed: 1, folded: 0 });
    const { names, claims, codes, namesFrom, packId, summary } = await condition('stillness');
    expect(packId).toBe('examples');
    expect(summary).toEqual(written.summary);
    expect(claims).toEqual(written.claims);
    expect(names.es).toEqual(written.names.es);
    expect(names.en).toMatchObject({ preferred: 'Stillness', inSentence: 'stillness', narrower: ['Quiet hand'] });
    expect(names.en.synonyms).toEqual(['Example disease', 'Waiting sickness']);
    expect(namesFrom).toEqual([{ name: 'Waiting sickness', vocabulary: 'orphanet' }]);
    expect(codes[0]).toEqual(orpha('ORPHA:11')[0]);
    expect(codes[1]).toMatchObject({ code: '100100', vocabulary: 'orphanet' });
    expect((await dataOf('stillness'))!.symptoms).toHaveLength(2);
  });

  test('takes over the page that a vocabulary made: same condition, same people, the old address leads on', async () => {
    await bringIn('orphanet', [files.packets]);
    const { id } = await condition('stillness');
    await join('stillness');
    await importPack(orpha('ORPHA:11'), 'the-waiting');
    const taken = await condition('the-waiting');
    expect(taken.id).toBe(id);
    expect(taken.packId).toBe('examples');
    expect(taken.names.en.preferred).toBe('Stillness');
    expect(taken.names.en.synonyms).toEqual(['Example disease', 'Waiting sickness']);
    expect(taken.claims).toEqual(written.claims);
    expect(await conditions().findSlugAfter('stillness')).toBe('the-waiting');
    await bringIn('orphanet', [files.packets + files.packet(13, 'Another')]);
    expect((await condition('the-waiting')).packId).toBe('examples');
    expect(await slugs()).toEqual(['another', 'examples', 'restlessness', 'the-waiting']);
  });

  test('is not mistaken for a condition that has only its address', async () => {
    await bringIn('orphanet', [files.packets]);
    await importPack(orpha('ORPHA:99'));
    await bringIn('orphanet', [files.packets + files.packet(99, 'Stillness of another kind')]);
    expect((await condition('stillness')).codes.filter(({ system }) => system === 'ORPHA')).toEqual([
      expect.objectContaining({ code: 'ORPHA:99' }),
    ]);
    expect((await condition('stillness-orpha-11')).codes).toContainEqual(expect.objectContaining({ code: 'ORPHA:11' }));
  });
});

describe('An update', () => {
  const without = files.packets.replace(/^.*"Label":"Stillness".*\n/mu, '');

  test('changes what differs, and marks what is gone: people and address stay', async () => {
    await bringIn('orphanet', [files.packets]);
    await join('stillness');
    const report = await bringIn('orphanet', [
      without.replaceAll('1.0 [2025-03-03]', '2.0').replace('Restlessness', 'Hurry'),
    ]);
    expect(report.files[0]).toMatchObject({ added: 0, changed: 1, unchanged: 1, withdrawn: 1 });
    expect(await dataOf('stillness')).toMatchObject({
      listings: [{ termId: 'ORPHA:11', withdrawnVersion: '2.0' }],
      definition: { text: 'A disorder in which nothing moves for a while.' },
    });
    const renamed = await condition('restlessness');
    expect(renamed.names.en.preferred).toBe('Hurry');
    const { lines } = await createIndexRepository(database.db).listUnwritten({ language: 'en' }, { limit: 10 });
    expect(lines.map(({ slug }) => slug)).toEqual(['restlessness']);
  });

  test('that brings a term back takes the mark away', async () => {
    await bringIn('orphanet', [files.packets]);
    await bringIn('orphanet', [without]);
    const report = await bringIn('orphanet', [files.packets]);
    expect(report.files[0]).toMatchObject({ added: 1, unchanged: 2 });
    expect((await dataOf('stillness'))!.listings[0]!.withdrawnVersion).toBeNull();
  });

  test('that lacks much of what there was is refused, unless it is meant', async () => {
    const many = Array.from({ length: 60 }, (_, index) => files.packet(1000 + index, `Condition ${index}`));
    await bringIn('orphanet', [many.join('\n') + '\n']);
    const half = [many.slice(0, 30).join('\n') + '\n'];
    await expect(bringIn('orphanet', half)).rejects.toThrow(
      /^standard input lacks 30 of the 60 terms that the last import had\. .*--allow-withdrawn/u,
    );
    expect((await bringIn('orphanet', half, true)).files[0]!.withdrawn).toBe(30);
  });
});

describe('Bad input', () => {
  const nothingHappened = async () => {
    expect(await slugs()).toEqual([]);
    expect(await createVocabularyRepository(database.db).listParts()).toEqual([]);
    expect(published).toEqual([]);
  };

  test('a hierarchy in a circle is refused with the circle, and nothing is imported', async () => {
    const circle = files.edges(
      ['MONDO:0000001', 'MONDO:0000002'],
      ['MONDO:0000002', 'MONDO:0000003'],
      ['MONDO:0000003', 'MONDO:0000001'],
    );
    await expect(bringIn('mondo', [files.list(['MONDO:0000001', 'stillness']), circle])).rejects.toThrow(
      /runs in a circle, MONDO:0000001 → MONDO:0000002 → MONDO:0000003 → MONDO:0000001\. .*Nothing was imported\.$/u,
    );
    await nothingHappened();
  });

  test('a mapping to an id that nobody has joins nothing, and is told', async () => {
    await bringIn('orphanet', [files.packets]);
    const report = await bringIn('mondo', [
      files.list(['MONDO:0000011', 'a new one']),
      files.mappings(
        ['MONDO:0000011', 'a new one', 'Orphanet:404'],
        ['MONDO:0000011', 'a new one', 'Elsewhere:1'],
        ['nonsense', '', 'Orphanet:11'],
      ),
    ]);
    expect(report.files[1]!.unknown).toEqual({ count: 1, examples: ['ORPHA:404'] });
    expect(report.rejects).toEqual([
      { file: 'standard input', line: 8, reason: expect.stringContaining('Elsewhere:1 has a prefix') },
      { file: 'standard input', line: 9, reason: 'nonsense is no id of Mondo' },
    ]);
    expect((await condition('a-new-one')).codes.map(({ code }) => code)).toEqual(['MONDO:0000011']);
  });

  test('a mapping that Mondo has retired, or that is not exact, joins nothing', async () => {
    await bringIn('orphanet', [files.packets]);
    const report = await bringIn('mondo', [
      files.list(['MONDO:0000011', 'one'], ['MONDO:0000012', 'two']),
      files.mappings(
        ['MONDO:0000011', 'obsolete one', 'Orphanet:11'],
        ['MONDO:0000012', 'two', 'Orphanet:12', 'skos:broadMatch'],
      ),
    ]);
    expect(report.conditions).toMatchObject({ added: 2, changed: 0 });
    expect(report.files[1]!.skipped).toEqual({ 'mappings of terms that Mondo has retired': 1 });
    expect((await condition('two')).codes).toContainEqual(
      expect.objectContaining({ code: 'ORPHA:12', relation: 'broad' }),
    );
  });

  test.each([
    [
      'gzip that is cut short',
      () => gzipSync(files.packets + 'x'.repeat(1e5)).subarray(0, -20),
      /ends in the middle: .*Fetch it again/u,
    ],
    ['a last line that is cut short', () => files.packets.slice(0, -10), /ends in the middle of line 3/u],
    [
      'a file of another kind',
      () => '<?xml version="1.0"?><nothing/>',
      /is none of the files that are read here: ORPHApackets/u,
    ],
    ['another vocabulary’s file', () => files.edges(['MONDO:0000001', 'MONDO:0000002']), /is none of the files/u],
    ['no text at all', () => Buffer.from([0xff, 0xfe, 0x00, 0x80, 0x99]), /is not text in UTF-8/u],
    ['an empty file', () => '', /is none of the files/u],
    [
      'damaged gzip',
      () => Buffer.from([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
      /damaged gzip|ends in the middle/u,
    ],
  ])('%s is refused in one sentence, and nothing is imported', async (_, content, sentence) => {
    await expect(bringIn('orphanet', [files.packets, content()])).rejects.toThrow(sentence);
    await nothingHappened();
  });

  test('a file that is not there is one sentence', async () => {
    const missing = importVocabulary({
      vocabulary: 'hpo',
      files: [openFile('/nowhere/hp.json', () => Readable.from([]))],
      database: database.db,
      events: events as never,
      clock,
      afterwards: async () => {},
    });
    await expect(missing).rejects.toThrow('hp.json: There is no such file. Check the path. Nothing was imported.');
  });

  test('broken quotes, a name of a million letters and lines that are no JSON are told by their line; the rest is taken', async () => {
    const report = await bringIn('mondo', [
      `${files.list(['MONDO:0000001', 'stillness'])}"MONDO:0000002\tbroken\t\n${`MONDO:0000003\t${'x'.repeat(1e6)}\t\n`}MONDO:0000004\trestlessness\tfine|${'y'.repeat(1e6)}\nMONDO:0000005\n`,
    ]);
    expect(report.rejects.map(({ line, reason }) => `${line} ${reason}`)).toEqual([
      '3 a quote is opened and not closed',
      '4 a name of 1,000,000 characters; 500 is the most',
      '4 MONDO:0000003 has no name',
      '5 a name of 1,000,000 characters; 500 is the most',
      '6 1 cells where the heading has 3',
    ]);
    expect(await slugs()).toEqual(['restlessness', 'stillness']);
    const packets = await bringIn('orphanet', [`${files.examples}\nno JSON\n${files.stillness}\n`]);
    expect(packets.rejects).toEqual([{ file: 'standard input', line: 2, reason: 'this line is no JSON object' }]);
    expect((await condition('stillness-orpha-11')).names.en.synonyms).toContain('Example disease');
  });
});

describe('Mondo as an OBO graph', () => {
  test('lists its terms with exact mappings, and leaves out what is retired', async () => {
    await bringIn('orphanet', [files.packets]);
    const report = await bringIn('mondo', [
      files.mondoGraph(
        {
          id: 'http://purl.obolibrary.org/obo/MONDO_0000012',
          lbl: 'restlessness disorder',
          meta: {
            definition: { val: 'A disorder of hurry.' },
            synonyms: [
              { pred: 'hasExactSynonym', val: 'hurry' },
              { pred: 'hasRelatedSynonym', val: 'haste' },
            ],
            basicPropertyValues: [
              { pred: 'http://www.w3.org/2004/02/skos/core#exactMatch', val: 'http://www.orpha.net/ORDO/Orphanet_12' },
            ],
          },
        },
        { id: 'http://purl.obolibrary.org/obo/MONDO_0000013', lbl: 'obsolete thing', meta: { deprecated: true } },
      ),
    ]);
    expect(report.files[0]).toMatchObject({ part: 'ontology', version: '2026-08-04', added: 1 });
    const { names, codes } = await condition('restlessness');
    expect(names.en.synonyms).toEqual(['restlessness disorder', 'hurry']);
    expect(codes.map(({ code }) => code)).toEqual(['ORPHA:12', 'MONDO:0000012']);
    expect((await dataOf('restlessness'))!.definition).toEqual({ text: 'A disorder of hurry.', vocabulary: 'mondo' });
  });

  test('that is cut short is refused', async () => {
    await expect(bringIn('mondo', [files.mondoGraph({ id: 'x' }).slice(0, -4)])).rejects.toThrow(/ends in the middle/u);
  });
});

describe('HPO', () => {
  test('names symptoms in everyday words and in other languages, and says how often published reports had them', async () => {
    await bringIn('orphanet', [
      files.packet(12, 'Restlessness', {
        ExternalReferences: [
          {
            Source: 'OMIM',
            Reference: '100300',
            DisorderMappingRelation: 'E (Exact mapping: the two concepts are equivalent)',
          },
        ],
      }),
    ]);
    const report = await bringIn('hpo', [
      files.symptomGraph,
      files.annotations(
        ['OMIM:100300', 'HP:0000101', '3/4'],
        ['OMIM:100300', 'HP:0000101', '2/3'],
        ['OMIM:100300', 'HP:0000102', 'HP:0040283'],
        ['OMIM:100300', 'HP:0000102', '9/4'],
        ['OMIM:100300', 'HP:0000007', '', '', 'I'],
        ['OMIM:100400', 'HP:0000102', '', 'NOT'],
      ),
      files.babelon(['HP:0000101', 'Inmovilidad'], ['HP:0000102', 'NA', 'NOT_TRANSLATED']),
    ]);
    expect(report.files.map(({ part, added }) => [part, added])).toEqual([
      ['ontology', 2],
      ['annotations', 2],
      ['labels-es', 1],
    ]);
    expect(report.rejects).toEqual([{ file: 'standard input', line: 7, reason: '9/4 is no frequency' }]);
    const data = (await dataOf('restlessness'))!;
    expect(data.symptoms).toEqual([
      { id: 'HP:0000101', band: 'many', counted: { seen: 5, examined: 7 } },
      { id: 'HP:0000102', band: 'some' },
    ]);
    expect(data.symptomStatements.get('HP:0000101')!.map(({ content }) => content.label)).toEqual([
      'Inmovilidad',
      'Immobility',
    ]);
  });
});
