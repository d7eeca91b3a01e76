import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createTally, keepTally } from './tally.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('What is taken was counted once, and counting begins anew', () => {
  const tally = createTally();
  for (const key of ['a', 'b', 'a']) tally.add(key);
  expect([...tally.take()]).toEqual([
    ['a', 2],
    ['b', 1],
  ]);
  expect(tally.take().size).toBe(0);
});

test('What cannot be kept is kept the next time, together with what came since; nothing is kept twice', async () => {
  const tally = createTally();
  const kept: Record<string, number> = {};
  const warned: unknown[] = [];
  let broken = true;
  const keeping = keepTally(tally, {
    seconds: 60,
    warn: (error) => warned.push(error),
    keep: async (counts) => {
      if (broken) throw new Error('down');
      for (const [key, count] of counts) kept[key] = (kept[key] ?? 0) + count;
    },
  });
  tally.add('a');
  await vi.advanceTimersByTimeAsync(60_000);
  expect([kept, warned.length]).toEqual([{}, 1]);
  broken = false;
  tally.add('a');
  tally.add('b');
  await vi.advanceTimersByTimeAsync(60_000);
  expect(kept).toEqual({ a: 2, b: 1 });
  tally.add('b');
  await keeping.stop();
  tally.add('c');
  await vi.advanceTimersByTimeAsync(600_000);
  expect(kept).toEqual({ a: 2, b: 2 });
});
