import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { markSource, type Marked } from '#modules/conditions/index.ts';
import type { SourceMark } from '#modules/knowledge/index.ts';
import { createSourceRoomRepository, type RestingText } from './source-room.repository.ts';
import { restsOn, type RestingClaim } from './source-room.ts';

/** Everything that rests on a source. */
export interface Resting {
  /** Those that somebody has signed first: they are what a mark changes most. */
  texts: RestingText[];
  claims: RestingClaim[];
  /** Of look-alikes, by the ids of both conditions. */
  pairs: [string, string][];
}

export async function listResting(key: string, database: Database): Promise<Resting> {
  const repository = createSourceRoomRepository(database);
  const claims = await repository.listClaims(key);
  const [candidates, pairs] = await Promise.all([
    repository.listCandidates(key, claims),
    repository.listPairs(key, claims),
  ]);
  const texts = candidates
    .filter((text) => restsOn(text, key, claims))
    .map(({ short: _short, body: _body, ...text }) => text);
  const [signed, others] = [texts.filter(({ signedOn }) => signedOn), texts.filter(({ signedOn }) => !signedOn)];
  return { texts: [...signed, ...others], claims, pairs };
}

/**
 * Marks a source, or takes its mark off, in one transaction with `alongside`: the record of who did it. Readers see it the
 * same second; signed texts that rest on it stand on the desk again, since a signature signs their sources, too.
 */
export async function markSourceOnSite(
  {
    key,
    mark,
    seen,
    alongside,
  }: { key: string; mark: SourceMark; seen: SourceMark; alongside: (transaction: Database) => Promise<void> },
  { database, events, clock }: { database: Database; events: Events; clock: Clock },
): Promise<Marked> {
  return database.transaction().execute(async (transaction) => {
    const { texts, claims, pairs } = await listResting(key, transaction);
    const coded = await createSourceRoomRepository(transaction).listCoded(key);
    const resting = [
      ...texts.map(({ conditionId }) => conditionId),
      ...claims.map(({ conditionId }) => conditionId),
      ...pairs.flat(),
      ...coded,
    ];
    const marked = await markSource({
      transaction,
      key,
      mark,
      seen,
      resting: [...new Set(resting)],
      events,
      clock,
    });
    if (marked === 'marked') await alongside(transaction);
    return marked;
  });
}
