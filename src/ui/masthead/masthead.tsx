import type { I18n } from '#platform/i18n/i18n.ts';
import { LanguageSwitch } from '../language-switch/language-switch.tsx';
import type { PageMeta, SiteFrame } from '../page/page.tsx';
import { Mark } from '../stones/stones.tsx';

export type Place = 'you' | 'conditions' | 'map' | 'search' | 'help' | 'about' | 'privacy' | 'accessibility';

interface MastheadProps {
  frame: SiteFrame;
  meta: PageMeta;
  current?: Place;
  /** Where help that cannot wait is found: on this page or on its own. */
  urgent: string;
}

/** Where the reader is: on that very page, or somewhere below it. */
const mark = (here: boolean, exact: boolean) => (here ? { 'aria-current': exact ? 'page' : 'true' } : {});

/** Opens a panel. Browsers without popovers get a link to the panel, which then stands at the end of the page. */
export function PanelButton({
  panel,
  text,
  shown,
}: {
  panel: 'menu' | 'comfort';
  text: string;
  shown?: 'wide' | 'narrow';
}) {
  const extra = shown ? ` only-${shown}` : '';
  return (
    <>
      <button class={`plain-button${extra}`} type="button" popovertarget={panel}>
        {text}
      </button>
      <a class={`plain-button without-popover${extra}`} href={`#${panel}`}>
        {text}
      </a>
    </>
  );
}

/** Hides the panel it stands in. */
export const PanelClose = ({ panel, text }: { panel: 'menu' | 'comfort'; text: string }) => (
  <button class="plain-button" type="button" popovertarget={panel} popovertargetaction="hide">
    {text}
  </button>
);

const ConditionsLink = ({ i18n, meta, current }: { i18n: I18n; meta: PageMeta; current?: Place }) => (
  <a href={i18n.path('/conditions')} {...mark(current === 'conditions', meta.path === '/conditions')}>
    {i18n.t('layout.conditions')}
  </a>
);

const MapLink = ({ i18n, meta, current }: { i18n: I18n; meta: PageMeta; current?: Place }) => (
  <a href={i18n.path('/map')} {...mark(current === 'map', meta.path === '/map')}>
    {i18n.t('layout.map')}
  </a>
);

/** The head of every page: quiet, in words rather than signs. */
export function Masthead({ frame, meta, current, urgent }: MastheadProps) {
  const { i18n, siteName } = frame;
  return (
    <header class="masthead-bar sheet">
      <div class="masthead">
        <a class="brand" href={i18n.path('/')}>
          <Mark /> {siteName}
        </a>
        <nav class="only-wide" aria-label={i18n.t('layout.main')}>
          <ul role="list">
            <li>
              <ConditionsLink i18n={i18n} meta={meta} current={current} />
            </li>
            <li>
              <MapLink i18n={i18n} meta={meta} current={current} />
            </li>
            <li>
              <a href={urgent} {...mark(current === 'help', true)}>
                {i18n.t('layout.urgent')}
              </a>
            </li>
          </ul>
        </nav>
        <div class="masthead-tools">
          <LanguageSwitch frame={frame} meta={meta} shown="wide" />
          <a class="plain-button" href={i18n.path('/search')} {...mark(current === 'search', meta.path === '/search')}>
            {i18n.t('layout.search')}
          </a>
          {/* The same for everybody: pages stay the same for all who read them, and a shared screen tells nothing. */}
          <a class="plain-button" href={i18n.path('/me')} {...mark(current === 'you', meta.path === '/me')}>
            {i18n.t('layout.you')}
          </a>
          <PanelButton panel="comfort" text={i18n.t('layout.comfort')} shown="wide" />
          <PanelButton panel="menu" text={i18n.t('layout.menu')} shown="narrow" />
        </div>
      </div>
    </header>
  );
}

/** All ways through the site, for narrow pages. Stands at the end of the document. */
export function Menu({ frame, meta, current, urgent }: MastheadProps) {
  const { i18n } = frame;
  return (
    <nav class="menu" id="menu" popover="auto" aria-label={i18n.t('layout.menu')}>
      <ul role="list">
        <li>
          <PanelButton panel="comfort" text={i18n.t('layout.comfort-long')} />
        </li>
        <li>
          <ConditionsLink i18n={i18n} meta={meta} current={current} />
        </li>
        <li>
          <MapLink i18n={i18n} meta={meta} current={current} />
        </li>
        <li>
          <a href={urgent} {...mark(current === 'help', true)}>
            {i18n.t('layout.urgent')}
          </a>
        </li>
        <LanguageSwitch frame={frame} meta={meta} items />
        <li class="menu-close">
          <PanelClose panel="menu" text={i18n.t('layout.menu-close')} />
        </li>
      </ul>
    </nav>
  );
}
