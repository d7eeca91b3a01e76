import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { importKnowledge } from '#modules/conditions/index.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { newId } from '#platform/ids/ids.ts';
import { readerKeysOf, takeReadBudget } from '#platform/rate-limit/read-budget.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { fillAbout, type Somebody } from '#support/fill-person.ts';
import { findTraces } from '#support/find-traces.ts';
import { knowledge } from '#support/knowledge.ts';
import { createLeavingRepository } from './leaving.repository.ts';
import {
  eraseAccount,
  eraseAgain,
  eraseDue as eraseAllDue,
  leave,
  stay,
  type LeavingServices,
} from './leaving.usecases.ts';
import { personalData } from './personal-data.ts';
import { isPersonal } from './register.ts';

// The whole database is read, more than once: a machine with much else to do takes its time.
vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const clock = fixedClock('2026-11-30T09:00:00Z');
const later = (days: number) => clock.set(new Date(Date.UTC(2026, 10, 30 + days, 10)));
/** Erases who is due, and counts with whom it worked. */
async function eraseDue(given: LeavingServices): Promise<{ erased: number; failed: number }> {
  const failures: unknown[] = [];
  const erased = await eraseAllDue(given, (error) => failures.push(error));
  return { erased, failed: failures.length };
}
const i18n = createI18n(createLanguages(), 'en');

let database: DatabaseHandle;
let db: Database;
let services: LeavingServices;
let mails: { to: string; subject: string; body: string }[];
let dropped: string[];
let conditionId: string;

beforeAll(async () => {
  database = await testDatabase();
  db = database.db;
  await sql`
    insert into pgboss.queue (name, policy, table_name, partition, retry_limit, retry_delay, retry_backoff,
      expire_seconds, retention_seconds, deletion_seconds)
    values ('mail.send', 'standard', 'job_common', false, 1, 1, false, 1, 1, 1)`.execute(db);
});
afterAll(() => database.close());
beforeEach(async () => {
  clock.set('2026-11-30T09:00:00Z');
  await emptyTables(db);
  await sql`truncate pgboss.job, pgboss.warning`.execute(db);
  mails = [];
  dropped = [];
  services = {
    database: db,
    clock,
    backupDays: 14,
    site: { name: 'Atlas', address: 'https://atlas.example.org' },
    i18nOf: () => i18n,
    writeMail: async (_, mail) => void mails.push(mail),
    dropPages: async (_, ids) => void dropped.push(...ids),
    keysOf: async (transaction, { accountId }) => ({
      limits: [`limit of ${accountId}`],
      readers: await readerKeysOf(transaction, accountId),
    }),
  };
  await db.transaction().execute(async (transaction) => {
    const events = { subscribe: () => {}, publish: async () => {} };
    conditionId = (await importKnowledge({ transaction, knowledge, events, clock })).idOf('stillness');
  });
});

/** Somebody about whom every table of the register says something. */
async function addSomebody(name: string): Promise<Somebody> {
  const accountId = newId();
  const bystanderId = newId();
  await sql`insert into accounts (id, email) values (${bystanderId}, ${`beside.${name}@example.org`})`.execute(db);
  await sql`insert into read_salts (day, salt) values ('2026-11-30', 'salt') on conflict do nothing`.execute(db);
  const person: Somebody = {
    accountId,
    memberId: newId(),
    email: `${name}.o'hara+x@example.org`,
    marker: `${name}marker`,
    limitKey: `limit of ${accountId}`,
    readerKey: (await readerKeysOf(db, accountId))[0]!,
    conditionId,
    bystanderId,
  };
  // What others point at comes first: the register's order, turned round.
  for (const [table, entry] of Object.entries(personalData).reverse()) {
    if (!isPersonal(entry)) continue;
    const found = entry.erased.map((each) => each.found);
    // One row for each way in which rows are found, so that each way is proved by itself.
    for (const { column } of found) await fillAbout(db, table, person, { found, only: column, ours: entry.ours ?? [] });
  }
  await sql`update members set leaving_on = null, joined = true`.execute(db);
  return person;
}

const tracesOf = ({ accountId, memberId, email, marker, limitKey, readerKey }: Somebody) => [
  accountId,
  memberId,
  email,
  marker,
  limitKey,
  readerKey,
];

