import type { Kysely, KyselyPlugin } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newestToken, signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';
import { signInByPassword } from './password.usecases.ts';

/* Whether somebody belongs here is a secret: nothing that can be asked from outside tells a known address from another. */

let site: TestSite;
const known = 'known@example.org';
const unknown = 'nobody@example.org';
const password = 'four words that nobody guesses';

beforeAll(async () => {
  site = await startSite({ empty: true });
  const { headers } = await signInAs(site, { email: known });
  await post('/me/security/password', { password }, headers);
});
afterAll(() => site.close());

const post = (path: string, fields: Record<string, string>, headers: Record<string, string> = {}) =>
  fetch(site.url + path, {
    method: 'POST',
    body: new URLSearchParams(fields),
    redirect: 'manual',
    headers: { origin: site.url, ...headers },
  });

/** All that a stranger gets, without the address that they gave themselves. */
async function answer(path: string, fields: Record<string, string>, headers?: Record<string, string>) {
  const response = await post(path, fields, headers);
  const told = [...response.headers].filter(
    ([name]) => !['date', 'x-request-id', 'etag', 'content-length'].includes(name),
  );
  return { status: response.status, told, html: (await response.text()).replaceAll(fields.address!, '…') };
}

describe('The answer is the same', () => {
  test('when a link is asked for, to sign in, to join, or because a password is forgotten', async () => {
    for (const path of ['/sign-in', '/es/sign-in'])
      expect(await answer(path, { address: known }), path).toEqual(await answer(path, { address: unknown }));
  });

  test('in the mail, too', async () => {
    const mails = (await (await fetch(`${site.url}/outbox`)).text()).split('<article');
    const to = (address: string) =>
      mails
        .find((mail) => mail.includes(`To ${address}<`) && mail.includes('token='))!
        // the last one on the page is followed by the rest of the page
        .replace(/<\/article>.*$/su, '')
        .replaceAll(address, '…')
        .replace(/[A-Za-z0-9_-]{43}|mail-[0-9a-f-]{36}/gu, '…');
    expect(to(known)).toBe(to(unknown));
    expect(await newestToken(site.url, unknown)).toBeTruthy();
  });

  test('when a password is wrong, when there is none, and when the way rests', async () => {
    await signInAs(site, { email: 'without@example.org' });
    const tries = async (address: string, count = 11) => {
      const all = [];
      for (let times = 0; times < count; times++)
        all.push(
          await answer(
            '/sign-in/password',
            { address, password: 'wrong' },
            { 'x-forwarded-for': `203.0.113.${times}` },
          ),
        );
      return all;
    };
    const wrong = await tries(known);
    expect(wrong.map(({ status }) => status)).toEqual([...Array<number>(10).fill(422), 429]);
    expect(await tries(unknown)).toEqual(wrong);
    expect(await tries('without@example.org', 1)).toEqual([wrong[0]]);
  });
});

describe('The work is the same', () => {
  test('a link is sent although the accounts cannot even be looked at', async () => {
    const { db } = site.services.database;
    await db.schema.alterTable('accounts').renameTo('accounts_out_of_sight').execute();
    try {
      expect((await answer('/sign-in', { address: 'anybody@example.org' })).status).toBe(200);
      expect(await newestToken(site.url, 'anybody@example.org')).toBeTruthy();
    } finally {
      await db.schema.alterTable('accounts_out_of_sight').renameTo('accounts').execute();
    }
  });

  test('one question, one password checked, whether or not there is an account or a password', async () => {
    const work = async (address: string) => {
      const done: string[] = [];
      const watch: KyselyPlugin = {
        transformQuery: ({ node }) => (done.push(node.kind), node),
        transformResult: async ({ result }) => result,
      };
      const outcome = await signInByPassword({
        address,
        password: 'wrong',
        browser: {},
        asker: 'test',
        database: (site.services.database.db as Kysely<unknown>).withPlugin(watch),
        auth: {
          isPassword: async () => (done.push('a password is checked'), false),
          startSession: () => Promise.reject(new Error('nobody signs in here')),
        },
        rateLimit: { take: async () => (done.push('a limit is asked'), { allowed: true, left: 1, seconds: 1 }) },
      });
      return [...done, outcome];
    };
    const same = ['a limit is asked', 'a limit is asked', 'SelectQueryNode', 'a password is checked', 'wrong'];
    for (const address of [known, 'without@example.org', unknown]) expect(await work(address), address).toEqual(same);
  });
});
