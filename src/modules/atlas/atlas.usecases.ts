import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { createMemberRepository } from '#modules/members/index.ts';
import { createAtlasRepository } from './atlas.repository.ts';
import { releaseCount } from './release.ts';

/** Counts everybody once and publishes what may be shown, in one transaction. Returns how many counts are shown. */
export async function makeRelease({
  database,
  afterwards,
  clock,
}: {
  database: Database;
  /** Runs in the same transaction: pages that show counts are told. */
  afterwards: (transaction: Database) => Promise<void>;
  clock: Clock;
}): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const people = await createMemberRepository(transaction).countPeopleByCondition();
    const counts = people.map(({ conditionId, people }) => ({ conditionId, count: releaseCount(people) }));
    await createAtlasRepository(transaction).saveRelease(counts, clock.now());
    await afterwards(transaction);
    return counts.filter(({ count }) => count.kind === 'at-least').length;
  });
}
