import type { Child } from 'hono/jsx';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { policyNames } from '../policies.ts';
import { policyPath } from './policy-page.tsx';
import type { Place } from '#ui/masthead/masthead.tsx';

/** A page of a few headed paragraphs, all of it in messages. */
function PlainPage({
  frame,
  place,
  title,
  lede,
  parts,
  children,
}: {
  frame: SiteFrame;
  place: Place;
  title: MessageKey;
  lede: MessageKey;
  parts: readonly [title: MessageKey, text: string][];
  children?: Child;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current={place} meta={{ title: i18n.t(title), description: i18n.t(lede), path: `/${place}` }}>
      <PageHead title={i18n.t(title)} lede={i18n.t(lede)} />
      {parts.map(([heading, text], index) => (
        <Part id={`part-${index + 1}`} title={i18n.t(heading)} stones={index === 0 ? undefined : Math.min(6, index)}>
          <Prose>
            <p>{text}</p>
          </Prose>
        </Part>
      ))}
      {children}
    </Page>
  );
}

/** Who runs this, how texts are written, reviewed and counted. */
export function AboutPage({ frame, shownFrom }: { frame: SiteFrame; shownFrom: number }) {
  const { i18n, operator } = frame;
  return (
    <PlainPage
      frame={frame}
      place="about"
      title="about.title"
      lede="about.lede"
      parts={[
        ['about.who.title', operator ? i18n.t('about.who.text', { operator }) : i18n.t('about.who.unnamed')],
        ['about.written.title', i18n.t('about.written.text')],
        ['about.reviewed.title', i18n.t('about.reviewed.text')],
        ['about.counted.title', i18n.t('about.counted.text', { shownFrom })],
        ['about.free.title', i18n.t('about.free.text')],
      ]}
    >
      <section class="part">
        {policyNames.map((name) => (
          <p>
            <WayOn href={i18n.path(policyPath(name))}>{i18n.t(`policy.${name}`)}</WayOn>
          </p>
        ))}
        <p>
          <WayOn href={i18n.path('/reviewers')}>{i18n.t('about.reviewers')}</WayOn>
        </p>
        <p>
          <WayOn href={i18n.path('/vocabularies')}>{i18n.t('about.vocabularies')}</WayOn>
        </p>
      </section>
    </PlainPage>
  );
}

/** What is held about readers and members, how long, and how it is forgotten. */
export const PrivacyPage = ({ frame, backupDays }: { frame: SiteFrame; backupDays: number }) => (
  <PlainPage
    frame={frame}
    place="privacy"
    title="privacy.title"
    lede="privacy.lede"
    parts={[
      ['privacy.reading.title', frame.i18n.t('privacy.reading.text')],
      ['privacy.device.title', frame.i18n.t('privacy.device.text')],
      ['privacy.people.title', frame.i18n.t('privacy.people.text')],
      ['privacy.account.title', frame.i18n.t('privacy.account.text')],
      ['privacy.consents.title', frame.i18n.t('privacy.consents.text')],
      ['privacy.watched.title', frame.i18n.t('privacy.watched.text')],
      ['privacy.kept.title', frame.i18n.t('privacy.kept.text')],
      ['privacy.leaving.title', frame.i18n.t('privacy.leaving.text', { days: backupDays })],
      ['privacy.sold.title', frame.i18n.t('privacy.sold.text')],
    ]}
  />
);

export const AccessibilityPage = ({ frame }: { frame: SiteFrame }) => (
  <PlainPage
    frame={frame}
    place="accessibility"
    title="accessibility.title"
    lede="accessibility.lede"
    parts={[
      ['accessibility.built.title', frame.i18n.t('accessibility.built.text')],
      ['accessibility.comfort.title', frame.i18n.t('accessibility.comfort.text')],
      ['accessibility.checked.title', frame.i18n.t('accessibility.checked.text')],
    ]}
  />
);

/** Help that cannot wait. */
export const HelpPage = ({ frame }: { frame: SiteFrame }) => (
  <PlainPage
    frame={frame}
    place="help"
    title="help.title"
    lede="help.lede"
    parts={[
      ['help.body.title', frame.i18n.t('help.body.text')],
      ['help.mind.title', frame.i18n.t('help.mind.text')],
      ['help.medicine.title', frame.i18n.t('help.medicine.text')],
    ]}
  >
    <section class="part">
      <Prose>
        <p>{frame.i18n.t('help.each')}</p>
      </Prose>
    </section>
  </PlainPage>
);
