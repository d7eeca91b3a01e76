import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequestListener, RequestError } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import type { Hono } from 'hono';
import { CairnError } from '#platform/errors/errors.ts';
import { compressResponse } from '#platform/http/compress-response.ts';
import { mayReadMetrics } from '#platform/http/metrics-access.ts';
import { newRequestId, unknownRoute, type RequestNotes } from '#platform/http/request-notes.ts';
import type { StaticAssets } from '#platform/http/static-assets.ts';
import type { Log } from '#platform/logging/log.ts';
import type { CacheOutcome, Metrics } from '#platform/metrics/metrics.ts';
import { readCountedAs } from '#platform/page-cache/cacheable.ts';
import { freshPage } from '#platform/page-cache/fresh-page.ts';
import type { PageCache } from '#platform/page-cache/page-cache.ts';
import { pageKey } from '#platform/page-cache/page-key.ts';
import type { Tally } from '#platform/tally/tally.ts';
import type { Readiness } from './readiness.ts';

export interface SiteParts {
  app: Pick<Hono, 'fetch'>;
  pageCache: PageCache;
  assets: StaticAssets;
  readiness: () => Promise<Readiness>;
  /** How often what is read: see `countRead`. */
  reads: Pick<Tally, 'add'>;
}

export interface SiteServerOptions {
  metrics: Metrics;
  metricsToken?: string | undefined;
  log: Log;
  securityHeaders: Readonly<Record<string, string>>;
  /** Names in a query that a cached page may depend on. */
  cachedQuery?: readonly string[];
}

export interface SiteServer {
  /** Takes the port, or throws one clear sentence. Until `open`, everything but /healthz gets 503. */
  listen(port: number, host: string): Promise<AddressInfo>;
  open(parts: SiteParts): void;
  /** Accepts nothing new, lets requests under way finish for up to `seconds`, then cuts them off. */
  close(seconds: number): Promise<void>;
}

