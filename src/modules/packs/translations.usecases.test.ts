import fc from 'fast-check';
import { parse } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addSiteText,
  createAnswerRepository,
  createTranslationRepository,
  newerOriginal,
  publishSiteText,
  retellTranslation,
  type Answer,
  type PublishingWay,
} from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { testDatabase } from '#support/database.ts';
import { exportPack } from './export-pack.usecases.ts';
import { importPack } from './import-pack.usecases.ts';
import { changed, withSamplePack, type Changes } from './pack.fixtures.ts';
import { readPack } from './read-pack.usecases.ts';
import { rewriteAnswer } from './rewrite.ts';

const clock = fixedClock('2026-11-22T09:00:00Z');
const events = { subscribe: () => {}, publish: async () => {} };
const [english, spanish] = ['en', 'es'].map((each) => `conditions/stillness/answers/${each}/what-is-it.md`) as [
  string,
  string,
];
let database: DatabaseHandle;
let conditionId: string;

async function bringIn(changes: Changes = {}, take: readonly string[] = []) {
  const { pack, faults } = await withSamplePack(changes, (folder) => readPack(folder, { clock }));
  expect(faults.filter(({ severity }) => severity === 'fault')).toEqual([]);
  return importPack({
    pack: pack!,
    database: database.db,
    events,
    clock,
    afterwards: async () => {},
    take,
  });
}

const published = async () => {
  const all = await createAnswerRepository(database.db).listPublished(conditionId, 'what-is-it');
  const of = (language: string) => all.find((answer) => answer.language === language)!;
  return { en: of('en'), es: of('es') };
};
const told = async () => (await published()).es.revision.translation;

/** Whether the Spanish text keeps up: by the rule of pages and by that of lists, which must say the same. */
async function isBehind(): Promise<boolean> {
  const { en, es } = await published();
  const behind = newerOriginal([en], es) !== undefined;
  const { entries, total } = await createTranslationRepository(database.db).listBehind({ languages: ['es'], limit: 5 });
  expect(entries.map(({ revisionId }) => revisionId)).toEqual(behind ? [es.revision.id] : []);
  expect(total).toBe(entries.length);
  return behind;
}

/** A version of an answer, written on the site. */
async function write(answer: Answer, way: PublishingWay, more: Partial<Parameters<typeof addSiteText>[0]> = {}) {
  return database.db.transaction().execute(async (transaction) => {
    const { last } = await createAnswerRepository(transaction).lockAnswer(conditionId, answer.id);
    const revision = await addSiteText(
      {
        conditionId,
        answerId: answer.id,
        baseId: answer.revision.id,
        short: answer.revision.short,
        body: `${answer.revision.body}\n\nMore.`,
        author: 'Editors',
        authorId: null,
        way,
        note: 'A test',
        ...more,
      },
      { transaction, number: last + 1, clock },
    );
    await publishSiteText(
      { conditionId, answerId: answer.id, revisionId: revision.id },
      { transaction, events, clock },
    );
    return revision;
  });
}

async function retell(translation: Parameters<typeof retellTranslation>[0]['translation']) {
  const revisionId = (await published()).es.revision.id;
  await database.db
    .transaction()
    .execute((transaction) =>
      retellTranslation({ conditionId, revisionId, translation }, { transaction, events, clock }),
    );
}

beforeAll(async () => {
  database = await testDatabase();
  await bringIn(changed(spanish, /translation: .*\n/u, ''));
  conditionId = (await createConditionRepository(database.db).findBySlug('stillness'))!.id;
});
afterAll(() => database.close());

describe('what a pack says of a translation', () => {
  const newEnglish = (() => {
    const [text] = Object.values(changed(english, 'The hand waits.', 'The hand rests.'));
    return { [english]: String(text).replace('updated: 2026-11-01', 'updated: 2026-11-20') };
  })();

  test('is taken over under a text that is as it was, without another version, and only once', async () => {
    expect(await told()).toBeUndefined();
    const { answers } = await bringIn();
    expect(answers.translations).toEqual(['stillness/es/what-is-it']);
    expect([answers.changed, answers.conflicts]).toEqual([[], []]);
    const { en, es } = await published();
    expect(es.revision.number).toBe(1);
    expect(es.revision.translation).toEqual({
      madeBy: 'person',
      of: '2026-11-01',
      source: { id: en.revision.id, number: 1, rootId: en.revision.id },
    });
    expect((await bringIn()).answers.translations).toEqual([]);
  });

  test('is of the version of its day: when the English goes on, the translation is behind until somebody says that it is not', async () => {
    expect(await isBehind()).toBe(false);
    await bringIn(newEnglish);
    expect(await isBehind()).toBe(true);
    expect((await told())?.source?.number).toBe(1);
    const confirmed = { ...newEnglish, ...changed(spanish, 'of: 2026-11-01', 'of: 2026-11-20') };
    expect((await bringIn(confirmed)).answers.translations).toEqual(['stillness/es/what-is-it']);
    expect(await isBehind()).toBe(false);
    expect((await published()).es.revision.number).toBe(1);
  });

  test('of a day that the atlas holds no text of, it is kept as the day alone, and is behind', async () => {
    await bringIn({ ...newEnglish, ...changed(spanish, 'of: 2026-11-01', 'of: 2026-10-10') });
    expect(await told()).toEqual({ madeBy: 'person', of: '2026-10-10' });
    expect(await isBehind()).toBe(true);
    await bringIn({ ...newEnglish, ...changed(spanish, 'of: 2026-11-01', 'of: 2026-11-20') });
  });

  test('goes when the pack does not say it any more', async () => {
    await bringIn({ ...newEnglish, ...changed(spanish, /translation: .*\n/u, '') });
    expect(await told()).toBeUndefined();
    await bringIn({ ...newEnglish, ...changed(spanish, 'of: 2026-11-01', 'of: 2026-11-20') });
    expect((await told())?.of).toBe('2026-11-20');
  });
});

