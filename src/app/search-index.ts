import { createAnswerRepository, plainAnswer } from '#modules/answers/index.ts';
import { createConditionRepository, titleOfQuestion, type ConditionEntry } from '#modules/conditions/index.ts';
import { createSearchRepository, indexRules, type IndexedAnswer, type IndexedName } from '#modules/search/index.ts';
import type { Database } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';

const languages = createLanguages();
const i18ns = { en: createI18n(languages, 'en'), es: createI18n(languages, 'es') };

/** Conditions written at once: what one transaction holds in memory, and how long other writers of the index wait. */
const atOnce = 500;

const namesToIndex = ({ names }: ConditionEntry): IndexedName[] =>
  Object.entries(names).flatMap(([language, { preferred, synonyms, narrower }]) => [
    { language, kind: 'preferred' as const, name: preferred },
    ...synonyms.map((name) => ({ language, kind: 'synonym' as const, name })),
    ...narrower.map((name) => ({ language, kind: 'narrower' as const, name })),
  ]);

const gather = <Item, Value>(items: readonly Item[], key: (item: Item) => string, value: (item: Item) => Value) => {
  const gathered = new Map<string, Value[]>();
  for (const item of items) gathered.set(key(item), [...(gathered.get(key(item)) ?? []), value(item)]);
  return gathered;
};

/** The words of answers, with names and numbers filled in: only a condition that has any is read as a whole. */
async function answersToIndex(
  transaction: Database,
  entries: readonly ConditionEntry[],
): Promise<Map<string, IndexedAnswer[]>> {
  const answers = createAnswerRepository(transaction);
  const short = gather(
    await answers.listShortAnswers(entries.map(({ id }) => id)),
    ({ conditionId }) => conditionId,
    (answer) => answer,
  );
  const indexed = new Map<string, IndexedAnswer[]>();
  if (short.size === 0) return indexed;
  const questions = new Map((await answers.listQuestions()).map((question) => [question.id, question]));
  for (const { id, slug } of entries) {
    const own = short.get(id);
    const condition = own && (await createConditionRepository(transaction).findBySlug(slug));
    if (!condition) continue;
    const toIndex = own.map(({ questionId, language, short, body }) => ({
      questionId,
      language,
      title: titleOfQuestion(condition, questions.get(questionId)!, language),
      ...plainAnswer({ short, body }, condition.claims, i18ns[language as 'en' | 'es']),
    }));
    indexed.set(id, toIndex);
  }
  return indexed;
}

async function indexPart(database: Database, ids: readonly string[]): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const search = createSearchRepository(transaction);
    const conditions = createConditionRepository(transaction);
    // before anything is read: whoever comes later reads what is true later
    await search.takeTurn();
    const entries = await conditions.listByIds(ids);
    const codes = gather(
      await conditions.listCodes(ids),
      ({ conditionId }) => conditionId,
      ({ system, code }): IndexedName => ({
        language: 'en',
        kind: 'code',
        name: code.includes(':') ? code : `${system} ${code}`,
        code: { system, code },
      }),
    );
    const answers = await answersToIndex(transaction, entries);
    const indexed = entries.map((entry) => ({
      conditionId: entry.id,
      names: [...namesToIndex(entry), ...(codes.get(entry.id) ?? [])],
      answers: answers.get(entry.id) ?? [],
    }));
    await search.replaceConditions(indexed);
    await search.countWordsIfDue(indexed.reduce((sum, { names }) => sum + names.length, 0));
  });
}

/**
 * Brings the search index up to date for these conditions, or for all, a few hundred in each transaction: readers go on,
 * and memory does not grow with how many they are. Running it twice does no harm.
 */
export async function indexConditions({
  database,
  conditionIds,
}: {
  database: Database;
  conditionIds: readonly string[] | 'all';
}): Promise<void> {
  if (conditionIds !== 'all') {
    for (let start = 0; start < conditionIds.length; start += atOnce)
      await indexPart(database, conditionIds.slice(start, start + atOnce));
    return;
  }
  const conditions = createConditionRepository(database);
  let ids = await conditions.listIds({ limit: atOnce });
  while (ids.length > 0) {
    await indexPart(database, ids);
    ids = await conditions.listIds({ after: ids.at(-1), limit: atOnce });
  }
  await database.transaction().execute(async (transaction) => {
    const search = createSearchRepository(transaction);
    await search.takeTurn();
    await search.countWords();
    await search.setRules(indexRules);
  });
}

/**
 * Whether the index was made by other rules than today's: after an update, all of it is made again. Where there is
 * nothing to index yet, it is up to date.
 */
export async function isIndexOutdated(database: Database): Promise<boolean> {
  const search = createSearchRepository(database);
  if ((await search.findRules()) === indexRules) return false;
  if ((await createConditionRepository(database).listIds({ limit: 1 })).length > 0) return true;
  await search.setRules(indexRules);
  return false;
}
