import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { AnswerRepository, Question } from '#modules/answers/index.ts';
import type { ConditionEntry, ConditionRepository } from '#modules/conditions/index.ts';
import type { MentionRepository } from './mention.repository.ts';
import { sourceNotFound } from './mention.errors.ts';
import { readerLanguage, type Mention } from './mention.ts';

/** Conditions on one page of a source that much rests on. */
const conditionsAtOnce = 20;
export const sourcesAtOnce = 60;

/** What rests on a source, of one condition. */
export interface RestingCondition {
  condition: ConditionEntry;
  mentions: Mention[];
  claims: Awaited<ReturnType<MentionRepository['listClaimsOf']>>;
  codes: Awaited<ReturnType<MentionRepository['listCodesOf']>>;
}

export interface SourcePageData {
  key: string;
  csl: unknown;
  resting: RestingCondition[];
  axes: { id: string; name: Localised; version: Localised }[];
  questions: Map<string, Question>;
  /** Also the other conditions of pairs, by id. */
  conditions: Map<string, ConditionEntry>;
  page: number;
  lastPage: number;
}

export interface MentionRepositories {
  mentions: MentionRepository;
  conditions: ConditionRepository;
  answers: AnswerRepository;
}

/** Of so many entries; a page beyond it is the last one. */
export const lastPageOf = (total: number, atOnce: number): number => Math.max(1, Math.ceil(total / atOnce));

/** Throws `mentions.source_not_found`. */
export async function loadSourcePage({
  key,
  page: asked,
  language,
  mentions,
  conditions,
  answers,
}: { key: string; page: number; language: LanguageTag } & MentionRepositories): Promise<SourcePageData> {
  const csl = await mentions.findSource(key);
  if (!csl) throw sourceNotFound({ key });
  const reader = readerLanguage(language);
  const lastPage = lastPageOf(await mentions.countConditionsOn(key), conditionsAtOnce);
  const page = Math.min(asked, lastPage);
  const [ids, axes, questions] = await Promise.all([
    mentions.listConditionsOn(key, {
      language: reader,
      offset: (page - 1) * conditionsAtOnce,
      limit: conditionsAtOnce,
    }),
    mentions.listAxesOf(key),
    answers.listQuestions(),
  ]);
  const [found, claims, codes] = await Promise.all([
    mentions.listMentionsOf(key, reader, ids),
    mentions.listClaimsOf(key, ids),
    mentions.listCodesOf(key, ids),
  ]);
  const needed = [...new Set([...ids, ...found.flatMap(({ otherId }) => otherId ?? [])])];
  const entries = new Map((await conditions.listByIds(needed)).map((entry) => [entry.id, entry]));
  const of = <T extends { conditionId: string }>(rows: readonly T[], id: string) =>
    rows.filter(({ conditionId }) => conditionId === id);
  return {
    key,
    csl,
    axes,
    questions: new Map(questions.map((question) => [question.id, question])),
    conditions: entries,
    resting: ids.flatMap((id) => {
      const condition = entries.get(id);
      return condition ? [{ condition, mentions: of(found, id), claims: of(claims, id), codes: of(codes, id) }] : [];
    }),
    page,
    lastPage,
  };
}
