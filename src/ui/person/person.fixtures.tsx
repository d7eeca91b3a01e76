import type { I18n } from '#platform/i18n/i18n.ts';
import { Person } from './person.tsx';

export const title = 'A person';
export const why = 'Somebody who chose to be seen: a name, how they belong here, nothing else.';
export const examples = {
  'With a page of their own': (i18n: I18n) => (
    <Person
      i18n={i18n}
      id="p-1"
      name="Maren"
      href="#ui-person"
      lines={['Living with dystonia, diagnosed', 'Spain']}
      demo
    />
  ),
  'Without a name': (i18n: I18n) => <Person i18n={i18n} id="p-2" name="A member" lines={['Family']} />,
};
