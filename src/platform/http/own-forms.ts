import type { MiddlewareHandler } from 'hono';
import { HTTPException } from 'hono/http-exception';

const reads = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * What changes something comes from a page of this site, or not from a browser that is signed in. Browsers say where a
 * request comes from (Sec-Fetch-Site, or Origin in older ones), and no page can make them say something else.
 */
export function refuseForeignForms({ origin }: { origin: string }): MiddlewareHandler {
  return async (c, next) => {
    if (!reads.has(c.req.method)) {
      const site = c.req.header('sec-fetch-site');
      const from = c.req.header('origin');
      const ours =
        site !== undefined
          ? site === 'same-origin'
          : from !== undefined
            ? from === origin || URL.parse(from)?.host === c.req.header('host')
            : c.req.header('cookie') === undefined;
      if (!ours) throw new HTTPException(403);
    }
    await next();
  };
}
