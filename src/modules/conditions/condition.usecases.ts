import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { inLanguage, type LanguageTag } from '#platform/i18n/languages.ts';
import { namesOf, type Condition, type ConditionEntry, type LookAlike } from './condition.ts';
import type { Claim } from '#modules/knowledge/index.ts';
import { conditionNotFound, knowledgeHeldByAnotherPack } from './condition.errors.ts';
import { conditionsChanged } from './condition.events.ts';
import type { ConditionRepository } from './condition.repository.ts';
import { keepMarks } from './source-edit.usecases.ts';
import { createKnowledgeRepository, hashOf, type ClaimEdit, type Knowledge } from './knowledge.repository.ts';

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
  /** Numbers that the site and, since then, the pack changed (`dystonia/prevalence-steeves-2012`): somebody is to decide. */
  keptClaims: string[];
  /** Sources that the site and, since then, the pack marked otherwise (`@albanese2025`): somebody is to decide. */
  keptSources: string[];
}

/** Whether an import takes what the pack says of a name in its report, where the site changed it, too. */
export type Takes = (name: string) => boolean;

/**
 * Brings a pack's conditions into the atlas, inside the caller's transaction; says which are new or differ.
 * Running it again changes nothing. Throws `conditions.held_by_another_pack`.
 */
export async function importKnowledge({
  transaction,
  knowledge,
  events,
  clock,
  takes = () => false,
}: {
  transaction: Database;
  knowledge: Knowledge;
  events: Events;
  clock: Clock;
  /** Of which numbers and sources the pack's stand where the site and, since then, the pack changed them. */
  takes?: Takes;
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
    ...[...known.values()]
      .filter((row) => row.pack_id !== pack.id && row.pack_id !== null)
      .map((row) => `condition ${row.slug}`),
  ];
  if (held.length > 0) throw knowledgeHeldByAnotherPack({ held });

  const now = clock.now();
  await repository.savePack(pack, hashOf(knowledge), now);
  const marked = await keepMarks(knowledge.sources, { transaction, takes, clock });
  await repository.saveShared({ ...knowledge, sources: marked.sources });

  const taken = await takeOver(knowledge, known, repository);
  const ids = new Map(
    slugs.map((slug) => [slug, known.get(slug)?.id ?? taken.get(slug) ?? repository.newConditionId()]),
  );
  const idOf = (slug: string) => ids.get(slug)!;
  const changes: ImportChanges = {
    added: [],
    changed: [],
    unchanged: [],
    missing: [],
    keptClaims: [],
    keptSources: [],
  };
  changes.keptSources.push(...marked.conflicts);
  const edits = await repository.listClaimEdits([...ids.values()]);
  for (const condition of knowledge.conditions) {
    const pairs = knowledge.lookAlikes.filter(({ conditions }) => conditions.includes(condition.slug));
    const hash = hashOf([condition, pairs]);
    const before = known.get(condition.slug);
    const id = idOf(condition.slug);
    // also where the pack is as before: what nobody has decided is told again
    const { edited, took } = await withEdits(condition, edits.get(id) ?? [], { repository, idOf, changes, takes });
    const differs = before?.content_hash !== hash || took;
    changes[!before ? 'added' : differs ? 'changed' : 'unchanged'].push(condition.slug);
    if (differs) await repository.saveCondition(id, pack.id, edited, hash, now);
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

/** What a pack says of a condition, with the numbers that were changed on the site in their places. */
async function withEdits(
  condition: Knowledge['conditions'][number],
  edits: readonly ClaimEdit[],
  {
    repository,
    idOf,
    changes,
    takes,
  }: {
    takes: Takes;
    repository: ReturnType<typeof createKnowledgeRepository>;
    idOf: (slug: string) => string;
    changes: Pick<ImportChanges, 'keptClaims'>;
  },
): Promise<{ edited: Knowledge['conditions'][number]; took: boolean }> {
  let took = false;
  const claims = [...condition.claims];
  for (const { before, claim } of edits) {
    const at = claims.findIndex(({ id }) => id === claim.id);
    const packs = claims[at];
    if (!packs) {
      // new on the site: the pack has yet to hear of it
      if (before === null) claims.push(claim);
      continue;
    }
    const conflict = !sameClaim(packs, claim) && (before === null || !sameClaim(packs, before));
    const name = `${condition.slug}/${claim.id}`;
    if (conflict) changes.keptClaims.push(name);
    const taken = conflict && takes(name);
    took ||= taken;
    if (sameClaim(packs, claim) || taken) await repository.forgetClaimEdit(idOf(condition.slug), claim.id);
    else claims[at] = claim;
  }
  return { edited: { ...condition, claims }, took };
}

const sameClaim = (one: Claim, other: Claim): boolean => sorted(one) === sorted(other);
const sorted = (claim: Claim): string =>
  JSON.stringify(claim, (_, value: unknown) =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );

/** Whoever writes on the site waits here for an import, and an import for them. Before any other lock of knowledge. */
export const waitForImports = (transaction: Database): Promise<void> =>
  createKnowledgeRepository(transaction).lockImports();

/**
 * Writes numbers of a condition as they were changed, or added, on the site, and sources that are new. Returns the numbers as
 * they were; null for one that is new. Inside the caller's transaction, which waits for imports.
 */
export async function editKnowledge({
  transaction,
  condition,
  claims,
  sources,
  events,
  clock,
}: {
  transaction: Database;
  condition: Pick<Condition, 'id' | 'claims'>;
  /** By id; null takes one away that was new on the site. */
  claims: Readonly<Record<string, Claim | null>>;
  sources: readonly { id: string }[];
  events: Events;
  clock: Clock;
}): Promise<Record<string, Claim | null>> {
  const repository = createKnowledgeRepository(transaction);
  await repository.lockImports();
  for (const csl of sources) await repository.addSource(csl);
  const before: Record<string, Claim | null> = {};
  const own = new Map(condition.claims.map((claim) => [claim.id, claim]));
  for (const [id, claim] of Object.entries(claims)) {
    const known = own.get(id) ?? null;
    if (claim === known || (claim && known && sameClaim(known, claim))) continue;
    before[id] = known;
    if (claim) await repository.editClaim(condition.id, known, claim, clock.now());
    else await repository.removeClaim(condition.id, id);
  }
  if (Object.keys(before).length > 0)
    await events.publish(transaction, conditionsChanged, { conditionIds: [condition.id] });
  return before;
}

/**
 * Conditions that so far only vocabularies list, and that the pack now writes about, found by their exact codes: they stay
 * the same conditions, and their old addresses lead to the new ones.
 */
async function takeOver(
  { conditions }: Knowledge,
  known: ReadonlyMap<string, unknown>,
  repository: ReturnType<typeof createKnowledgeRepository>,
): Promise<Map<string, string>> {
  const exact = (condition: Knowledge['conditions'][number]) =>
    condition.codes.filter(({ relation }) => relation === 'exact').map(({ code }) => code);
  const waiting = conditions.filter(({ slug }) => !known.has(slug));
  const unwritten = new Map((await repository.listUnwritten(waiting.flatMap(exact))).map((row) => [row.code, row]));
  const taken = new Map<string, string>();
  for (const condition of waiting) {
    const found = exact(condition).flatMap((code) => unwritten.get(code) ?? [])[0];
    if (!found || [...taken.values()].includes(found.id)) continue;
    taken.set(condition.slug, found.id);
    await repository.keepFormerSlug(found.slug, found.id);
  }
  return taken;
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
