import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { nameBrowser } from './account.words.ts';
import type { LinkState, SignInLink } from './link.ts';
import type { AddressProblem } from './mail-address.ts';

const pathWith = (i18n: I18n, path: string, to: string | undefined) =>
  i18n.path(path) + (to === undefined ? '' : `?to=${encodeURIComponent(to)}`);

const Hidden = ({ name, value }: { name: string; value: string | undefined }) =>
  value === undefined ? null : <input type="hidden" name={name} value={value} />;

/** What is wrong with the form of the password, which is folded away until somebody wants it. */
export interface PasswordTrouble {
  address?: AddressProblem;
  refused?: 'empty' | 'wrong' | 'too-often';
}

interface SignInPageProps {
  frame: SiteFrame;
  passkeyScript: string;
  to: string | undefined;
  typed?: string;
  problem?: AddressProblem;
  password?: PasswordTrouble;
}

/** One field: whoever is new and whoever is here give the same. */
export function SignInPage({ frame, passkeyScript, to, typed = '', problem, password }: SignInPageProps) {
  const { i18n } = frame;
  const error = problem && i18n.t(`sign-in.address.${problem}`);
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('sign-in.title'), path: '/sign-in', noindex: true, scripts: [passkeyScript] }}
    >
      <PageHead title={i18n.t('sign-in.title')} lede={i18n.t('sign-in.lede')} />
      <section class="part">
        <form class="flow" method="post" action={i18n.path('/sign-in')} novalidate>
          {error && <ErrorSummary title={i18n.t('sign-in.not-yet')} errors={[{ text: error, href: '#address' }]} />}
          <Hidden name="to" value={to} />
          <Field
            i18n={i18n}
            id="address"
            name="address"
            kind="email"
            label={i18n.t('sign-in.address.label')}
            help={i18n.t('sign-in.address.help')}
            error={error}
            value={password ? '' : typed}
            autocomplete="email"
          />
          <ButtonRow>
            <Button>{i18n.t('sign-in.send')}</Button>
          </ButtonRow>
        </form>
      </section>
      <Part id="other-ways" title={i18n.t('sign-in.other.title')} lesser>
        <PasskeyButton
          kind="sign-in"
          text={i18n.t('sign-in.passkey')}
          offer={i18n.path('/sign-in/passkey/offer')}
          answer={i18n.path('/sign-in/passkey')}
          to={to}
          i18n={i18n}
        />
        <PasswordForm i18n={i18n} to={to} typed={password ? typed : ''} trouble={password} />
      </Part>
      <Part id="kept" title={i18n.t('sign-in.kept.title')} lesser>
        <p>{i18n.t('sign-in.kept.text')}</p>
      </Part>
    </Page>
  );
}

/** Shown with a script, unless the browser knows no passkeys. */
export function PasskeyButton({
  kind,
  text,
  offer,
  answer,
  to,
  i18n,
}: {
  kind: 'sign-in' | 'add';
  text: string;
  offer: string;
  answer: string;
  to?: string;
  i18n: I18n;
}) {
  return (
    <div class="flow" data-passkeys data-script hidden>
      <ButtonRow>
        <button
          class="button second"
          type="button"
          aria-describedby="passkey-says"
          data-passkey={kind}
          data-offer={offer}
          data-answer={answer}
          data-to={to}
          data-closed={i18n.t(`sign-in.passkey.closed.${kind}`)}
          data-refused={i18n.t(`sign-in.passkey.refused.${kind}`)}
        >
          {text}
        </button>
      </ButtonRow>
      <p id="passkey-says" role="status"></p>
    </div>
  );
}

function PasswordForm({
  i18n,
  to,
  typed,
  trouble,
}: {
  i18n: I18n;
  to: string | undefined;
  typed: string;
  trouble: PasswordTrouble | undefined;
}) {
  const wrongAddress = trouble?.address && i18n.t(`sign-in.address.${trouble.address}`);
  const refused = trouble?.refused && i18n.t(`sign-in.password.${trouble.refused}`);
  const errors = [
    ...(wrongAddress ? [{ text: wrongAddress, href: '#password-address' }] : []),
    ...(refused ? [{ text: refused, href: '#password' }] : []),
  ];
  return (
    <Fold summary={i18n.t('sign-in.password.title')} open={trouble !== undefined}>
      <form class="flow" method="post" action={i18n.path('/sign-in/password')} novalidate>
        {errors.length > 0 && (
          <ErrorSummary
            title={i18n.t('sign-in.password.not-yet')}
            reassurance={i18n.t('sign-in.password.link-works')}
            errors={errors}
          />
        )}
        <Hidden name="to" value={to} />
        <Field
          i18n={i18n}
          id="password-address"
          name="address"
          kind="email"
          label={i18n.t('sign-in.address.label')}
          error={wrongAddress}
          value={typed}
          autocomplete="username"
        />
        <Field
          i18n={i18n}
          id="password"
          name="password"
          kind="password"
          label={i18n.t('sign-in.password.label')}
          help={i18n.t('sign-in.password.help')}
          error={refused}
          autocomplete="current-password"
        />
        <ButtonRow>
          <Button kind="second">{i18n.t('sign-in.link.go')}</Button>
        </ButtonRow>
      </form>
    </Fold>
  );
}

