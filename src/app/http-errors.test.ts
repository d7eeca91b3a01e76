import { Hono } from 'hono';
import { HTTPException } from 'hono/http-exception';
import { expect, test } from 'vitest';
import { defineError, type ErrorKind } from '#platform/errors/errors.ts';
import { createLog } from '#platform/logging/log.ts';
import { createErrorHandler, type ErrorHandlerOptions } from './http-errors.ts';

function respondTo(
  error: Error,
  renderError: ErrorHandlerOptions['renderError'] = (c, shown) => c.json(shown, shown.status as 500),
) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) } });
  const app = new Hono();
  app.onError(createErrorHandler({ log, renderError }));
  app.get('/', () => {
    throw error;
  });
  return { response: Promise.resolve(app.request('/')), lines };
}

test.each<[ErrorKind, number]>([
  ['not-found', 404],
  ['forbidden', 403],
  ['conflict', 409],
  ['invalid', 422],
  ['rate-limited', 429],
])('an error of the kind %s is %i, under its own code, and is nothing for the log', async (kind, status) => {
  const { response, lines } = respondTo(defineError('answer.something', kind, 'Only for developers')());
  expect((await response).status).toBe(status);
  expect(await (await response).text()).toBe(JSON.stringify({ status, code: 'answer.something' }));
  expect(lines).toEqual([]);
});

test('an unknown error shows a reference, and the log has it under the same', async () => {
  const { response, lines } = respondTo(new Error('the database password is hunter2'));
  const shown = (await (await response).json()) as { reference: string };
  expect(shown).toEqual({ status: 500, code: 'unknown', reference: expect.stringMatching(/^[a-z2-9]{10}$/) });
  expect(JSON.parse(lines[0]!)).toMatchObject({ level: 'error', reference: shown.reference, error: { type: 'Error' } });
});

test('an error page that fails itself leaves a plain one, and both failures in the log', async () => {
  const { response, lines } = respondTo(new Error('first'), () => {
    throw new Error('second');
  });
  expect((await response).status).toBe(500);
  expect(await (await response).text()).toMatch(/^Something went wrong\. Reference: [a-z2-9]{10}\n$/);
  expect(lines).toHaveLength(2);
});

test('errors are kept by no cache, and say what helps: which methods there are, and when to come back', async () => {
  const method = await respondTo(new HTTPException(405, { cause: { allow: 'GET, HEAD' } })).response;
  expect([method.status, method.headers.get('allow'), method.headers.get('cache-control')]).toEqual([
    405,
    'GET, HEAD',
    'no-store',
  ]);
  const limit = await respondTo(defineError('me.too_often', 'rate-limited', 'x')({ retryAfterSeconds: 12.2 })).response;
  expect(limit.headers.get('retry-after')).toBe('13');
});

test('text that no database can store is a mistake of the sender', async () => {
  const { response, lines } = respondTo(
    Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: '22021' }),
  );
  expect((await response).status).toBe(422);
  expect(lines).toEqual([]);
});
