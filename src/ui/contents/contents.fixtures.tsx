import type { I18n } from '#platform/i18n/i18n.ts';
import { Contents } from './contents.tsx';

export const title = 'Contents';
export const why = 'A trail with a waypoint for each part; the one the reader is in is filled.';
export const examples = {
  'Four parts': (i18n: I18n) => (
    <Contents
      i18n={i18n}
      parts={[
        { id: 'ui-stones', text: 'What happens' },
        { id: 'ui-note', text: 'How doctors describe it' },
        { id: 'ui-table', text: 'What it can be mistaken for' },
        { id: 'ui-experience', text: 'People who live with it', people: true },
      ]}
    />
  ),
};
