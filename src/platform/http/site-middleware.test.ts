import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { expect, test } from 'vitest';
import type { RequestNotes } from './request-notes.ts';
import { securityHeaders } from './security-headers.ts';
import { guardSite } from './site-middleware.ts';

function site({ origin = 'http://localhost:3000' } = {}) {
  const app = new Hono();
  guardSite(app, { securityHeaders: securityHeaders({ origin }), origin, maxBody: 1000 });
  app.get('/conditions/:slug', (c) => (/[A-Z]/.test(c.req.path) ? c.notFound() : c.text(c.req.param('slug'))));
  app.get('/other', (c) => c.text('x', 200, { 'cross-origin-resource-policy': 'cross-origin' }));
  app.post('/notes', async (c) => c.text(await c.req.text()));
  app.onError((error, c) => c.text('', error instanceof HTTPException ? error.status : 500));
  return async (path: string, init: RequestInit = {}) => {
    const notes: RequestNotes = { requestId: 'r1' };
    const response = await app.request(path, init, { notes });
    return { response, status: response.status, route: notes.route };
  };
}

test('the policy allows what this site serves and nothing else: no inline code, no third party, no frame', async () => {
  const { response } = await site()('/conditions/dystonia');
  const policy = response.headers.get('content-security-policy')!;
  expect(policy).toContain(`default-src 'none'`);
  expect(policy).not.toMatch(/unsafe|\*|https?:|data:|blob:/);
  expect(policy).toContain(`frame-ancestors 'none'`);
  expect(response.headers.get('x-content-type-options')).toBe('nosniff');
  expect(response.headers.get('referrer-policy')).toBe('same-origin');
  expect(response.headers.get('strict-transport-security')).toBeNull();
});

test('a site on https is never to be reached without', async () => {
  const { response } = await site({ origin: 'https://atlas.example.org' })('/conditions/dystonia');
  expect(response.headers.get('strict-transport-security')).toMatch(/^max-age=\d{8}/);
  expect(response.headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
});

test('errors and missing pages have the headers too; a route may set one itself', async () => {
  for (const path of ['/nothing', '/%'])
    expect((await site()(path)).response.headers.get('content-security-policy')).not.toBeNull();
  expect((await site()('/other')).response.headers.get('cross-origin-resource-policy')).toBe('cross-origin');
});

test('the pattern of the route is noted, never the path', async () => {
  expect((await site()('/conditions/dystonia?q=secret')).route).toBe('/conditions/:slug');
  expect((await site()('/somebody/secret')).route).toBe('unknown');
});

test.each(['/%', '/%c3%28', '/conditions/%00', '/other?q=%00', '/%E0%A4%A'])('%s cannot be read: 400', async (path) =>
  expect((await site()(path)).status).toBe(400),
);

test.each(['/conditions/par%C3%A1lisis', '/other?q=100%'])('%s can', async (path) =>
  expect((await site()(path)).status).toBe(200),
);

test('a body may be so large and no larger, with or without its length told', async () => {
  const ask = site();
  const streamed = new ReadableStream({
    start(controller) {
      controller.enqueue(new Uint8Array(2000));
      controller.close();
    },
  });
  expect(
    (await ask('/notes', { method: 'POST', body: 'a'.repeat(1000), headers: { 'content-length': '1000' } })).status,
  ).toBe(200);
  expect(
    (await ask('/notes', { method: 'POST', body: 'a'.repeat(1001), headers: { 'content-length': '1001' } })).status,
  ).toBe(413);
  expect((await ask('/notes', { method: 'POST', body: streamed, duplex: 'half' } as RequestInit)).status).toBe(413);
});

test('a method that a page does not have is told apart from a page that is not there', async () => {
  expect((await site()('/conditions/dystonia', { method: 'DELETE' })).status).toBe(405);
  expect((await site()('/nothing', { method: 'DELETE' })).status).toBe(404);
});

test('an address in capitals leads to the page that was meant, and nowhere else', async () => {
  const { response, status } = await site()('/conditions/Dystonia?page=2');
  expect([status, response.headers.get('location')]).toEqual([301, '/conditions/dystonia?page=2']);
  expect((await site()('/Nothing')).status).toBe(404);
  expect((await site()('//evil.example/conditions/X')).status).toBe(404);
});
