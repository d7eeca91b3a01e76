import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const root = join(import.meta.dirname, '../../..');

/** Where exact numbers may be: in the one repository that counts, and in the migration that made its tables. */
const mayCount = ['src/modules/atlas/counting.repository.ts'];
/** Looked at, and harmless: why. */
const harmless: Record<string, string> = {
  'src/modules/experiences/experience.repository.ts':
    'counts experiences, and the consents of one author: whether all of them were taken back',
};
const mayName = [...mayCount, 'src/modules/atlas/atlas.tables.ts', 'src/modules/privacy/personal-data.ts'];

/** Ways in which a number of people could be found without the release. Statements are looked at whole. */
const ways: [name: string, isOne: (statement: string) => boolean][] = [
  [
    'counts members or memberships',
    (statement) =>
      /\b(count|countAll|sum|array_length|cardinality|row_number|rank|ntile|approximate_count)\b\s*(<[^>]*>)?\(|\breltuples\b|\bn_live_tup\b/iu.test(
        statement,
      ) &&
      /\b(members|memberships)\b/u.test(statement) &&
      // of oneself everybody may know
      !/account_id = \$\{/u.test(statement),
  ],
];
const exactTables = /\b(people_cells|people_gone|held_counts|counted_region|counted_conditions)\b/u;

/** A statement of SQL in a template, or of Kysely up to where it is executed. */
const statementsOf = (text: string): string[] => [
  ...[...text.matchAll(/sql(?:<[^`]*?>)?`([^`]*)`/gu)].map(([, statement]) => statement!),
  ...[...text.matchAll(/(?:selectFrom|innerJoin|leftJoin)\([\s\S]*?\.execute/gu)].map(([statement]) => statement),
];

function findWays(file: string, text: string): string[] {
  const found =
    mayCount.includes(file) || file in harmless
      ? []
      : ways.flatMap(([name, isOne]) => (statementsOf(text).some(isOne) ? [`${file} ${name}`] : []));
  if (exactTables.test(text) && !mayName.includes(file)) found.push(`${file} reads what is exact`);
  return found;
}

const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
  .map((file) => `src/${file.replaceAll('\\', '/')}`)
  .filter((file) => /\.tsx?$/u.test(file) && !/\.(test|fixtures)\.tsx?$/u.test(file));

test('no number of people leaves but through the release', () => {
  expect(sources.flatMap((file) => findWays(file, readFileSync(join(root, file), 'utf8')))).toEqual([]);
});

test('only the atlas can reach what is exact: its front door does not lead there', () => {
  const door = readFileSync(join(root, 'src/modules/atlas/index.ts'), 'utf8');
  expect(door).not.toMatch(/counting|holdScope|tellScope|hierarchy/u);
});

test.each([
  ['counts members or memberships', 'sql`select count(*) from memberships where condition_id = ${id}`'],
  ['counts members or memberships', 'sql<{ n: number }>`\n  select count(distinct m.id) from members m`'],
  [
    'counts members or memberships',
    `db.selectFrom('memberships').select((of) => of.fn.countAll<string>().as('people')).execute()`,
  ],
  ['counts members or memberships', `sql\`select reltuples from pg_class where relname = 'memberships'\``],
  ['reads what is exact', 'sql`select people from people_cells`'],
])('a way round it is found: %s', (name, planted) => {
  expect(findWays('src/modules/search/planted.repository.ts', planted)).toContain(
    `src/modules/search/planted.repository.ts ${name}`,
  );
});