describe('what the site says of a translation', () => {
  test('a corrected slip of the pen in English leaves it up to date, and any other change does not', async () => {
    await write((await published()).en, 'typo');
    await write((await published()).en, 'typo');
    expect(await isBehind()).toBe(false);
    await write((await published()).en, 'urgent');
    await write((await published()).en, 'typo');
    expect(await isBehind()).toBe(true);
  });

  test('is confirmed without another version, goes back into the file, and comes in again without a change', async () => {
    const before = await published();
    await retell({ madeBy: 'person', sourceId: before.en.revision.id });
    expect(await isBehind()).toBe(false);
    expect((await published()).es.revision.number).toBe(before.es.revision.number);
    const { files, edited } = await exportPack({ packId: 'examples', database: database.db });
    expect(edited).toEqual([english, spanish]);
    expect(files.get(spanish)).toContain('translation: { made-by: person, of: 2026-11-22 }\n---');
    const { answers } = await bringIn(Object.fromEntries(files));
    expect([answers.changed, answers.conflicts, answers.translations]).toEqual([[], [], []]);
    expect((await exportPack({ packId: 'examples', database: database.db })).edited).toEqual([]);
    expect(await isBehind()).toBe(false);
  });

  test('is not undone by a pack that says what it said; one that says another thing waits for a decision', async () => {
    const now = Object.fromEntries((await exportPack({ packId: 'examples', database: database.db })).files);
    await retell({ madeBy: 'machine', sourceId: (await published()).en.revision.id });
    expect((await bringIn(now)).answers.conflicts).toEqual([]);
    expect((await told())?.madeBy).toBe('machine');
    const other = { ...now, [spanish]: now[spanish]!.replace('of: 2026-11-22', 'of: 2026-11-20') };
    expect((await bringIn(other)).answers.conflicts).toEqual(['stillness/es/what-is-it']);
    expect((await told())?.madeBy).toBe('machine');
    await bringIn(other, ['stillness/es/what-is-it']);
    expect(await told()).toMatchObject({ madeBy: 'person', of: '2026-11-20' });
    expect((await bringIn(other)).answers.conflicts).toEqual([]);
  });

  test('is handed on to the next version, unless somebody says otherwise', async () => {
    const before = await told();
    await write((await published()).es, 'urgent');
    expect(await told()).toEqual(before);
    const { en, es } = await published();
    await write(es, 'urgent', { translation: { madeBy: 'machine', sourceId: en.revision.id } });
    expect(await told()).toMatchObject({ madeBy: 'machine', source: { id: en.revision.id } });
    const { files } = await exportPack({ packId: 'examples', database: database.db });
    expect(files.get(spanish)).toContain(`translation: { made-by: machine, of: ${en.revision.textDate} }`);
  });
});

describe('the front matter of a translation', () => {
  const day = fc
    .date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true })
    .map((each) => each.toISOString().slice(0, 10));
  const translation = fc.record({ madeBy: fc.constantFrom('machine' as const, 'person' as const), of: day });
  const written = fc
    .tuple(translation, fc.nat({ max: 3 }))
    .map(
      ([{ madeBy, of }, form]) =>
        [
          `translation: { made-by: ${madeBy}, of: ${of} } # as we know\n`,
          `translation:\n  # how\n  made-by: ${madeBy}\n  of: '${of}'\n`,
          `translation: {of: ${of}, made-by: "${madeBy}"}\n`,
          `translation:\n    of: ${of}\n    made-by: ${madeBy}\n`,
        ][form]!,
    );
  const front = fc.tuple(fc.option(written, { nil: '' }), fc.boolean());

  test('says afterwards what was to be said, and nothing else is another letter', () => {
    fc.assert(
      fc.property(front, fc.option(translation, { nil: undefined }), ([lines, first], says) => {
        const rest = 'short: >-\n  Uno dos\n  tres. # no comment\nupdated: 2026-01-01\n';
        const file = `---\n${first ? lines + rest : rest + lines}---\n\nCuerpo.\n`;
        const text = { short: 'Uno dos tres. # no comment', body: 'Cuerpo.', updated: '2026-01-01' };
        const once = rewriteAnswer(file, { ...text, ...(says && { translation: says }) });
        const told = (parse(once.split('---\n')[1]!) as { translation?: Record<string, string> }).translation;
        expect(told && { madeBy: told['made-by'], of: told.of }).toEqual(says);
        expect(once.replace(/^translation:.*\n(?: +.*\n)*?(?=short|---|updated)/mu, '')).toBe(
          `---\n${rest}---\n\nCuerpo.\n`,
        );
        expect(rewriteAnswer(once, { ...text, ...(says && { translation: says }) })).toBe(once);
        const was = (parse(file.split('---\n')[1]!) as { translation?: Record<string, string> }).translation;
        if (was && says && was['made-by'] === says.madeBy && was.of === says.of) expect(once).toBe(file);
      }),
    );
  });

  test('stays with a new short answer, which is folded anew', () => {
    const file =
      '---\nshort: Uno.\nupdated: 2026-01-01\ntranslation: { made-by: machine, of: 2026-01-01 } # draft\n---\nB.\n';
    const says = { madeBy: 'machine' as const, of: '2026-01-01' };
    expect(rewriteAnswer(file, { short: 'Dos.', body: 'B.', updated: '2026-02-02', translation: says })).toBe(
      '---\nshort: >-\n  Dos.\nupdated: 2026-02-02\ntranslation: { made-by: machine, of: 2026-01-01 } # draft\n---\nB.\n',
    );
  });
});
