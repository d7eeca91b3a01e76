import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';

export interface Relative {
  text: string;
  /** Absent: this page. */
  href?: string;
  means?: Child;
  below?: readonly Relative[];
}

/** Where one thing stands among others: what it is a form of, its fellow forms, and its own. */
export const Family = ({ i18n, relatives }: { i18n: I18n; relatives: readonly Relative[] }) => (
  <ul class="family" role="list">
    {relatives.map(({ text, href, means, below = [] }) => (
      <li>
        {href ? (
          <a href={href}>
            <span class="family-name">{text}</span>
            {means && <span class="soft small">{means}</span>}
          </a>
        ) : (
          <p class="here">
            <b class="family-name">{text}</b> <span class="soft small">{i18n.t('forms.here')}</span>
          </p>
        )}
        {below.length > 0 && <Family i18n={i18n} relatives={below} />}
      </li>
    ))}
  </ul>
);
