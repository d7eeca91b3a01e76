import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSiteText, createAnswerRepository, publishSiteText } from '#modules/answers/index.ts';
import { createConditionRepository, editKnowledge, markSource } from '#modules/conditions/index.ts';
import type { Source, SourceMark } from '#modules/knowledge/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { writePack } from './write-pack.usecases.ts';
import { exportPack } from './export-pack.usecases.ts';
import { importPack } from './import-pack.usecases.ts';
import type { Pack } from './pack.ts';
import { readPack } from './read-pack.usecases.ts';
import { rewriteClaims } from './rewrite-claims.ts';
import { appendSources } from './rewrite-sources.ts';
import { rewriteAnswer } from './rewrite.ts';

const folder = join(import.meta.dirname, '../../../packs/movement-disorders');
const norway = { en: 'Norway', es: 'Noruega' };
const clock = fixedClock('2026-11-30T09:00:00Z');
const events = { subscribe: () => {}, publish: async () => {} };
let database: DatabaseHandle;
let pack: Pack;

const bringIn = (what: Pack, take: readonly string[] | 'all' = []) =>
  importPack({ pack: what, database: database.db, events, clock, afterwards: async () => {}, take });
const exported = () => exportPack({ packId: 'movement-disorders', database: database.db });

/** Published on the site, as an editor would. */
async function edit(slug: string, questionId: string, change: (body: string) => string) {
  const condition = (await createConditionRepository(database.db).findBySlug(slug))!;
  await database.db.transaction().execute(async (transaction) => {
    const answers = createAnswerRepository(transaction);
    const answer = (await answers.listPublished(condition.id, questionId)).find(({ language }) => language === 'en')!;
    const { last } = await answers.lockAnswer(condition.id, answer.id);
    const revision = await addSiteText(
      {
        conditionId: condition.id,
        answerId: answer.id,
        baseId: answer.revision.id,
        short: answer.revision.short,
        body: change(answer.revision.body),
        author: 'Editors',
        authorId: null,
        way: 'urgent',
        note: 'A test',
      },
      { transaction, number: last + 1, clock },
    );
    await publishSiteText(
      { conditionId: condition.id, answerId: answer.id, revisionId: revision.id },
      { transaction, events, clock },
    );
  });
  return condition;
}

/** An answer that no pack had. */
async function writeNew(
  conditionId: string,
  questionId: string,
  language: 'en' | 'es',
  text: { short: string; body: string },
) {
  await database.db.transaction().execute(async (transaction) => {
    const answers = createAnswerRepository(transaction);
    const answerId = await answers.findOrAddAnswer({ id: newId(), conditionId, questionId, language });
    const revision = await addSiteText(
      { conditionId, answerId, baseId: null, ...text, author: 'Editors', authorId: null, way: 'review', note: 'New' },
      { transaction, number: 1, clock },
    );
    await publishSiteText({ conditionId, answerId, revisionId: revision.id }, { transaction, events, clock });
  });
}

beforeAll(async () => {
  database = await testDatabase();
  pack = (await readPack(folder)).pack!;
  await bringIn(pack);
});
afterAll(() => database.close());

