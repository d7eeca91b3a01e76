import type { I18n } from '#platform/i18n/i18n.ts';
import { Family } from './family.tsx';

export const title = 'Family';
export const why =
  'What a condition is a form of, its fellow forms, and its own forms. Names are links; this page is not.';
export const examples = {
  'A form': (i18n: I18n) => (
    <Family
      i18n={i18n}
      relatives={[
        {
          text: 'Dystonia',
          href: '#ui-family',
          means: 'movements and postures you did not choose',
          below: [
            { text: 'Blepharospasm', href: '#ui-family', means: 'eyes that close' },
            { text: 'Cervical dystonia', below: [{ text: 'Laterocollis', href: '#ui-family' }] },
          ],
        },
      ]}
    />
  ),
};
