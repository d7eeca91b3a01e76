/**
 * What may say more than its author meant to: who somebody is, where to find them, or what others might copy. Rules for
 * English and Spanish; they point things out and are wrong now and then, so the author decides. Only what would let
 * strangers reach somebody is not taken, and around a child nothing that tells which child.
 */
export const findingKinds = ['email', 'phone', 'address', 'birth', 'name', 'combination', 'place', 'dose'] as const;
export type FindingKind = (typeof findingKinds)[number];

export interface Finding {
  kind: FindingKind;
  /** In UTF-16 units, as slices of the text count. */
  start: number;
  end: number;
  words: string;
  /** It cannot be published like this. */
  forbidden: boolean;
}

/** Never: with these, strangers reach somebody, and it need not be the author. */
const neverTaken: readonly FindingKind[] = ['email', 'phone'];
/** Nor these in a story about somebody who is not of age and cannot decide about it. */
const notOfChildren: readonly FindingKind[] = ['address', 'birth', 'name', 'place'];

const either = (words: string) =>
  words
    .split(' ')
    .map((word) => `[${word[0]!.toUpperCase()}${word[0]!.toLowerCase()}]${word.slice(1).replaceAll('_', ' ')}`)
    .join('|');

const name = String.raw`\p{Lu}\p{Ll}[\p{L}'’-]*(?:\s+(?:(?:de|del|la|van|von|der)\s+)*\p{Lu}\p{Ll}[\p{L}'’-]*){0,2}`;
const before = String.raw`(?<![\p{L}\p{N}])`;
const after = String.raw`(?![\p{L}\p{N}])`;

const titles = either(
  'dr drs dra doctor doctora prof professor profesor profesora mr mrs ms nurse sr sra señor señora',
);
const introduced =
  either("my_name_is my_name's i_am_called i'm_called he_is_called she_is_called his_name_is her_name_is") +
  `|${either('me_llamo mi_nombre_es se_llama su_nombre_es')}`;
const people =
  either(
    'my_son my_daughter my_child my_husband my_wife my_partner my_mother my_father my_mum my_mom my_dad my_brother',
  ) +
  `|${either('my_sister my_friend mi_hijo mi_hija mi_marido mi_mujer mi_esposa mi_esposo mi_pareja mi_madre mi_padre')}` +
  `|${either('mi_hermano mi_hermana mi_amigo mi_amiga')}`;

const roads = 'Street|St|Road|Rd|Avenue|Ave|Lane|Drive|Close|Court|Boulevard|Blvd|Square|Terrace|Crescent';
const calles = either('calle c/ avenida avda. avda plaza paseo camino carrer');

/** The part of each match that is marked: its group, if it has one. */
const rules: readonly { kind: FindingKind; pattern: RegExp; unless?: (words: string) => boolean }[] = [
  { kind: 'email', pattern: /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,64}(?:\.[\p{L}\p{N}-]+)+/gu },
  {
    kind: 'email',
    pattern:
      /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]{1,64}\s{0,3}(?:\(at\)|\[at\]|\(arroba\)|\[arroba\]|\sat\s|\sarroba\s)\s*[\p{L}\p{N}-]+\s*(?:\(dot\)|\[dot\]|\(punto\)|\.|\sdot\s|\spunto\s)\s*(?:com|org|net|es|info|eu|co\.uk)(?![\p{L}])/giu,
  },
  {
    kind: 'phone',
    pattern: /(?<![\p{L}\p{N}])(?:\+|00)?\(?\d[\d ().\-/]{5,20}\d(?![\p{L}\p{N}])/gu,
    unless: isNoPhone,
  },
  {
    kind: 'address',
    pattern: new RegExp(`${before}\\d{1,5}[A-Za-z]?,?\\s+(?:\\p{Lu}[\\p{L}'’-]+\\s+){1,3}(?:${roads})${after}`, 'gu'),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `${before}(?:${calles})\\s+(?:(?:de|del|la|las|los|el)\\s+)*\\p{Lu}[\\p{L} '’-]{1,40}?,?\\s+(?:n[º°.]\\s*)?\\d{1,4}${after}`,
      'gu',
    ),
  },
  { kind: 'address', pattern: /(?<![\p{L}\p{N}])[A-Z]{1,2}\d[A-Z\d]?\s\d[A-Z]{2}(?![\p{L}\p{N}])/gu },
  {
    kind: 'birth',
    pattern:
      /(?:born on|date of birth:?|nac(?:í|ió|ida|ido) el|fecha de nacimiento:?)\s+(?:the\s+)?\d{1,2}[\p{L}\d ./-]{2,22}?\d{2,4}(?!\d)/giu,
  },
  { kind: 'name', pattern: new RegExp(`${before}(?:${titles})\\.?\\s+${name}`, 'gu') },
  { kind: 'name', pattern: new RegExp(`${before}(?:${introduced})\\s+(${name})`, 'gu') },
  { kind: 'name', pattern: new RegExp(`${before}(?:${people}),?\\s+(${name})`, 'gu') },
  {
    kind: 'dose',
    pattern:
      /(?<![\p{L}\p{N}])\d+(?:[.,]\d+)?\s?(?:mg|µg|mcg|ml|mL|IU|UI|units?|unidades|miligramos|milligrams?|micrograms?|tablets?|pills?|pastillas?|comprimidos?|gotas?|drops?)(?![\p{L}\p{N}])/gu,
  },
];

