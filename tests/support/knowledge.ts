import type { AnswerText, Question } from '#modules/answers/index.ts';
import type { ConditionKnowledge, Knowledge } from '#modules/conditions/index.ts';

/** A small, complete and plainly invented pack: two conditions that are confused with each other. */
export const question: Question = {
  id: 'what-is-it',
  title: { en: 'What exactly is {condition}?', es: '¿Qué es exactamente {condition}?' },
  short: { en: 'What is it?', es: '¿Qué es?' },
  reviewMonths: 36,
};

export const stillness: ConditionKnowledge = {
  slug: 'stillness',
  kind: 'disorder',
  group: 'examples',
  parent: null,
  names: {
    en: { preferred: 'Stillness', inSentence: 'stillness', synonyms: ['Example disease'], narrower: ['Quiet hand'] },
    es: { preferred: 'Quietud', inSentence: 'la quietud', synonyms: [], narrower: [] },
  },
  summary: { en: 'movement that waits', es: 'movimiento que espera' },
  questionTitles: {},
  codes: [{ system: 'MONDO', code: 'MONDO:0000001', relation: 'exact', source: 'example2012' }],
  axisPlaces: [],
  claims: [
    {
      id: 'prevalence-example-2012',
      measure: 'point-prevalence',
      about: { en: 'Stillness, people seen in clinics' },
      value: 16.43,
      low: 12.09,
      high: 22.32,
      interval: 'ci95',
      unit: 'per-100000',
      place: { en: 'Worldwide' },
      year: 2012,
      source: 'example2012',
    },
  ],
};

export const restlessness: ConditionKnowledge = {
  ...stillness,
  slug: 'restlessness',
  names: { en: { preferred: 'Restlessness', inSentence: 'restlessness', synonyms: [], narrower: [] } },
  codes: [],
  claims: [],
};

export const knowledge: Knowledge = {
  pack: {
    id: 'examples',
    title: { en: 'Examples' },
    licence: 'CC-BY-4.0',
    languages: ['en', 'es'],
    maintainers: [],
    urgentHelp: { en: 'Call for help.' },
  },
  sources: [
    {
      id: 'example2012',
      csl: {
        id: 'example2012',
        type: 'article-journal',
        title: 'The prevalence of examples',
        issued: { 'date-parts': [[2012]] },
        DOI: '10.1000/example.1',
      },
    },
  ],
  axes: [],
  terms: [{ id: 'quiet', term: { en: 'Quiet' }, means: { en: 'Without a sound.' } }],
  groups: [{ id: 'examples', name: { en: 'Examples' } }],
  features: [{ id: 'what-you-notice', name: { en: 'What you notice' } }],
  conditions: [stillness, restlessness],
  lookAlikes: [
    {
      conditions: ['stillness', 'restlessness'],
      rows: [
        {
          feature: 'what-you-notice',
          texts: [{ en: 'It waits [@example2012].' }, { en: 'It hurries [@example2012].' }],
        },
      ],
      ask: [{ en: 'Which of the two is it?' }],
    },
  ],
};

export const text: AnswerText = {
  questionId: 'what-is-it',
  language: 'en',
  short: 'Stillness is a way of waiting.',
  body: '## What happens\n\nNothing moves for a while [@example2012].\n',
  updated: '2026-04-07',
};
