import type { I18n } from '#platform/i18n/i18n.ts';

export interface Link {
  text: string;
  /** Ready to use: with the language in it. */
  href: string;
}

/** Where the reader is, from wide to narrow; the page itself is not in it, its heading says that. */
export const Trail = ({ i18n, steps }: { i18n: I18n; steps: readonly Link[] }) => (
  <nav class="trail" aria-label={i18n.t('trail.label')}>
    <ol role="list">
      {steps.map(({ text, href }) => (
        <li>
          <a href={href}>{text}</a>
        </li>
      ))}
    </ol>
  </nav>
);