/** Together, beside a rare condition, these can point at one person in a town. */
const places = new RegExp(
  `${before}(?:${either('in from near at en de cerca_de desde')})\\s+(\\p{Lu}\\p{Ll}[\\p{L}'’-]+(?:[ -]\\p{Lu}\\p{Ll}[\\p{L}'’-]+){0,2})`,
  'gu',
);
const noPlaces =
  /^(?:January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|English|Spanish|Christmas|Easter|Navidad|Parkinson|Huntington|Tourette|Botox|Facebook|Instagram|YouTube|WhatsApp|Dios|God)/u;
const ages =
  /(?<![\p{L}\p{N}])(?:I\s?(?:am|'m|’m)\s\d{1,2}(?!\s?(?:%|percent|days|weeks|months|hours|minutes))(?![\p{N}.,]\d)|\d{1,2}[- ]years?[- ]old|(?:at|of) the age of \d{1,2}|aged \d{1,2}|tengo \d{1,2} años|de \d{1,2} años|con \d{1,2} años|a los \d{1,2} años)(?![\p{L}\p{N}])/giu;
const jobs =
  /(?<![\p{L}\p{N}])(?:(?:work(?:ed|ing)?|job) as (?:an?|the) [\p{L}-]+(?: (?!(?:in|at|for|and|from|near|on|but|with)\b)[\p{L}-]+)?|(?:I\s?(?:am|'m|’m|was)) (?:an?|the) (?:[\p{L}-]+ )?(?:teacher|nurse|doctor|musician|violinist|pianist|guitarist|baker|driver|farmer|dentist|lawyer|priest|pilot|hairdresser|carpenter|surgeon|mayor|librarian|engineer|cook|chef|tailor|policeman|policewoman|firefighter|fisherman|postman)|(?:trabajo|trabajaba|trabajé) (?:de|como) [\p{L}]+(?: (?!(?:en|de|y|con|para|por)\b)[\p{L}]+)?|(?:soy|era|fui) (?:(?:un|una|el|la) )?(?:profesora?|maestr[oa]|enfermer[oa]|médic[oa]|músic[oa]|violinista|pianista|guitarrista|panader[oa]|conductora?|agricultora?|dentista|abogad[oa]|sacerdote|piloto|peluquer[oa]|carpinter[oa]|ciruj[ao]n[oa]?|alcalde(?:sa)?|bibliotecari[oa]|ingenier[oa]|cociner[oa]|sastre|policía|bomber[oa]|pescadora?|carter[oa]))(?![\p{L}\p{N}])/giu;

function isNoPhone(words: string): boolean {
  const digits = words.replace(/\D/gu, '');
  if (digits.length < 8 || digits.length > 15) return true;
  if (/^(?:19|20)\d\d\s?[-/]\s?(?:19|20)\d\d$/u.test(words)) return true;
  return /^\d{1,4}[-./ ]\d{1,2}[-./ ]\d{1,4}$/u.test(words);
}

type Found = Omit<Finding, 'forbidden'>;

function match(text: string, kind: FindingKind, pattern: RegExp): Found[] {
  return [...text.matchAll(pattern)].map((found) => {
    const words = found.slice(1).find((group) => group !== undefined) ?? found[0];
    const start = found.index + found[0].lastIndexOf(words);
    return { kind, start, end: start + words.length, words };
  });
}

function findCombination(text: string): Found[] {
  const found = {
    place: match(text, 'combination', places).filter(({ words }) => !noPlaces.test(words)),
    age: match(text, 'combination', ages),
    job: match(text, 'combination', jobs),
  };
  const parts = Object.values(found).filter((each) => each.length > 0);
  // a town or an age alone is shared with thousands
  return parts.length >= 2 && (found.place.length > 0 || parts.length === 3) ? parts.flat() : [];
}

/**
 * Everything in a text that its author should look at once more, in the order of the text, each place once.
 * `minor`: it is about somebody who is not of age.
 */
export function findRevealing(text: string, { minor }: { minor: boolean }): Finding[] {
  const found = rules.flatMap(({ kind, pattern, unless }) =>
    match(text, kind, pattern).filter(({ words }) => !unless?.(words)),
  );
  const towns = minor ? match(text, 'place', places).filter(({ words }) => !noPlaces.test(words)) : [];
  const all = [...found, ...towns, ...findCombination(text)].sort(
    (a, b) => findingKinds.indexOf(a.kind) - findingKinds.indexOf(b.kind),
  );
  const kept: Finding[] = [];
  for (const each of all)
    if (!kept.some(({ start, end }) => each.start < end && start < each.end))
      kept.push({
        ...each,
        forbidden: neverTaken.includes(each.kind) || (minor && notOfChildren.includes(each.kind)),
      });
  return kept.sort((a, b) => a.start - b.start);
}
