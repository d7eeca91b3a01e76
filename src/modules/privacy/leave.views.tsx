import type { Child } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Choices } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { FromMe, SureOfYou } from './export.views.tsx';
import { daysToChangeOnesMind, type Leaving } from './leaving.ts';
import { exportPath, leaveNowPath, leavePath, leftPath, stayedPath, stayPath } from './rights-paths.ts';

/** The days that matter to whoever leaves. */
export interface LeavingDays {
  /** Until when one can stay, and when everything is erased. */
  erased: Date;
  /** When the last backup that held them is overwritten. */
  goneFromBackups: Date;
}

const StayForm = ({ i18n }: { i18n: I18n }) => (
  <form method="post" action={i18n.path(stayPath)}>
    <ButtonRow>
      <Button>{i18n.t('leave.stay')}</Button>
    </ButtonRow>
  </form>
);

/** On one's own pages, while one is leaving: until when, and the way back. */
export const LeavingNotice = ({ leaving, i18n }: { leaving: Leaving; i18n: I18n }) => (
  <Notice role="note">
    <p>
      <b>{i18n.t('leave.leaving.title')}.</b> {i18n.t('leave.leaving.text', { day: i18n.date(leaving.on) })}
    </p>
    <StayForm i18n={i18n} />
  </Notice>
);

function WhatHappens({ days, i18n, leaving }: { days: LeavingDays; i18n: I18n; leaving: boolean }) {
  const erased = i18n.date(days.erased);
  const steps: [string, string][] = [
    [i18n.t('leave.when.now'), i18n.t('leave.when.now-means')],
    [i18n.t('leave.when.until', { day: erased }), i18n.t('leave.when.until-means')],
    [i18n.t('leave.when.on', { day: erased }), i18n.t('leave.when.on-means')],
    [i18n.t('leave.when.by', { day: i18n.date(days.goneFromBackups) }), i18n.t('leave.when.by-means')],
  ];
  return <Facts facts={steps.slice(leaving ? 1 : 0).map(([name, means]) => ({ name, values: [means] }))} />;
}

/** What becomes of what somebody wrote; not asked of those who wrote nothing. */
function WhatBecomes({
  experiences,
  error,
  i18n,
}: {
  experiences: number;
  error?: string | undefined;
  i18n: I18n;
}): Child {
  if (experiences === 0) return <></>;
  return (
    <div id="experiences">
      <Choices
        legend={i18n.t('leave.choice.legend', { count: experiences })}
        name="experiences"
        {...(error ? { error } : {})}
        choices={(['delete', 'keep'] as const).map((value) => ({
          value,
          text: i18n.t(`leave.choice.${value}`),
          help: i18n.t(`leave.choice.${value}-help`),
        }))}
      />
    </div>
  );
}

/** Before leaving: what happens and when, and the decision. */
export function LeavePage({
  frame,
  days,
  experiences,
  missing = false,
}: {
  frame: SiteFrame;
  days: LeavingDays;
  /** How many there are to decide about. */
  experiences: number;
  /** The decision was not made. */
  missing?: boolean;
}) {
  const { i18n } = frame;
  const error = missing ? i18n.t('leave.choice.missing') : undefined;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('leave.title'), path: leavePath, noindex: true }}>
      <PageHead title={i18n.t('leave.title')} lede={i18n.t('leave.lede')} trail={<FromMe i18n={i18n} />}>
        <p>
          <WayOn href={i18n.path(exportPath)}>{i18n.t('leave.take')}</WayOn>
        </p>
      </PageHead>
      <Part id="when" title={i18n.t('leave.when.title')}>
        <WhatHappens days={days} i18n={i18n} leaving={false} />
      </Part>
      <Part id="stays" title={i18n.t('leave.stays.title')} lesser>
        <Prose>
          <p>{i18n.t('leave.stays.text')}</p>
        </Prose>
      </Part>
      <Part id="decision" title={i18n.t('leave.form.title')}>
        <form class="flow" method="post" action={i18n.path(leavePath)} novalidate>
          {error && (
            <ErrorSummary title={i18n.t('leave.error.title')} errors={[{ text: error, href: '#experiences' }]} />
          )}
          <WhatBecomes experiences={experiences} error={error} i18n={i18n} />
          <p>{i18n.t('leave.go-help', { days: daysToChangeOnesMind })}</p>
          <ButtonRow>
            <Button name="when" value="later">
              {i18n.t('leave.go')}
            </Button>
            <Button kind="second" name="when" value="now">
              {i18n.t('leave.go-now')}
            </Button>
          </ButtonRow>
        </form>
      </Part>
    </Page>
  );
}

