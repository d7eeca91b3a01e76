import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { inLanguage, type LanguageTag } from '#platform/i18n/languages.ts';
import { namesOf, type Condition, type ConditionEntry, type LookAlike } from './condition.ts';
import type { Claim } from '#modules/knowledge/index.ts';
import { conditionNotFound, knowledgeHeldByAnotherPack } from './condition.errors.ts';
import { conditionsChanged } from './condition.events.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { createKnowledgeRepository, hashOf, type Knowledge } from './knowledge.repository.ts';

/** The condition at a slug. Throws `conditions.not_found`. */
export async function getCondition({
  slug,
  conditions,
}: {
  slug: string;
  conditions: ConditionRepository;
}): Promise<Condition> {
  const condition = await conditions.findBySlug(slug);
  if (!condition) throw conditionNotFound({ slug });
  return condition;
}

const claimInCell = /:claim\[(?:([a-z0-9-]+)\/)?/gu;

/** Claims of other conditions that the cells of look-alikes write, by `condition/claim`; asks for none where none is named. */
export async function listCellClaims({
  lookAlikes,
  conditions,
}: {
  lookAlikes: readonly LookAlike[];
  conditions: ConditionRepository;
}): Promise<Map<string, Claim>> {
  const slugs = lookAlikes.flatMap(({ other, rows, together }) =>
    [...rows.flatMap((row) => [row.this, row.other]), ...(together ? [together] : [])]
      .flatMap((cell) => Object.values(cell))
      .flatMap((text) => Array.from(text.matchAll(claimInCell), ([, slug]) => slug ?? other.slug)),
  );
  return conditions.listClaims([...new Set(slugs)]);
}

/** What the page of a question is called for this condition: its own wording, or the catalogue's with its name. */
export function titleOfQuestion(
  condition: Pick<Condition, 'names' | 'questionTitles'>,
  question: { id: string; title: { en: string; es?: string } },
  language: LanguageTag,
): string {
  const own = condition.questionTitles[question.id];
  if (own && (own[language as 'es'] || !question.title[language as 'es'])) return inLanguage(own, language).text;
  return inLanguage(question.title, language).text.replaceAll('{condition}', namesOf(condition, language).inSentence);
}

export interface ImportChanges {
  added: string[];
  changed: string[];
  unchanged: string[];
  /** In the atlas from an earlier version of the pack, and not in this one: kept. */
  missing: string[];
}

/**
 * Brings a pack's conditions into the atlas, inside the caller's transaction; says which are new or differ.
 * Running it again changes nothing. Throws `conditions.held_by_another_pack`.
 */
export async function importKnowledge({
  transaction,
  knowledge,
  events,
  clock,
}: {
  transaction: Database;
  knowledge: Knowledge;
  events: Events;
  clock: Clock;
}): Promise<ImportChanges & { idOf: (slug: string) => string }> {
  const repository = createKnowledgeRepository(transaction);
  const { pack } = knowledge;
  await repository.lockImports();

  const slugs = knowledge.conditions.map(({ slug }) => slug);
  const known = new Map((await repository.listKnown(slugs)).map((row) => [row.slug, row]));
  const held = [
    ...(
      await repository.listHeldByOthers(
        'sources',
        pack.id,
        knowledge.sources.map(({ id }) => id),
      )
    ).map((id) => `source ${id}`),
    ...(
      await repository.listHeldByOthers(
        'axes',
        pack.id,
        knowledge.axes.map(({ id }) => id),
      )
    ).map((id) => `axis ${id}`),
    ...(
      await repository.listHeldByOthers(
        'glossary_terms',
        pack.id,
        knowledge.terms.map(({ id }) => id),
      )
    ).map((id) => `term ${id}`),
    ...[...known.values()].filter((row) => row.pack_id !== pack.id).map((row) => `condition ${row.slug}`),
  ];
  if (held.length > 0) throw knowledgeHeldByAnotherPack({ held });

  const now = clock.now();
  await repository.savePack(pack, hashOf(knowledge), now);
  await repository.saveShared(knowledge);

  const ids = new Map(slugs.map((slug) => [slug, known.get(slug)?.id ?? repository.newConditionId()]));
  const idOf = (slug: string) => ids.get(slug)!;
  const changes: ImportChanges = { added: [], changed: [], unchanged: [], missing: [] };
  for (const condition of knowledge.conditions) {
    const pairs = knowledge.lookAlikes.filter(({ conditions }) => conditions.includes(condition.slug));
    const hash = hashOf([condition, pairs]);
    const before = known.get(condition.slug);
    changes[!before ? 'added' : before.content_hash === hash ? 'unchanged' : 'changed'].push(condition.slug);
    if (before?.content_hash !== hash)
      await repository.saveCondition(idOf(condition.slug), pack.id, condition, hash, now);
  }
  const written = [...changes.added, ...changes.changed];
  for (const { slug, parent } of knowledge.conditions)
    if (written.includes(slug)) await repository.setParent(slug, parent);
  if (written.length > 0) await repository.replaceLookAlikes(pack.id, knowledge.lookAlikes, idOf);
  changes.missing = (await repository.listSlugsOfPack(pack.id)).filter((slug) => !ids.has(slug));

  for (let start = 0; start < written.length; start += 500)
    await events.publish(transaction, conditionsChanged, { conditionIds: written.slice(start, start + 500).map(idOf) });
  return { ...changes, idOf };
}

/** Conditions in the order of their names in the reader's language, children below their parent. */
export function sortEntries(
  entries: readonly ConditionEntry[],
  language: LanguageTag,
  compare: (a: string, b: string) => number,
) {
  const byName = [...entries].sort((a, b) => compare(namesOf(a, language).preferred, namesOf(b, language).preferred));
  const present = new Set(entries.map(({ id }) => id));
  const below = (parentId: string | null): ConditionEntry[] =>
    byName
      .filter((entry) =>
        parentId === null ? entry.parentId === null || !present.has(entry.parentId) : entry.parentId === parentId,
      )
      .flatMap((entry) => [entry, ...below(entry.id)]);
  return below(null);
}
