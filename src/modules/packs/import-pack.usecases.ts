import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { importAnswers, importQuestions, type AnswerChanges } from '#modules/answers/index.ts';
import { importKnowledge, type ImportChanges } from '#modules/conditions/index.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { createPackFileRepository } from './pack-file.repository.ts';
import type { Pack } from './pack.ts';

export interface ImportReport {
  conditions: ImportChanges;
  answers: AnswerChanges;
}

/** What the site and, since then, the pack changed, by name: `dystonia/en/what-is-it`, `dystonia/prevalence-steeves-2012`, `@steeves2012`. */
export const conflictsOf = ({ conditions, answers }: ImportReport): string[] => [
  ...answers.conflicts,
  ...conditions.keptClaims,
  ...conditions.keptSources,
];

const noSuchConflict = (names: readonly string[], conflicts: readonly string[]) =>
  new CairnError(
    'packs.no_such_conflict',
    'invalid',
    `Nothing was imported: the site and the pack are not in conflict about ${names.join(', ')}. ${
      conflicts.length > 0 ? `They are about ${conflicts.join(', ')}.` : 'They are about nothing.'
    }`,
  );

/**
 * Brings a whole pack into the atlas in one transaction: all of it, or nothing. Running it again changes nothing.
 * @throws CairnError `conditions.held_by_another_pack`, `answers.question_held_by_another_pack`
 */
export function importPack({
  pack,
  database,
  events,
  clock,
  afterwards,
  take = [],
}: {
  pack: Pack;
  database: Database;
  events: Events;
  clock: Clock;
  /** Conflicts in which the pack's stands, by their names in the report, or all; of the others the site's does. */
  take?: readonly string[] | 'all';
  /** Runs in the same transaction when anything was written: shared words and sources stand on many pages. */
  afterwards: (transaction: Database) => Promise<void>;
}): Promise<ImportReport> {
  const { questions, answers, files, ...knowledge } = pack;
  const takes = (name: string) => take === 'all' || take.includes(name);
  return database.transaction().execute(async (transaction) => {
    const { idOf, ...conditions } = await importKnowledge({ transaction, knowledge, events, clock, takes });
    await importQuestions({ transaction, packId: pack.pack.id, questions });
    const texts = Map.groupBy(answers, ({ condition }) => condition);
    const changes = await importAnswers({
      transaction,
      author: authorOf(pack),
      conditions: knowledge.conditions.map(({ slug }) => ({ id: idOf(slug), slug, texts: texts.get(slug) ?? [] })),
      events,
      clock,
      takes,
    });
    const unknown =
      take === 'all' ? [] : take.filter((name) => !conflictsOf({ conditions, answers: changes }).includes(name));
    // the transaction goes back with it: nothing was written
    if (unknown.length > 0) throw noSuchConflict(unknown, conflictsOf({ conditions, answers: changes }));
    if (files) await createPackFileRepository(transaction).replaceFiles(pack.pack.id, files);
    await afterwards(transaction);
    return { conditions, answers: changes };
  });
}

/** Those who keep the pack, as its versions name them. */
const authorOf = ({ pack }: Pack): string =>
  (pack.maintainers as { name: string }[]).map(({ name }) => name).join(', ') || pack.title.en;
