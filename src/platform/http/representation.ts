import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'identity' | 'gzip' | 'br';

/** A whole response that is sent again and again: compressed once, recognised by browsers that have it already. */
export interface Representation {
  readonly status: number;
  /** How many bytes it holds in memory now. */
  readonly bytes: number;
  /** Answers a GET or HEAD, with 304 if the browser has it already. Returns the status. */
  send(request: IncomingMessage, response: ServerResponse): number | Promise<number>;
}

export interface RepresentationParts {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  /** Made when the site was built; without them they are made at the first request that wants them. */
  compressed?: Partial<Record<'gzip' | 'br', Buffer>>;
  /** Bytes were added by compressing. */
  onGrow?: (bytes: number) => void;
}

interface Variant {
  body: Buffer;
  etag: string;
  /** Flat, as `writeHead` likes it best. */
  headers: string[];
  headersOf304: string[];
}

const worthCompressing =
  /^(text\/|image\/svg|application\/(javascript|json|ld\+json|manifest\+json|xml|rss\+xml|atom\+xml))/;
/** Below this, compressing saves no packet. */
const smallest = 860;

const toGzip = promisify(gzip);
const toBrotli = promisify(brotliCompress);

/** Quick enough to wait for (some milliseconds for a page, off the main thread) and within a few per cent of the best. */
export const compress = (body: Buffer, encoding: 'gzip' | 'br'): Promise<Buffer> =>
  encoding === 'br'
    ? toBrotli(body, {
        params: { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: body.length },
      })
    : toGzip(body, { level: 7 });

export const isCompressible = (contentType: string, length: number): boolean =>
  length >= smallest && worthCompressing.test(contentType);

/** The best encoding that a browser accepts; `gzip;q=0` and unknown names are heeded. */
export function bestEncoding(acceptEncoding: string | undefined): Encoding {
  if (!acceptEncoding) return 'identity';
  const accepts = (name: string) =>
    new RegExp(`(?:^|[\\s,])${name}(?:\\s*;\\s*q=(?!0(?:\\.0*)?(?:[\\s,]|$))|\\s*(?:,|$))`, 'i').test(acceptEncoding);
  if (accepts('br')) return 'br';
  return accepts('gzip') ? 'gzip' : 'identity';
}

/** Encodings of the few values that browsers send, without parsing them for every request. */
const known = new Map<string, Encoding>();
function encodingOf(request: IncomingMessage): Encoding {
  const accepted = request.headers['accept-encoding'];
  if (accepted === undefined) return 'identity';
  let encoding = known.get(accepted);
  if (!encoding) {
    encoding = bestEncoding(accepted);
    if (known.size < 100) known.set(accepted, encoding);
  }
  return encoding;
}

export function createRepresentation({
  status,
  headers,
  body,
  compressed = {},
  onGrow,
}: RepresentationParts): Representation {
  const hash = createHash('sha256').update(body).digest('base64url').slice(0, 22);
  const compressible = isCompressible(headers['content-type'] ?? '', body.length);
  const variants: Partial<Record<Encoding, Variant | Promise<Variant>>> = { identity: variant('identity', body) };
  for (const encoding of ['gzip', 'br'] as const)
    if (compressed[encoding]) variants[encoding] = variant(encoding, compressed[encoding]);
  let bytes = body.length + Object.values(compressed).reduce((sum, { length }) => sum + length, 0) + 1024;

  function variant(encoding: Encoding, content: Buffer): Variant {
    // A strong tag names bytes, so each encoding has its own (RFC 9110, 8.8.3).
    const etag = encoding === 'identity' ? `"${hash}"` : `"${hash}-${encoding}"`;
    const ofBoth = { ...headers, etag, ...(compressible && { vary: addToVary(headers.vary, 'Accept-Encoding') }) };
    return {
      body: content,
      etag,
      headers: flat({
        ...ofBoth,
        'content-length': String(content.length),
        ...(encoding !== 'identity' && { 'content-encoding': encoding }),
      }),
      headersOf304: flat(Object.fromEntries(Object.entries(ofBoth).filter(([name]) => name !== 'content-type'))),
    };
  }

  async function compressedVariant(encoding: 'gzip' | 'br'): Promise<Variant> {
    const made = variant(encoding, await compress(body, encoding));
    bytes += made.body.length;
    onGrow?.(made.body.length);
    return (variants[encoding] = made);
  }

  function write(request: IncomingMessage, response: ServerResponse, chosen: Variant): number {
    if (hasAlready(request.headers['if-none-match'], hash) && status === 200) {
      response.writeHead(304, chosen.headersOf304).end();
      return 304;
    }
    response.writeHead(status, chosen.headers);
    response.end(request.method === 'HEAD' ? undefined : chosen.body);
    return status;
  }

  return {
    status,
    get bytes() {
      return bytes;
    },
    send(request, response) {
      const wanted = compressible || compressed.br || compressed.gzip ? encodingOf(request) : 'identity';
      const chosen =
        variants[wanted] ??
        (compressible ? (variants[wanted] = compressedVariant(wanted as 'gzip' | 'br')) : variants.identity!);
      return 'body' in chosen
        ? write(request, response, chosen)
        : chosen.then((ready) => write(request, response, ready));
    },
  };
}

const flat = (headers: Readonly<Record<string, string>>) => Object.entries(headers).flat();

export const addToVary = (vary: string | undefined, name: string): string =>
  vary?.toLowerCase().includes(name.toLowerCase()) ? vary : vary ? `${vary}, ${name}` : name;

/** Any encoding of the same content will do: the browser shows the one that it has. */
const hasAlready = (ifNoneMatch: string | undefined, hash: string) =>
  ifNoneMatch !== undefined && (ifNoneMatch.includes(hash) || ifNoneMatch.trim() === '*');
