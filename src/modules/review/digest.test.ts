import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importAnswers, importQuestions } from '#modules/answers/index.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import type { Mail } from '#platform/mail/mail.ts';
import { newId } from '#platform/ids/ids.ts';
import { testDatabase } from '#support/database.ts';
import { emptyTables } from '#support/empty-tables.ts';
import { testFrame } from '#support/frame.ts';
import { knowledge, question, text } from '#support/knowledge.ts';
import { isDigestDue, type DigestFrequency } from './digest.ts';
import { digestMail } from './digest.mails.ts';
import { createDigestRepository } from './digest.repository.ts';
import { sendDigests } from './digest.usecases.ts';
import { createReviewRepository } from './review.repository.ts';
import { createWishesRepository } from './wishes.repository.ts';

let database: DatabaseHandle;
let now = new Date('2026-11-30T06:40:00Z');
const clock: Clock = { now: () => now };
const daysLater = (days: number) => (now = new Date(now.getTime() + days * 24 * 60 * 60 * 1000));
let written: Mail[] = [];
let proposed = 0;
const ada = newId();
let accountId: string;
let conditionId: string;

const send = (known = true) =>
  sendDigests({
    database: database.db,
    clock,
    mails: { write: async (_transaction, mail) => void written.push(mail) },
    listProposed: async () => Array.from({ length: proposed }, () => ({ conditionId })),
    findAddress: async () => (known ? { email: 'ada@clinic.example', language: 'en' } : undefined),
    writeMail: (waiting, to) =>
      digestMail(waiting, to, { i18n: testFrame().i18n, origin: 'https://cairn.example', siteName: 'Cairn' }),
  });
const asks = (frequency: DigestFrequency) => createDigestRepository(database.db).saveFrequency(ada, frequency);

async function saveReviewer(changed: { active?: boolean; verifiedOn?: string | null; languages?: string[] } = {}) {
  await createReviewRepository(database.db).saveReviewer(
    {
      id: ada,
      slug: 'ada-example',
      accountId,
      name: 'Ada Example',
      credential: { en: 'neurologist' },
      interests: [],
      fictional: true,
      verifiedOn: '2026-01-10',
      verifiedHow: 'By telephone',
      interestsConfirmedOn: '2026-03-02',
      languages: ['en'],
      active: true,
      ...changed,
    },
    now,
  );
}

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
beforeEach(async () => {
  now = new Date('2026-11-30T06:40:00Z');
  written = [];
  proposed = 0;
  await emptyTables(database.db);
  const events = { subscribe: () => {}, publish: async () => {} };
  await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    conditionId = idOf('stillness');
    await importQuestions({ transaction, packId: knowledge.pack.id, questions: [question] });
    await importAnswers({
      transaction,
      author: 'Editors',
      events,
      clock,
      conditions: [{ id: idOf('stillness'), slug: 'stillness', texts: [text] }],
    });
  });
  accountId = newId();
  await sql`insert into accounts (id, name, email, email_verified, created_at, updated_at)
    values (${accountId}, '', 'ada@clinic.example', true, now(), now())`.execute(database.db);
  await saveReviewer();
});

test('A digest is due once a week, or as often as somebody asked, and never for whoever wants none', () => {
  const due = (frequency: DigestFrequency, toldOn: string | null) => isDigestDue({ frequency, toldOn }, '2026-11-30');
  expect([due('weekly', null), due('daily', null), due('never', null)]).toEqual([true, true, false]);
  expect([due('weekly', '2026-11-24'), due('weekly', '2026-11-23')]).toEqual([false, true]);
  expect([due('daily', '2026-11-30'), due('daily', '2026-11-29')]).toEqual([false, true]);
  // the clock was set back
  expect([due('daily', '2026-12-05'), due('weekly', '2026-12-05')]).toEqual([false, false]);
});

describe('Reviewers are told by mail what waits', () => {
  test('in numbers, once a week, naming no condition', async () => {
    proposed = 2;
    expect(await send()).toBe(1);
    const [mail] = written;
    expect(mail).toMatchObject({ to: 'ada@clinic.example', accountId, subject: 'What waits on your desk' });
    expect(mail!.body).toContain('2 changed texts wait for a signature before readers see them');
    expect(mail!.body).toContain('1 text has no signature yet');
    expect(mail!.body).toContain('https://cairn.example/review\n');
    expect(mail!.subject + mail!.body).not.toMatch(/stillness/iu);
    daysLater(6);
    expect(await send()).toBe(0);
    daysLater(1);
    expect(await send()).toBe(1);
  });

  test('of their topics first, where something waits there', async () => {
    const wishes = createWishesRepository(database.db);
    proposed = 2;
    await wishes.save(ada, { conditionIds: [conditionId], groupIds: [], load: 3 });
    await send();
    const { body } = written[0]!;
    expect(body.indexOf('Among your topics')).toBeLessThan(body.indexOf('In the languages in which you review'));
    expect(body.match(/2 changed texts wait/gu)).toHaveLength(2);
    expect(body).not.toMatch(/stillness/iu);
    daysLater(7);
    await wishes.save(ada, { conditionIds: [newId()], groupIds: ['nowhere'], load: 3 });
    await send();
    expect(written[1]!.body).not.toContain('Among your topics');
  });

  test('every day or never, if that is what they chose; a choice keeps when they were told', async () => {
    await send();
    await asks('daily');
    expect(await send()).toBe(0);
    daysLater(1);
    expect(await send()).toBe(1);
    await asks('never');
    daysLater(30);
    expect(await send()).toBe(0);
  });

  test('once, by however many processes', async () => {
    expect((await Promise.all([send(), send(), send()])).reduce((all, one) => all + one)).toBe(1);
    expect(written).toHaveLength(1);
  });

  test('not when nothing waits in their languages', async () => {
    await saveReviewer({ languages: ['es'] });
    expect(await send()).toBe(0);
    // and not told is not told: the mail comes on the day on which something waits
    proposed = 1;
    expect(await send()).toBe(1);
  });

  test.each([
    ['have stopped', { active: false }],
    ['were not verified yet', { verifiedOn: null }],
  ])('not when they %s', async (_, changed) => {
    await saveReviewer(changed);
    expect(await send()).toBe(0);
  });

  test('not when the account is gone, or has lost the role', async () => {
    expect(await send(false)).toBe(0);
  });
});
