import type { I18n } from '#platform/i18n/i18n.ts';
import { listCountries, listSubdivisions, nameOfRegion } from '#modules/regions/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { longestName, type NameRefusal, type NameWarning } from './display-name.ts';
import type { YearFault } from './years.ts';

interface Option {
  value: string;
  text: string;
}

const named = (regions: readonly { code: string }[], i18n: I18n): Option[] =>
  regions
    .map(({ code }) => ({ value: code, text: nameOfRegion(code, i18n) }))
    .sort((a, b) => i18n.compare(a.text, b.text));

const countries = new Map<string, Option[]>();

/** Every country in the order of the reader's language; first: none. */
export function countryOptions(i18n: I18n): Option[] {
  let known = countries.get(i18n.language);
  if (!known) countries.set(i18n.language, (known = named(listCountries(), i18n)));
  return [{ value: '', text: i18n.t('join.place.rather-not') }, ...known];
}

/** The parts of a country; first: the whole of it. */
export const partOptions = (country: string, i18n: I18n): Option[] => [
  { value: '', text: i18n.t('join.part.whole') },
  ...named(listSubdivisions(country), i18n),
];

/** Whether a form's country and part of it are in the list. */
export const isCountry = (code: string): boolean => listCountries().some((each) => each.code === code);
export const isPartOf = (code: string, country: string): boolean =>
  listSubdivisions(country).some((each) => each.code === code);

export const nameRefusalText = (refusal: NameRefusal, i18n: I18n): string =>
  i18n.t(`join.name.refusal.${refusal}`, { most: longestName });

export const yearText = (fault: YearFault, { i18n, minimumAge }: { i18n: I18n; minimumAge: number }): string =>
  i18n.t(`join.year.${fault}`, { age: minimumAge });

/** What to think about before a name is taken, and the button with which it is. */
export function NameWarnings({ i18n, name, warnings }: { i18n: I18n; name: string; warnings: readonly NameWarning[] }) {
  if (warnings.length === 0) return null;
  return (
    <Notice kind="people" role="status">
      <p>
        <b>{i18n.t('join.name.think', { name })}</b>
      </p>
      <ul>
        {warnings.map((warning) => (
          <li>{i18n.t(`join.name.warning.${warning}`)}</li>
        ))}
      </ul>
      <input type="hidden" name="sure" value={name} />
      <ButtonRow>
        <Button kind="second" name="act" value="keep">
          {i18n.t('join.name.keep')}
        </Button>
      </ButtonRow>
    </Notice>
  );
}
