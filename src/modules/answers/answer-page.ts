import { newId } from '#platform/ids/ids.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import {
  getCondition,
  listCellClaims,
  rankOf,
  sourcesOfAxis,
  type Ancestor,
  type Axis,
  type Condition,
  type ConditionRepository,
  type LookAlike,
  type Rank,
} from '#modules/conditions/index.ts';
import { isFrequency, sourcesNamedIn, type Claim } from '#modules/knowledge/index.ts';
import { newerOriginal, unwritten, type Answer, type Question, type Revision } from './answer.ts';
import { answerNotFound } from './answer.errors.ts';
import type { AnswerRepository } from './answer.repository.ts';
import { parseAnswer, type ParsedAnswer } from './answer-text.ts';
import { getAnswer, getRevision, listAnsweredWithInherited, type InheritedQuestion } from './answer.usecases.ts';

/** Everything that the page of a question shows of knowledge. */
export interface AnswerPage {
  /** Whose answer it is. */
  condition: Condition;
  /** Above it, the nearest first. */
  ancestors: Ancestor[];
  /** The form on whose address this stands, where it has no answer of its own and takes over this one. */
  form?: { condition: Condition; ancestors: Ancestor[] };
  question: Question;
  answer: Answer;
  /** The English text, where this is in another language. */
  english?: Answer;
  /** The same, where this translation does not keep up with it any more. */
  original?: Answer;
  /** In which languages this question is answered. */
  languages: LanguageTag[];
  text: ParsedAnswer;
  /** What else is answered at this address. */
  answered: InheritedQuestion[];
  lookAlikes: LookAlike[];
  axes: Axis[];
  /** Of other conditions, by `condition/claim`. */
  otherClaims: Map<string, Claim>;
  /** The condition's place among others, by the measures that the text names. */
  ranks: Map<string, Rank | undefined>;
  /** CSL-JSON by citation key. */
  sources: Map<string, unknown>;
  terms: Map<string, { term: { en: string; es?: string }; means: { en: string; es?: string } }>;
  urgentHelp: { en: string; es?: string } | undefined;
}

interface Repositories {
  conditions: ConditionRepository;
  answers: AnswerRepository;
}

/**
 * The published answer of a question: the condition's own, or that of the nearest wider condition.
 * Throws `conditions.not_found`, `answers.not_found`.
 */
export async function loadAnswerPage({
  slug,
  questionId,
  language,
  conditions,
  answers,
}: { slug: string; questionId: string; language: LanguageTag } & Repositories): Promise<AnswerPage> {
  const here = await getCondition({ slug, conditions });
  const above = await conditions.listAncestors(here.id);
  const answered = await listAnsweredWithInherited({ condition: here, ancestors: above, answers });
  const found = answered.find(({ question }) => question.id === questionId);
  if (!found) throw answerNotFound({ questionId });
  const { question, from } = found;
  const condition = from ? await getCondition({ slug: from.slug, conditions }) : here;
  const { answer, languages, english } = await getAnswer({ conditionId: condition.id, questionId, language, answers });
  return {
    condition,
    ancestors: from ? above.slice(above.indexOf(from) + 1) : above,
    ...(from && { form: { condition: here, ancestors: above } }),
    question,
    answer,
    ...originals(english, answer),
    languages,
    answered,
    ...(await loadKnowledge({
      condition,
      short: answer.revision.short,
      text: parseAnswer(answer.revision.body),
      conditions,
    })),
  };
}

/** The page of a condition's own answer: versions stand where they were written. Throws `answers.not_found` for one taken over. */
export async function loadOwnAnswerPage(where: Parameters<typeof loadAnswerPage>[0]): Promise<AnswerPage> {
  const page = await loadAnswerPage(where);
  if (page.form) throw answerNotFound({ questionId: where.questionId });
  return page;
}

/**
 * The page of a condition's own answer, also where there is none yet: an empty one, to write on (`isWritten`).
 * Throws `answers.not_found` for a question that is not in the catalogue, and for a condition that no pack writes about.
 */
export async function loadWritablePage(where: Parameters<typeof loadAnswerPage>[0]): Promise<AnswerPage> {
  const { slug, questionId, language, conditions, answers } = where;
  const condition = await getCondition({ slug, conditions });
  const { id: conditionId } = condition;
  const published = await answers.listPublished(conditionId, questionId);
  if (published.some((answer) => answer.language === language)) return loadOwnAnswerPage(where);
  const question = (await answers.listQuestions()).find(({ id }) => id === questionId);
  if (!question || condition.packId === null) throw answerNotFound({ questionId });
  const english = published.find((answer) => answer.language === 'en');
  const [ancestors, id] = await Promise.all([
    conditions.listAncestors(conditionId),
    answers.findAnswerId({ conditionId, questionId, language }),
  ]);
  return {
    condition,
    ancestors,
    question,
    answer: { id: id ?? newId(), conditionId, questionId, language, revision: unwritten },
    ...(language !== 'en' && english && { english }),
    languages: published.map((answer) => answer.language),
    answered: await listAnsweredWithInherited({ condition, ancestors, answers }),
    ...(await loadKnowledge({ condition, short: '', text: parseAnswer(''), conditions })),
  };
}

