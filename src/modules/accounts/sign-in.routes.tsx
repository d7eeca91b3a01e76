import { Hono } from 'hono';
import { z } from 'zod';
import type { PasskeyAnswer } from '#platform/auth/auth.ts';
import { halfSignedInOf, signedInOf } from '#platform/auth/signed-in.ts';
import { askerOf } from '#platform/http/asker.ts';
import { accountMails } from './account.mails.ts';
import type { AccountRoutesOptions } from './account.services.ts';
import { askedTooOften } from './account.errors.ts';
import { looksPassing, readMailAddress } from './mail-address.ts';
import { signInByPasskey } from './passkey.usecases.ts';
import { signInByPassword } from './password.usecases.ts';
import { beginSession, browserOf, keepPrivate, textField } from './route-helpers.routes.tsx';
import { giveSecondFactor } from './second-factor.usecases.ts';
import { lookAtLink, sendLink, signInByLink } from './sign-in.usecases.ts';
import { CodePage, LinkPage, LinkSentPage, SignInPage, UselessLinkPage } from './sign-in.views.tsx';
import { readWayOn } from './way-on.ts';

const linkForm = z.object({ address: textField(1000), to: textField(1000) });
const passwordForm = z.object({ address: textField(1000), password: textField(1000), to: textField(1000) });
const tokenForm = z.object({ token: textField(100) });
const codeForm = z.object({ code: textField(100), to: textField(1000) });

/** How often the start of a sign-in by passkey may be asked for from one place: each leaves a row for five minutes. */
const passkeysFromOneAsker = { most: 60, seconds: 15 * 60 };

/** What a browser sends after its passkey dialog. */
export const passkeyAnswer = z.object({
  answer: z.custom<PasskeyAnswer['answer']>(
    (value) => z.object({ id: z.string().max(2000), response: z.looseObject({}) }).safeParse(value).success,
  ),
  challenge: z.string().max(400),
  to: z.string().max(1000).optional(),
});