describe('Somebody about whom every table says something', () => {
  test('is found in each of them before, and in none after', async () => {
    const ana = await addSomebody('ana');
    const before = await findTraces(db, tracesOf(ana));
    const silent = Object.entries(personalData)
      .filter(([, entry]) => isPersonal(entry))
      .map(([table]) => (table.startsWith('pgboss.') ? table : `public.${table}`))
      .filter((table) => !before.some((trace) => trace.startsWith(`${table}: `)));
    expect(silent, 'registered tables that the test says nothing in').toEqual([]);

    await leave({ accountId: ana.accountId, keepsExperiences: false, atOnce: true }, services);
    expect(await eraseDue(services)).toEqual({ erased: 1, failed: 0 });
    expect(await findTraces(db, tracesOf(ana))).toEqual([]);
  });

  test('is told by mail, at an address that is in no table any more', async () => {
    const ana = await addSomebody('ana');
    await leave({ accountId: ana.accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    expect(mails).toEqual([expect.objectContaining({ to: ana.email, subject: 'Your account is gone' })]);
    expect(mails[0]!.body).toContain('14 December 2026');
  });

  test('takes nobody else along, not even somebody whose address ends alike', async () => {
    const rows = async () => {
      const counts: Record<string, number> = {};
      for (const table of Object.keys(personalData))
        counts[table] = (
          await sql<{ count: number }>`select count(*)::int as count from ${sql.table(table)}`.execute(db)
        ).rows[0]!.count;
      return counts;
    };
    const nobody = await rows();
    const ana = await addSomebody('ana');
    const one = await rows();
    const joana = await addSomebody('joana');
    const both = await rows();
    await leave({ accountId: ana.accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    const left = await rows();
    for (const [table, entry] of Object.entries(personalData)) {
      if (!isPersonal(entry)) continue;
      const cut = entry.erased.filter(({ does }) => does === 'cut the link').length;
      expect(both[table]! - left[table]!, table).toBe(
        one[table]! - nobody[table]! - cut - (table === 'accounts' ? 1 : 0),
      );
    }
    expect((await findTraces(db, tracesOf(joana))).length).toBeGreaterThan(20);
    expect(await findTraces(db, [ana.accountId, ana.memberId, ana.limitKey, ana.readerKey])).toEqual([]);
  });

  test('who keeps their experiences leaves them behind without any name', async () => {
    const ana = await addSomebody('ana');
    await sql`update experiences set title = 'The bus', body = 'It was late.', language = 'en', role = 'family'
      where author_id = ${ana.memberId}`.execute(db);
    await sql`update experience_replies set body = 'So it was here.', language = 'en'
      where author_id = ${ana.memberId}`.execute(db);
    await leave({ accountId: ana.accountId, keepsExperiences: true, atOnce: true }, services);
    await eraseDue(services);
    const { rows } = await sql<object>`select title, body, author_id, author_name from experiences`.execute(db);
    expect(rows).toEqual([{ title: 'The bus', body: 'It was late.', author_id: null, author_name: null }]);
    const own = tracesOf(ana).filter((trace) => trace !== ana.marker);
    expect(await findTraces(db, own)).toEqual([]);
  });

  test('a table that forgets is found by this very proof', async () => {
    await sql`create table diaries (id uuid primary key, words text, of_whom jsonb, seal bytea)`.execute(db);
    const ana = await addSomebody('ana');
    const { accountId, email, marker } = ana;
    await sql`insert into diaries values (gen_random_uuid(), ${`Dear ${marker}`}, ${JSON.stringify({ to: email })}::jsonb,
      ${Buffer.from(accountId)})`.execute(db);
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    expect((await findTraces(db, tracesOf(ana))).sort()).toEqual(
      [`public.diaries: ${email}`, `public.diaries: ${accountId} as bytes`, `public.diaries: ${marker}`].sort(),
    );
    await sql`drop table diaries`.execute(db);
  });

  test('what is read and limited today cannot be told from yesterday’s keys', async () => {
    const ana = await addSomebody('ana');
    await takeReadBudget(
      { database: db, clock, limits: { perAccount: 10, perAddress: 10 } },
      { accountId: ana.accountId },
      ['x'],
    );
    await leave({ accountId: ana.accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    const { rows } = await sql`select from read_budgets`.execute(db);
    expect(rows).toEqual([]);
  });
});

describe('Fourteen days', () => {
  test('nothing is erased before they are over, and everything after', async () => {
    const ana = await addSomebody('ana');
    const { on } = await leave({ accountId: ana.accountId, keepsExperiences: false, atOnce: false }, services);
    expect(on).toEqual(new Date('2026-12-14T09:00:00Z'));
    expect(mails.map(({ subject }) => subject)).toEqual(['You asked to leave']);
    later(13);
    expect(await eraseDue(services)).toEqual({ erased: 0, failed: 0 });
    later(14);
    expect(await eraseDue(services)).toEqual({ erased: 1, failed: 0 });
    expect(await eraseDue(services)).toEqual({ erased: 0, failed: 0 });
    expect(mails.map(({ subject }) => subject)).toEqual(['You asked to leave', 'Your account is gone']);
  });

  test('asked for twice, they do not begin anew', async () => {
    const { accountId } = await addSomebody('ana');
    const first = await leave({ accountId, keepsExperiences: false, atOnce: false }, services);
    later(5);
    expect(await leave({ accountId, keepsExperiences: true, atOnce: false }, services)).toEqual({
      on: first.on,
      keepsExperiences: true,
    });
    expect(mails).toHaveLength(1);
  });

  test('who stays is as they were, in two tabs as well', async () => {
    const { accountId } = await addSomebody('ana');
    const before = await createLeavingRepository(db).find(accountId);
    await leave({ accountId, keepsExperiences: true, atOnce: false }, services);
    await stay({ accountId }, services);
    await stay({ accountId }, services);
    expect(await createLeavingRepository(db).find(accountId)).toEqual(before);
    later(20);
    expect(await eraseDue(services)).toEqual({ erased: 0, failed: 0 });
  });

  test('who never joined can leave and stay, too, without having joined by that', async () => {
    const accountId = newId();
    await sql`insert into accounts (id, email) values (${accountId}, 'staff@example.org')`.execute(db);
    await leave({ accountId, keepsExperiences: false, atOnce: false }, services);
    await stay({ accountId }, services);
    expect((await sql`select from members where account_id = ${accountId}`.execute(db)).rows).toEqual([]);
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    expect(await eraseDue(services)).toEqual({ erased: 1, failed: 0 });
    expect(await findTraces(db, [accountId, 'staff@example.org'])).toEqual([]);
  });

  test('it is too late to stay once they are over', async () => {
    const { accountId } = await addSomebody('ana');
    await leave({ accountId, keepsExperiences: true, atOnce: false }, services);
    later(15);
    await expect(stay({ accountId }, services)).rejects.toThrow(/days in which leaving could be undone are over/);
  });

  test('pages that show what they wrote are made anew when they leave, stay and are erased', async () => {
    const { accountId } = await addSomebody('ana');
    await leave({ accountId, keepsExperiences: false, atOnce: false }, services);
    await stay({ accountId }, services);
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    expect(dropped).toEqual([conditionId, conditionId, conditionId, conditionId]);
  });
});

describe('When something goes wrong', () => {
  test('killed in the middle, nothing was erased and nothing was sent; the next try does all of it', async () => {
    const ana = await addSomebody('ana');
    const { accountId } = ana;
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    const before = await findTraces(db, tracesOf(ana));
    const broken = {
      ...services,
      writeMail: async () => {
        throw new Error('killed');
      },
    };
    expect(await eraseDue(broken)).toEqual({ erased: 0, failed: 1 });
    expect(await findTraces(db, tracesOf(ana))).toEqual(before);
    expect(await eraseDue(services)).toEqual({ erased: 1, failed: 0 });
    expect(await findTraces(db, tracesOf(ana))).toEqual([]);
    expect(mails).toHaveLength(1);
  });

  test('one who cannot be erased does not hold up the others', async () => {
    const ana = await addSomebody('ana');
    const joana = await addSomebody('joana');
    for (const { accountId } of [ana, joana])
      await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    const broken: LeavingServices = {
      ...services,
      writeMail: async (_, { to }) => {
        if (to === ana.email) throw new Error('no such mailbox');
      },
    };
    expect(await eraseDue(broken)).toEqual({ erased: 1, failed: 1 });
    expect(await findTraces(db, tracesOf(joana))).toEqual([]);
  });

  test('two processes that erase the same account at the same time do it once', async () => {
    const { accountId } = await addSomebody('ana');
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    const both = await Promise.all([eraseAccount(accountId, services), eraseAccount(accountId, services)]);
    expect(both.filter(Boolean)).toHaveLength(1);
    expect(mails).toHaveLength(1);
  });

  test('somebody who did not ask for it is not erased, whoever calls', async () => {
    const { accountId } = await addSomebody('ana');
    expect(await eraseAccount(accountId, services)).toBe(false);
  });
});

describe('A backup that was made before somebody was erased', () => {
  test('can be made to forget them again, with a list that names nobody', async () => {
    const ana = await addSomebody('ana');
    const { accountId } = ana;
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    const list = await createLeavingRepository(db).listErased();
    expect(JSON.stringify(list)).not.toContain(accountId);

    // The backup holds them still, and has never heard of their leaving.
    await sql`insert into accounts (id, email) values (${accountId}, ${ana.email})`.execute(db);
    await sql`insert into accounts (id, email) values (${newId()}, 'somebody.else@example.org')`.execute(db);
    mails = [];
    expect(await eraseAgain(JSON.parse(JSON.stringify(list)), services)).toBe(1);
    expect(await findTraces(db, tracesOf(ana))).toEqual([]);
    expect(await findTraces(db, ['somebody.else@example.org'])).toHaveLength(1);
    expect(mails).toEqual([]);
  });

  test('is gone some day, and then the list forgets, too', async () => {
    const { accountId } = await addSomebody('ana');
    await leave({ accountId, keepsExperiences: false, atOnce: true }, services);
    await eraseDue(services);
    later(14);
    await eraseDue(services);
    expect(await createLeavingRepository(db).listErased()).toHaveLength(1);
    later(16);
    await eraseDue(services);
    expect(await createLeavingRepository(db).listErased()).toEqual([]);
  });
});
