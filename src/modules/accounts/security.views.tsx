import type { ListedSession } from '#platform/auth/session.repository.ts';
import { parseBrowserName } from '#platform/auth/browser-name.ts';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Entries } from '#ui/entries/entries.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { nameBrowser } from './account.words.ts';
import type { ListedPasskey } from './credential.repository.ts';
import { shortestPassword, type PasswordProblem } from './password.ts';
import { PasskeyButton } from './sign-in.views.tsx';

/** What was just done, as it stands in the address of the page that says so. */
export const changesShown = [
  'password-set',
  'password-removed',
  'passkey-added',
  'passkey-removed',
  'session-ended',
  'sessions-ended',
  'second-factor-ended',
] as const;

interface SecurityPageProps {
  frame: SiteFrame;
  me: SignedIn;
  sessions: readonly ListedSession[];
  passkeys: readonly ListedPasskey[];
  hasPassword: boolean;
  passkeyScript: string;
  done?: (typeof changesShown)[number];
  problem?: PasswordProblem;
}

/** A form that is one button. `of`: what it is about, for whoever does not see where it stands. */
export const OneButton = ({ action, text, of }: { action: string; text: string; of?: string }) => (
  <form method="post" action={action}>
    <button class="button second" type="submit" aria-label={of && `${text}: ${of}`}>
      {text}
    </button>
  </form>
);

/** How somebody signs in, and where they are signed in. */
export function SecurityPage({ frame, me, done, problem, ...shown }: SecurityPageProps) {
  const { i18n } = frame;
  const error = problem && i18n.t(`account.password.${problem}`, { letters: shortestPassword });
  return (
    <Page
      frame={frame}
      current="you"
      meta={{
        title: i18n.t('account.security.title'),
        path: '/me/security',
        noindex: true,
        scripts: [shown.passkeyScript],
      }}
    >
      <PageHead title={i18n.t('account.security.title')} lede={i18n.t('account.security.lede')}>
        {done && (
          <div id="done">
            <Notice role="status">
              <p>{i18n.t(`account.done.${done}`)}</p>
            </Notice>
          </div>
        )}
        {error && (
          <ErrorSummary title={i18n.t('account.password.not-yet')} errors={[{ text: error, href: '#password' }]} />
        )}
      </PageHead>
      <Part id="mail-address" title={i18n.t('account.address.part')} lesser>
        <p>{i18n.t('account.address.is', { address: me.email })}</p>
        <WayOn href={i18n.path('/me/security/address')}>{i18n.t('account.address.other')}</WayOn>
      </Part>
      <SessionsPart i18n={i18n} me={me} sessions={shown.sessions} />
      <PasskeysPart i18n={i18n} passkeys={shown.passkeys} />
      <PasswordPart i18n={i18n} hasPassword={shown.hasPassword} error={error} />
      <Part id="second-factor" title={i18n.t('account.factor.title')} lesser>
        <p>{i18n.t(me.staffRoles.length > 0 ? 'account.factor.for-staff' : 'account.factor.for-all')}</p>
        <WayOn href={i18n.path('/me/security/second-factor')}>{i18n.t('account.factor.manage')}</WayOn>
      </Part>
      <Part id="sign-out" title={i18n.t('account.sign-out')} lesser>
        <OneButton action={i18n.path('/sign-out')} text={i18n.t('account.sign-out.here')} />
      </Part>
    </Page>
  );
}

function SessionsPart({ i18n, me, sessions }: { i18n: I18n; me: SignedIn; sessions: readonly ListedSession[] }) {
  const entries = sessions.map(({ id, browser, startedAt, seenAt }) => {
    const name = nameBrowser(parseBrowserName(browser), i18n);
    const here = id === me.sessionId;
    const times = { since: i18n.date(startedAt), seen: i18n.date(seenAt) };
    return {
      head: name,
      detail: i18n.t(here ? 'account.sessions.here' : 'account.sessions.there', times),
      action: here ? undefined : (
        <OneButton
          action={i18n.path(`/me/security/sessions/${id}/end`)}
          text={i18n.t('account.sessions.end')}
          of={name}
        />
      ),
    };
  });
  return (
    <Part id="sessions" title={i18n.t('account.sessions.title')} lesser>
      <Entries entries={entries} />
      {sessions.length > 1 && (
        <OneButton
          action={i18n.path('/me/security/sessions/others/end')}
          text={i18n.t('account.sessions.end-others')}
        />
      )}
    </Part>
  );
}

function PasskeysPart({ i18n, passkeys }: { i18n: I18n; passkeys: readonly ListedPasskey[] }) {
  return (
    <Part id="passkeys" title={i18n.t('account.passkeys.title')} lesser>
      <p>{i18n.t('account.passkeys.what')}</p>
      {passkeys.length > 0 && (
        <Entries
          entries={passkeys.map(({ id, name, addedAt }) => ({
            head: name ?? i18n.t('account.browser.unknown'),
            detail: i18n.t('account.passkeys.since', { day: i18n.date(addedAt) }),
            action: (
              <OneButton
                action={i18n.path(`/me/security/passkeys/${id}/remove`)}
                text={i18n.t('account.remove')}
                of={name ?? i18n.t('account.browser.unknown')}
              />
            ),
          }))}
        />
      )}
      <PasskeyButton
        kind="add"
        text={i18n.t('account.passkeys.add')}
        offer={i18n.path('/me/security/passkeys/offer')}
        answer={i18n.path('/me/security/passkeys')}
        i18n={i18n}
      />
      <noscript>
        <p class="soft">{i18n.t('account.passkeys.script')}</p>
      </noscript>
    </Part>
  );
}

function PasswordPart({ i18n, hasPassword, error }: { i18n: I18n; hasPassword: boolean; error?: string }) {
  return (
    <Part id="password-part" title={i18n.t('account.password.title')} lesser>
      <p>{i18n.t(hasPassword ? 'account.password.is-set' : 'account.password.is-not-set')}</p>
      <form class="flow" method="post" action={i18n.path('/me/security/password')} novalidate>
        <Field
          i18n={i18n}
          id="password"
          name="password"
          kind="password"
          label={i18n.t('account.password.label')}
          help={i18n.t('account.password.help', { letters: shortestPassword })}
          error={error}
          autocomplete="new-password"
        />
        <ButtonRow>
          <Button kind="second">{i18n.t(hasPassword ? 'account.password.replace' : 'account.password.set')}</Button>
        </ButtonRow>
      </form>
      {hasPassword && (
        <OneButton action={i18n.path('/me/security/password/remove')} text={i18n.t('account.password.remove')} />
      )}
    </Part>
  );
}
