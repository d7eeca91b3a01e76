import type { I18n } from '#platform/i18n/i18n.ts';
import { HistoryList } from './history-list.tsx';

export const title = 'History';
export const why = 'Every version of a text, for everyone to see.';
export const examples = {
  'Two versions': (i18n: I18n) => (
    <HistoryList
      i18n={i18n}
      entries={[
        {
          title: 'Version 2',
          href: '#ui-history-list',
          day: '2026-04-07',
          current: true,
          note: 'After the 2025 definition.',
          review: 'Not yet medically reviewed.',
          changes: { text: 'What changed since version 1', href: '#ui-change' },
        },
        { title: 'Version 1', href: '#ui-history-list', day: '2025-11-22', note: 'The first.' },
      ]}
    />
  ),
};
