import { expect, test } from 'vitest';
import { createLog } from './log.ts';

function capture(options: { pretty?: boolean } = {}) {
  const lines: string[] = [];
  const log = createLog({ level: 'info', destination: { write: (line: string) => void lines.push(line) }, ...options });
  return { log, lines, last: () => JSON.parse(lines.at(-1)!) as Record<string, unknown> };
}

test('a line has a level in words, a time and what was said; what is below the level is left out', () => {
  const { log, lines, last } = capture();
  log.debug('unheard');
  log.info({ method: 'GET', route: '/conditions/:slug', status: 200, ms: 1.5, id: 'x' }, 'Request');
  expect(lines).toHaveLength(1);
  expect(last()).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    method: 'GET',
    route: '/conditions/:slug',
    status: 200,
    ms: 1.5,
    id: 'x',
    msg: 'Request',
  });
});

test('nothing that says who someone is gets through, wherever a careless line puts it', () => {
  const { log, lines } = capture();
  const secret = 'SECRET';
  log.info(
    {
      ip: secret,
      email: secret,
      query: { q: secret },
      headers: { cookie: secret },
      member: { name: secret, deep: { token: secret } },
    },
    'Careless',
  );
  log.warn({ request: { url: secret, body: { note: secret } } }, 'Careless');
  log.child({ session: secret }).warn({ url: secret }, 'Careless');
  expect(lines.join('')).not.toContain(secret);
});

test('an error shows what and where, but no address and none of the values that a database quotes', () => {
  const { log, lines, last } = capture();
  const error = Object.assign(
    new Error('duplicate key value violates unique constraint "members_email_key": "SECRET"'),
    {
      code: '23505',
      severity: 'ERROR',
      detail: 'Key (email)=(SECRET) already exists.',
      cause: new Error('maria.SECRET@example.org was not found'),
    },
  );
  log.error({ error }, 'Failed');
  expect(lines.join('')).not.toContain('SECRET');
  expect(last().error).toMatchObject({
    code: '23505',
    message: 'duplicate key value violates unique constraint "members_email_key"',
    at: expect.arrayContaining([expect.stringContaining('log.test.ts')]),
    cause: { message: '…@… was not found' },
  });
});
