import type { Child } from 'hono/jsx';
import type { Link } from '../trail/trail.tsx';

export interface GlossaryEntry {
  /** Of the entry, unique on the page: links lead here. */
  id: string;
  term: string;
  means: string;
  /** Where they are not in the page's language. */
  lang?: string;
  dir?: 'ltr' | 'rtl';
  uses: { label: string; links: readonly Link[]; more?: string };
}

/** Hard words in plain ones, under one letter; each says where it is used. */
export const GlossaryEntries = ({ entries }: { entries: readonly GlossaryEntry[] }) => (
  <dl class="glossary">
    {entries.map(({ id, term, means, lang, dir, uses }) => (
      <div id={id}>
        <dt lang={lang} dir={dir}>
          {term}
        </dt>
        <dd lang={lang} dir={dir}>
          {means}
        </dd>
        <dd class="uses">
          {uses.label}
          {uses.links.length > 0 && (
            <>
              {': '}
              {uses.links.map(({ text, href }, index): Child => (
                <>
                  {index > 0 && '; '}
                  <a href={href}>{text}</a>
                </>
              ))}
              {uses.more && ` ${uses.more}`}
            </>
          )}
        </dd>
      </div>
    ))}
  </dl>
);