describe('a pack that goes out of the atlas', () => {
  test('is letter by letter the one that came in, where nothing was edited', async () => {
    const { files, edited } = await exported();
    expect(edited).toEqual([]);
    expect(files).toEqual(pack.files);
    expect(files.size).toBeGreaterThan(100);
  });

  test('holds what was edited on the site, and nothing else is another; coming in again it changes nothing', async () => {
    const sentence = 'Some days are easier than others [@site2026].';
    const condition = await edit('essential-tremor', 'what-is-it', (body) => `${body}\n\n${sentence}`);
    const claim = condition.claims.find(({ value }) => value !== null)!;
    await database.db.transaction().execute((transaction) =>
      editKnowledge({
        transaction,
        condition,
        claims: {
          [claim.id]: { ...claim, value: claim.value! + 0.1, high: claim.high && claim.high + 0.1, place: norway },
          'new-on-the-site': { ...claim, id: 'new-on-the-site', year: 2020, source: 'site2026' },
        },
        sources: [
          { id: 'site2026', type: 'webpage', title: 'A source of the site', URL: 'https://site.example/' } as {
            id: string;
          },
        ],
        events,
        clock,
      }),
    );
    await writeNew(condition.id, 'how-treated', 'es', { short: 'Hay ayuda.', body: '## Qué ayuda\n\nHay ayuda.' });
    const { files, edited } = await exported();
    const fresh = 'conditions/essential-tremor/answers/es/how-treated.md';
    expect(files.get(fresh)).toContain('## Qué ayuda\n\nHay ayuda.\n');
    const path = 'conditions/essential-tremor/answers/en/what-is-it.md';
    expect(edited).toEqual(['conditions/essential-tremor/condition.yaml', path, fresh, 'sources.json'].sort());
    expect(files.get(path)).toBe(
      `${pack
        .files!.get(path)!
        .replace(/^updated: .*$/mu, 'updated: 2026-11-30')
        .trimEnd()}\n\n${sentence}\n`,
    );
    const lines = (text: string) => text.split('\n');
    const yaml = 'conditions/essential-tremor/condition.yaml';
    const before = lines(pack.files!.get(yaml)!);
    const now = lines(files.get(yaml)!);
    // of the number that was changed its value, its end and its place; nothing else went
    expect(before.filter((line) => !now.includes(line)).length).toBeLessThanOrEqual(3);
    expect(now.filter((line) => line.includes('Norway'))).toHaveLength(1);
    expect(now.filter((line) => line.includes('- id: new-on-the-site'))).toHaveLength(1);
    expect(JSON.parse(files.get('sources.json')!)).toHaveLength(pack.sources.length + 1);
    // another edition of the pack, which has not heard of it: what is new on the site stays
    const conditions = pack.conditions.map((each) =>
      each.slug === 'essential-tremor' ? { ...each, summary: { en: 'Another summary' } } : each,
    );
    expect((await bringIn({ ...pack, conditions })).answers.missing).toEqual([]);
    const { claims } = (await createConditionRepository(database.db).findBySlug('essential-tremor'))!;
    expect(claims.find(({ id }) => id === 'new-on-the-site')?.source).toBe('site2026');
    const out = await mkdtemp(join(tmpdir(), 'cairn-export-'));
    await writePack(out, { files, imported: new Map() });
    const again = await readPack(out, { clock });
    await rm(out, { recursive: true });
    expect(again.faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
    const { answers, conditions: numbers } = await bringIn(again.pack!);
    expect([answers.changed, answers.kept, answers.conflicts, numbers.keptClaims]).toEqual([[], [], [], []]);
    expect([answers.added, answers.missing]).toEqual([[], []]);
    expect((await exported()).edited).toEqual([]);
    await bringIn(pack);
    expect(files.get('sources.json')!.startsWith(pack.files!.get('sources.json')!.trimEnd().slice(0, -2))).toBe(true);
  });

  test('a text that the site and the pack both changed is not overwritten unless somebody says so', async () => {
    await edit('muscle-cramp', 'what-is-it', (body) => `${body}\n\nOf the site.`);
    const moved: Pack = {
      ...pack,
      answers: pack.answers.map((answer) =>
        answer.condition === 'muscle-cramp' && answer.questionId === 'what-is-it' && answer.language === 'en'
          ? { ...answer, body: `${answer.body}\n\nOf the pack.` }
          : answer,
      ),
    };
    const first = await bringIn(moved);
    expect(first.answers.conflicts).toEqual(['muscle-cramp/en/what-is-it']);
    expect(first.answers.kept).toEqual(['essential-tremor/en/what-is-it']);
    const published = async () => {
      const { id } = (await createConditionRepository(database.db).findBySlug('muscle-cramp'))!;
      const all = await createAnswerRepository(database.db).listPublished(id, 'what-is-it');
      return all.find(({ language }) => language === 'en')!.revision.body;
    };
    expect(await published()).toMatch(/Of the site\.$/u);
    await bringIn(moved, 'all');
    expect(await published()).toMatch(/Of the pack\.$/u);
    expect((await bringIn(moved)).answers.conflicts).toEqual([]);
  });

  test('has the mark of a source in its place, and no other byte changed; set back, nothing is left of it', async () => {
    const [{ id, csl }] = pack.sources as [{ id: string; csl: Source }];
    const stands = { doubt: undefined, note: '' };
    const marked = { doubt: 'retracted' as const, note: '10.1000/notice' };
    const set = (mark: SourceMark, seen: SourceMark) =>
      database.db
        .transaction()
        .execute((transaction) => markSource({ transaction, key: id, mark, seen, resting: [], events, clock }));
    const edited = (await exported()).files.get('sources.json')!;
    expect(await set(marked, stands)).toBe('marked');
    const out = (await exported()).files.get('sources.json')!;
    const title = `"title": ${JSON.stringify(csl.title)},\n`;
    expect(out).toBe(edited.replace(title, `${title}    "status": "retracted",\n    "note": "10.1000/notice",\n`));
    expect(await set(stands, marked)).toBe('marked');
    expect((await exported()).files.get('sources.json')).toBe(edited);
  });

  test('of one conflict the pack’s is taken by its name; the others stand, and are told again', async () => {
    const [one, two] = ['muscle-cramp', 'dystonia'] as const;
    for (const slug of [one, two]) await edit(slug, 'what-is-it', (body) => `${body}\n\nOf the site, again.`);
    const moved: Pack = {
      ...pack,
      answers: pack.answers.map((answer) =>
        [one, two].includes(answer.condition as never) && answer.questionId === 'what-is-it' && answer.language === 'en'
          ? { ...answer, body: `${answer.body}\n\nOf the pack, again.` }
          : answer,
      ),
    };
    const names = [`${one}/en/what-is-it`, `${two}/en/what-is-it`].sort();
    expect((await bringIn(moved)).answers.conflicts.sort()).toEqual(names);
    await expect(bringIn(moved, [names[0]!, 'dystonia/en/what-is-that'])).rejects.toMatchObject({
      code: 'packs.no_such_conflict',
      message: expect.stringContaining(`dystonia/en/what-is-that. They are about`) as string,
    });
    expect((await bringIn(moved)).answers.conflicts.sort()).toEqual(names);
    expect((await bringIn(moved, [names[0]!])).answers.changed).toEqual([names[0]]);
    expect((await bringIn(moved)).answers.conflicts).toEqual([names[1]]);
  });

  test('a number that both changed is told at each import until somebody takes the pack’s', async () => {
    const condition = (await createConditionRepository(database.db).findBySlug('dystonia'))!;
    const claim = condition.claims.find(({ value }) => value !== null)!;
    const name = `dystonia/${claim.id}`;
    await database.db.transaction().execute((transaction) =>
      editKnowledge({
        transaction,
        condition,
        claims: { [claim.id]: { ...claim, year: claim.year - 1 } },
        sources: [],
        events,
        clock,
      }),
    );
    const moved: Pack = {
      ...pack,
      conditions: pack.conditions.map((each) =>
        each.slug === 'dystonia'
          ? {
              ...each,
              claims: each.claims.map((one) => (one.id === claim.id ? { ...one, year: claim.year - 2 } : one)),
            }
          : each,
      ),
    };
    const year = async () => {
      const { claims } = (await createConditionRepository(database.db).findBySlug('dystonia'))!;
      return claims.find(({ id }) => id === claim.id)!.year;
    };
    expect((await bringIn(moved)).conditions.keptClaims).toEqual([name]);
    expect((await bringIn(moved)).conditions.keptClaims).toEqual([name]);
    expect(await year()).toBe(claim.year - 1);
    expect((await bringIn(moved, [name])).conditions.changed).toEqual(['dystonia']);
    expect(await year()).toBe(claim.year - 2);
    expect((await bringIn(moved)).conditions.keptClaims).toEqual([]);
  });

  test('of a pack that the atlas does not hold, or whose files it never kept, it says so', async () => {
    await expect(exportPack({ packId: 'nobodys', database: database.db })).rejects.toMatchObject({
      code: 'packs.unknown',
    });
    await database.db.withTables<{ pack_files: object }>().deleteFrom('pack_files').execute();
    await expect(exported()).rejects.toMatchObject({ code: 'packs.files_unknown' });
  });
});

describe('a file that is written anew', () => {
  const answer = '---\nshort: >-\n  One two\n  three.\nupdated: 2026-01-01\n---\n## Part\n\nText.\n';

  test('keeps the lines of the short answer if its words are the same', () => {
    expect(rewriteAnswer(answer, { short: 'One two three.', body: '## Part\n\nNew.', updated: '2026-02-02' })).toBe(
      answer.replace('Text.', 'New.').replace('2026-01-01', '2026-02-02'),
    );
  });

  test('folds a new short answer, and can be a new file', () => {
    const short = 'word '.repeat(40).trim();
    const text = rewriteAnswer(undefined, { short, body: 'Body.', updated: '2026-02-02' });
    expect(text).toMatch(/^---\nshort: >-\n( {2}(word ?)+\n)+updated: 2026-02-02\n---\nBody\.\n$/u);
  });

  test('changes numbers in their places: in lines, in braces, with what was not there before', () => {
    const yaml =
      'claims:\n  # kept\n  - id: one\n    value: 1.5 # why\n    year: 2012\n  - { id: two, low: 1, high: 2, interval: range, year: 2000 }\n';
    const claim = { value: null, low: null, high: null, interval: null, year: 2012, source: 'a' };
    const [one, two] = [
      { ...claim, id: 'one', value: 2, low: 1, high: 3, interval: 'ci95' },
      { ...claim, id: 'two', value: 1.5, year: 2000 },
    ] as never[];
    expect(rewriteClaims(yaml, [one!, two!])).toBe(
      'claims:\n  # kept\n  - id: one\n    low: 1\n    high: 3\n    interval: ci95\n    source: a\n    value: 2 # why\n    year: 2012\n  - { id: two, value: 1.5, source: a, year: 2000 }\n',
    );
  });

  test('takes what a number is a number of, and new numbers below the last', () => {
    const yaml =
      'slug: a\nclaims:\n  - id: one\n    about:\n      {\n        en: All,\n        es: Todo,\n      }\n    method:\n      en: |\n        Two\n        lines\n    value: 1\n  # below\n';
    const one = {
      id: 'one',
      about: { en: 'Adults: all', es: 'Todo' },
      value: 1,
      low: null,
      high: null,
      interval: null,
    };
    const two = { ...one, id: 'two', place: { en: 'Spain' }, counted: { who: 'adults' } };
    const text = rewriteClaims(yaml, [one, two] as never[]);
    expect(text).toBe(
      "slug: a\nclaims:\n  - id: one\n    about:\n      { en: 'Adults: all', es: Todo }\n    value: 1\n  - id: two\n    about: { en: 'Adults: all', es: Todo }\n    counted: { who: adults }\n    value: 1\n    place: { en: Spain }\n  # below\n",
    );
    for (const without of ['slug: a\n', 'slug: a\nclaims: []\n'])
      expect(parse(rewriteClaims(without, [two] as never[]))).toMatchObject({
        slug: 'a',
        claims: [{ id: 'two', about: two.about, place: two.place, value: 1 }],
      });
  });

  test('takes sources at its end', () => {
    expect(appendSources('[\n  { "id": "a" }\n]\n', [{ id: 'b' }])).toBe(
      '[\n  { "id": "a" },\n  {\n    "id": "b"\n  }\n]\n',
    );
    expect(appendSources('[\n]\n', [{ id: 'b' }])).toBe('[\n  {\n    "id": "b"\n  }\n]\n');
  });
});
