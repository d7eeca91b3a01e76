import { Hono, type Context } from 'hono';
import { z } from 'zod';
import type { Auth, StartedSession } from '#platform/auth/auth.ts';
import { readBrowserName } from '#platform/auth/browser-name.ts';
import { halfSignedInOf, signedInOf } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { askerOf } from '#platform/http/asker.ts';
import type { Mails } from '#platform/mail/mail.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { accountMails } from './account.mails.ts';
import { looksPassing, readMailAddress } from './mail-address.ts';
import { lookAtLink, sendLink, signInByLink } from './sign-in.usecases.ts';
import { LinkPage, LinkSentPage, SignInPage, UselessLinkPage } from './sign-in.views.tsx';
import { readWayOn } from './way-on.ts';

export interface AccountServices {
  database: Database;
  clock: Clock;
  auth: Auth;
  mails: Mails;
  rateLimit: Pick<RateLimit, 'take'>;
}

export interface SignInRoutesOptions extends AccountServices {
  frame: SiteFrame;
  /** Where somebody goes who wanted nothing else: who is here, and who has just come. */
  after: { back: string; first: string };
}

/** A field of a form, once; whatever else is sent counts as nothing. */
const text = (max: number) => z.string().max(max).catch('');
const linkForm = z.object({ address: text(1000), to: text(1000) });
const tokenForm = z.object({ token: text(100) });

export const browserOf = (c: Context) => readBrowserName(c.req.header('user-agent'));

export function beginSession(c: Context, { setCookie }: StartedSession): void {
  for (const cookie of setCookie) c.header('set-cookie', cookie, { append: true });
}

/** Signing in by a link in a mail, in one language. */
export function createSignInRoutes({ frame, after, ...services }: SignInRoutesOptions): Hono {
  const { i18n } = frame;
  const { writeMail } = { writeMail: accountMails(frame).signInLink };
  const routes = new Hono();
  const here = (to: string | undefined, otherwise: string) => to ?? i18n.path(otherwise);

  routes.get('/sign-in', (c) => {
    const to = readWayOn(c.req.query('to'));
    if (signedInOf(c)) return c.redirect(here(to, after.back), 303);
    return c.html(<SignInPage frame={frame} to={to} />);
  });

  routes.post('/sign-in', async (c) => {
    const form = linkForm.parse(await c.req.parseBody());
    const to = readWayOn(form.to);
    const read = readMailAddress(form.address);
    if ('problem' in read)
      return c.html(<SignInPage frame={frame} to={to} typed={form.address} problem={read.problem} />, 422);
    await sendLink({
      ...services,
      address: read.address,
      language: i18n.language,
      to,
      browser: browserOf(c),
      asker: askerOf(c),
      writeMail,
    });
    const { address } = read;
    return c.html(<LinkSentPage frame={frame} address={address} passing={looksPassing(address)} to={to} />);
  });

  routes.get('/sign-in/link', async (c) => {
    const token = c.req.query('token');
    const { state, link } = await lookAtLink({ ...services, token });
    if (!link || link.used) return c.html(<UselessLinkPage frame={frame} state={link ? 'used' : state} />, 410);
    return c.html(<LinkPage frame={frame} link={link} token={token!} now={services.clock.now()} />);
  });

  routes.post('/sign-in/link', async (c) => {
    const { token } = tokenForm.parse(await c.req.parseBody());
    const done = await signInByLink({ ...services, token, browser: browserOf(c) });
    if (typeof done === 'string') {
      // Pressed again, long after, where it has worked before.
      if (signedInOf(c)) return c.redirect(i18n.path(after.back), 303);
      return c.html(<UselessLinkPage frame={frame} state={done} />, 410);
    }
    beginSession(c, done.session);
    return c.redirect(here(done.to, done.isNew ? after.first : after.back), 303);
  });

  routes.post('/sign-out', async (c) => {
    const signedIn = signedInOf(c) ?? halfSignedInOf(c);
    if (signedIn) await services.auth.endSession(services.database, signedIn.accountId, signedIn.sessionId);
    c.header('set-cookie', services.auth.endedCookie, { append: true });
    // What the browser has kept of pages in this session goes with it.
    c.header('clear-site-data', '"cache"');
    return c.redirect(i18n.path('/'), 303);
  });

  return routes;
}