/** Every way in, in one language: a link in a mail, a password, a passkey; then the second factor of those who have one. */
export function createSignInRoutes({ frame, after, passkeyScript, ...services }: AccountRoutesOptions): Hono {
  const { i18n } = frame;
  const { signInLink } = accountMails(frame);
  const routes = new Hono();
  const here = (to: string | undefined, otherwise: string) => to ?? i18n.path(otherwise);
  /** Whoever owes a second factor is asked for it; the others need not notice that there is such a page. */
  const on = (to: string | undefined) =>
    `${i18n.path('/sign-in/second-factor')}${to === undefined ? '' : `?to=${encodeURIComponent(to)}`}`;
  const signInPage = { frame, passkeyScript };

  routes.get('/sign-in', (c) => {
    keepPrivate(c);
    const to = readWayOn(c.req.query('to'));
    if (signedInOf(c)) return c.redirect(here(to, after.back), 303);
    return c.html(<SignInPage {...signInPage} to={to} />);
  });

  routes.post('/sign-in', async (c) => {
    keepPrivate(c);
    const form = linkForm.parse(await c.req.parseBody());
    const to = readWayOn(form.to);
    const read = readMailAddress(form.address);
    if ('problem' in read)
      return c.html(<SignInPage {...signInPage} to={to} typed={form.address} problem={read.problem} />, 422);
    const { address } = read;
    await sendLink({
      ...services,
      address,
      language: i18n.language,
      to,
      browser: browserOf(c),
      asker: askerOf(c),
      writeMail: signInLink,
    });
    return c.html(<LinkSentPage frame={frame} address={address} passing={looksPassing(address)} to={to} />);
  });

  routes.get('/sign-in/link', async (c) => {
    keepPrivate(c);
    const token = c.req.query('token');
    const { state, link } = await lookAtLink({ ...services, token });
    if (!link || link.used) return c.html(<UselessLinkPage frame={frame} state={link ? 'used' : state} />, 410);
    return c.html(<LinkPage frame={frame} link={link} token={token!} now={services.clock.now()} />);
  });

  routes.post('/sign-in/link', async (c) => {
    keepPrivate(c);
    const { token } = tokenForm.parse(await c.req.parseBody());
    const done = await signInByLink({ ...services, demo: frame.demo, token, browser: browserOf(c) });
    if (typeof done === 'string') {
      // Pressed again, long after, where it has worked before.
      if (signedInOf(c)) return c.redirect(i18n.path(after.back), 303);
      return c.html(<UselessLinkPage frame={frame} state={done} />, 410);
    }
    beginSession(c, done.session);
    if (done.owesSecondFactor) return c.redirect(on(done.to), 303);
    return c.redirect(here(done.to, done.isNew ? after.first : after.back), 303);
  });

  routes.post('/sign-in/password', async (c) => {
    keepPrivate(c);
    const form = passwordForm.parse(await c.req.parseBody());
    const to = readWayOn(form.to);
    const read = readMailAddress(form.address);
    const typed = form.address;
    if ('problem' in read || form.password === '') {
      const password = 'problem' in read ? { address: read.problem } : { refused: 'empty' as const };
      return c.html(<SignInPage {...signInPage} to={to} typed={typed} password={password} />, 422);
    }
    const done = await signInByPassword({
      ...services,
      address: read.address,
      password: form.password,
      browser: browserOf(c),
      asker: askerOf(c),
    });
    if (typeof done === 'string')
      return c.html(
        <SignInPage {...signInPage} to={to} typed={typed} password={{ refused: done }} />,
        done === 'wrong' ? 422 : 429,
      );
    beginSession(c, done);
    return c.redirect(on(to), 303);
  });

  routes.post('/sign-in/passkey/offer', async (c) => {
    keepPrivate(c);
    const { allowed, seconds } = await services.rateLimit.take(`passkeys from ${askerOf(c)}`, passkeysFromOneAsker);
    if (!allowed) throw askedTooOften({ retryAfterSeconds: seconds });
    return c.json(await services.auth.offerPasskeySignIn());
  });

  routes.post('/sign-in/passkey', async (c) => {
    keepPrivate(c);
    const given = passkeyAnswer.safeParse(await c.req.json().catch(() => undefined));
    const done = given.success && (await signInByPasskey({ ...services, ...given.data, browser: browserOf(c) }));
    if (!given.success || !done) return c.json({ refused: true }, 422);
    beginSession(c, done);
    return c.json({ path: on(readWayOn(given.data.to)) });
  });

  routes.get('/sign-in/second-factor', (c) => {
    keepPrivate(c);
    const to = readWayOn(c.req.query('to'));
    if (signedInOf(c)) return c.redirect(here(to, after.back), 303);
    if (!halfSignedInOf(c)) return c.redirect(i18n.path('/sign-in'), 303);
    return c.html(<CodePage frame={frame} to={to} />);
  });

  routes.post('/sign-in/second-factor', async (c) => {
    keepPrivate(c);
    const { code, to: wanted } = codeForm.parse(await c.req.parseBody());
    const to = readWayOn(wanted);
    if (signedInOf(c)) return c.redirect(here(to, after.back), 303);
    const half = halfSignedInOf(c);
    if (!half) return c.redirect(i18n.path('/sign-in'), 303);
    const { outcome, codesLeft } = await giveSecondFactor({ ...services, ...half, code });
    if (outcome !== 'right')
      return c.html(<CodePage frame={frame} to={to} problem={outcome} />, outcome === 'wrong' ? 422 : 429);
    // A backup code was used: soon there may be none.
    if (codesLeft !== undefined) return c.redirect(`${i18n.path('/me/security/second-factor')}?left=${codesLeft}`, 303);
    return c.redirect(here(to, after.back), 303);
  });

  routes.post('/sign-out', async (c) => {
    const who = signedInOf(c) ?? halfSignedInOf(c);
    if (who) await services.auth.endSession(services.database, who.accountId, who.sessionId);
    if (c.req.header('cookie')?.includes(services.auth.cookieName))
      c.header('set-cookie', services.auth.endedCookie, { append: true });
    // What the browser has kept of pages in this session goes with it.
    c.header('clear-site-data', '"cache"');
    return c.redirect(i18n.path('/'), 303);
  });

  return routes;
}
