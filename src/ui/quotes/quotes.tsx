import type { Child } from 'hono/jsx';
import type { Link } from '../trail/trail.tsx';

export interface QuoteEntry {
  /** The words themselves; absent where only the place is to be named. */
  words?: string;
  /** Where they are not in the page's language. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  /** Where they stand. */
  at: Link;
}

/** Sentences quoted as plain words, each with a link to the place that it stands in. */
export const Quotes = ({ title, quotes }: { title: Child; quotes: readonly QuoteEntry[] }) => (
  <section class="quotes">
    <h3>{title}</h3>
    <ul role="list">
      {quotes.map(({ words, lang, dir, at }) => (
        <li>
          {words && (
            <blockquote lang={lang} dir={dir}>
              {words}
            </blockquote>
          )}
          <a href={at.href}>{at.text}</a>
        </li>
      ))}
    </ul>
  </section>
);
