import type { Context } from 'hono';
import { z } from 'zod';
import type { StartedSession } from '#platform/auth/auth.ts';
import { readBrowserName } from '#platform/auth/browser-name.ts';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';

/** A field of a form, once; whatever else is sent counts as nothing. */
export const textField = (max: number) => z.string().max(max).catch('');

export const browserOf = (c: Context) => readBrowserName(c.req.header('user-agent'));

export function beginSession(c: Context, { setCookie }: StartedSession): void {
  for (const cookie of setCookie) c.header('set-cookie', cookie, { append: true });
}

/** Nothing about one person stays in a cache, whatever the page says. */
export const keepPrivate = (c: Context): void => c.header('cache-control', 'private, no-store');

/** Where one signs in, and comes back from. */
export const signInPath = (i18n: I18n, to: string): string =>
  `${i18n.path('/sign-in')}?to=${encodeURIComponent(i18n.path(to))}`;

/** Calls a route with whoever is signed in; leads everybody else to where they can. */
export const signedIn =
  (i18n: I18n, back: string, route: (c: Context, me: SignedIn) => Response | Promise<Response>) =>
  (c: Context): Response | Promise<Response> => {
    const me = signedInOf(c);
    keepPrivate(c);
    return me ? route(c, me) : c.redirect(signInPath(i18n, back), 303);
  };
