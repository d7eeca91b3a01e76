/**
 * Attacks on released counts, 100,000 invented histories and 2,000 small ones gone through whole; then on counts without
 * one of the rules each.
 *   --cases=100000   --exact=2000   --write (into docs/performance.md)
 */
import { attackMany, theRelease, weakened } from '../src/modules/atlas/attack.fixtures.ts';
import { attackManyExactly, exactly, exactlyWeakened } from '../src/modules/atlas/exact-attack.fixtures.ts';
import { option, publish, table, tell, write } from './support/report.ts';

const cases = Number(option('cases', '100000'));
const exact = Number(option('exact', '2000'));

function row(name: string, attacked: { cases: number; successes: number; told: number }, begun: number): string[] {
  const { successes, told } = attacked;
  const minutes = (performance.now() - begun) / 60_000;
  tell(`${name}: ${successes} of ${attacked.cases}, ${write(minutes)} min`);
  return [name, write(attacked.cases), String(successes), write(told)];
}

const bounds: string[][] = [];
for (const [name, publisher, count] of [
  ['**the release**', theRelease, cases] as const,
  ...Object.entries(weakened).map(([name, publisher]) => [name, publisher, cases / 20] as const),
]) {
  const begun = performance.now();
  bounds.push(row(name, attackMany(publisher, count), begun));
}
const whole: string[][] = [];
for (const [name, publisher, count] of [
  ['**the release**', exactly, exact] as const,
  ...Object.entries(exactlyWeakened).map(([name, publisher]) => [name, publisher, exact / 10] as const),
]) {
  const begun = performance.now();
  whole.push(row(name, attackManyExactly(publisher, count), begun));
}
publish(
  'attack',
  [
    table(['from how many to how many', 'histories', 'somebody found', 'numbers told'], bounds),
    table(
      ['everything that can have happened', 'histories', 'somebody found', 'histories with more than a total'],
      whole,
    ),
  ].join('\n\n'),
);
