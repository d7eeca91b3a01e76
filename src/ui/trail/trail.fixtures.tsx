import type { I18n } from '#platform/i18n/i18n.ts';
import { Trail } from './trail.tsx';

export const title = 'Trail';
export const why = 'Where the reader is, from wide to narrow.';
export const examples = {
  'Two steps up': (i18n: I18n) => (
    <Trail
      i18n={i18n}
      steps={[
        { text: 'Conditions', href: '#ui-trail' },
        { text: 'Dystonia', href: '#ui-trail' },
      ]}
    />
  ),
};
