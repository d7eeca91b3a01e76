import { readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { createConditionRepository, importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { fillAbout, type Somebody } from '#support/fill-person.ts';
import { knowledge } from '#support/knowledge.ts';
import { exportJsonSchema, exportSchema, type PersonExport } from './export.schemas.ts';
import { shownParts, writeExportFile } from './export-file.views.tsx';
import { listSections, makeExport } from './export.usecases.ts';
import { personalData } from './personal-data.ts';
import { isPersonal, nameOfField } from './register.ts';

// The whole database is read, more than once: a machine with much else to do takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock = fixedClock('2026-11-30T09:00:00Z');
let database: DatabaseHandle;
let db: Database;
let ana: Somebody;
let whole: PersonExport;

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  const conditionId = await db.transaction().execute(async (transaction) => {
    const events = { subscribe: () => {}, publish: async () => {} };
    return (await importKnowledge({ transaction, knowledge, events, clock })).idOf('stillness');
  });
  await sql`
    insert into pgboss.queue (name, policy, table_name, partition, retry_limit, retry_delay, retry_backoff,
      expire_seconds, retention_seconds, deletion_seconds)
    values ('mail.send', 'standard', 'job_common', false, 1, 1, false, 1, 1, 1)`.execute(db);
  ana = await addSomebody('ana', conditionId);
  await addSomebody('bert', conditionId);
  whole = await exportOf(ana.accountId);
});
afterAll(() => database.close());

async function addSomebody(name: string, conditionId: string): Promise<Somebody> {
  const person: Somebody = {
    accountId: newId(),
    memberId: newId(),
    email: `${name}@example.org`,
    marker: `${name}marker`,
    limitKey: `limit of ${name}`,
    readerKey: `reader ${name}`,
    conditionId,
    bystanderId: newId(),
  };
  await sql`insert into accounts (id, email) values (${person.bystanderId}, ${`beside.${name}@example.com`})`.execute(
    db,
  );
  for (const [table, entry] of Object.entries(personalData).reverse()) {
    if (!isPersonal(entry)) continue;
    const found = entry.erased.map((each) => each.found);
    for (const { column } of found) await fillAbout(db, table, person, { found, only: column, ours: entry.ours ?? [] });
  }
  return person;
}

const exportOf = (accountId: string) =>
  makeExport(
    { accountId, language: 'es', site: { name: 'Atlas', address: 'https://atlas.example.org' } },
    { database: db, clock, listConditions: (ids) => createConditionRepository(db).listByIds(ids) },
  );

test('is what its schema says', () => {
  expect(exportSchema.safeParse(JSON.parse(JSON.stringify(whole))).error?.issues).toBeUndefined();
});

test('its schema names every part and every field that the register exports, and no others', () => {
  const shape = (schema: unknown): Record<string, unknown> => {
    const { properties, items, anyOf } = schema as Record<string, unknown>;
    return (properties ?? (items ? shape(items) : anyOf ? shape((anyOf as unknown[])[0]) : {})) as never;
  };
  const parts = shape(exportJsonSchema());
  for (const { section } of listSections())
    expect(Object.keys(shape(parts[section.name])).sort(), section.name).toEqual(
      Object.values(section.fields).map(nameOfField).sort(),
    );
  const outside = ['format', 'version', 'schema', 'site', 'madeAt'];
  expect(
    Object.keys(parts)
      .filter((part) => !outside.includes(part))
      .sort(),
  ).toEqual(
    listSections()
      .map(({ section }) => section.name)
      .sort(),
  );
});

test('no part of it is empty for somebody about whom every table says something', () => {
  for (const { section } of listSections()) {
    const part = whole[section.name as keyof PersonExport];
    expect(Array.isArray(part) ? part.length : part, section.name).toBeTruthy();
  }
});

test('every text that is theirs comes along, and nothing that is withheld', () => {
  const text = JSON.stringify(whole);
  const withheld: string[] = [];
  for (const [table, entry] of Object.entries(personalData))
    if (isPersonal(entry))
      withheld.push(...Object.keys(entry.withheld).map((column) => `anamarker:${table}.${column} `));
  expect(withheld.filter((words) => text.includes(words))).toEqual([]);
  for (const words of [
    'experiences.title',
    'experiences.body',
    'experiences.author_name',
    'members.display_name',
    'consents.wording',
    'passkeys.name',
    'joinings.draft',
    'mails.subject',
  ])
    expect(text).toContain(`anamarker:${words} `);
});

test('nothing of anybody else is in it', () => {
  expect(JSON.stringify(whole)).not.toMatch(/bert|beside/u);
});

test('conditions are named as in the reader’s language, not by numbers', () => {
  expect(whole.memberships).toEqual([expect.objectContaining({ condition: { slug: 'stillness', name: 'Quietud' } })]);
});

test('an account that is gone exports nothing', async () => {
  await expect(exportOf(newId())).rejects.toThrow('This account is gone.');
});

test('the file to read shows every part that the register exports, with a name for every field', async () => {
  const { shown, registered } = shownParts();
  expect([...shown].sort()).toEqual([...registered].sort());
  for (const language of ['en', 'es'] as const) {
    let file = '';
    for await (const piece of writeExportFile(whole, createI18n(createLanguages(), language))) file += piece;
    expect(file).toMatch(/^<!DOCTYPE html>.*<\/html>$/s);
    expect(file).toContain('anamarker:experiences.body ');
    const words = JSON.parse(readFileSync(`messages/${language}.json`, 'utf8')) as Record<string, string>;
    for (const { section } of listSections())
      for (const field of Object.values(section.fields).map(nameOfField)) {
        const key = `export.field.${field.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`)}`;
        expect(file, key).toContain(`<dt>${words[key]}</dt>`);
      }
  }
});

test('what somebody wrote cannot do anything in the file', async () => {
  const evil = structuredClone(whole);
  evil.experiences[0]!.text = '<script>alert(1)</script><img src=x onerror=alert(1)>';
  let file = '';
  for await (const piece of writeExportFile(evil, createI18n(createLanguages(), 'en'))) file += piece;
  expect(file).not.toMatch(/<script|<img/);
});
