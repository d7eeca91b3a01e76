import type { ConditionKnowledge } from '#modules/conditions/index.ts';
import type { Pack } from '#modules/packs/index.ts';

const syllables = ['ba', 'do', 'fe', 'gi', 'ka', 'lo', 'me', 'nu', 'pa', 'ri', 'so', 'tu', 'va', 'wi', 'xe', 'zo'];

/** A word that nobody has: the same for the same number. */
function word(number: number): string {
  const pick = (shift: number) => syllables[(number >> shift) & 15]!;
  return `${pick(0)}${pick(4)}${pick(8)}${pick(12)}n`;
}

const questionId = 'what-is-invented';

const capital = (text: string) => text[0]!.toUpperCase() + text.slice(1);

/** So many plainly invented conditions, each with names, codes, claims, and an answer in two languages. */
export function inventPack(count: number): Pack {
  const numbers = Array.from({ length: count }, (_, index) => index + 1);
  return {
    pack: {
      id: 'invented',
      title: { en: 'Invented conditions' },
      licence: 'CC-BY-4.0',
      languages: ['en', 'es'],
      maintainers: [{ name: 'Nobody' }],
      urgentHelp: { en: 'These conditions do not exist.', es: 'Estas enfermedades no existen.' },
    },
    sources: numbers.map((number) => ({
      id: `invented${number}`,
      csl: {
        id: `invented${number}`,
        type: 'article-journal',
        title: `On ${word(number)}`,
        issued: { 'date-parts': [[2012]] },
      },
    })),
    axes: [],
    terms: [],
    groups: [{ id: 'invented', name: { en: 'Invented', es: 'Inventadas' } }],
    features: [],
    conditions: numbers.map(inventCondition),
    lookAlikes: [],
    questions: [
      {
        id: questionId,
        title: { en: 'What is invented about {condition}?' },
        short: { en: 'What is it?' },
        reviewMonths: 36,
      },
    ],
    answers: numbers.flatMap((number) =>
      (['en', 'es'] as const).map((language) => ({
        condition: `invented-${number}`,
        questionId,
        language,
        short: `${capital(word(number))} is a word for a bench.`,
        body: `## What happens\n\n${`Nothing happens, and a page can still be measured [@invented${number}]. `.repeat(12)}\n`,
        updated: '2026-01-01',
      })),
    ),
  };
}

function inventCondition(number: number): ConditionKnowledge {
  const name = `${capital(word(number))} ${number}`;
  return {
    slug: `invented-${number}`,
    kind: 'disorder',
    group: 'invented',
    parent: null,
    names: {
      en: {
        preferred: name,
        inSentence: name,
        synonyms: [`${name} disease`, `${name} syndrome`],
        narrower: [`Quiet ${name}`],
      },
      es: { preferred: `${name} (es)`, inSentence: `la ${name}`, synonyms: [`Enfermedad de ${name}`], narrower: [] },
    },
    summary: { en: 'a condition that does not exist', es: 'una enfermedad que no existe' },
    questionTitles: {},
    codes: [
      {
        system: 'MONDO',
        code: `MONDO:9${String(number).padStart(6, '0')}`,
        relation: 'exact',
        source: `invented${number}`,
      },
    ],
    axisPlaces: [],
    claims: [
      {
        id: 'prevalence-invented',
        measure: 'point-prevalence',
        about: { en: `${name}, nobody at all` },
        value: 1 + (number % 40),
        low: null,
        high: null,
        interval: null,
        unit: 'per-100000',
        place: { en: 'Worldwide' },
        year: 2012,
        source: `invented${number}`,
      },
    ],
  };
}
