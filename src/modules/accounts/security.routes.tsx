import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import { accountMails } from './account.mails.ts';
import type { AccountRoutesOptions } from './account.services.ts';
import { nameBrowser } from './account.words.ts';
import {
  askNewAddress,
  confirmNewAddress,
  lookAtNewAddress,
  lookAtOldAddress,
  takeAddressBack,
} from './address.usecases.ts';
import {
  AddressAskedPage,
  AddressPage,
  ConfirmAddressPage,
  NewAddressPage,
  OldAddressPage,
  TakeAddressBackPage,
} from './address.views.tsx';
import { tellOwner } from './change.usecases.ts';
import { createCredentialRepository } from './credential.repository.ts';
import { readMailAddress } from './mail-address.ts';
import { addPasskey, removePasskey } from './passkey.usecases.ts';
import { removePassword, setPassword } from './password.usecases.ts';
import { browserOf, keepPrivate, signedIn, textField } from './route-helpers.routes.tsx';
import { BackupCodesPage, SecondFactorPage } from './second-factor.views.tsx';
import { createSecondFactorRepository } from './second-factor.repository.ts';
import {
  beginSecondFactor,
  confirmSecondFactor,
  endSecondFactor,
  findBegunSecret,
  renewBackupCodes,
} from './second-factor.usecases.ts';
import { changesShown, SecurityPage } from './security.views.tsx';
import { passkeyAnswer } from './sign-in.routes.tsx';

const passwordForm = z.object({ password: textField(1000) });
const addressForm = z.object({ address: textField(1000) });
const codeForm = z.object({ code: textField(100) });
const tokenForm = z.object({ token: textField(100) });
const shown = z.enum(changesShown).optional().catch(undefined);
const id = z.uuid().catch('');

const home = '/me/security';

