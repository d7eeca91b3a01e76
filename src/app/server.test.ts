import { request as ask, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { expect, onTestFinished, test } from 'vitest';
import { systemClock } from '#platform/clock/clock.ts';
import { createRepresentation } from '#platform/http/representation.ts';
import { guardSite } from '#platform/http/site-middleware.ts';
import { createLog } from '#platform/logging/log.ts';
import { createMetrics } from '#platform/metrics/metrics.ts';
import { countRead, markCacheable } from '#platform/page-cache/cacheable.ts';
import { createTally } from '#platform/tally/tally.ts';
import { createPageCache } from '#platform/page-cache/page-cache.ts';
import type { Readiness } from './readiness.ts';
import { createSiteServer } from './server.ts';

const headers = { 'x-content-type-options': 'nosniff' };
const words = '<!doctype html><title>Words</title>' + 'word '.repeat(500);

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  body: string;
}

async function site({ open = true, readiness = { ready: true } }: { open?: boolean; readiness?: Readiness } = {}) {
  const lines: Record<string, unknown>[] = [];
  const log = createLog({
    level: 'info',
    destination: { write: (line: string) => void lines.push(JSON.parse(line) as Record<string, unknown>) },
  });
  const metrics = createMetrics();
  const pageCache = createPageCache({
    clock: systemClock,
    database: { listening: true, listen: async () => async () => undefined },
  });
  await pageCache.start();

  let rendered = 0;
  const slow = Promise.withResolvers<void>();
  const app = new Hono();
  guardSite(app, { securityHeaders: headers, origin: 'http://localhost:3000' });
  app.get('/conditions/:slug', (c) => {
    markCacheable(c, ['dystonia']);
    countRead(c, c.req.param('slug'));
    return c.html(`${words}${++rendered}`);
  });
  app.get('/mine', (c) => {
    markCacheable(c, ['dystonia']);
    c.header('set-cookie', 'a=b');
    return c.html(`${++rendered}`);
  });
  app.get('/search', (c) => c.html(`${words}${++rendered}`));
  app.get('/slow', async (c) => {
    await slow.promise;
    return c.text('done');
  });
  app.onError((error, c) => c.text('', error instanceof HTTPException ? error.status : 500));

  const reads = createTally();
  const server = createSiteServer({ metrics, metricsToken: 'a-long-random-text', log, securityHeaders: headers });
  const { port } = await server.listen(0, '127.0.0.1');
  onTestFinished(() => server.close(0));
  const asset = createRepresentation({
    status: 200,
    headers: { ...headers, 'content-type': 'text/css' },
    body: Buffer.from('body {}'),
  });
  if (open)
    server.open({
      app,
      pageCache,
      assets: { find: (path) => (path === '/assets/a.css' ? asset : undefined), built: () => undefined },
      readiness: async () => readiness,
      reads,
    });

  const get = async (
    path: string,
    { method = 'GET', headers: sent = {} }: { method?: string; headers?: Record<string, string> } = {},
  ): Promise<Answer> => {
    const response = await new Promise<IncomingMessage>((resolve, reject) =>
      ask({ port, path, method, headers: sent }, resolve).on('error', reject).end(),
    );
    let body = '';
    for await (const chunk of response.setEncoding('latin1')) body += chunk;
    return { status: response.statusCode!, headers: response.headers, body };
  };
  return { get, port, server, slow, reads, lines, metrics, pageCache, rendered: () => rendered };
}

test('a cacheable page is made once; its second reader is answered without Hono', async () => {
  const { get, rendered, metrics } = await site();
  const [first, second, head] = [
    await get('/conditions/dystonia'),
    await get('/conditions/dystonia'),
    await get('/conditions/dystonia', { method: 'HEAD' }),
  ];
  expect(rendered()).toBe(1);
  expect(second.body).toBe(first.body);
  expect(first.headers).toMatchObject({
    'cache-control': 'public, no-cache',
    vary: 'Cookie, Accept-Encoding',
    'x-content-type-options': 'nosniff',
  });
  expect(first.headers['x-request-id']).toBeUndefined();
  expect([head.status, head.body, head.headers['content-length']]).toEqual([200, '', first.headers['content-length']]);
  const { text } = await metrics.report();
  expect(text).toContain('cairn_page_cache_requests_total{outcome="hit"} 2\n');
  expect(text).toContain('cairn_request_seconds_count{method="GET",route="/conditions/:slug",status="2xx"} 2\n');
});

test('the first reader gets the page compressed and tagged as all others do', async () => {
  const { get } = await site();
  const first = await get('/conditions/dystonia', { headers: { 'accept-encoding': 'gzip' } });
  expect(first.headers['content-encoding']).toBe('gzip');
  const again = await get('/conditions/dystonia', {
    headers: { 'accept-encoding': 'gzip', 'if-none-match': first.headers.etag! },
  });
  expect([again.status, again.body]).toEqual([304, '']);
});

test('whoever may be signed in gets a page of their own, which no one else is shown and nobody can measure', async () => {
  const { get, rendered } = await site();
  await get('/conditions/dystonia');
  const mine = await get('/conditions/dystonia', { headers: { cookie: 'session=1', 'accept-encoding': 'br, gzip' } });
  expect(mine.headers).toMatchObject({ 'cache-control': 'private, no-cache', 'x-request-id': expect.any(String) });
  expect(mine.headers['content-encoding']).toBeUndefined();
  expect(rendered()).toBe(2);
  const before = await get('/mine');
  expect((await get('/mine')).body).not.toBe(before.body);
});