/** While somebody is leaving. */
export function LeavingPage({
  frame,
  days,
  leaving,
  experiences,
}: {
  frame: SiteFrame;
  days: LeavingDays;
  leaving: Leaving;
  experiences: number;
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('leave.leaving.title'), path: leavePath, noindex: true }}>
      <PageHead
        title={i18n.t('leave.leaving.title')}
        lede={i18n.t('leave.leaving.text', { day: i18n.date(leaving.on) })}
        trail={<FromMe i18n={i18n} />}
      >
        <StayForm i18n={i18n} />
        <p>
          <WayOn href={i18n.path(exportPath)}>{i18n.t('leave.take')}</WayOn>
        </p>
      </PageHead>
      <Part id="when" title={i18n.t('leave.when.title')}>
        <div class="flow">
          {experiences > 0 && (
            <p>{i18n.t(leaving.keepsExperiences ? 'leave.leaving.keeps' : 'leave.leaving.deletes')}</p>
          )}
          <WhatHappens days={days} i18n={i18n} leaving />
          <p>
            <WayOn href={`${i18n.path(leaveNowPath)}?experiences=${leaving.keepsExperiences ? 'keep' : 'delete'}`}>
              {i18n.t('leave.go-now')}
            </WayOn>
          </p>
        </div>
      </Part>
    </Page>
  );
}

/** The one page more before everything is erased for good. */
export function LeaveNowPage({
  frame,
  keepsExperiences,
  experiences,
  email,
  fresh,
}: {
  frame: SiteFrame;
  keepsExperiences: boolean;
  experiences: number;
  email: string;
  fresh: boolean;
}) {
  const { i18n } = frame;
  const choice = keepsExperiences ? 'keep' : 'delete';
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('leave.now.title'), path: leaveNowPath, noindex: true }}>
      <PageHead title={i18n.t('leave.now.title')} lede={i18n.t('leave.now.lede')} trail={<FromMe i18n={i18n} />}>
        {experiences > 0 && <p>{i18n.t(keepsExperiences ? 'leave.now.keeps' : 'leave.now.deletes')}</p>}
        <p>
          <WayOn href={i18n.path(exportPath)}>{i18n.t('leave.take')}</WayOn>
        </p>
      </PageHead>
      {fresh ? (
        <section class="part">
          <form method="post" action={i18n.path(leaveNowPath)}>
            <input type="hidden" name="experiences" value={choice} />
            <ButtonRow>
              <Button>{i18n.t('leave.now.do')}</Button>
              <ButtonLink kind="second" href={i18n.path(leavePath)}>
                {i18n.t('leave.now.not')}
              </ButtonLink>
            </ButtonRow>
          </form>
        </section>
      ) : (
        <SureOfYou i18n={i18n} email={email} to={`${leaveNowPath}?experiences=${choice}`} />
      )}
    </Page>
  );
}

export function StayedPage({ frame }: { frame: SiteFrame }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('leave.stayed.title'), path: stayedPath, noindex: true }}>
      <PageHead
        title={i18n.t('leave.stayed.title')}
        lede={i18n.t('leave.stayed.text')}
        trail={<FromMe i18n={i18n} />}
      />
    </Page>
  );
}

/** After everything was erased: the same for everybody, for nobody is known here any more. */
export function LeftPage({ frame }: { frame: SiteFrame }) {
  const { i18n } = frame;
  return (
    <Page frame={frame} meta={{ title: i18n.t('leave.left.title'), path: leftPath, noindex: true }}>
      <PageHead title={i18n.t('leave.left.title')} lede={i18n.t('leave.left.lede')} />
      <section class="part">
        <Prose>
          <p>{i18n.t('leave.left.thanks')}</p>
        </Prose>
        <p>
          <WayOn href={i18n.path('/conditions')}>{i18n.t('conditions.all')}</WayOn>
        </p>
      </section>
    </Page>
  );
}
