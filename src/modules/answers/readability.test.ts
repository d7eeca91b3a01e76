import { describe, expect, test } from 'vitest';
import { isReadable, readingOf, spanishSyllables, uncounted, wordsOf } from './readability.ts';

describe('Words', () => {
  test('are counted as readers count them', () => {
    expect(wordsOf("It’s a well-known 16.4% rise, isn't it?")).toEqual([
      'It’s',
      'a',
      'well-known',
      '16.4',
      'rise',
      "isn't",
      'it',
    ]);
  });
});

describe('English', () => {
  test('is graded by Flesch–Kincaid and the Automated Readability Index', () => {
    // Counted by hand: the cat sat on the ta-ble (7 syllables), it want-ed a ve-ry big cup (8); 19 letters in each.
    const { words, sentences, grade, second } = readingOf('The cat sat on the table. It wanted a very big cup.', 'en');
    expect({ words, sentences }).toEqual({ words: 12, sentences: 2 });
    expect(grade).toBeCloseTo(0.39 * 6 + 11.8 * (15 / 12) - 15.59, 10);
    expect(second).toBeCloseTo(Math.max(0, 4.71 * (38 / 12) + 0.5 * 6 - 21.43), 10);
  });

  test('grades a hard sentence as hard', () => {
    const hard = readingOf(
      'Epidemiological heterogeneity characterises international investigations considerably.',
      'en',
    );
    expect(hard.grade).toBeGreaterThan(20);
    expect(hard.second).toBeGreaterThan(20);
    expect(isReadable(hard, 'en', 'body')).toBe(false);
  });

  test('ends a sentence at stops, colons and empty lines, not at an abbreviation or a decimal point', () => {
    expect(readingOf('It rests, e.g. at night. “Why?” Nobody knows (yet). It took 16.4 years', 'en').sentences).toBe(4);
    expect(readingOf('One: two; three', 'en').sentences).toBe(3);
    expect(readingOf('A rest\n\nA pause', 'en').sentences).toBe(2);
    expect(readingOf('A rest\nthat lasts', 'en').sentences).toBe(1);
  });

  test('leaves out words that are not counted, and keeps their sentence whole', () => {
    const { words, sentences } = readingOf(`It rests. ${uncounted} is slow.`, 'en');
    expect({ words, sentences }).toEqual({ words: 4, sentences: 2 });
  });
});

describe('Spanish', () => {
  test.for([
    ['distonía', 4],
    ['músculo', 3],
    ['cuello', 2],
    ['guerra', 2],
    ['pingüino', 3],
    ['aéreo', 4],
    ['leer', 2],
    ['oía', 3],
    ['cambiáis', 2],
    ['cerebro', 3],
    ['enfermedad', 4],
    ['tratamiento', 4],
    ['inhibición', 4],
    ['ahora', 3],
    ['búho', 2],
    ['prohibir', 2],
    ['vehículo', 4],
    ['muy', 1],
    ['hoy', 1],
    ['y', 1],
    ['mayo', 2],
    ['rehúye', 3],
    ['que', 1],
    ['quieto', 2],
    ['ciudad', 2],
    ['construir', 2],
    ['país', 2],
    ['chiita', 3],
    ['Parkinson', 3],
    ['16,4', 1],
  ] as const)('%s has %i', ([word, syllables]) => {
    expect(spanishSyllables(word)).toBe(syllables);
  });

  test('is graded by Crawford and by Szigriszt-Pazos', () => {
    // Counted by hand: la ma-no es-pe-ra (6 syllables), el cue-llo gi-ra de pron-to (8).
    const { words, sentences, grade, second } = readingOf('La mano espera. El cuello gira de pronto.', 'es');
    expect({ words, sentences }).toEqual({ words: 8, sentences: 2 });
    expect(grade).toBeCloseTo(Math.max(0, -0.205 * 25 + 0.049 * (100 * (14 / 8)) - 3.407), 10);
    expect(second).toBeCloseTo(206.835 - 62.3 * (14 / 8) - 4, 10);
    expect(isReadable(readingOf('La mano espera.', 'es'), 'es', 'short')).toBe(true);
  });
});

test('A text without words has no grade, and is no obstacle', () => {
  expect(readingOf(' … ', 'en')).toEqual({ words: 0, sentences: 0, grade: 0, second: 0 });
  expect(isReadable(readingOf('', 'es'), 'es', 'short')).toBe(true);
});
