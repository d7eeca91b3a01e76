import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { importQuestions } from '#modules/answers/index.ts';
import { importKnowledge } from '#modules/conditions/index.ts';
import { createModerationRepository } from '#modules/moderation/index.ts';
import { newId } from '#platform/ids/ids.ts';
import { knowledge, question } from '#support/knowledge.ts';
import { signInAs, type SignedInVisitor } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';
import { authorStandingWith, moderatedItemsOf } from './moderation-room.tsx';

let site: TestSite;
let moderator: SignedInVisitor;
const list = '/conditions/stillness/experiences';

beforeAll(async () => {
  site = await startSite({ empty: true });
  const { database, clock } = site.services;
  const events = { subscribe: () => {}, publish: async () => {} };
  await database.db.transaction().execute(async (transaction) => {
    await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
  });
  moderator = await signInAs(site, { staff: ['moderator'] });
});
afterAll(() => site?.close());
beforeEach(async () => {
  await sql`truncate moderation_acts, moderation_texts, moderation_cases`.execute(site.services.database.db);
});

async function ask(path: string, { headers }: Pick<SignedInVisitor, 'headers'>, fields?: Record<string, string>) {
  const response = await fetch(site.url + path, {
    headers,
    redirect: 'manual',
    ...(fields && { method: 'POST', body: new URLSearchParams(fields) }),
  });
  return { status: response.status, to: response.headers.get('location') ?? '', html: await response.text() };
}
const nobody = { headers: { cookie: '', origin: '' } };

/** Somebody who has joined, and agrees to publishing. */
async function join(): Promise<SignedInVisitor> {
  const visitor = await signInAs(site);
  const { db } = site.services.database;
  await sql`insert into members (id, account_id, demo, joined, display_name, joined_at)
    values (${newId()}, ${visitor.accountId}, false, true, 'Ana', ${site.services.clock.now()})`.execute(db);
  for (const kind of ['account', 'health', 'publishing'])
    await sql`insert into consents (id, account_id, kind, version, language, wording, agreed_at)
      values (${newId()}, ${visitor.accountId}, ${kind}, 'v', 'en', 'w', now())`.execute(db);
  return visitor;
}

/** Writes and publishes as anybody does, step by step. Returns the id, or nothing where the last step is refused. */
async function publish(author: SignedInVisitor, title: string, body: string, audience = 'everyone') {
  const form = (await ask(`${list}/new?question=what-is-it`, author)).html;
  const id = /name="id" value="([^"]+)"/u.exec(form)![1]!;
  const words = { id, version: '0', question: 'what-is-it', title, body, act: 'next' };
  await ask(`${list}/new?question=what-is-it`, author, words);
  const chosen = { version: '1', about: 'self', audience, named: 'yes', act: 'next' };
  await ask(`/me/experiences/${id}/readers`, author, chosen);
  const { status, to } = await ask(`/me/experiences/${id}/check`, author, { version: '2', act: 'publish' });
  return status === 303 && to.includes(id) ? id : undefined;
}
const waiting = async () =>
  (await createModerationRepository(site.services.database.db).listQueue({ limit: 50 })).map(({ item, tier }) => [
    item.id,
    tier,
  ]);
const report = (id: string, reason: string, as: Pick<SignedInVisitor, 'headers'>) =>
  ask(`/report/experience/${id}`, as, { reason });
async function decide(id: string, fields: Record<string, string>) {
  await ask(`/moderate/${id}`, moderator, { act: 'take' });
  const version = /name="version" value="(\d+)"/u.exec((await ask(`/moderate/${id}`, moderator)).html)![1]!;
  return ask(`/moderate/${id}`, moderator, { version, ...fields });
}

