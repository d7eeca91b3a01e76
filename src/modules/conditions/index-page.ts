import type { ConditionEntry, ConditionGroup } from './condition.ts';
import type { ConditionRepository } from './condition.repository.ts';
import type { IndexChoice, IndexLine, IndexPlace, IndexRepository } from './index.repository.ts';

/** One page of the index. */
export interface IndexPageData {
  /** Conditions that somebody here wrote about, by group; on the first page only. */
  written: ConditionEntry[];
  groups: ConditionGroup[];
  /** Conditions that only vocabularies list; none where nothing narrows the index. */
  unwritten: IndexLine[];
  next: IndexPlace | undefined;
  counts: { written: number; unwritten: number };
  /** First letters that the index has. */
  letters: string[];
  /** Under a letter with more names than a page holds: the two letters that names begin with. */
  pairs: string[];
}

/** Names of a vocabulary on one page: a minute to look through, 10 kB. */
export const mostUnwritten = 200;
/** Conditions written here have a line of words each, and come first. */
export const mostWritten = 300;

/** What a page of the index needs: as much as it shows, however large the atlas is. */
export async function loadIndexPage({
  choice,
  after,
  conditions,
  index,
}: {
  choice: IndexChoice;
  after: IndexPlace | undefined;
  conditions: ConditionRepository;
  index: IndexRepository;
}): Promise<IndexPageData> {
  const { language, beginning } = choice;
  const narrowed = beginning !== undefined || choice.part !== undefined;
  const [writtenIds, { lines, next }, counts, letters, groups] = await Promise.all([
    after ? [] : index.listWrittenIds(choice, mostWritten),
    narrowed ? index.listUnwritten(choice, { after, limit: mostUnwritten }) : { lines: [], next: undefined },
    index.count(choice),
    index.listBeginnings(language),
    conditions.listGroups(),
  ]);
  const first = beginning && beginning !== '#' ? beginning[0]! : undefined;
  const isLong = counts.unwritten > mostUnwritten || (beginning?.length ?? 0) > 1;
  return {
    written: await conditions.listByIds(writtenIds),
    groups,
    unwritten: lines,
    next,
    counts,
    letters,
    pairs: first && isLong ? await index.listBeginnings(language, first) : [],
  };
}
