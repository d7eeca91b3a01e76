import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bagKey, fold, lettersKey, longestName, wordsOf } from './words.ts';

describe('Folding', () => {
  test.each([
    ['  Distonía ', 'distonia'],
    ["Parkinson's disease", 'parkinsons disease'],
    ['Parkinson’s disease', 'parkinsons disease'],
    ['DYT-TOR1A', 'dyt tor1a'],
    ['¿Qué es?', 'que es'],
    ['α-mannosidosis', 'alpha mannosidosis'],
    ['Ατρακτος', 'ατρακτος'],
    ['Straße, Bjørn, Łódź', 'strasse bjorn lodz'],
    ['ジストニア', 'ジストニア'],
    ['dys\u202etonia\u200b', 'dystonia'],
    ['\0\u0007', ''],
  ])('%j is compared as %j', (text, folded) => expect(fold(text)).toBe(folded));

  test('of what is folded changes nothing, whatever was typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  test('a text longer than any name is cut', () => {
    expect(fold('a'.repeat(1_000_000)).length).toBe(longestName);
  });
});

describe('The words of a name', () => {
  test.each([
    ['an apostrophe', "Parkinson's disease", 'Parkinson disease'],
    ['a missing apostrophe', 'Parkinsons disease', 'Parkinson disease'],
    ['roman numerals', 'mucopolysaccharidosis type II', 'mucopolysaccharidosis type 2'],
    ['roman numerals with a letter', 'glycogen storage disease type IXa', 'glycogen storage disease 9A'],
    ['British spelling', 'haemophilia and anaemia with oedema of a tumour', 'hemophilia anemia edema tumor'],
    ['Romance spelling', 'distrofia miotonica', 'dystrophia myotonica'],
    ['the word "type"', 'spinocerebellar ataxia type 3', 'spinocerebellar ataxia 3'],
    ['a number that stands close', 'SCA3', 'SCA 3'],
    ['plurals', 'tremors', 'tremor'],
    ['Greek letters', 'α1-antitrypsin deficiency', 'alpha-1 antitrypsin deficiency'],
  ])('are the same in spite of %s', (_, one, other) => expect(wordsOf(one)).toEqual(wordsOf(other)));

  test.each([
    ['haemophilia A', 'haemophilia B'],
    ['diabetes type 1', 'diabetes type 2'],
    ['mucopolysaccharidosis type I', 'mucopolysaccharidosis'],
    ['X-linked ataxia', '10-linked ataxia'],
  ])('"%s" and "%s" stay apart', (one, other) => expect(wordsOf(one)).not.toEqual(wordsOf(other)));

  test('leave out what says nothing, unless there is nothing else', () => {
    expect(wordsOf('What is the dystonia of my neck?')).toEqual(wordsOf('dystonia neck'));
    expect(wordsOf('ME')).toEqual(['me']);
  });

  test('are pairs of letters where no spaces are written', () => {
    expect(wordsOf('本態性振戦')).toEqual(['本態', '態性', '性振', '振戦']);
  });

  test('are never many, never empty, and never hold a space', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const words = wordsOf(text);
        expect(words.length).toBeLessThanOrEqual(40);
        for (const word of words) expect(word).toMatch(/^[^\s]+$/u);
      }),
    );
  });

  test('have one key in any order, and one wherever the spaces stand', () => {
    expect(bagKey(wordsOf('tremor, essential'))).toBe(bagKey(wordsOf('Essential tremor')));
    expect(lettersKey(wordsOf('blepharo-spasm'))).toBe(lettersKey(wordsOf('Blepharospasm')));
  });
});
