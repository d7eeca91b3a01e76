import { expect, test } from 'vitest';
import { looksPassing, readMailAddress } from './mail-address.ts';

test.each([
  ['maria@example.org', 'maria@example.org'],
  ['  Maria.Lopez+atlas@Example.ORG ', 'maria.lopez+atlas@example.org'],
  ["o'brien@mail.example.co.uk", "o'brien@mail.example.co.uk"],
  ['post@bücher.example', 'post@xn--bcher-kva.example'],
  ['post@例え.テスト', 'post@xn--r8jz45g.xn--zckzah'],
  // letters of the width that Japanese keyboards write are the same letters to the network
  ['post@ｅxample.org', 'post@example.org'],
])('%s is written %s', (typed, address) => {
  expect(readMailAddress(typed)).toEqual({ address });
});

test.each([
  ['', 'missing'],
  ['   ', 'missing'],
  ['maria', 'incomplete'],
  ['@example.org', 'incomplete'],
  ['maria@', 'incomplete'],
  ['maria@localhost', 'incomplete'],
  ['maria@192.168.0.1', 'incomplete'],
  ['maria@[::1]', 'incomplete'],
  ['maria@example.org:25', 'incomplete'],
  ['maria@example.org/x', 'incomplete'],
  ['maria@exa mple.org', 'incomplete'],
  ['maria@example.org\r\nBcc: all@example.org', 'incomplete'],
  ['maria..lopez@example.org', 'incomplete'],
  ['a@b@example.org', 'incomplete'],
  ['"a b"@example.org', 'incomplete'],
  ['<maria@example.org>', 'incomplete'],
  [`${'a'.repeat(65)}@example.org`, 'incomplete'],
  [`a@${'a.'.repeat(130)}org`, 'incomplete'],
  // a Cyrillic a, a Kelvin sign, a dotless i, a letter with an accent, a joiner that nobody sees
  ['mаria@example.org', 'letters'],
  ['\u212Aaren@example.org', 'letters'],
  ['mar\u0131a@example.org', 'letters'],
  ['josé@example.org', 'letters'],
  ['maria\u200D@example.org', 'letters'],
])('%j is refused: %s', (typed, problem) => {
  expect(readMailAddress(typed)).toEqual({ problem });
});

test('no two addresses that look the same are taken for one, and none for two', () => {
  expect(readMailAddress('K@example.org')).toEqual({ address: 'k@example.org' });
  expect(readMailAddress('\u212A@example.org')).toEqual({ problem: 'letters' });
  // a look-alike of the host stays another host, in letters that show it
  expect(readMailAddress('maria@exаmple.org')).toEqual({ address: 'maria@xn--exmple-4nf.org' });
});

test('an address that does not last is noticed by its name', () => {
  expect(['a@mailinator.com', 'a@x.yopmail.com', 'a@guerrillamail.org'].map(looksPassing)).toEqual([true, true, true]);
  expect(['a@example.org', 'a@notmailinator.example', 'a@gmail.com'].map(looksPassing)).toEqual([false, false, false]);
});
