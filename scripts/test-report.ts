import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { root } from './stale.mjs';

export interface Count {
  passed: number;
  failed: number;
}

/** The part of Vitest's JSON report that is read here. */
interface Report {
  testResults: {
    name: string;
    status: string;
    assertionResults: { status: string; title: string; duration?: number }[];
  }[];
}

/**
 * Counts the tests of a Vitest run. A file that could not be read counts as one failure, and so does
 * a run that Vitest calls failed although every test of it passed.
 */
export function readReport(file: string, ok: boolean): { count: Count; slowest: string[] } {
  let report: Report;
  try {
    report = JSON.parse(readFileSync(file, 'utf8')) as Report;
  } catch {
    return { count: { passed: 0, failed: 1 }, slowest: [] };
  }
  const tests = report.testResults.flatMap(({ name, status, assertionResults }) => {
    const broken = status === 'failed' && !assertionResults.some((test) => test.status === 'failed');
    const found = assertionResults.map((test) => ({ ...test, file: relative(root, name) }));
    return broken ? [...found, { status: 'failed', title: '', file: name }] : found;
  });
  const passed = tests.filter((test) => test.status === 'passed').length;
  const failed = tests.filter((test) => test.status === 'failed').length;
  const slowest = tests
    .toSorted((a, b) => (b.duration ?? 0) - (a.duration ?? 0))
    .slice(0, 10)
    .map((test) => `${((test.duration ?? 0) / 1000).toFixed(1).padStart(6)} s  ${test.file}: ${test.title}`);
  return { count: { passed, failed: ok ? failed : Math.max(failed, 1) }, slowest };
}
