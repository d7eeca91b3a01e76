import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { releaseUnderWay } from './atlas.errors.ts';
import { changesOf, fromWideToNarrow, rareGroups, type Forms } from './counting.ts';
import { createCountingRepository, type CountingRepository } from './counting.repository.ts';
import { byRegionsOfToday, fromStored, noFinerThanContinents, regionHierarchy, toStored } from './hierarchy.ts';
import { holdScope, threshold as usualThreshold, type Rule } from './release.ts';
import { createTelling } from './telling.ts';
import { createAtlasRepository } from './atlas.repository.ts';

export interface ReleaseServices {
  database: Database;
  clock: Clock;
  /** The smallest group that nobody may be placed in; 11 if not given. */
  threshold?: number;
  /** Conditions of which so few people live that countries are not told. */
  listRareConditions?: (transaction: Database) => Promise<readonly string[]>;
  /** Runs in the same transaction: pages that show counts are told. */
  afterwards: (transaction: Database) => Promise<void>;
}

/** So few at a time that nobody who joins meanwhile notices. */
const peopleAtOnce = 1000;
const scopesAtOnce = 200;

/** Brings the exact numbers up to date with all that has changed. Safe to stop anywhere. */
async function countChanges({ database }: Pick<ReleaseServices, 'database'>): Promise<void> {
  const forms = await createCountingRepository(database).readForms();
  const asText = textOf(forms);
  const before = await createCountingRepository(database).findCountedForms();
  if (before !== asText) {
    await recountPeople({ database });
    return;
  }
  for (let more = true; more;)
    more = await database.transaction().execute(async (transaction) => {
      const counting = createCountingRepository(transaction);
      await counting.lockCounting();
      const people = await counting.takeChanged(peopleAtOnce);
      const changes = changesOf(people, forms);
      if (changes.length > 0) await counting.applyChanges(changes);
      return people.length > 0;
    });
}

/** Only which condition is a form of which matters to counting. */
const textOf = (forms: Forms): string =>
  [...forms].flatMap(([form, wider]) => (wider === null ? [] : [`${form} ${wider}`])).join('\n');

/** Counts everybody anew. Returns in how many cells that is another number than was counted change by change. */
export async function recountPeople({ database }: Pick<ReleaseServices, 'database'>): Promise<number> {
  return database.transaction().execute(async (transaction) => {
    const counting = createCountingRepository(transaction);
    await counting.lockCounting();
    const corrected = await counting.recount();
    await counting.saveCountedForms(textOf(await counting.readForms()));
    return corrected;
  });
}

/**
 * Makes a release: counts what has changed, then publishes what may be told, whole or not at all. Returns how many scopes
 * have a number. @throws CairnError `atlas.release_under_way`.
 */
export async function makeRelease(services: ReleaseServices): Promise<number> {
  const { database, clock, threshold = usualThreshold, listRareConditions, afterwards } = services;
  await countChanges(services);
  return database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const counting = createCountingRepository(transaction);
      if (!(await counting.lockReleases())) throw releaseUnderWay();
      const rare = new Set(await listRareConditions?.(transaction));
      const releaseId = await counting.addRelease({ madeAt: clock.now(), threshold });
      const shown = await tellAll(counting, releaseId, { threshold, rare });
      await counting.finishRelease(releaseId, shown);
      await afterwards(transaction);
      return shown;
    });
}

/** Goes through all scopes and writes what has changed. Returns how many have a number. */
async function tellAll(
  counting: CountingRepository,
  releaseId: number,
  { threshold, rare }: { threshold: number; rare: ReadonlySet<string> },
): Promise<number> {
  const forms = await counting.readForms();
  const order = fromWideToNarrow(forms);
  const coarse = new Set([...rare, ...rareGroups(await counting.listGroupScopes(), rare, forms)]);
  const due = await counting.listDueScopes(threshold);
  let shown = 0;
  let told = new Map<string, Record<string, number>>();
  const telling = createTelling((scope, { counts }) => {
    if (counts.size > 0) shown++;
    told.set(scope, Object.fromEntries(counts));
  });

  async function save(): Promise<void> {
    const before = await counting.readTold([...told.keys()]);
    const changed = [...told].filter(([scope, counts]) => !isSame(counts, before.get(scope) ?? {}));
    await counting.saveTold(releaseId, new Map(changed));
    told = new Map();
  }

  for (let start = 0; start < order.length; start += scopesAtOnce) {
    const some = order.slice(start, start + scopesAtOnce);
    const scopes = some.map(({ scope }) => scope);
    const cells = await counting.readCells(scopes.filter((scope) => due.has(scope)));
    const heldBefore = await counting.readHeld(scopes);
    const heldNow = new Map<string, unknown>();
    for (const { scope, depth } of some) {
      const rule: Rule = {
        threshold,
        hierarchy: regionHierarchy,
        ...(coarse.has(scope) && { mayShow: noFinerThanContinents }),
      };
      const before = fromStored(heldBefore.get(scope));
      const own = cells.get(scope);
      const held = own ? holdScope(byRegionsOfToday(own), before, rule) : before;
      if (held !== before) heldNow.set(scope, toStored(held));
      telling.enter(scope, depth, held, rule);
    }
    await counting.saveHeld(heldNow);
    await save();
  }
  telling.finish();
  await save();
  return shown;
}

function isSame(a: Record<string, number>, b: Record<string, number>): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

/** How often the clock makes a release, and how many days must be between two of them, whatever the clock does. */
const days = { monthly: 25, quarterly: 80 } as const;
export type ReleaseSchedule = keyof typeof days;

/**
 * What the clock does: a release, unless the last one is too young. A clock that was set back makes none either, until it
 * has passed the last release by as much as it was behind; one that ran ahead by more than a release is not believed.
 */
export async function makeReleaseWhenDue(
  services: ReleaseServices & { schedule: ReleaseSchedule },
): Promise<number | undefined> {
  const [last] = await createAtlasRepository(services.database).listReleases(1);
  const needed = days[services.schedule] * 24 * 60 * 60 * 1000;
  const since = last ? services.clock.now().getTime() - last.madeAt.getTime() : Infinity;
  if (Math.abs(since) < needed) return undefined;
  return makeRelease(services);
}
