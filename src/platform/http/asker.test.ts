import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { askerOf } from './asker.ts';

const app = new Hono();
app.get('/', (c) => c.text(askerOf(c)));
const ask = async (remoteAddress: string, forwarded?: string) =>
  (
    await app.request(
      '/',
      { headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded } },
      {
        incoming: { socket: { remoteAddress } },
      },
    )
  ).text();

test('without a proxy it is the peer, whatever the peer says of others', async () => {
  expect(await ask('203.0.113.7')).toBe('203.0.113.7');
  expect(await ask('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7');
});

test('behind a proxy it is the last address that is no proxy: what stands before it anybody can write', async () => {
  expect(await ask('127.0.0.1', '198.51.100.1')).toBe('198.51.100.1');
  expect(await ask('::ffff:10.0.0.2', '1.1.1.1, 198.51.100.1, 10.0.0.3')).toBe('198.51.100.1');
  expect(await ask('127.0.0.1')).toBe('127.0.0.1');
});

test('one household of IPv6 is one asker', async () => {
  const [one, other] = ['2001:db8:1:2:aaaa::1', '2001:db8:1:2::bbbb'];
  expect(await ask(one)).toBe(await ask(other));
  expect(await ask(one)).not.toBe(await ask('2001:db8:1:3::1'));
});
