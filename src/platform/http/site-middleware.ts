import type { Hono, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { HTTPException } from 'hono/http-exception';
import { methodNotAllowed } from 'hono/method-not-allowed';
import { refuseForeignForms } from './own-forms.ts';
import { noteRoute } from './request-notes.ts';
import { addSecurityHeaders } from './security-headers.ts';

export interface SiteOptions {
  securityHeaders: Readonly<Record<string, string>>;
  /** The public address: what changes something comes from there. */
  origin: string;
  /** The largest body of a request, in bytes; 256 kB if not given. */
  maxBody?: number;
}

/** What every request passes through before its route. Call it first, on the outermost app. */
export function guardSite(app: Hono, { securityHeaders, origin, maxBody = 256 * 1024 }: SiteOptions): void {
  app.use(noteRoute);
  app.use(addSecurityHeaders(securityHeaders));
  app.use(refuseUnreadableUrl);
  app.use(leadToSmallLetters);
  app.use(refuseForeignForms({ origin }));
  app.use(
    bodyLimit({
      maxSize: maxBody,
      onError: () => {
        throw new HTTPException(413);
      },
    }),
  );
  app.use(
    methodNotAllowed({
      app,
      onMethodNotAllowed: (_c, methods) => {
        throw new HTTPException(405, { cause: { allow: methods.join(', ') } });
      },
    }),
  );
}

/** `/%`, `/%c3%28` and `%00` are nobody's page: 400, before a route or the database stumbles over them. */
const refuseUnreadableUrl: MiddlewareHandler = async (c, next) => {
  const { pathname, search } = new URL(c.req.url);
  if (!isReadable(pathname) || /%00/.test(search)) throw new HTTPException(400);
  await next();
};

/** Addresses are in small letters. Whoever typed "/conditions/Dystonia" meant that page. */
const leadToSmallLetters: MiddlewareHandler = async (c, next) => {
  await next();
  const { pathname, search } = new URL(c.req.url);
  const small = pathname.replace(/(?<=^\/([a-zA-Z-]+\/)?)conditions\/.*/iu, (rest) => rest.toLowerCase());
  if (c.res.status === 404 && small !== pathname) c.res = c.redirect(small + search, 301);
};

function isReadable(pathname: string): boolean {
  try {
    return !decodeURIComponent(pathname).includes('\0');
  } catch {
    return false;
  }
}
