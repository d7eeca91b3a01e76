import type { Root } from 'mdast';
import type { Database } from '#platform/db/database.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { realLanguages, type LanguageTag, type Localised } from '#platform/i18n/languages.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import { answerFor, createAnswerRepository, parseAnswer } from '#modules/answers/index.ts';
import { createConditionRepository, rowAnchor } from '#modules/conditions/index.ts';
import { quotesIn, type Claim, type Quote } from '#modules/knowledge/index.ts';
import { createMentionRepository } from './mention.repository.ts';
import { readersOf, type Mention } from './mention.ts';

export type I18nOf = (language: LanguageTag) => I18n;

type ShortAnswer = Awaited<ReturnType<ReturnType<typeof createAnswerRepository>['listShortAnswers']>>[number];
type Pair = Awaited<ReturnType<ReturnType<typeof createConditionRepository>['listPairTexts']>>[number];

/** Looks these conditions through for what they name; running it twice does no harm. `afterwards` shares the transaction. */
export async function fillMentions({
  database,
  conditionIds,
  i18nOf,
  afterwards,
}: {
  database: Database;
  conditionIds: readonly string[];
  i18nOf: I18nOf;
  afterwards: (transaction: Database) => Promise<void>;
}): Promise<void> {
  const conditions = createConditionRepository(database);
  const [entries, answers, pairs] = await Promise.all([
    conditions.listByIds(conditionIds),
    createAnswerRepository(database).listShortAnswers(conditionIds),
    conditions.listPairTexts(conditionIds),
  ]);
  const slugOf = new Map(entries.map(({ id, slug }) => [id, slug]));
  const claims = await conditions.listClaims([...new Set([...slugOf.values(), ...slugsNamedIn(answers, pairs)])]);
  const context = (slug: string, language: LanguageTag) => ({
    i18n: i18nOf(language),
    claim: (reference: string): Claim | undefined =>
      claims.get(reference.includes('/') ? reference : `${slug}/${reference}`),
  });
  const sameQuestion = Map.groupBy(answers, questionKey);
  const found = [
    ...answers.flatMap((answer) =>
      mentionsInAnswer(
        answer,
        readersOfAnswer(answer, sameQuestion.get(questionKey(answer)) ?? []),
        context(slugOf.get(answer.conditionId) ?? '', answer.language),
      ),
    ),
    ...pairs.flatMap((pair) =>
      mentionsInPair(pair, (language) => context(slugOf.get(pair.conditionId) ?? '', language)),
    ),
  ];
  await database.transaction().execute(async (transaction) => {
    await createMentionRepository(transaction).replace([...slugOf.keys()], found);
    await afterwards(transaction);
  });
}

const questionKey = ({ conditionId, questionId }: ShortAnswer): string => `${conditionId} ${questionId}`;

/** Conditions that were never looked through, some at a time. How many there were. */
export async function fillMissing({
  database,
  ...rest
}: Omit<Parameters<typeof fillMentions>[0], 'conditionIds'>): Promise<number> {
  let filled = 0;
  for (;;) {
    const conditionIds = await createMentionRepository(database).listUnfilled(200);
    if (conditionIds.length === 0) return filled;
    await fillMentions({ database, conditionIds, ...rest });
    filled += conditionIds.length;
  }
}

const claimElsewhere = /:claim\[([a-z0-9-]+)\//gu;

/** Other conditions whose claims these texts write; looked for without reading the texts twice. */
function slugsNamedIn(answers: readonly ShortAnswer[], pairs: readonly Pair[]): string[] {
  const texts = [
    ...answers.flatMap(({ short, body }) => [short, body]),
    ...pairs.flatMap((pair) => cellsOf(pair).flatMap(({ text }) => Object.values(text))),
  ];
  return texts.flatMap((text) => Array.from(text.matchAll(claimElsewhere), ([, slug]) => slug!));
}

/** `same`: the answers to the same question. */
function readersOfAnswer(answer: ShortAnswer, same: readonly ShortAnswer[]): LanguageTag[] {
  return realLanguages.filter((reader) => answerFor(same, reader)?.language === answer.language);
}

type Context = Parameters<typeof quotesIn>[1];

function mentionsInAnswer(
  { conditionId, questionId, language, short, body }: ShortAnswer,
  seenIn: LanguageTag[],
  context: Context,
): Mention[] {
  const at = (place: 'short' | 'part', anchor?: string, heading?: string) => (quote: Quote) => ({
    ...quote,
    conditionId,
    questionId,
    otherId: null,
    language,
    seenIn,
    place,
    anchor: anchor ?? null,
    heading: heading ?? null,
  });
  const parts = parseAnswer(body).parts.flatMap(({ id, title, blocks }) => {
    const nodes = blocks.flatMap((block) => ('nodes' in block ? block.nodes : []));
    return quotesIn(nodes, context).map(at('part', id, title));
  });
  return [...quotesIn(parseMarkdown(short).children, context).map(at('short')), ...parts];
}

/** The texts of a pair with the place that each has on its page. */
const cellsOf = ({ rows, together }: Pair): { text: Localised; anchor: string }[] => [
  ...rows.flatMap((row) => [row.this, row.other].map((text) => ({ text, anchor: rowAnchor(row.feature) }))),
  ...(together ? [{ text: together, anchor: 'together' }] : []),
];

function mentionsInPair(pair: Pair, contextIn: (language: LanguageTag) => Context): Mention[] {
  return cellsOf(pair).flatMap(({ text, anchor }) =>
    Object.entries(text).flatMap(([written, words]) => {
      const language = written as LanguageTag;
      const root: Root = parseMarkdown(words);
      return quotesIn(root.children, contextIn(language), { whole: true }).map((quote) => ({
        ...quote,
        conditionId: pair.conditionId,
        questionId: null,
        otherId: pair.otherId,
        language,
        seenIn: readersOf(text, language),
        place: 'look-alike' as const,
        anchor,
        heading: null,
      }));
    }),
  );
}