/** The HTTP server: answers from memory what it can (assets, cached pages), and hands everything else to Hono. */
export function createSiteServer({
  metrics,
  metricsToken,
  log,
  securityHeaders,
  cachedQuery = ['page'],
}: SiteServerOptions): SiteServer {
  const allowedQuery = new Set(cachedQuery);
  const notesOf = new WeakMap<IncomingMessage, RequestNotes & { key?: string }>();
  let site: SiteParts | undefined;
  let closing = false;

  const server = createServer(
    { requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    (request, response) => {
      const begun = performance.now();
      if (closing) response.setHeader('connection', 'close');
      const answered = (route: string, id?: string) => {
        const ms = performance.now() - begun;
        const { statusCode: status } = response;
        metrics.countRequest(request.method!, route, status, ms / 1000);
        log.info({ method: request.method, route, status, ms: Math.round(ms * 10) / 10, ...(id && { id }) }, 'Request');
      };
      try {
        answer(request, response, answered);
      } catch (error) {
        log.error({ error }, 'A request could not be answered');
        if (!response.headersSent) plain(response, 500, 'Something went wrong.\n');
        else response.destroy();
      }
    },
  );

  function answer(
    request: IncomingMessage,
    response: ServerResponse,
    answered: (route: string, id?: string) => void,
  ): void {
    const { url = '/', method } = request;
    const reads = method === 'GET' || method === 'HEAD';
    if (reads && (url === '/healthz' || url === '/readyz' || url === '/metrics'))
      return void answerOperator(url, request, response);
    if (!site)
      return plain(response, 503, 'Cairn is starting. Please try again in a moment.\n', { 'retry-after': '2' });
    const key = pageKey(request, allowedQuery);
    const page = key === undefined ? undefined : site.pageCache.find(key);
    if (page) {
      count('hit');
      // also who has it already and hears so (304) has come to read it; HEAD reads nothing
      if (page.countedAs !== undefined && method === 'GET') site.reads.add(page.countedAs);
      const sent = page.send(request, response);
      if (typeof sent === 'number') return answered(page.route);
      return void sent.then(() => answered(page.route));
    }
    const asset = reads ? site.assets.find(pathOf(url)) : undefined;
    if (asset) {
      const sent = asset.send(request, response);
      if (typeof sent === 'number') return answered('asset');
      return void sent.then(() => answered('asset'));
    }
    const notes: RequestNotes & { key?: string } = { requestId: newRequestId() };
    // A miss is made with a GET: what HEAD makes has no body to keep.
    if (key !== undefined && method === 'GET') notes.key = key;
    count(notes.key ? 'miss' : 'bypass');
    notesOf.set(request, notes);
    response.once('close', () => answered(notes.route ?? unknownRoute, notes.requestId));
    void toHono(request, response);
  }

  const toHono = getRequestListener(
    async (request, env) => {
      const { incoming, outgoing } = env as { incoming: IncomingMessage; outgoing: ServerResponse };
      const notes = notesOf.get(incoming)!;
      const { app, pageCache, reads } = site!;
      const make = async () => app.fetch(request, { incoming, outgoing, notes });
      if (notes.key === undefined) {
        const made = await make();
        const countedAs = readCountedAs(request);
        if (countedAs !== undefined && made.status === 200 && request.method === 'GET') reads.add(countedAs);
        return forThisRequest(request, made, notes);
      }
      const made = await pageCache.through(notes.key, async () =>
        freshPage(request, await make(), notes.route ?? unknownRoute),
      );
      if (!('send' in made)) return forThisRequest(request, made, notes);
      notes.route = made.route;
      if (made.countedAs !== undefined) reads.add(made.countedAs);
      await made.send(incoming, outgoing);
      return RESPONSE_ALREADY_SENT;
    },
    {
      errorHandler: (error) => {
        const headers = { ...securityHeaders, 'cache-control': 'no-store' };
        // A Host header that cannot be part of an address.
        if (error instanceof RequestError)
          return new Response('This request cannot be understood.\n', { status: 400, headers });
        log.error({ error }, 'A request could not be answered');
        return new Response('Something went wrong.\n', { status: 500, headers });
      },
    },
  );

  async function answerOperator(url: string, request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (url === '/healthz') return plain(response, 200, 'ok\n');
    if (url === '/metrics') {
      if (!mayReadMetrics(request, metricsToken))
        return plain(response, 403, 'Only this machine, or whoever has METRICS_TOKEN, can read this.\n');
      const { contentType, text } = await metrics.report();
      return plain(response, 200, text, { 'content-type': contentType });
    }
    const readiness = site && !closing ? await site.readiness() : { ready: false };
    plain(response, readiness.ready ? 200 : 503, `${JSON.stringify(readiness)}\n`, {
      'content-type': 'application/json; charset=utf-8',
    });
  }

  function plain(response: ServerResponse, status: number, text: string, headers: Record<string, string> = {}): void {
    const all = {
      ...securityHeaders,
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'no-store',
      ...headers,
    };
    response.writeHead(status, { ...all, 'content-length': Buffer.byteLength(text) });
    response.end(response.req.method === 'HEAD' ? undefined : text);
  }

  const count = (outcome: CacheOutcome) => metrics.countCache(outcome);

  return {
    async listen(port, host) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      server.once('error', reject);
      server.listen(port, host, resolve);
      await promise.catch((error: NodeJS.ErrnoException) => {
        throw cannotListen(error, port, host);
      });
      server.off('error', reject);
      return server.address() as AddressInfo;
    },
    open(parts) {
      site = parts;
    },
    async close(seconds) {
      closing = true;
      if (!server.listening) return;
      const { promise: closed, resolve } = Promise.withResolvers<void>();
      server.close(() => resolve());
      // A connection whose last request has just finished counts as idle only now.
      const sweep = setInterval(() => server.closeIdleConnections(), 50);
      const cutOff = setTimeout(() => server.closeAllConnections(), seconds * 1000);
      await closed;
      clearInterval(sweep);
      clearTimeout(cutOff);
    },
  };
}

const pathOf = (url: string) => {
  const mark = url.indexOf('?');
  return mark === -1 ? url : url.slice(0, mark);
};

/** A response that is not kept: browsers ask again each time, and its id leads to its line in the log. */
function forThisRequest(request: Request, response: Response, { requestId }: RequestNotes): Promise<Response> {
  if (!response.headers.has('cache-control')) response.headers.set('cache-control', 'private, no-cache');
  response.headers.set('x-request-id', requestId);
  return compressResponse(request, response);
}

function cannotListen({ code, message }: NodeJS.ErrnoException, port: number, host: string): CairnError {
  const sentence =
    code === 'EADDRINUSE'
      ? `Port ${port} is taken by another program. Stop that one, or choose another port, for example PORT=${port + 1}.`
      : code === 'EACCES'
        ? `This user may not listen on port ${port}. Choose a port above 1023, for example PORT=3000.`
        : code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND'
          ? `This machine has no network address ${host}. Correct HOST, for example HOST=127.0.0.1.`
          : `Cairn cannot listen on ${host}, port ${port} (${message}).`;
  return new CairnError('server.cannot_listen', 'conflict', sentence, { port, host, code });
}
