/**
 * `npm test`: every check, then every test; ends with `N passed, N failed`.
 *   npm test -- journeys        only this project (unit, architecture, walkers, journeys), or files with this in their path
 *   npm test -- --on-database   only what a database can change: no formatting, lint, types, dead code or import rules
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './stale.mjs';
import { readReport, type Count } from './test-report.ts';

const projects = ['unit', 'architecture', 'walkers', 'journeys'];
const cache = join(root, '.cache');
const checks: Record<string, string[]> = {
  formatting: [
    'prettier',
    '--check',
    '--cache',
    '--cache-location',
    join(cache, 'prettier'),
    '--log-level',
    'warn',
    '.',
  ],
  lint: [
    'eslint',
    '--cache',
    '--cache-strategy',
    'content',
    '--cache-location',
    join(cache, 'eslint/'),
    '--max-warnings',
    '0',
    '.',
  ],
  types: ['tsc', '--noEmit', '--incremental', '--tsBuildInfoFile', join(cache, 'tsc.json')],
  'dead code': ['knip'],
};

/** Runs a program of the project's own; its words appear when it is done, so that two can run at once. */
function run(program: string, args: string[], { aloud = false } = {}): Promise<{ ok: boolean; output: string }> {
  const child = spawn(program, args, {
    cwd: root,
    stdio: aloud ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout?.on('data', (text) => (output += text));
  child.stderr?.on('data', (text) => (output += text));
  return new Promise((resolve) => {
    child.once('error', (error) => resolve({ ok: false, output: String(error) }));
    child.once('close', (code) => resolve({ ok: code === 0, output }));
  });
}

async function check(name: string, program: string, args: string[]): Promise<Count> {
  const begun = performance.now();
  const { ok, output } = await run(program, args);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  console.log(`${ok ? '✓' : '✗'} ${name} (${seconds} s)${ok ? '' : `\n${output.trim()}\n`}`);
  return { passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
}

/** Two at a time, as many as there are cores. */
async function runChecks(): Promise<Count[]> {
  const waiting = Object.entries(checks);
  const counts: Count[] = [];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [name, [program = '', ...args]] = next;
      counts.push(await check(name, join(root, 'node_modules/.bin', program), args));
    }
  };
  await Promise.all([worker(), worker()]);
  return counts;
}

async function runVitest(args: string[]): Promise<Count> {
  const report = join(cache, `vitest-${process.pid}.json`);
  rmSync(report, { force: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { ok } = await run(join(root, 'node_modules/.bin/vitest'), ['run', ...reporters, ...args], { aloud: true });
  const { count, slowest } = readReport(report, ok);
  rmSync(report, { force: true });
  console.log(`\nThe slowest:\n${slowest.join('\n')}`);
  return count;
}

async function main(): Promise<void> {
  mkdirSync(cache, { recursive: true });
  const args = process.argv.slice(2);
  const onDatabase = args.includes('--on-database');
  const passedOn = args
    .filter((arg) => arg !== '--on-database')
    .map((arg) => (projects.includes(arg) ? `--project=${arg}` : arg))
    .concat(onDatabase ? '--project=!architecture' : []);
  const counts = args.length === 0 ? await runChecks() : [];
  counts.push(await check('build', process.execPath, ['scripts/build.ts', '--if-stale', '--quiet']));
  counts.push(await runVitest(passedOn));
  const sum = (key: keyof Count) => counts.reduce((total, count) => total + count[key], 0);
  console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`);
  process.exitCode = sum('failed') > 0 ? 1 : 0;
}

await main();