describe('What a member publishes', () => {
  test('with words of a crisis goes to the top of the queue, and stays where it is', async () => {
    const ana = await join();
    const calm = (await publish(ana, 'A calm day', 'It was quiet.'))!;
    const loud = (await publish(ana, 'A long night', 'I wanted to die, and called my sister.'))!;
    await report(calm, 'danger', await join());
    expect(await waiting()).toEqual([
      [loud, 'crisis'],
      [calm, 'pressing'],
    ]);
    expect((await ask(`${list}/${loud}`, nobody)).status).toBe(200);
  });

  test('and takes back leaves the queue; bringing it back does not wash it clean', async () => {
    const ana = await join();
    const id = (await publish(ana, 'The bus', 'It was late.'))!;
    await report(id, 'spam', await join());
    await ask('/me/experiences/state', ana, { kind: 'experience', id, act: 'withdraw' });
    expect(await waiting()).toEqual([]);
    expect((await ask(`/moderate/${id}`, moderator)).status).toBe(404);
    await ask('/me/experiences/state', ana, { kind: 'experience', id, act: 'back' });
    expect(await waiting()).toEqual([[id, 'reported']]);
  });

  test('is removed everywhere at once, and the record says so to stewards and to the author', async () => {
    const ana = await join();
    const id = (await publish(ana, 'Buy this', 'Cheap oil.'))!;
    await report(id, 'spam', await join());
    expect((await ask(list, nobody)).html).toContain('Cheap oil.');
    const decided = await decide(id, { decision: 'remove', rule: 'spam' });
    expect(decided.to).toBe('/moderate');
    expect((await ask(list, nobody)).html).not.toContain('Cheap oil.');
    expect((await ask(`${list}/${id}`, nobody)).status).toBe(404);
    const steward = await signInAs(site, { staff: ['steward'] });
    const record = (await ask('/steward/record', steward)).html;
    expect(record).toContain('Removed a text');
    expect(record).not.toContain(ana.email);
    expect((await ask('/me/record', ana)).html).toContain('A text of yours was removed.');
    expect((await ask('/me/decisions', ana)).html).toContain('Buy this');
    for (const path of ['/me', '/me/experiences'])
      expect((await ask(path, ana)).html, path).toContain('href="/me/decisions"');
  });

  test('stays as it was when the session of whoever decides has ended, and not a word of theirs is lost', async () => {
    const ana = await join();
    const id = (await publish(ana, 'The bus', 'It was late.'))!;
    await report(id, 'unkind', await join());
    const elsewhere = { headers: { cookie: '', origin: site.url } };
    const typed = { decision: 'hide', rule: 'unkind', said: 'The driver <is> named “Otto”.', version: '1' };
    const { status, html } = await ask(`/moderate/${id}`, elsewhere, typed);
    expect(status).toBe(401);
    expect(html).toContain('value="The driver &lt;is&gt; named “Otto”."');
    expect(html).toContain(`action="/moderate/${id}"`);
    expect((await ask(`${list}/${id}`, nobody)).status).toBe(200);
  });

  test('whoever may not write for a time publishes nothing, and is free again by itself', async () => {
    const ana = await join();
    const id = (await publish(ana, 'One', 'First.'))!;
    await report(id, 'unkind', await join());
    await decide(id, { decision: 'hide', rule: 'unkind', author: 'restrict-7' });
    expect(await publish(ana, 'Two', 'Second.')).toBeUndefined();
    const { config, database } = site.services;
    const now = site.services.clock.now().getTime() + 8 * 24 * 60 * 60 * 1000;
    const inAWeek = authorStandingWith({ config, database, clock: { now: () => new Date(now) } });
    expect(await inAWeek(ana.accountId)).toEqual({ standing: 'free' });
  });

  test('waits where the organisation wants that of new authors, until enough was approved', async () => {
    const { database, clock, config } = site.services;
    const ana = await join();
    const standing = authorStandingWith({ database, clock, config: { ...config, holdFirstTexts: 1 } });
    expect(await standing(ana.accountId)).toEqual({ standing: 'held-for-review' });
    const id = (await publish(ana, 'First', 'My first words.'))!;
    const { db } = database;
    await db.transaction().execute(async (transaction) => {
      await moderatedItemsOf(site.services).setStanding(transaction, { kind: 'experience', id }, 'held');
    });
    expect((await ask(`${list}/${id}`, nobody)).status).toBe(404);
    await report(id, 'spam', await join());
    expect(await waiting(), 'nobody reports what nobody sees').toEqual([]);
  });
});

describe('Only what somebody can read can be reported', () => {
  const status = async (id: string, as: Pick<SignedInVisitor, 'headers'>, kind = 'experience') =>
    (await ask(`/report/${kind}/${id}`, as)).status;

  test('what is for members: by members who have joined, and by nobody else', async () => {
    const id = (await publish(await join(), 'For us', 'Words.', 'members'))!;
    expect(await status(id, nobody)).toBe(404);
    expect(await status(id, await signInAs(site))).toBe(404);
    expect(await status(id, await join())).toBe(200);
  });

  test('a reply as the experience under which it stands, while its author is here', async () => {
    const [ana, ben] = [await join(), await join()];
    const id = (await publish(ana, 'Open', 'Words.'))!;
    const page = (await ask(`${list}/${id}`, ben)).html;
    const reply = /name="id" value="([^"]+)"/u.exec(page)![1]!;
    await ask(`${list}/${id}/replies`, ben, { id: reply, body: 'Me too.', named: 'yes' });
    expect(await status(reply, nobody, 'reply')).toBe(200);
    expect(await status(reply, nobody, 'experience')).toBe(404);
    const { db } = site.services.database;
    await sql`update consents set withdrawn_at = now() where account_id = ${ben.accountId} and kind = 'publishing'`.execute(
      db,
    );
    expect(await status(reply, nobody, 'reply')).toBe(404);
    expect(await status(reply, ana, 'reply')).toBe(200);
    await sql`update members set leaving_on = now() where account_id = ${ben.accountId}`.execute(db);
    expect(await status(reply, ana, 'reply')).toBe(404);
  });
});
