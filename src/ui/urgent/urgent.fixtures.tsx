import type { I18n } from '#platform/i18n/i18n.ts';
import { Urgent } from './urgent.tsx';

export const title = 'Urgent help';
export const why = 'The only thing that may raise its voice. On every medical page; the masthead leads here.';
export const examples = {
  'With disclaimer': (i18n: I18n) => (
    <Urgent i18n={i18n} href="#ui-urgent" disclaimer>
      In an emergency, or if you think of ending your life, call your emergency number now.
    </Urgent>
  ),
};
