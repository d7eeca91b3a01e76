import { expect, test } from 'vitest';
import { mayReadMetrics } from './metrics-access.ts';

const token = 'a-long-random-text';
const from = (remoteAddress: string, headers: Record<string, string> = {}) => ({ headers, socket: { remoteAddress } });

test('this machine may read the metrics, others may not', () => {
  for (const address of ['127.0.0.1', '::1', '::ffff:127.0.0.1'])
    expect(mayReadMetrics(from(address), undefined)).toBe(true);
  for (const address of ['10.0.0.7', '::ffff:10.0.0.7', ''])
    expect(mayReadMetrics(from(address), undefined), address).toBe(false);
});

test('a proxy on this machine that asks for somebody else may not', () => {
  for (const name of ['x-forwarded-for', 'forwarded', 'x-real-ip', 'via'])
    expect(mayReadMetrics(from('127.0.0.1', { [name]: '10.0.0.7' }), undefined)).toBe(false);
});

test('whoever has the token may, from anywhere; a wrong one is refused even here', () => {
  expect(mayReadMetrics(from('10.0.0.7', { authorization: `Bearer ${token}` }), token)).toBe(true);
  expect(mayReadMetrics(from('127.0.0.1', { authorization: 'Bearer wrong' }), token)).toBe(false);
  expect(mayReadMetrics(from('10.0.0.7', { authorization: 'Bearer undefined' }), undefined)).toBe(false);
});
