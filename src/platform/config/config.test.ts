import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { ConfigError, describeSettings, readConfig } from './config.ts';

const url = 'postgres://cairn:hush-hush@db.example.org:5432/cairn';

function problemsOf(env: Record<string, string>): readonly string[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
  }
  return [];
}

test('a database is all that production needs to be told before it serves', () => {
  expect(readConfig({ DATABASE_URL: url })).toEqual({
    backupDays: 14,
    minimumAge: 16,
    adultAge: 18,
    holdNewMembersDays: 0,
    holdFirstTexts: 0,
    readsPerAccount: 300,
    readsPerAddress: 1500,
    mode: 'production',
    databaseUrl: url,
    dataDir: resolve('.cairn'),
    databaseFolder: resolve('.cairn/database'),
    port: 3000,
    host: '127.0.0.1',
    origin: 'http://localhost:3000',
    siteName: 'Cairn',
    operator: undefined,
    logLevel: 'info',
    secret: undefined,
    mailUrl: undefined,
    mailFrom: 'no-reply@localhost',
    doiLookupUrl: undefined,
    pmidLookupUrl: undefined,
    metricsToken: undefined,
    pseudoLocales: false,
    shutdownSeconds: 10,
    policiesDir: undefined,
    threshold: 11,
    releaseSchedule: 'monthly',
  });
});

test('the origin follows the port unless it is given, and loses the slash that people put at its end', () => {
  expect(readConfig({ DATABASE_URL: url, PORT: '8080' }).origin).toBe('http://localhost:8080');
  expect(readConfig({ DATABASE_URL: url, ORIGIN: 'https://atlas.example.org/' }).origin).toBe(
    'https://atlas.example.org',
  );
});

test('blank settings count as not set, and spaces around a value do not matter', () => {
  expect(readConfig({ DATABASE_URL: ` ${url} `, PORT: '', OPERATOR: '  ' })).toMatchObject({
    databaseUrl: url,
    port: 3000,
    operator: undefined,
  });
});

test('all mistakes are named at once, each with what to do', () => {
  const problems = problemsOf({
    DATABASE_URL: 'mysql://x',
    PORT: '80000',
    ORIGIN: 'https://example.org/atlas',
    LOG_LEVEL: 'loud',
    METRICS_TOKEN: 'short',
  });
  expect(problems).toEqual([
    'DATABASE_URL must be the address of a PostgreSQL database, such as postgres://user:password@host:5432/cairn.',
    'PORT must be a port: a whole number from 0 to 65535 (0 takes any free port).',
    'ORIGIN must be the public address without a path, such as https://atlas.example.org.',
    'LOG_LEVEL must be debug, info, warn, error or silent.',
    'METRICS_TOKEN must be at least 16 characters long.',
  ]);
});

test('production refuses the embedded database and says why; the demo and development do not', () => {
  expect(problemsOf({})).toEqual([
    expect.stringMatching(/^DATABASE_URL must name a PostgreSQL database in production: .*fsync/),
  ]);
  expect(readConfig({ NODE_ENV: 'development' }).mode).toBe('development');
  expect(readConfig({}, { mode: 'demo' }).mode).toBe('demo');
});

test('the list of settings explains each, says where its value comes from, and shows no secret', () => {
  const rows = describeSettings({
    DATABASE_URL: url,
    METRICS_TOKEN: 'a-very-long-secret',
    PORT: 'x',
    HOME: '/home/someone',
  });
  expect(JSON.stringify(rows)).not.toMatch(/hush-hush|a-very-long-secret|someone/);
  expect(rows.find(({ name }) => name === 'DATABASE_URL')).toMatchObject({
    source: 'environment',
    value: 'postgres://•••@db.example.org:5432/cairn',
  });
  expect(rows.find(({ name }) => name === 'PORT')).toMatchObject({
    default: '3000',
    problem: expect.stringContaining('whole number'),
  });
  for (const row of rows) expect([row.meaning, row.example].every(Boolean), row.name).toBe(true);
});