test('a page that is not kept is compressed for people who are not signed in', async () => {
  const { get } = await site();
  const { headers: got } = await get('/search?q=distonia', { headers: { 'accept-encoding': 'br' } });
  expect(got).toMatchObject({
    'content-encoding': 'br',
    vary: 'Accept-Encoding',
    'cache-control': 'private, no-cache',
  });
});

test('the log has one line for each request: no path, no query, no address, no cookie', async () => {
  const { get, lines } = await site();
  await get('/conditions/SECRET?token=SECRET', { headers: { cookie: 'SECRET', 'x-forwarded-for': '203.0.113.7' } });
  await get('/SECRET');
  await get('/assets/a.css');
  await expect.poll(() => lines.length).toBe(3);
  expect(JSON.stringify(lines)).not.toMatch(/SECRET|203\.0|127\.0/);
  expect(lines.map(({ method, route, status }) => [method, route, status])).toEqual([
    ['GET', '/conditions/:slug', 200],
    ['GET', 'unknown', 404],
    ['GET', 'asset', 200],
  ]);
  expect(Object.keys(lines[0]!).sort()).toEqual(['id', 'level', 'method', 'ms', 'msg', 'route', 'status', 'time']);
});

test('requests that make no sense get 400 and do no harm', async () => {
  const { get, port } = await site();
  for (const path of ['/%', '/conditions/%00']) expect((await get(path)).status, path).toBe(400);
  expect((await get('/search', { headers: { host: 'a b' } })).status).toBe(400);
  const raw = (text: string) =>
    new Promise<string>((resolve) => {
      const socket = connect(port, '127.0.0.1', () => socket.end(text));
      let answer = '';
      socket.on('data', (data) => (answer += String(data))).on('close', () => resolve(answer));
    });
  expect(await raw('NONSENSE\r\n\r\n')).toMatch(/^HTTP\/1\.1 400 /);
  expect(await raw('GET http://[ HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n')).toMatch(/^HTTP\/1\.1 4\d\d /);
  expect((await get('/assets/a.css')).status).toBe(200);
});

test('until everything is ready, the process says that it lives and asks for patience', async () => {
  const { get } = await site({ open: false });
  expect((await get('/healthz')).status).toBe(200);
  expect([(await get('/readyz')).status, (await get('/readyz')).body]).toEqual([503, '{"ready":false}\n']);
  const page = await get('/conditions/dystonia');
  expect([page.status, page.headers['retry-after']]).toEqual([503, '2']);
});

test('readiness is that of the database and of the listener', async () => {
  expect((await (await site()).get('/readyz')).status).toBe(200);
  const { get } = await site({ readiness: { ready: false, database: true, migrated: true, listening: false } });
  expect([(await get('/readyz')).status, (await get('/readyz')).body]).toEqual([
    503,
    '{"ready":false,"database":true,"migrated":true,"listening":false}\n',
  ]);
});

test('the metrics are for this machine, and for whoever has the token', async () => {
  const { get } = await site();
  expect((await get('/metrics')).body).toContain('cairn_request_seconds');
  expect((await get('/metrics', { headers: { 'x-forwarded-for': '203.0.113.7' } })).status).toBe(403);
  expect(
    (
      await get('/metrics', {
        headers: { 'x-forwarded-for': '203.0.113.7', authorization: 'Bearer a-long-random-text' },
      })
    ).status,
  ).toBe(200);
});

test('closing lets a request under way finish, and takes no new ones', async () => {
  const { get, server, slow } = await site();
  const underWay = get('/slow');
  await get('/conditions/dystonia');
  const closed = server.close(5);
  await expect(get('/conditions/dystonia')).rejects.toThrow();
  slow.resolve();
  expect((await underWay).body).toBe('done');
  await closed;
});

test('a request that does not finish in time is cut off', async () => {
  const { get, server } = await site();
  const cut = expect(get('/slow')).rejects.toThrow();
  await get('/healthz');
  const begun = performance.now();
  await server.close(0.2);
  expect(performance.now() - begun).toBeLessThan(2000);
  await cut;
});

test('a taken port is told in one sentence', async () => {
  const { port } = await site();
  const other = createSiteServer({
    metrics: createMetrics(),
    log: createLog({ level: 'silent' }),
    securityHeaders: {},
  });
  await expect(other.listen(port, '127.0.0.1')).rejects.toThrow(
    `Port ${port} is taken by another program. Stop that one, or choose another port, for example PORT=${port + 1}.`,
  );
});

test('who reads a page is counted, from memory or made anew, signed in or not, also who has it already; HEAD and other pages are not', async () => {
  const { get, reads } = await site();
  const read = (options?: Parameters<typeof get>[1]) => get('/conditions/dystonia', options);
  const { headers: first } = await read();
  await read();
  const again = await read({ headers: { 'if-none-match': String(first.etag) } });
  expect(again.status).toBe(304);
  await read({ headers: { cookie: 'a=b' } });
  await read({ method: 'HEAD' });
  await read({ method: 'HEAD', headers: { cookie: 'a=b' } });
  await get('/search');
  await get('/assets/a.css');
  expect([...reads.take()]).toEqual([['dystonia', 4]]);
});

test('of many who ask at once for a page that is not there, each is counted', async () => {
  const { get, reads, rendered } = await site();
  await Promise.all(Array.from({ length: 8 }, () => get('/conditions/dystonia')));
  expect(rendered()).toBe(1);
  expect([...reads.take()]).toEqual([['dystonia', 8]]);
});
