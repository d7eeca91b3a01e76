import { totpUri } from '#platform/auth/totp.ts';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Qr } from '#ui/qr/qr.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { inGroups } from './second-factor.ts';
import { OneButton } from './security.views.tsx';
import { CodeField } from './sign-in.views.tsx';

const path = '/me/security/second-factor';

/** Setting up an app for codes, renewing it, and the backup codes. */
export function SecondFactorPage({
  frame,
  me,
  secret,
  codesLeft,
  problem,
}: {
  frame: SiteFrame;
  me: SignedIn;
  /** Of an app that is being set up. */
  secret: string | undefined;
  /** Undefined: there is no second factor. */
  codesLeft: number | undefined;
  problem?: 'wrong' | 'too-often';
}) {
  const { i18n } = frame;
  const isOn = codesLeft !== undefined;
  const error = problem && i18n.t(`sign-in.code.${problem}`);
  const owes = me.staffRoles.length > 0 && me.staff.length === 0;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('account.factor.title'), path, noindex: true }}>
      <PageHead title={i18n.t('account.factor.title')} lede={i18n.t('account.factor.lede')}>
        {owes && (
          <Notice role="status">
            <p>{i18n.t('account.factor.owed')}</p>
          </Notice>
        )}
      </PageHead>
      {secret === undefined ? (
        <section class="part flow">
          <p>{i18n.t(isOn ? 'account.factor.is-on' : 'account.factor.is-off')}</p>
          <form method="post" action={i18n.path(`${path}/begin`)}>
            <Button kind={isOn ? 'second' : 'does'}>
              {i18n.t(isOn ? 'account.factor.renew' : 'account.factor.begin')}
            </Button>
          </form>
        </section>
      ) : (
        <Part id="confirm" title={i18n.t('account.factor.confirm.title')}>
          <form class="flow" method="post" action={i18n.path(path)} novalidate>
            {error && <ErrorSummary title={i18n.t('sign-in.code.not-yet')} errors={[{ text: error, href: '#code' }]} />}
            <p>{i18n.t('account.factor.confirm.scan')}</p>
            <Qr
              text={totpUri({ secret, issuer: frame.siteName, account: me.email })}
              label={i18n.t('account.factor.confirm.code-for-camera')}
            />
            <p>
              {i18n.t('account.factor.confirm.by-hand')} <code class="secret">{inGroups(secret)}</code>
            </p>
            <CodeField i18n={i18n} help={i18n.t('account.factor.confirm.help')} error={error} />
            <ButtonRow>
              <Button>{i18n.t('account.factor.confirm.go')}</Button>
            </ButtonRow>
          </form>
        </Part>
      )}
      {isOn && (
        <>
          <Part id="backup-codes" title={i18n.t('account.codes.title')} lesser>
            <p>{i18n.t('account.codes.left', { count: codesLeft })}</p>
            <OneButton action={i18n.path(`${path}/backup-codes`)} text={i18n.t('account.codes.renew')} />
          </Part>
          <Part id="end" title={i18n.t('account.factor.end.title')} lesser>
            <p>{i18n.t(me.staffRoles.length > 0 ? 'account.factor.end.for-staff' : 'account.factor.end.for-all')}</p>
            <OneButton action={i18n.path(`${path}/end`)} text={i18n.t('account.factor.end.go')} />
          </Part>
        </>
      )}
      <section class="part">
        <WayOn href={i18n.path('/me/security')}>{i18n.t('account.security.title')}</WayOn>
      </section>
    </Page>
  );
}

/** Shown once: they are kept as hashes, and cannot be shown again. */
export function BackupCodesPage({ frame, codes }: { frame: SiteFrame; codes: readonly string[] }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('account.codes.shown'), path, noindex: true }}>
      <PageHead title={i18n.t('account.codes.shown')} lede={i18n.t('account.codes.keep')} />
      <section class="part flow">
        <ol class="backup-codes">
          {codes.map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ol>
        <p>{i18n.t('account.codes.once')}</p>
        <ButtonLink href={i18n.path('/me/security')}>{i18n.t('account.codes.kept')}</ButtonLink>
      </section>
    </Page>
  );
}
