import { groups, ownCountries, renamed, undivided, uninhabited } from './groups.ts';

/** What Natural Earth says of one unit of its first level (admin 1). */
export interface Place {
  iso_3166_2: string;
  iso_a2: string;
  gn_a1_code: string;
  name: string | null;
  name_en: string | null;
  name_es: string | null;
}

const groupOf = new Map<string, string>(
  Object.entries(groups).flatMap(([country, lines]) =>
    lines.split('\n').flatMap((line) => {
      const [head = '', parts = ''] = line.split(': ');
      const code = `${country}-${head.split(' ')[0]}`;
      return parts
        .split(' ')
        .filter(Boolean)
        .map((part): [string, string] => [`${country}-${part}`, code]);
    }),
  ),
);

/** Natural Earth gives British districts without their nation, and with codes that run from England to Wales. */
function nationOf({ gn_a1_code }: Place): string {
  const code = gn_a1_code.slice(3);
  if (code >= 'Q6' && code <= 'T4') return 'GB-NIR';
  if (code >= 'T5' && code <= 'W9') return 'GB-SCT';
  return code >= 'X1' && code <= 'Z4' ? 'GB-WLS' : 'GB-ENG';
}

/**
 * The smallest region of the atlas that a unit of Natural Earth is part of: a subdivision (`ES-MD`), the country where it
 * is not divided (`LU`), or undefined where nobody lives. Codes decide, not colours on the map: Natural Earth draws Crimea
 * as Russian and codes it `UA-43`, as ISO 3166 does, and so do we (docs/domain/regions.md).
 */
export function regionOfPlace(place: Place): string | undefined {
  const { iso_3166_2: drawn } = place;
  const own = ownCountries[drawn];
  if (own !== undefined) return own;
  const coded = /^[A-Z]{2}-[A-Z0-9]{1,3}$/u.test(drawn);
  const country = coded ? drawn.slice(0, 2) : place.iso_a2;
  if (uninhabited.has(country) || country === '-1') return undefined;
  if (undivided.has(country) || !coded) return country;
  if (country === 'GB') return nationOf(place);
  if (country in groups) return groupOf.get(drawn) ?? country;
  return renamed[drawn] ?? drawn;
}
