import data from './help-lines.json' with { type: 'json' };

/** Somebody to talk to at once, as the service itself publishes it. */
export interface HelpLine {
  service: string;
  /** As it is dialled in that country. */
  number: string;
  hours: 'always' | 'some';
  /** Where the service says so: whoever doubts can look. */
  source: string;
  /** When somebody of the project last compared it with the source; null: not yet. */
  checked: string | null;
}

export interface CountryHelp {
  /** ISO 3166-1. */
  country: string;
  emergency: string;
  lines: HelpLine[];
}

export const helpByCountry = data.countries as CountryHelp[];

/** What helps where somebody lives; undefined where nothing is known: then the page says how to find it. */
export const helpIn = (country: string | null): CountryHelp | undefined =>
  helpByCountry.find((each) => each.country === country);
