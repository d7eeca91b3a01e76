import type { Context, ErrorHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { CairnError, type ErrorKind } from '#platform/errors/errors.ts';
import { requestIdOf } from '#platform/http/request-notes.ts';
import { newReference } from '#platform/ids/ids.ts';
import type { Log } from '#platform/logging/log.ts';

/** What an error page may know. */
export interface ShownError {
  status: number;
  /** The code of a CairnError, `http.404` and the like, or `unknown`. */
  code: string;
  /** Only of unknown errors: what people can quote, and what the log has too. */
  reference: string | undefined;
}

export interface ErrorHandlerOptions {
  log: Log;
  renderError: (c: Context, error: ShownError) => Response | Promise<Response>;
}

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'rate-limited': 429,
};

/** Text that PostgreSQL cannot store (a zero byte, broken UTF-16): the sender's mistake, not ours. */
const unstorable = new Set(['22021', '22P05']);

/** The only place that knows which HTTP status an error has. What is not known gets a reference and tells nothing else. */
export function createErrorHandler({ log, renderError }: ErrorHandlerOptions): ErrorHandler {
  return async (error, c) => {
    const shown = describe(error);
    if (shown.reference)
      log.error({ reference: shown.reference, id: requestIdOf(c), error }, 'An unknown error was shown to someone');
    const response = await render(c, shown);
    response.headers.set('cache-control', 'no-store');
    for (const [name, value] of Object.entries(headersOf(error))) response.headers.set(name, value);
    return response;
  };

  async function render(c: Context, shown: ShownError): Promise<Response> {
    try {
      return await renderError(c, shown);
    } catch (error) {
      log.error({ reference: shown.reference, id: requestIdOf(c), error }, 'The error page itself failed');
      const quote = shown.reference ? ` Reference: ${shown.reference}` : '';
      return new Response(`Something went wrong.${quote}\n`, {
        status: shown.status,
        headers: { 'content-type': 'text/plain; charset=utf-8' },
      });
    }
  }
}

function describe(error: unknown): ShownError {
  if (error instanceof CairnError) return { status: statusOf[error.kind], code: error.code, reference: undefined };
  if (error instanceof HTTPException)
    return { status: error.status, code: `http.${error.status}`, reference: undefined };
  const { code } = (error ?? {}) as { code?: unknown };
  if (typeof code === 'string' && unstorable.has(code))
    return { status: 422, code: 'http.unstorable_text', reference: undefined };
  return { status: 500, code: 'unknown', reference: newReference() };
}

function headersOf(error: unknown): Record<string, string> {
  if (error instanceof HTTPException) {
    const { allow } = (error.cause ?? {}) as { allow?: unknown };
    return typeof allow === 'string' ? { allow } : {};
  }
  if (error instanceof CairnError && error.kind === 'rate-limited') {
    const { retryAfterSeconds } = error.details;
    return typeof retryAfterSeconds === 'number' ? { 'retry-after': String(Math.ceil(retryAfterSeconds)) } : {};
  }
  return {};
}
