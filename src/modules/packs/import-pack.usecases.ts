import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { importAnswers, importQuestions, type AnswerChanges } from '#modules/answers/index.ts';
import { importKnowledge, type ImportChanges } from '#modules/conditions/index.ts';
import { createPackFileRepository } from './pack-file.repository.ts';
import type { Pack } from './pack.ts';

export interface ImportReport {
  conditions: ImportChanges;
  answers: AnswerChanges;
}

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
  keep = 'site',
}: {
  pack: Pack;
  database: Database;
  events: Events;
  clock: Clock;
  /** Which text or number stands where the site and, since then, the pack changed it. */
  keep?: 'site' | 'pack';
  /** Runs in the same transaction when anything was written: shared words and sources stand on many pages. */
  afterwards: (transaction: Database) => Promise<void>;
}): Promise<ImportReport> {
  const { questions, answers, files, ...knowledge } = pack;
  return database.transaction().execute(async (transaction) => {
    const { idOf, ...conditions } = await importKnowledge({ transaction, knowledge, events, clock, keep });
    await importQuestions({ transaction, packId: pack.pack.id, questions });
    const texts = Map.groupBy(answers, ({ condition }) => condition);
    const changes = await importAnswers({
      transaction,
      author: authorOf(pack),
      conditions: knowledge.conditions.map(({ slug }) => ({ id: idOf(slug), slug, texts: texts.get(slug) ?? [] })),
      events,
      clock,
      keep,
    });
    if (files) await createPackFileRepository(transaction).replaceFiles(pack.pack.id, files);
    await afterwards(transaction);
    return { conditions, answers: changes };
  });
}

/** Those who keep the pack, as its versions name them. */
const authorOf = ({ pack }: Pack): string =>
  (pack.maintainers as { name: string }[]).map(({ name }) => name).join(', ') || pack.title.en;
