import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { longestName, readName, refusalOf, warningsOf } from './display-name.ts';

const staff = ['Cairn', 'Ada Moderatora', 'Example Dystonia Association'];
const refusal = (typed: string) => refusalOf(readName(typed), staff);
const warnings = (typed: string, email = 'maren.holt@mail.example') => warningsOf(readName(typed), email);

describe('A name as it is stored', () => {
  test.each([
    ['  Maren  \t of the   hill ', 'Maren of the hill'],
    ['Ｍａｒｅｎ', 'Maren'],
    ['Mar\u200Ben\u202E', 'Mar en'],
    ['Zo\u0065\u0308', 'Zoë'],
    ['\uD800Ana', '\uFFFDAna'],
  ])('%j becomes %j', (typed, stored) => expect(readName(typed)).toBe(stored));

  test('is the same when it is read again, and has nothing in it that cannot be seen', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (typed) => {
        const name = readName(typed);
        expect(readName(name)).toBe(name);
        expect(name).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]|^\s|\s$/u);
        refusalOf(name, staff);
        warningsOf(name, 'a@b.example');
      }),
    );
  });
});

describe('A name that is refused', () => {
  test.each([
    ['x'.repeat(longestName + 1), 'too-long'],
    ['—', 'no-letters'],
    ['🪨', 'no-letters'],
    // Cyrillic а, е, о among Latin letters
    ['M\u0430ren', 'mixed-scripts'],
    ['Pau\u043B', 'mixed-scripts'],
    ['Ren\u03AD', 'mixed-scripts'],
    ['\u05D0nna', 'mixed-scripts'],
    ['Moderator', 'like-staff'],
    ['Anna, moderator', 'like-staff'],
    ['M0derat0r', 'like-staff'],
    ['rnoderator', 'like-staff'],
    ['ADMlN', 'like-staff'],
    ['Ａｄｍｉｎ', 'like-staff'],
    ['Mo\u0301derador', 'like-staff'],
    ['m.o.d.e.r.a.t.o.r', 'like-staff'],
    // all letters Cyrillic, and yet it reads "admin" in another font
    ['\u0430\u0501\u043C\u0456\u043F', 'like-staff'],
    ['C4irn', 'like-staff'],
    ['ada moderatora', 'like-staff'],
    ['Ada Mo\u0301deratora', 'like-staff'],
    ['Example Dystonia Associati0n', 'like-staff'],
  ])('%j: %s', (typed, why) => expect(refusal(typed)).toBe(why));
});

describe('A name that is taken', () => {
  test.each([
    'Maren', 'José Ñandú', 'Zoë', 'O’Brien', 'Ольга', 'Νίκος', 'נועה', 'ليلى', 'प्रिया', '田中ひろし', '김하늘', 'Bob 田中', 'สมชาย', 'R2',
    'Modesto', 'Adminton', 'Ana-Sofía', 'মায়া', 'x'.repeat(longestName), '👩‍👩‍👧 Trio', 'Stone 7', 'ファーム', 'Staffan',
  ])('%s', (typed) => expect(refusal(typed)).toBeUndefined()); // prettier-ignore
});

describe('A name to think about', () => {
  test.each<[string, string[]]>([
    ['Maren Holt', ['handle', 'real-name']],
    ['Ludwig van der Berg', ['real-name']],
    ['María José García', ['real-name']],
    ['Елена Петрова', ['real-name']],
    ['maren@mail.example', ['mail']],
    ['www.maren.example', ['address']],
    ['maren.com', ['address']],
    ['@maren', ['address']],
    ['0170 123 4567', ['phone']],
    ['marenholt', ['handle']],
    ['Maren_Holt', ['handle']],
  ])('%s: %j', (typed, found) => expect(warnings(typed)).toEqual(found));

  test.each(['Maren', 'The Gardener', 'Quiet hand', 'La Montaña', 'Old Stone', 'M', 'Teodora 7', 'Mar y sol'])(
    '%s is nothing to warn of',
    (typed) => expect(warnings(typed)).toEqual([]),
  );

  test('a mail address with a tag says the same without it', () => {
    expect(warnings('stonewalker', 'stone.walker+cairn@mail.example')).toEqual(['handle']);
  });
});
