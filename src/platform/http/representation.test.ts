import { createServer, request as ask, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { bestEncoding, createRepresentation } from './representation.ts';

const page = '<!doctype html><title>Page</title>' + '<p>The same words, again and again.</p>'.repeat(100);
const html = createRepresentation({
  status: 200,
  headers: { 'content-type': 'text/html; charset=UTF-8', vary: 'Cookie' },
  body: Buffer.from(page),
});
const font = createRepresentation({ status: 200, headers: { 'content-type': 'font/woff2' }, body: Buffer.alloc(5000) });

let server: Server;
beforeAll(async () => {
  server = createServer((request, response) => void (request.url === '/font' ? font : html).send(request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
});
afterAll(() => server.close());

async function get(headers: Record<string, string> = {}, { path = '/', method = 'GET' } = {}) {
  const { port } = server.address() as AddressInfo;
  const response = await new Promise<IncomingMessage>((resolve) => ask({ port, path, method, headers }, resolve).end());
  const chunks: Buffer[] = [];
  for await (const chunk of response) chunks.push(chunk as Buffer);
  return { status: response.statusCode, headers: response.headers, body: Buffer.concat(chunks) };
}

test.each([
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate', 'gzip'],
  ['br;q=0, gzip;q=0.5', 'gzip'],
  ['gzip;q=0.000', 'identity'],
  ['br;q=1.0', 'br'],
  ['deflate', 'identity'],
  ['brotli', 'identity'],
  [undefined, 'identity'],
])('a browser that accepts %s is sent %s', (accepted, sent) => expect(bestEncoding(accepted)).toBe(sent));

test('each encoding holds the same page, with a tag of its own', async () => {
  const [plain, br, gzip] = [
    await get(),
    await get({ 'accept-encoding': 'br, gzip' }),
    await get({ 'accept-encoding': 'gzip' }),
  ];
  expect(plain.body.toString()).toBe(page);
  expect(brotliDecompressSync(br.body).toString()).toBe(page);
  expect(gunzipSync(gzip.body).toString()).toBe(page);
  expect([plain, br, gzip].map(({ headers }) => headers['content-encoding'])).toEqual([undefined, 'br', 'gzip']);
  expect(new Set([plain, br, gzip].map(({ headers }) => headers.etag)).size).toBe(3);
  for (const { headers, body } of [plain, br, gzip])
    expect(headers).toMatchObject({ vary: 'Cookie, Accept-Encoding', 'content-length': String(body.length) });
});

test('a browser that has the page, in whichever encoding, is told so and sent nothing', async () => {
  const { headers } = await get({ 'accept-encoding': 'br' });
  for (const known of [headers.etag!, `"other", W/${headers.etag}`, '*']) {
    const again = await get({ 'if-none-match': known, 'accept-encoding': 'gzip' });
    expect(again.status).toBe(304);
    expect(again.body).toHaveLength(0);
    expect(again.headers.vary).toBe('Cookie, Accept-Encoding');
  }
  expect((await get({ 'if-none-match': '"other"' })).status).toBe(200);
});

test('HEAD says what GET would, without the page', async () => {
  const [head, full] = [await get({}, { method: 'HEAD' }), await get()];
  expect(head.body).toHaveLength(0);
  const { date: _, ...rest } = head.headers;
  expect(full.headers).toMatchObject(rest);
});

test('what is compressed already is sent as it is', async () => {
  const { headers, body } = await get({ 'accept-encoding': 'br, gzip' }, { path: '/font' });
  expect(headers['content-encoding']).toBeUndefined();
  expect(headers.vary).toBeUndefined();
  expect(body).toHaveLength(5000);
});
