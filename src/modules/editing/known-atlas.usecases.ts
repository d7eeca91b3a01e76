import { comparePath, type Condition, type ConditionRepository } from '#modules/conditions/index.ts';
import { parseAnswer, type AnswerRepository } from '#modules/answers/index.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import type { Known } from '#modules/packs/index.ts';

type KnownCondition = Known['conditions'] extends ReadonlyMap<string, infer One> ? One : never;

/** What a text may refer to, asked of the atlas: no more of it than the text names. */
export async function knownFor(
  {
    condition,
    short,
    body,
    newSources,
  }: { condition: Condition; short: string; body: string; newSources: readonly string[] },
  { conditions, answers }: { conditions: ConditionRepository; answers: AnswerRepository },
): Promise<Known> {
  const mentions = [short, body].map(parseSafely);
  const keys = mentions.flatMap(({ citations }) => citations);
  const terms = mentions.flatMap(({ terms }) => terms);
  const named = mentions.flatMap(({ claims }) => claims.flatMap((id) => (id.includes('/') ? [id.split('/')[0]!] : [])));
  const linked = [...`${short}\n${body}`.matchAll(/\/conditions\/([a-z0-9-]+)/gu)].map(([, slug]) => slug!);
  // a rank compares with those of the same group
  const peers = body.includes(':rank') ? await peersOf(condition, conditions) : [];
  const slugs = [...new Set([...named, ...linked, ...peers])].filter((slug) => slug !== condition.slug);
  const [others, sources, glossary, questions, axes, pairs] = await Promise.all([
    Promise.all(slugs.map((slug) => conditions.findBySlug(slug))),
    conditions.listSources([...new Set(keys)]),
    conditions.listTerms([...new Set(terms)]),
    answers.listQuestions(),
    conditions.listAxes(),
    conditions.listPairs(),
  ]);
  const all = [condition, ...others.flatMap((each) => each ?? [])];
  const slugOf = new Map(all.map(({ id, slug }) => [id, slug]));
  return {
    languages: new Set(realLanguages),
    groups: undefined,
    features: undefined,
    sources: new Set([...sources.keys(), ...newSources]),
    questions: new Set(questions.map(({ id }) => id)),
    axes: new Map(axes.map(({ id, values }) => [id, new Set(values.map((value) => value.id))])),
    terms: new Map([...glossary].map(([id, { means }]) => [id, new Set(Object.keys(means))])),
    conditions: new Map(all.map((each) => [each.slug, asInAPack(each, slugOf)])),
    paired: new Set(pairs.flat()),
    comparisons: new Set(pairs.map(([one, other]) => comparePath(one, other))),
  };
}

/** What a text names; of one that cannot be parsed nothing, since the check says so. */
function parseSafely(text: string): { citations: string[]; terms: string[]; claims: string[] } {
  try {
    const { citations, terms, claims } = parseAnswer(text);
    const ids = (mentions: readonly { id: string }[]) => mentions.map(({ id }) => id);
    return { citations: ids(citations), terms: ids(terms), claims: ids(claims) };
  } catch {
    return { citations: [], terms: [], claims: [] };
  }
}

async function peersOf({ groupId }: Condition, conditions: ConditionRepository): Promise<string[]> {
  const measures = ['point-prevalence', 'lifetime-prevalence', 'incidence', 'birth-prevalence'] as const;
  const counted = await Promise.all(measures.map((measure) => conditions.listCounted(groupId, measure)));
  return counted.flat().map(({ slug }) => slug);
}

/** As its file in a pack would say it. */
function asInAPack(condition: Condition, slugOf: ReadonlyMap<string, string>): KnownCondition {
  const names = Object.entries(condition.names).map(([language, { inSentence, ...of }]) => [
    language,
    { ...of, 'in-sentence': inSentence },
  ]);
  const here = { line: 1 };
  const { parentId } = condition;
  return {
    located: {
      file: `conditions/${condition.slug}/condition.yaml`,
      value: {
        kind: condition.kind,
        group: condition.groupId,
        parent: parentId && (slugOf.get(parentId) ?? parentId),
        names: Object.fromEntries(names) as unknown,
      },
      placeOf: () => here,
      placeOfWords: () => here,
    },
    claims: new Map(
      condition.claims.map(({ id, value, low, high, counted, ...claim }) => [
        id,
        { ...claim, counted, value: value ?? undefined, low: low ?? undefined, high: high ?? undefined },
      ]),
    ),
  };
}
