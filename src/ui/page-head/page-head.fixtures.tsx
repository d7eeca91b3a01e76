import type { I18n } from '#platform/i18n/i18n.ts';
import { Trail } from '../trail/trail.tsx';
import { PageHead } from './page-head.tsx';

export const title = 'Head of a page';
export const why = 'For pages that are not an answer.';
export const whole = 'sheet';
export const examples = {
  'With a trail': (i18n: I18n) => (
    <PageHead
      title="All conditions"
      lede="By group, and from A to Z."
      trail={<Trail i18n={i18n} steps={[{ text: 'Home', href: '#main' }]} />}
    />
  ),
};
