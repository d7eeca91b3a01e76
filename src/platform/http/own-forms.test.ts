import { Hono } from 'hono';
import { expect, test } from 'vitest';
import { refuseForeignForms } from './own-forms.ts';

const origin = 'https://atlas.example';
const app = new Hono();
app.use(refuseForeignForms({ origin }));
app.all('/', (c) => c.text('done'));
const send = async (headers: Record<string, string>, method = 'POST') =>
  (await app.request('/', { method, headers: { host: 'atlas.example', ...headers } })).status;

test('a form of this site is taken, whichever way the browser says where it comes from', async () => {
  expect(await send({ 'sec-fetch-site': 'same-origin', cookie: 'a=b' })).toBe(200);
  expect(await send({ origin, cookie: 'a=b' })).toBe(200);
  expect(await send({ origin: 'http://localhost:3000', host: 'localhost:3000', cookie: 'a=b' })).toBe(200);
});

test.each<Record<string, string>>([
  { 'sec-fetch-site': 'cross-site' },
  { 'sec-fetch-site': 'same-site', origin: 'https://blog.atlas.example' },
  { 'sec-fetch-site': 'none' },
  { 'sec-fetch-site': 'cross-site', origin },
  { origin: 'https://evil.example' },
  { origin: 'null' },
  { origin: 'https://atlas.example.evil.example' },
  { cookie: 'a=b' },
])('a form from elsewhere is refused: %j', async (headers) => {
  expect(await send(headers)).toBe(403);
  for (const method of ['PUT', 'PATCH', 'DELETE']) expect(await send(headers, method)).toBe(403);
});

test('a program without a browser’s cookies may write, and anybody may read', async () => {
  expect(await send({})).toBe(200);
  expect(await send({ 'sec-fetch-site': 'cross-site' }, 'GET')).toBe(200);
});
