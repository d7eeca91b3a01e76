import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Tag } from '../tag/tag.tsx';
import type { Link } from '../trail/trail.tsx';
import { Day } from '../words/day.tsx';

export interface HistoryEntry {
  /** "Version 3" */
  title: string;
  href: string;
  day: Date | string;
  /** Where it came from, or what it changed. */
  note?: Child;
  /** The version that readers see. */
  current?: boolean;
  /** A review of exactly this version, or that there is none. */
  review?: Child;
  /** What changed since the one before. */
  changes?: Link;
}

/** Every version of a text, the newest first. */
export const HistoryList = ({ i18n, entries }: { i18n: I18n; entries: readonly HistoryEntry[] }) => (
  <ol class="history" role="list" reversed>
    {entries.map(({ title, href, day, note, current, review, changes }) => (
      <li>
        <h3>
          <a href={href}>{title}</a>
        </h3>
        <p>
          <Day i18n={i18n} day={day} /> {current && <Tag kind="knowledge">{i18n.t('history-list.current')}</Tag>}
        </p>
        {note && <p>{note}</p>}
        {review && <p class="soft">{review}</p>}
        {changes && (
          <p>
            <a class="way-on" href={changes.href}>
              {changes.text}
            </a>
          </p>
        )}
      </li>
    ))}
  </ol>
);
