import {
  importVocabulary,
  type OpenFile,
  type VocabularyId,
  type VocabularyReport,
} from '#modules/vocabularies/index.ts';
import type { Services } from './start.ts';

/** Imports files of a vocabulary and brings the search index up to date; when it returns, everything can be found. */
export async function bringInVocabulary(
  given: {
    vocabulary: VocabularyId;
    files: readonly OpenFile[];
    allowWithdrawn?: boolean;
    remake?: boolean;
    onProgress?: (file: string, statements: number) => void;
    /** Everything is kept now; what remains is to make it findable. */
    onImported?: (report: VocabularyReport) => void;
  },
  { database, events, clock, pageCache, jobs }: Services,
): Promise<VocabularyReport> {
  const report = await importVocabulary({
    ...given,
    database: database.db,
    events,
    clock,
    // names of symptoms and of neighbours stand on any number of pages: all are made anew
    afterwards: (transaction) => pageCache.invalidate(transaction, ['*']),
  });
  given.onImported?.(report);
  await jobs.runPending();
  return report;
}
