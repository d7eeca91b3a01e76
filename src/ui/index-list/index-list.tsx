import type { I18n } from '#platform/i18n/i18n.ts';

export interface IndexEntry {
  text: string;
  href: string;
  /** In a few plain words. */
  means?: string;
  /** A form of the entry above it. */
  child?: boolean;
}

/** The index at the back of an atlas: a name, a row of dots, what it is in plain words. */
export const IndexList = ({ entries }: { entries: readonly IndexEntry[] }) => (
  <ul class="index-list" role="list">
    {entries.map(({ text, href, means, child }) => (
      <li class={child ? 'child' : undefined}>
        <a href={href}>
          <b>{text}</b> {means && <span>{means}</span>}
        </a>
      </li>
    ))}
  </ul>
);

/** Names alone, many of them: the smaller print of an index. */
export const IndexNames = ({
  names,
}: {
  names: readonly { text: string; href: string; lang?: string; dir?: 'ltr' | 'rtl' }[];
}) => (
  <ul class="index-names" role="list">
    {names.map(({ text, href, lang, dir }) => (
      <li>
        <a href={href} lang={lang} dir={dir}>
          {text}
        </a>
      </li>
    ))}
  </ul>
);

/** The letters an index has, or two letters each; letters without an entry are said, not linked. */
export const IndexLetters = ({
  i18n,
  letters,
  label = i18n.t('index-list.letters'),
}: {
  i18n: I18n;
  letters: readonly { letter: string; href: string | null; current?: boolean }[];
  label?: string;
}) => (
  <nav aria-label={label}>
    <ol class="letters" role="list">
      {letters.map(({ letter, href, current }) => (
        <li>
          {href ? (
            <a href={href} aria-current={current ? 'page' : undefined}>
              {letter}
            </a>
          ) : (
            <span class="soft">{letter}</span>
          )}
        </li>
      ))}
    </ol>
  </nav>
);
