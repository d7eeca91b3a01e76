import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { freshMinutes } from './fresh.ts';
import { exportFilePath, exportPath, schemaPath } from './rights-paths.ts';

/** The way back to one's own pages, above each page of this room. */
export const FromMe = ({ i18n }: { i18n: I18n }) => (
  <Trail i18n={i18n} steps={[{ text: i18n.t('layout.you'), href: i18n.path('/me') }]} />
);

/** Whoever finds a screen open has not just signed in: a link by mail, which leads back here, shows who it is. */
export const SureOfYou = ({ i18n, email, to }: { i18n: I18n; email: string; to: string }) => (
  <Part id="sure" title={i18n.t('export.sure.title')}>
    <form class="flow" method="post" action={i18n.path('/sign-in')}>
      <p>{i18n.t('export.sure.text', { minutes: freshMinutes, email })}</p>
      <input type="hidden" name="address" value={email} />
      <input type="hidden" name="to" value={i18n.path(to)} />
      <ButtonRow>
        <Button>{i18n.t('export.sure.send')}</Button>
      </ButtonRow>
    </form>
  </Part>
);

export function ExportPage({ frame, email, fresh }: { frame: SiteFrame; email: string; fresh: boolean }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('export.title'), path: exportPath, noindex: true }}>
      <PageHead title={i18n.t('export.title')} lede={i18n.t('export.lede')} trail={<FromMe i18n={i18n} />} />
      {fresh ? (
        <Part id="file" title={i18n.t('export.get.title')}>
          <div class="flow">
            <Notice role="note">
              <p>{i18n.t('export.shared')}</p>
            </Notice>
            <p>{i18n.t('export.get.read-help')}</p>
            <ButtonRow>
              <ButtonLink href={i18n.path(exportFilePath('html'))}>{i18n.t('export.get.read')}</ButtonLink>
            </ButtonRow>
            <p>{i18n.t('export.get.machine-help')}</p>
            <ButtonRow>
              <ButtonLink kind="second" href={i18n.path(exportFilePath('json'))}>
                {i18n.t('export.get.machine')}
              </ButtonLink>
            </ButtonRow>
            <p>
              <WayOn href={schemaPath}>{i18n.t('export.get.schema')}</WayOn>
            </p>
          </div>
        </Part>
      ) : (
        <SureOfYou i18n={i18n} email={email} to={exportPath} />
      )}
      <Part id="in-it" title={i18n.t('export.in-it.title')}>
        <Prose>
          <ul>
            {(['account', 'profile', 'consents', 'experiences', 'acts'] as const).map((part) => (
              <li>{i18n.t(`export.in-it.${part}`)}</li>
            ))}
          </ul>
        </Prose>
      </Part>
      <Part id="not-in-it" title={i18n.t('export.not-in-it.title')} lesser>
        <Prose>
          <p>{i18n.t('export.not-in-it.text')}</p>
        </Prose>
      </Part>
    </Page>
  );
}
