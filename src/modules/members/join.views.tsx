import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Form, Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Steps } from '#ui/steps/steps.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { joinSteps, type JoinStep } from './joining.ts';

/** What the pages of this room know besides what is asked. */
export interface MemberFrame {
  frame: SiteFrame;
  /** In years. */
  minimumAge: number;
  /** Below this many people no count is shown. */
  shownFrom: number;
}

export const joinPath = (step?: JoinStep | 'part' | 'done' | 'too-young'): string =>
  step === undefined ? '/join' : `/join/${step}`;

/** Where somebody signs in who then goes on to a page of this site. */
export const signInPath = (i18n: I18n, to: string): string =>
  `${i18n.path('/sign-in')}?to=${encodeURIComponent(i18n.path(to))}`;

/** What joining is, for somebody who has not signed in. The same for everybody. */
export function JoinWelcomePage({ frame, shownFrom }: MemberFrame) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('join.title'), path: '/join', noindex: true }}>
      <PageHead title={i18n.t('join.title')} lede={i18n.t('join.lede')}>
        <ButtonRow>
          <ButtonLink kind="people" href={signInPath(i18n, '/join')}>
            {i18n.t('join.begin')}
          </ButtonLink>
        </ButtonRow>
        <p class="small soft">{i18n.t('join.begin-help')}</p>
      </PageHead>
      <Part id="promise" title={i18n.t('join.promise.title')}>
        <Prose>
          <ul>
            <li>{i18n.t('join.promise.secret')}</li>
            <li>{i18n.t('join.promise.counted', { shownFrom })}</li>
            <li>{i18n.t('join.promise.seen')}</li>
            <li>{i18n.t('join.promise.yours')}</li>
          </ul>
        </Prose>
      </Part>
    </Page>
  );
}

/** For somebody who is too young to join. Nothing was kept. */
export function TooYoungPage({ frame, minimumAge }: MemberFrame) {
  const { i18n } = frame;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('join.too-young.title'), path: joinPath('too-young'), noindex: true }}
    >
      <PageHead title={i18n.t('join.too-young.title')} lede={i18n.t('join.too-young.lede', { age: minimumAge })} />
      <section class="part flow">
        <p>{i18n.t('join.too-young.read')}</p>
        <p>{i18n.t('join.too-young.ask')}</p>
        <p>
          {i18n.t('join.too-young.help')} <a href={i18n.path('/help')}>{i18n.t('layout.urgent')}</a>
        </p>
        <p>
          <WayOn href={i18n.path('/conditions')}>{i18n.t('conditions.all')}</WayOn>
        </p>
      </section>
    </Page>
  );
}

/**
 * For somebody whose session ended while they wrote. What they typed waits in this page itself: it is kept for nobody who
 * is not signed in, and comes into no address.
 */
export function SignedOutPage({
  frame,
  path,
  fields,
}: {
  frame: SiteFrame;
  /** The root path the form was sent to. */
  path: string;
  fields: readonly (readonly [string, string])[];
}) {
  const { i18n } = frame;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('join.signed-out.title'), path, noindex: true }}>
      <PageHead title={i18n.t('join.signed-out.title')} lede={i18n.t('join.signed-out.lede')} />
      <section class="part">
        <Form action={i18n.path(path)}>
          <Hidden fields={fields} />
          <ol class="flow">
            <li>{i18n.t('join.signed-out.first')}</li>
            <li>{i18n.t('join.signed-out.then')}</li>
          </ol>
          <ButtonRow>
            <a class="button" href={signInPath(i18n, '/me')} target="_blank" rel="noopener">
              {i18n.t('join.signed-out.sign-in')}
            </a>
            <Button kind="second">{i18n.t('join.signed-out.again')}</Button>
          </ButtonRow>
        </Form>
      </section>
    </Page>
  );
}

/** What is kept, who sees it, and where to change it: read once, before anything else. */
export function JoinedPage({ frame, shownFrom, kept }: Pick<MemberFrame, 'frame' | 'shownFrom'> & { kept: Child }) {
  const { i18n } = frame;
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('join.done.title'), path: joinPath('done'), noindex: true }}
    >
      <PageHead
        title={i18n.t('join.done.title')}
        lede={i18n.t('join.done.lede')}
        trail={<Steps i18n={i18n} step={joinSteps.length} answered={joinSteps.map(() => true)} />}
      />
      <Part id="kept" title={i18n.t('join.done.kept')}>
        {kept}
      </Part>
      <Part id="seen" title={i18n.t('join.done.seen')}>
        <Prose>
          <ul>
            <li>{i18n.t('join.done.strangers')}</li>
            <li>{i18n.t('join.done.members')}</li>
            <li>{i18n.t('join.done.staff')}</li>
            <li>{i18n.t('join.done.counts', { shownFrom })}</li>
          </ul>
        </Prose>
      </Part>
      <Part id="next" title={i18n.t('join.done.next')}>
        <Notice kind="people">
          <p>
            <WayOn href={i18n.path('/me')}>{i18n.t('join.done.you')}</WayOn>
          </p>
          <p>
            <WayOn href={i18n.path('/me/seen')}>{i18n.t('join.done.found')}</WayOn>
          </p>
          <p>
            <WayOn href={i18n.path('/conditions')}>{i18n.t('join.done.read')}</WayOn>
          </p>
        </Notice>
      </Part>
    </Page>
  );
}
