import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { markOf, reconciled, sameMark, withMark, type Source, type SourceMark } from '#modules/knowledge/index.ts';
import { conditionsChanged, sourcesChanged } from './condition.events.ts';
import { createKnowledgeRepository } from './knowledge.repository.ts';
import { createSourceEditRepository } from './source-edit.repository.ts';

/** What became of a mark: it is written; it was there already; somebody else marked the source otherwise since it was read. */
export type Marked = 'marked' | 'same' | 'other' | 'unknown';

/**
 * Says of a source that it stands, or that nobody should rest on it. `seen` is the mark as whoever decides saw it, and
 * `resting` the conditions with something that cites it. Inside the caller's transaction, in which imports wait.
 */
export async function markSource({
  transaction,
  key,
  mark,
  seen,
  resting,
  events,
  clock,
}: {
  transaction: Database;
  key: string;
  mark: SourceMark;
  seen: SourceMark;
  resting: readonly string[];
  events: Events;
  clock: Clock;
}): Promise<Marked> {
  await createKnowledgeRepository(transaction).lockImports();
  const edits = createSourceEditRepository(transaction);
  const known = await edits.find(key);
  if (!known) return 'unknown';
  const now = markOf(known.csl);
  const before = known.before ?? known.csl;
  const csl = withMark(known.csl, mark, before);
  if (sameMark(csl, known.csl)) return 'same';
  if (now.doubt !== seen.doubt || now.note !== seen.note) return 'other';
  await edits.saveSource(csl);
  if (sameMark(csl, before)) await edits.forget(key);
  else await edits.saveEdit({ before, csl }, clock.now());
  await events.publish(transaction, sourcesChanged, { keys: [key] });
  for (let start = 0; start < resting.length; start += 500)
    await events.publish(transaction, conditionsChanged, { conditionIds: resting.slice(start, start + 500) });
  return 'marked';
}

/** A source in the report of an import, and in the decision about it. */
export const nameOfSource = (key: string): string => `@${key}`;

/**
 * Sources as a pack brings them, with the marks of the site upon them, so that an import does not undo one in silence.
 * Where the pack marks one otherwise since, the site's mark stands unless `takes` its name.
 */
export async function keepMarks<T extends { id: string; csl: unknown }>(
  sources: readonly T[],
  { transaction, takes, clock }: { transaction: Database; takes: (name: string) => boolean; clock: Clock },
): Promise<{ sources: T[]; conflicts: string[] }> {
  const repository = createSourceEditRepository(transaction);
  const edits = await repository.list(sources.map(({ id }) => id));
  const conflicts: string[] = [];
  const kept: T[] = [];
  for (const source of sources) {
    const edit = edits.get(source.id);
    if (!edit) {
      kept.push(source);
      continue;
    }
    const { outcome, csl, before } = reconciled(source.csl as Source, edit);
    const name = nameOfSource(source.id);
    if (outcome === 'conflict') conflicts.push(name);
    if (outcome === 'agreed' || (outcome === 'conflict' && takes(name))) {
      await repository.forget(source.id);
      kept.push(source);
    } else {
      await repository.saveEdit({ before, csl }, clock.now());
      kept.push({ ...source, csl });
    }
  }
  return { sources: kept, conflicts };
}
