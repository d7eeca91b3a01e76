import type { I18n } from '#platform/i18n/i18n.ts';

export interface Cited {
  /** Of the source in the list. */
  number: number;
  /** 1 for the first time this source is cited on the page, then 2, 3, … */
  occurrence: number;
  /** Why nobody should rest on it any more, in a word. */
  doubt?: string;
}

export const citationId = ({ number, occurrence }: Cited) => `cite-${number}-${occurrence}`;
export const sourceId = (number: number) => `source-${number}`;

/** Where a sentence comes from: numbers that lead to the list of sources. */
export const Citations = ({ i18n, cited }: { i18n: I18n; cited: readonly Cited[] }) => (
  <span class="cites">
    {'\u2060' /* word joiner: the number stays with the word before it */}
    {cited.map((one) => (
      <a
        class={one.doubt ? 'cite doubtful' : 'cite'}
        href={`#${sourceId(one.number)}`}
        id={citationId(one)}
        aria-label={[i18n.t('citation.source', { number: one.number }), one.doubt].filter(Boolean).join(', ')}
      >
        [{[one.number, one.doubt].filter(Boolean).join(' ')}]
      </a>
    ))}
  </span>
);
