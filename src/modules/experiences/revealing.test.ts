import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findRevealing } from './revealing.ts';

const found = (text: string, minor = false) =>
  findRevealing(text, { minor }).map(({ kind, words, forbidden }) => `${kind}${forbidden ? '!' : ''}: ${words}`);

describe('A text is looked through for what says more than its author meant', () => {
  test.each([
    ['Write to ana.perez@example.org', ['email!: ana.perez@example.org']],
    ['Write to ana (at) example (dot) org', ['email!: ana (at) example (dot) org']],
    ['escribe a ana arroba ejemplo punto es', ['email!: ana arroba ejemplo punto es']],
    ['Ring +44 7700 900123 after six', ['phone!: +44 7700 900123']],
    ['llámame al 612 34 56 78', ['phone!: 612 34 56 78']],
    ['I saw Dr. Ada Example twice', ['name: Dr. Ada Example']],
    ['la doctora Inés Ejemplo me ayudó', ['name: doctora Inés Ejemplo']],
    ['My name is Zoë and I shake', ['name: Zoë']],
    ['Me llamo Íñigo', ['name: Íñigo']],
    ['my son Bruno laughed', ['name: Bruno']],
    ['mi hija, Alba, baila', ['name: Alba']],
    ['We live at 12 Mill Lane now', ['address: 12 Mill Lane']],
    ['vivo en la calle de la Rosa, 7', ['address: calle de la Rosa, 7']],
    ['born on 3 March 1984, at home', ['birth: born on 3 March 1984']],
    ['they gave me 25 mg and 100 units', ['dose: 25 mg', 'dose: 100 units']],
    ['me dieron 2,5 mg', ['dose: 2,5 mg']],
    [
      'I am 34, a nurse? No: I work as a baker in Smallville.',
      ['combination: I am 34', 'combination: work as a baker', 'combination: Smallville'],
    ],
    ['Soy panadero en Villachica', ['combination: Soy panadero', 'combination: Villachica']],
  ])('%s', (text, says) => expect(found(text)).toEqual(says));

  test.each([
    'I was ill from 2014-2018, then again on 12.05.2019.',
    'It took 1000000 tries, 5000 steps and 30 minutes.',
    'My daughter and I laughed in January. Parkinson is something else.',
    'In Spain they are kind.',
    'I am 80 percent sure that I am 3 weeks late.',
    'Mi hija lo hace también ahora, para acompañarme.',
    'Dystonia is called many things.',
    'Call 112.',
  ])('nothing is said of "%s"', (text) => expect(found(text)).toEqual([]));

  test('a story about a child names nobody and no place', () => {
    expect(found('My son Bruno goes to school in Smallville', true)).toEqual(['name!: Bruno', 'place!: Smallville']);
  });

  test('the words marked are the words of the text, in its order, none twice', () => {
    const piece = fc.constantFrom(
      'Dr. Ada Example ',
      'ana@example.org ',
      '+34 612 345 678 ',
      '25 mg ',
      'in Rome ',
      'I am 34 ',
      'x',
      '\n',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), fc.boolean(), (pieces, minor) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end, words } of findRevealing(text, { minor })) {
          expect(text.slice(start, end)).toBe(words);
          expect(start).toBeGreaterThanOrEqual(last);
          last = end;
        }
      }),
    );
  });

  test.each(['a', 'A', '1', 'Aa ', '1 ', 'a@', 'calle A', 'Dr. A', '('])('a wall of "%s" stops nobody', (piece) => {
    expect(findRevealing(piece.repeat(Math.ceil(12_000 / piece.length)), { minor: true }).length).toBeLessThan(12_000);
  });
});
