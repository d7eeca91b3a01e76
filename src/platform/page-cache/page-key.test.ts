import { expect, test } from 'vitest';
import { pageKey } from './page-key.ts';

const allowed = new Set(['page', 'sort']);
const key = (url: string, { method = 'GET', headers = {} } = {}) => pageKey({ method, url, headers }, allowed);

test('a page is known by its path and the allowed part of its query, in whichever order', () => {
  expect(key('/conditions')).toBe('/conditions');
  expect(key('/conditions?')).toBe('/conditions');
  expect(key('/conditions?sort=name&page=2')).toBe('/conditions?page=2&sort=name');
  expect(key('/conditions', { method: 'HEAD' })).toBe('/conditions');
});

test.each([
  ['another method', '/conditions', { method: 'POST' }],
  ['a cookie', '/conditions', { headers: { cookie: 'a=b' } }],
  ['an authorization', '/conditions', { headers: { authorization: 'Bearer x' } }],
  ['any other query', '/conditions?q=distonia', {}],
  ['a query said twice', '/conditions?page=1&page=2', {}],
  ['a very long address', `/${'a'.repeat(500)}`, {}],
  ['an address of another kind', 'http://example.org/conditions', {}],
])('a request with %s is left alone', (_, url, options) => expect(key(url, options)).toBeUndefined());
