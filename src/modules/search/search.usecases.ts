import type { ConditionEntry } from '#modules/conditions/index.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { codeKeysAsked } from './codes.ts';
import { alternativesOf, fewerWordsQuery, keysOf, keysQuery, wordsQuery, type NearWord } from './lookup.ts';
import { rankConditions, rankNear, type Asked, type Scored } from './ranking.ts';
import { askedOf, type ConditionHit, type SearchResults } from './search.ts';
import type { SearchRepository } from './search.repository.ts';
import { fold, wordsOf } from './words.ts';

/** What search asks of other rooms, handed in where things are put together. */
export interface SearchSources {
  listConditions(ids: readonly string[]): Promise<ConditionEntry[]>;
}

/** Names looked at for one query; where so many fit, it says too little to tell more of them apart. */
const mostNames = 200;

/** A name this near was found without doubt; nothing looser needs to be looked for. */
const surely = 0.8;

/** The words of the index that the typed words may mean; looser likeness only where nothing else is near. */
async function mend(words: readonly string[], search: SearchRepository): Promise<NearWord[]> {
  const near = await search.listNearWords(words);
  const strange = words
    .map((word, place) => ({ word, place }))
    .filter(
      ({ word, place }) => word.length > 4 && !/^\p{N}/u.test(word) && !near.some((each) => each.place === place),
    );
  return strange.length === 0 ? near : [...near, ...(await search.listAlikeWords(strange))];
}

/** Everything that the index has on what was typed. */
async function lookUp(query: string, language: LanguageTag, search: SearchRepository) {
  const asked: Asked = { typed: query, folded: fold(query), words: wordsOf(query), code: false, language };
  const codes = codeKeysAsked(query);
  asked.code = codes.length > 0;
  const near = await mend(asked.words, search);
  const alternatives = alternativesOf(asked.words, near);
  const wanted = { length: asked.words.join(' ').length, most: mostNames };
  const keys = keysQuery([...codes, ...keysOf(asked.words, alternatives)]);
  const rows = await search.listNames({ ...wanted, keys, words: wordsQuery(alternatives) });
  const ranked = rankConditions(asked, rows);
  if (ranked[0] && ranked[0].likeness > surely) return { rows, ranked };
  const words = fewerWordsQuery(alternatives, near);
  if (words === undefined) return { rows, ranked };
  const more = [...rows, ...(await search.listNames({ ...wanted, words }))];
  return { rows: more, ranked: rankConditions(asked, more) };
}

/** For a search that found nothing: conditions with a word in their names that is spelled a little like what was typed. */
async function listNear(query: string, search: SearchRepository): Promise<Scored[]> {
  const asked = wordsOf(query);
  const alike = await search.listAlikeWords(asked.map((word, place) => ({ word, place })));
  const words = alike.map(({ word }) => word);
  const rows = await search.listNames({ words: keysQuery(words), length: 1, most: mostNames });
  return rankNear(words, rows, 5);
}

/** The first conditions that what is typed so far may mean. Nothing typed gives none. */
export async function suggestConditions({
  query: typed,
  language,
  search,
  sources,
  limit = 6,
}: {
  query: string;
  language: LanguageTag;
  search: SearchRepository;
  sources: SearchSources;
  limit?: number;
}): Promise<ConditionHit[]> {
  const { query } = askedOf(typed);
  if (wordsOf(query).length === 0) return [];
  const { ranked } = await lookUp(query, language, search);
  return toHits(ranked.slice(0, limit), sources);
}

async function toHits(ranked: readonly Scored[], sources: SearchSources): Promise<ConditionHit[]> {
  const entries = await sources.listConditions(ranked.map(({ row }) => row.conditionId));
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return ranked.flatMap(({ row: { conditionId, name, kind, language }, likeness }) => {
    const condition = byId.get(conditionId);
    return condition ? [{ condition, matched: { name, kind, language }, likeness }] : [];
  });
}

/** Conditions and answers for what somebody typed, in any language of the atlas. Nothing typed gives nothing. */
export async function searchAtlas({
  query: typed,
  language,
  search,
  sources,
  page = 1,
  size = 10,
}: {
  query: string;
  language: LanguageTag;
  search: SearchRepository;
  sources: SearchSources;
  /** Counted from 1. */
  page?: number;
  /** Conditions on one page. */
  size?: number;
}): Promise<SearchResults> {
  const { query, cut } = askedOf(typed);
  const wordless = wordsOf(query).length === 0;
  const none: SearchResults = {
    query,
    cut,
    wordless,
    conditions: [],
    page: 1,
    pages: 1,
    total: 0,
    more: false,
    questions: [],
    near: [],
  };
  if (wordless) return none;

  const [found, answers] = await Promise.all([
    lookUp(query, language, search),
    search.listAnswersByWords(fold(query), language, 12),
  ]);
  const { ranked, rows } = found;
  const pages = Math.max(1, Math.ceil(ranked.length / size));
  const shown = Math.min(Math.max(1, page), pages);
  const [conditions, questions, near] = await Promise.all([
    toHits(ranked.slice((shown - 1) * size, shown * size), sources),
    toQuestions(answers, sources),
    ranked.length === 0 && answers.length === 0 ? listNear(query, search) : [],
  ]);
  return {
    ...none,
    conditions,
    page: shown,
    pages,
    total: ranked.length,
    more: rows.length >= mostNames,
    questions,
    near: await toHits(near, sources),
  };
}

async function toQuestions(
  answers: Awaited<ReturnType<SearchRepository['listAnswersByWords']>>,
  sources: SearchSources,
): Promise<SearchResults['questions']> {
  const entries = await sources.listConditions([...new Set(answers.map(({ conditionId }) => conditionId))]);
  const slugs = new Map(entries.map(({ id, slug }) => [id, slug]));
  return answers.flatMap((hit) => {
    const conditionSlug = slugs.get(hit.conditionId);
    return conditionSlug === undefined ? [] : [{ ...hit, conditionSlug }];
  });
}
