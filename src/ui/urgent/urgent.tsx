import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { WayOn } from '../way-on/way-on.tsx';

interface UrgentProps {
  i18n: I18n;
  /** One or two sentences, from the pack. */
  children: Child;
  /** Where help in each country is listed; absent on that page itself. */
  href?: string;
  /** With the line that says what a page like this cannot do. */
  disclaimer?: boolean;
}

/** Help that cannot wait: the only thing that may raise its voice. `#urgent` in the masthead leads here. */
export const Urgent = ({ i18n, children, href, disclaimer = false }: UrgentProps) => (
  <section class="urgent-part" id="urgent" aria-labelledby="urgent-title">
    <div class="urgent">
      <h2 id="urgent-title">{i18n.t('urgent.title')}</h2>
      <p>{children}</p>
      {href && (
        <p>
          <WayOn href={href}>{i18n.t('urgent.more')}</WayOn>
        </p>
      )}
    </div>
    {disclaimer && <p class="small soft">{i18n.t('urgent.disclaimer')}</p>}
  </section>
);
