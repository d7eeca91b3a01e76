import type { I18n } from '#platform/i18n/i18n.ts';
import { PeopleLine } from './people-line.tsx';

export const title = 'You are not the only one';
export const why = 'People, within the first screenful. Under the threshold the same words for none and for a few.';
export const examples = {
  Counted: (i18n: I18n) => (
    <PeopleLine i18n={i18n} people={805} more={{ text: 'Read what they say', href: '#ui-people-line' }} />
  ),
  'Not shown': (i18n: I18n) => <PeopleLine i18n={i18n} people={null} />,
};