/** The second factor of whoever has one. */
export function CodePage({
  frame,
  to,
  problem,
}: {
  frame: SiteFrame;
  to: string | undefined;
  problem?: 'wrong' | 'too-often';
}) {
  const { i18n } = frame;
  const error = problem && i18n.t(`sign-in.code.${problem}`);
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('sign-in.code.title'), path: '/sign-in/second-factor', noindex: true }}
    >
      <PageHead title={i18n.t('sign-in.code.title')} lede={i18n.t('sign-in.code.lede')} />
      <section class="part flow">
        <form class="flow" method="post" action={i18n.path('/sign-in/second-factor')} novalidate>
          {error && <ErrorSummary title={i18n.t('sign-in.code.not-yet')} errors={[{ text: error, href: '#code' }]} />}
          <Hidden name="to" value={to} />
          <CodeField i18n={i18n} help={i18n.t('sign-in.code.help')} error={error} />
          <ButtonRow>
            <Button>{i18n.t('sign-in.code.go')}</Button>
          </ButtonRow>
        </form>
        <form method="post" action={i18n.path('/sign-out')}>
          <Button kind="second">{i18n.t('account.sign-out')}</Button>
        </form>
      </section>
    </Page>
  );
}

export const CodeField = ({ i18n, help, error }: { i18n: I18n; help: string; error?: string }) => (
  <Field
    i18n={i18n}
    id="code"
    name="code"
    label={i18n.t('sign-in.code.label')}
    help={help}
    error={error}
    autocomplete="one-time-code"
  />
);

/** The same for every address: whether it is known here is told in the mail's box alone. */
export function LinkSentPage({
  frame,
  address,
  passing,
  to,
}: {
  frame: SiteFrame;
  address: string;
  passing: boolean;
  to: string | undefined;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('sign-in.sent.title'), path: '/sign-in', noindex: true }}>
      <PageHead title={i18n.t('sign-in.sent.title')} lede={i18n.t('sign-in.sent.lede', { address })} />
      <section class="part flow">
        <p>{i18n.t('sign-in.sent.how')}</p>
        <p>{i18n.t('sign-in.sent.where')}</p>
        {passing && (
          <Notice>
            <p>{i18n.t('sign-in.sent.passing')}</p>
          </Notice>
        )}
        {frame.demo && (
          <Notice>
            <p>
              {i18n.t('sign-in.sent.demo')} <a href={i18n.path('/outbox')}>{i18n.t('outbox.title')}</a>
            </p>
          </Notice>
        )}
        <form method="post" action={i18n.path('/sign-in')}>
          <Hidden name="address" value={address} />
          <Hidden name="to" value={to} />
          <ButtonRow>
            <Button kind="second">{i18n.t('sign-in.sent.again')}</Button>
            <WayOn href={pathWith(i18n, '/sign-in', to)}>{i18n.t('sign-in.sent.other')}</WayOn>
          </ButtonRow>
        </form>
      </section>
    </Page>
  );
}

/** One button, so that a scanner that opens the link does not use it up; and who will be signed in, before they are. */
export function LinkPage({
  frame,
  link,
  token,
  now,
}: {
  frame: SiteFrame;
  link: SignInLink;
  token: string;
  now: Date;
}) {
  const { i18n } = frame;
  const minutes = Math.max(1, Math.round((now.getTime() - link.askedAt.getTime()) / 60_000));
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('sign-in.link.title'), path: '/sign-in', noindex: true }}>
      <PageHead title={i18n.t('sign-in.link.title')} lede={i18n.t('sign-in.link.lede', { address: link.address })} />
      <section class="part flow">
        <p>{i18n.t('sign-in.link.asked', { minutes, browser: nameBrowser(link, i18n) })}</p>
        <form method="post" action={i18n.path('/sign-in/link')}>
          <input type="hidden" name="token" value={token} />
          <ButtonRow>
            <Button>{i18n.t('sign-in.link.go')}</Button>
          </ButtonRow>
        </form>
        <p class="soft">{i18n.t('sign-in.link.not-you')}</p>
      </section>
    </Page>
  );
}

export function UselessLinkPage({ frame, state }: { frame: SiteFrame; state: LinkState }) {
  const { i18n } = frame;
  const kind = state === 'used' ? 'used' : 'expired';
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t(`sign-in.link.${kind}.title`), path: '/sign-in', noindex: true }}
    >
      <PageHead title={i18n.t(`sign-in.link.${kind}.title`)} lede={i18n.t(`sign-in.link.${kind}.text`)} />
      <section class="part">
        <ButtonLink href={i18n.path('/sign-in')}>{i18n.t('sign-in.link.new')}</ButtonLink>
      </section>
    </Page>
  );
}
