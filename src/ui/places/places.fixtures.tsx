import type { I18n } from '#platform/i18n/i18n.ts';
import { PlaceList, PlaceSteps } from './places.tsx';

const row = (code: string, name: string, people: number | null) => ({ code, name, people, href: '#ui-places' });

export const title = 'Places';
export const why =
  'The map in words: large places first, then a table in the order one likes, then those without a number.';
export const examples = {
  'Large places': (i18n: I18n) => (
    <PlaceSteps
      i18n={i18n}
      title="By continent"
      places={[row('150', 'Europe', 430), row('003', 'North America', 225), row('142', 'Asia', null)]}
    />
  ),
  'A list by number': (i18n: I18n) => (
    <PlaceList
      i18n={i18n}
      title="By place"
      told={[row('GB', 'United Kingdom', 95), row('ES', 'Spain', 85)]}
      untold={[row('AD', 'Andorra', null), row('PT', 'Portugal', null)]}
      sorted="number"
      sortHref={{ name: '#ui-places', number: '#ui-places' }}
    />
  ),
};