/** How somebody signs in, and where they are signed in: theirs to see and to change. */
export function createSecurityRoutes({ frame, passkeyScript, ...services }: AccountRoutesOptions): Hono {
  const { i18n } = frame;
  const mail = accountMails(frame);
  const routes = new Hono();
  const tell = (me: SignedIn) => tellOwner(me.accountId, { ...services, writeMail: mail.change });
  const mine = (route: (c: Context, me: SignedIn) => Response | Promise<Response>, back = home) =>
    signedIn(i18n, back, route);
  const done = (c: Context, what: (typeof changesShown)[number]) =>
    c.redirect(`${i18n.path(home)}?done=${what}#done`, 303);

  async function show(
    me: SignedIn,
    extra: { done?: (typeof changesShown)[number]; password?: 'short' | 'long' | 'guessable' },
  ) {
    const credentials = createCredentialRepository(services.database);
    const [sessions, passkeys, hasPassword] = await Promise.all([
      services.auth.listSessions(me.accountId),
      credentials.listPasskeys(me.accountId),
      credentials.hasPassword(me.accountId),
    ]);
    return (
      <SecurityPage
        {...{ frame, me, sessions, passkeys, hasPassword, passkeyScript }}
        done={extra.done}
        problem={extra.password}
      />
    );
  }

  routes.get(
    home,
    mine(async (c, me) => c.html(await show(me, { done: shown.parse(c.req.query('done')) }))),
  );

  routes.post(
    `${home}/password`,
    mine(async (c, me) => {
      const { password } = passwordForm.parse(await c.req.parseBody());
      const problem = await setPassword({ ...services, ...me, address: me.email, password, tell: tell(me) });
      return problem ? c.html(await show(me, { password: problem }), 422) : done(c, 'password-set');
    }),
  );
  routes.post(
    `${home}/password/remove`,
    mine(async (c, me) => {
      await removePassword({ ...services, ...me, tell: tell(me) });
      return done(c, 'password-removed');
    }),
  );

  routes.post(`${home}/passkeys/offer`, async (c) => {
    keepPrivate(c);
    const me = signedInOf(c);
    return me ? c.json(await services.auth.offerPasskey(me.accountId)) : c.json({ refused: true }, 401);
  });
  routes.post(`${home}/passkeys`, async (c) => {
    keepPrivate(c);
    const me = signedInOf(c);
    if (!me) return c.json({ refused: true }, 401);
    const given = passkeyAnswer.safeParse(await c.req.json().catch(() => undefined));
    const name = nameBrowser(browserOf(c), i18n);
    const added = given.success && (await addPasskey({ ...services, ...given.data, name, tell: tell(me) }));
    return added ? c.json({ path: `${i18n.path(home)}?done=passkey-added#done` }) : c.json({ refused: true }, 422);
  });
  routes.post(
    `${home}/passkeys/:id/remove`,
    mine(async (c, me) => {
      await removePasskey({ ...services, ...me, id: id.parse(c.req.param('id')), tell: tell(me) });
      return done(c, 'passkey-removed');
    }),
  );

  routes.post(
    `${home}/sessions/others/end`,
    mine(async (c, me) => {
      await services.auth.endOtherSessions(services.database, me.accountId, me.sessionId);
      return done(c, 'sessions-ended');
    }),
  );
  routes.post(
    `${home}/sessions/:id/end`,
    mine(async (c, me) => {
      const sessionId = id.parse(c.req.param('id'));
      if (sessionId !== '') await services.auth.endSession(services.database, me.accountId, sessionId);
      return done(c, 'session-ended');
    }),
  );

  const factor = `${home}/second-factor`;
  async function showFactor(me: SignedIn, extra: { problem?: 'wrong' | 'too-often'; left?: number } = {}) {
    const [secret, inUse] = await Promise.all([
      findBegunSecret({ ...services, ...me }),
      createSecondFactorRepository(services.database).findInUse(me.accountId),
    ]);
    return <SecondFactorPage frame={frame} me={me} secret={secret} codesLeft={inUse?.backupCodes.length} {...extra} />;
  }
  routes.get(
    factor,
    mine(async (c, me) => c.html(await showFactor(me)), factor),
  );
  routes.post(
    `${factor}/begin`,
    mine(async (c, me) => {
      await beginSecondFactor({ ...services, ...me });
      return c.redirect(`${i18n.path(factor)}#confirm`, 303);
    }, factor),
  );
  routes.post(
    factor,
    mine(async (c, me) => {
      const { code } = codeForm.parse(await c.req.parseBody());
      const outcome = await confirmSecondFactor({ ...services, ...me, code, tell: tell(me) });
      if (typeof outcome !== 'string') return c.html(<BackupCodesPage frame={frame} codes={outcome} />);
      if (outcome === 'not-begun') return c.redirect(i18n.path(factor), 303);
      return c.html(await showFactor(me, { problem: outcome }), outcome === 'wrong' ? 422 : 429);
    }, factor),
  );
  routes.post(
    `${factor}/backup-codes`,
    mine(async (c, me) => {
      const codes = await renewBackupCodes({ ...services, ...me, tell: tell(me) });
      return codes ? c.html(<BackupCodesPage frame={frame} codes={codes} />) : c.redirect(i18n.path(factor), 303);
    }, factor),
  );
  routes.post(
    `${factor}/end`,
    mine(async (c, me) => {
      await endSecondFactor({ ...services, ...me, tell: tell(me) });
      return done(c, 'second-factor-ended');
    }, factor),
  );

  const address = `${home}/address`;
  routes.get(
    address,
    mine((c, me) => c.html(<AddressPage frame={frame} me={me} />), address),
  );
  routes.post(
    address,
    mine(async (c, me) => {
      const form = addressForm.parse(await c.req.parseBody());
      const read = readMailAddress(form.address);
      if ('problem' in read || read.address === me.email) {
        const problem = 'problem' in read ? read.problem : ('same' as const);
        return c.html(<AddressPage frame={frame} me={me} typed={form.address} problem={problem} />, 422);
      }
      await askNewAddress({
        ...services,
        ...me,
        address: read.address,
        language: i18n.language,
        writeMail: mail.newAddressLink,
        writeChange: mail.change,
      });
      return c.html(<AddressAskedPage frame={frame} address={read.address} />);
    }, address),
  );

  // Whoever confirms reads their mail perhaps elsewhere: no session is needed, the link is enough.
  routes.get('/sign-in/new-address', async (c) => {
    keepPrivate(c);
    const token = c.req.query('token');
    const found = await lookAtNewAddress({ ...services, token });
    if (found === undefined) return c.html(<NewAddressPage frame={frame} outcome="expired" />, 410);
    return c.html(<ConfirmAddressPage frame={frame} address={found} token={token!} />);
  });
  routes.post('/sign-in/new-address', async (c) => {
    keepPrivate(c);
    const { token } = tokenForm.parse(await c.req.parseBody());
    const sessionId = signedInOf(c)?.sessionId;
    const outcome = await confirmNewAddress({ ...services, token, sessionId, writeMail: mail.addressChanged });
    return c.html(
      <NewAddressPage frame={frame} outcome={outcome} />,
      outcome === 'changed' ? 200 : outcome === 'taken' ? 409 : 410,
    );
  });

  routes.get('/sign-in/old-address', async (c) => {
    keepPrivate(c);
    const token = c.req.query('token');
    const found = await lookAtOldAddress({ ...services, token });
    if (found === undefined) return c.html(<OldAddressPage frame={frame} outcome="expired" />, 410);
    return c.html(<TakeAddressBackPage frame={frame} address={found} token={token!} />);
  });
  routes.post('/sign-in/old-address', async (c) => {
    keepPrivate(c);
    const { token } = tokenForm.parse(await c.req.parseBody());
    const outcome = await takeAddressBack({ ...services, token, writeChange: mail.change });
    return c.html(
      <OldAddressPage frame={frame} outcome={outcome} />,
      outcome === 'returned' ? 200 : outcome === 'taken' ? 409 : 410,
    );
  });

  return routes;
}
