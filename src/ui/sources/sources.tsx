import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { citationId, sourceId } from '../citation/citation.tsx';
import { Part } from '../part/part.tsx';

export interface SourceEntry {
  number: number;
  /** As the citation style writes it, with its links. */
  entry: Child;
}

/** The sources of a page, numbered as they are cited; each leads back to where it is first used. */
export const Sources = ({ i18n, sources }: { i18n: I18n; sources: readonly SourceEntry[] }) => (
  <Part id="sources" title={i18n.t('sources.title')} stones={0} lesser>
    <ol class="source-list">
      {sources.map(({ number, entry }) => (
        <li id={sourceId(number)} value={number}>
          {entry}{' '}
          <a
            class="back"
            href={`#${citationId({ number, occurrence: 1 })}`}
            aria-label={i18n.t('sources.back', { number })}
          >
            ↑
          </a>
        </li>
      ))}
    </ol>
  </Part>
);