/** The same page as it stood at one revision, with the revision before it. Throws `answers.revision_not_found`, too. */
export async function loadRevisionPage({
  number,
  ...where
}: { slug: string; questionId: string; language: LanguageTag; number: number } & Repositories): Promise<{
  page: AnswerPage;
  before: Revision | undefined;
}> {
  const page = await loadOwnAnswerPage(where);
  const { revision, before } = await getRevision({ answer: page.answer, number, answers: where.answers });
  const text = parseAnswer(revision.body);
  const knowledge = await loadKnowledge({
    condition: page.condition,
    short: revision.short,
    text,
    conditions: where.conditions,
  });
  return { page: { ...withText(page, revision), ...knowledge }, before };
}

/** What a text that is not published would stand on: other numbers, and more sources. */
export interface Overlay {
  /** By id: in the place of the condition's own, or new. */
  claims: Readonly<Record<string, Claim>>;
  /** CSL-JSON, each with its key as `id`. */
  sources: readonly { id: string }[];
}

/** The same page with another text, with other numbers and more sources: what a reader would see. */
export async function loadPageWith(
  page: AnswerPage,
  { revision, overlay }: { revision: Revision; overlay: Overlay },
  conditions: ConditionRepository,
): Promise<AnswerPage> {
  const condition = { ...page.condition, claims: withClaims(page.condition.claims, overlay.claims) };
  const text = parseAnswer(revision.body);
  const knowledge = await loadKnowledge({ condition, short: revision.short, text, conditions });
  const sources = new Map([...knowledge.sources, ...overlay.sources.map((csl) => [csl.id, csl] as const)]);
  return { ...withText(page, revision), ...knowledge, condition, sources };
}

const originals = (english: Answer | undefined, answer: Answer): Pick<AnswerPage, 'english' | 'original'> => {
  const original = english && newerOriginal([english], answer);
  return { ...(english && { english }), ...(original && { original }) };
};

/** Another version may render another English text. */
function withText({ original: _, ...page }: AnswerPage, revision: Revision): AnswerPage {
  const answer = { ...page.answer, revision };
  return { ...page, answer, ...originals(page.english, answer) };
}

/** A condition's numbers, with others in their places, and after them those that are new. */
export function withClaims(claims: readonly Claim[], others: Readonly<Record<string, Claim>>): Claim[] {
  const known = new Set(claims.map(({ id }) => id));
  return [
    ...claims.map((claim) => others[claim.id] ?? claim),
    ...Object.values(others).filter(({ id }) => !known.has(id)),
  ];
}

/** What a text and its condition rest on: other claims, sources, glossary terms. */
async function loadKnowledge({
  condition,
  short,
  text,
  conditions,
}: {
  condition: Condition;
  short: string;
  text: ParsedAnswer;
  conditions: ConditionRepository;
}) {
  const inShort = parseAnswer(short);
  const claims = [...inShort.claims, ...text.claims];
  const slugs = [...new Set(claims.flatMap(({ id }) => (id.includes('/') ? [id.split('/')[0]!] : [])))];
  const [namedClaims, lookAlikes, axes, ranks] = await Promise.all([
    conditions.listClaims(slugs),
    conditions.listLookAlikes(condition.id),
    conditions.listAxes(),
    ranksOf(
      condition,
      text.ranks.map(({ id }) => id),
      conditions,
    ),
  ]);
  const otherClaims = new Map([...namedClaims, ...(await listCellClaims({ lookAlikes, conditions }))]);
  const keys = [
    ...[...inShort.citations, ...text.citations].map(({ id }) => id),
    ...[...condition.claims, ...otherClaims.values()].map(({ source }) => source),
    ...axes.flatMap(sourcesOfAxis),
    ...sourcesNamedIn(
      lookAlikes.flatMap(({ rows, together }) => [
        ...rows.flatMap((row) => [row.this, row.other]),
        ...(together ? [together] : []),
      ]),
    ),
  ];
  const termIds = [...inShort.terms, ...text.terms].map(({ id }) => id);
  const [sources, terms, urgentHelp] = await Promise.all([
    conditions.listSources([...new Set(keys)]),
    conditions.listTerms([...new Set(termIds)]),
    conditions.findUrgentHelp(condition.packId),
  ]);
  return { text, otherClaims, ranks, lookAlikes, axes, sources, terms, urgentHelp };
}

/** Asks for the counts of other conditions only where a text ranks its own. */
async function ranksOf(
  { slug, groupId }: Condition,
  measures: readonly string[],
  conditions: ConditionRepository,
): Promise<AnswerPage['ranks']> {
  const named = [...new Set(measures)].filter(isFrequency);
  return new Map(
    await Promise.all(
      named.map(
        async (measure) => [measure, rankOf(slug, await conditions.listCounted(groupId, measure), measure)] as const,
      ),
    ),
  );
}
