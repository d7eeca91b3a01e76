import type { SignedIn } from '#platform/auth/signed-in.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { takeBackDays } from './link.ts';
import type { AddressProblem } from './mail-address.ts';

const path = '/me/security/address';

export function AddressPage({
  frame,
  me,
  typed = '',
  problem,
}: {
  frame: SiteFrame;
  me: SignedIn;
  typed?: string;
  problem?: AddressProblem | 'same';
}) {
  const { i18n } = frame;
  const error = problem && (problem === 'same' ? i18n.t('account.address.same') : i18n.t(`sign-in.address.${problem}`));
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('account.address.title'), path, noindex: true }}>
      <PageHead title={i18n.t('account.address.title')} lede={i18n.t('account.address.is', { address: me.email })} />
      <section class="part flow">
        <form class="flow" method="post" action={i18n.path(path)} novalidate>
          {error && <ErrorSummary title={i18n.t('sign-in.not-yet')} errors={[{ text: error, href: '#address' }]} />}
          <Field
            i18n={i18n}
            id="address"
            name="address"
            kind="email"
            label={i18n.t('account.address.label')}
            help={i18n.t('account.address.help')}
            error={error}
            value={typed}
            autocomplete="email"
          />
          <ButtonRow>
            <Button>{i18n.t('account.address.send')}</Button>
            <WayOn href={i18n.path('/me/security')}>{i18n.t('account.security.title')}</WayOn>
          </ButtonRow>
        </form>
      </section>
    </Page>
  );
}

/** The same whether or not another account has the address. */
export function AddressAskedPage({ frame, address }: { frame: SiteFrame; address: string }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('sign-in.sent.title'), path, noindex: true }}>
      <PageHead title={i18n.t('sign-in.sent.title')} lede={i18n.t('account.address.asked', { address })} />
      <section class="part flow">
        <p>{i18n.t('account.address.until-then')}</p>
        {frame.demo && (
          <Notice>
            <p>
              {i18n.t('sign-in.sent.demo')} <a href={i18n.path('/outbox')}>{i18n.t('outbox.title')}</a>
            </p>
          </Notice>
        )}
        <WayOn href={i18n.path('/me/security')}>{i18n.t('account.security.title')}</WayOn>
      </section>
    </Page>
  );
}

/** One button, so that a scanner that opens the link changes nothing. */
export function ConfirmAddressPage({ frame, address, token }: { frame: SiteFrame; address: string; token: string }) {
  const { i18n } = frame;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('account.address.confirm.title'), path: '/sign-in', noindex: true }}
    >
      <PageHead
        title={i18n.t('account.address.confirm.title')}
        lede={i18n.t('account.address.confirm.lede', { address, days: takeBackDays })}
      />
      <section class="part flow">
        <form method="post" action={i18n.path('/sign-in/new-address')}>
          <input type="hidden" name="token" value={token} />
          <Button>{i18n.t('account.address.confirm.go')}</Button>
        </form>
        <p class="soft">{i18n.t('sign-in.link.not-you')}</p>
      </section>
    </Page>
  );
}

export function NewAddressPage({ frame, outcome }: { frame: SiteFrame; outcome: 'changed' | 'expired' | 'taken' }) {
  const { i18n } = frame;
  const title = i18n.t(`account.address.${outcome}.title`);
  return (
    <Page frame={frame} current="you" meta={{ title, path: '/sign-in', noindex: true }}>
      <PageHead title={title} lede={i18n.t(`account.address.${outcome}.text`)} />
      <section class="part">
        <ButtonLink href={i18n.path('/me/security')}>{i18n.t('account.security.title')}</ButtonLink>
      </section>
    </Page>
  );
}

/** One button here too, so that a scanner that opens the link changes nothing. */
export function TakeAddressBackPage({ frame, address, token }: { frame: SiteFrame; address: string; token: string }) {
  const { i18n } = frame;
  const title = i18n.t('account.address.back.title');
  return (
    <Page frame={frame} current="you" meta={{ title, path: '/sign-in', noindex: true }}>
      <PageHead title={title} lede={i18n.t('account.address.back.lede', { address })} />
      <section class="part flow">
        <p>{i18n.t('account.address.back.effect')}</p>
        <form method="post" action={i18n.path('/sign-in/old-address')}>
          <input type="hidden" name="token" value={token} />
          <Button>{i18n.t('account.address.back.go')}</Button>
        </form>
        <p class="soft">{i18n.t('account.address.back.was-you')}</p>
      </section>
    </Page>
  );
}

export function OldAddressPage({ frame, outcome }: { frame: SiteFrame; outcome: 'returned' | 'expired' | 'taken' }) {
  const { i18n } = frame;
  const title = i18n.t(`account.address.${outcome}.title`);
  return (
    <Page frame={frame} current="you" meta={{ title, path: '/sign-in', noindex: true }}>
      <PageHead title={title} lede={i18n.t(`account.address.back.${outcome}`, { days: takeBackDays })} />
      <section class="part">
        <ButtonLink href={i18n.path('/sign-in')}>{i18n.t('sign-in.title')}</ButtonLink>
      </section>
    </Page>
  );
}
