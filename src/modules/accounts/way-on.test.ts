import { expect, test } from 'vitest';
import { readWayOn } from './way-on.ts';

test.each(['/me', '/es/me?page=2', '/conditions/dystonia', '/'])('%s is a page of this site', (path) => {
  expect(readWayOn(path)).toBe(path);
});

test.each([
  undefined, '', 'me', '//evil.example', '///evil.example', '/\\evil.example', '/a\\b', 'https://evil.example', 'javascript:alert(1)',
  '/\t/evil.example', '/a\r\nset-cookie: a=b', '/sign-in', '/es/sign-in?to=/me', '/sign-out', `/${'a'.repeat(600)}`,
])('%j leads nowhere', (path) => {
  expect(readWayOn(path)).toBeUndefined();
}); // prettier-ignore
