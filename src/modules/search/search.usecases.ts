import type { ConditionEntry } from '#modules/conditions/index.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { fold, likenessOf, longestQuery, runsOfWords, type ConditionHit, type SearchResults } from './search.ts';
import type { SearchRepository } from './search.repository.ts';

/** What search asks of other rooms, handed in where things are put together. */
export interface SearchSources {
  listConditions(ids: readonly string[]): Promise<ConditionEntry[]>;
}

/** Conditions and answers for what somebody typed, in any language of the atlas. Nothing typed gives nothing. */
export async function searchAtlas({
  query,
  language,
  search,
  sources,
  limit = 8,
}: {
  query: string;
  language: LanguageTag;
  search: SearchRepository;
  sources: SearchSources;
  limit?: number;
}): Promise<SearchResults> {
  const asked = query.trim().slice(0, longestQuery);
  const folded = fold(asked);
  if (folded === '') return { query: asked, conditions: [], questions: [] };

  const likely = await search.listLikelyNames(folded, 60);
  const inside = (await search.listNames(runsOfWords(folded).filter((run) => run !== folded))).map((row) => ({
    ...row,
    likeness: 0.6 + (0.3 * row.folded.length) / folded.length,
  }));
  const best = new Map<string, Omit<ConditionHit, 'condition'>>();
  const consider = (
    row: { conditionId: string; name: string; kind: ConditionHit['matched']['kind']; language: string },
    likeness: number,
  ) => {
    const before = best.get(row.conditionId);
    const inReadersLanguage = row.language === language || row.kind === 'code';
    if (!before || likeness > before.likeness || (likeness === before.likeness && inReadersLanguage))
      best.set(row.conditionId, { matched: { name: row.name, kind: row.kind, language: row.language }, likeness });
  };
  for (const row of likely) consider(row, likenessOf(folded, row));
  for (const row of inside) consider(row, row.likeness);

  const questions = await search.listAnswersByWords(folded, language, limit + 4);
  const wanted = [...best.entries()].sort(([, a], [, b]) => b.likeness - a.likeness).slice(0, limit);
  const entries = await sources.listConditions([
    ...new Set([...wanted.map(([id]) => id), ...questions.map((hit) => hit.conditionId)]),
  ]);
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return {
    query: asked,
    conditions: wanted.flatMap(([id, hit]) => (byId.has(id) ? [{ condition: byId.get(id)!, ...hit }] : [])),
    questions: questions.flatMap((hit) =>
      byId.has(hit.conditionId) ? [{ ...hit, conditionSlug: byId.get(hit.conditionId)!.slug }] : [],
    ),
  };
}
