import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { createImportedRepository, conditionsChanged } from '#modules/conditions/index.ts';
import { findCircle } from './hierarchy.ts';
import { createImportRepository, hashOf } from './import.repository.ts';
import { joinTerms } from './join.ts';
import { kindsOfFile } from './kinds.files.ts';
import { orphanetSource, preferredOf, toImportedCondition } from './imported-condition.ts';
import type { OpenFile, Reading, Reject } from './reading.ts';
import { slugFor } from './slug.ts';
import { peek } from './source.files.ts';
import { fileOfAnotherKind, hierarchyInCircle, tooMuchWithdrawn } from './vocabulary.errors.ts';
import { vocabularies, type Statement, type VocabularyId } from './vocabulary.ts';

/** What one file brought. */
export interface FileReport {
  file: string;
  part: string;
  version: string | undefined;
  added: number;
  changed: number;
  unchanged: number;
  withdrawn: number;
  /** Left out on purpose, by their kind. */
  skipped: Record<string, number>;
  /** Named by the file and known to none. */
  unknown: { count: number; examples: string[] };
}

export interface VocabularyReport {
  files: FileReport[];
  rejects: Reject[];
  conditions: { added: number; changed: number; folded: number };
  /** Two conditions that are one by a mapping, and that people already write about both: left as they are. */
  keptApart: string[];
  /** Terms whose exact mappings lead to several: joined with none. */
  ambiguous: string[];
}

/** From here on the database counts its rows anew at once; the embedded one never does it by itself. */
const manyRows = 1000;

/** Statements written at once. */
const batch = 500;

/**
 * Reads files of one vocabulary and brings them into the atlas, in one transaction: all of it, or nothing. Running it
 * again changes nothing; a later release changes what differs, and marks what is gone.
 * @throws CairnError `vocabularies.file_…`, `.hierarchy_in_circle`, `.too_much_withdrawn`
 */
export function importVocabulary({
  vocabulary,
  files,
  allowWithdrawn = false,
  remake = false,
  database,
  events,
  clock,
  onProgress,
  afterwards,
}: {
  vocabulary: VocabularyId;
  files: readonly OpenFile[];
  /** A file may lack more than a twentieth of what it had. */
  allowWithdrawn?: boolean;
  /** Makes every condition anew from what is kept, also where the files say what they said before: after an update of Cairn. */
  remake?: boolean;
  database: Database;
  events: Events;
  clock: Clock;
  onProgress?: (file: string, statements: number) => void;
  /** In the same transaction, when anything was written. */
  afterwards: (transaction: Database) => Promise<void>;
}): Promise<VocabularyReport> {
  return database.transaction().execute(async (transaction) => {
    const repository = createImportRepository(transaction);
    await createImportedRepository(transaction).lockImports();
    const rejects: Reject[] = [];
    const reports: FileReport[] = [];
    const changed = new Set<string>();
    for (const file of files) {
      const report = await importFile({
        vocabulary,
        file,
        allowWithdrawn,
        repository,
        clock,
        rejects,
        changed,
        onProgress,
      });
      reports.push(report);
    }
    for (const report of reports) report.unknown = await repository.listUnknown(`${vocabulary}/${report.part}`, 5);
    const report: VocabularyReport = {
      files: reports,
      rejects,
      conditions: { added: 0, changed: 0, folded: 0 },
      keptApart: [],
      ambiguous: [],
    };
    // symptoms stand on pages, but are no condition
    if (remake || (changed.size > 0 && vocabulary !== 'hpo'))
      await settle({ transaction, changed: remake ? 'all' : changed, events, clock, report });
    if (changed.size > manyRows) {
      await repository.countRows();
      await createImportedRepository(transaction).countRows();
    }
    if (remake || changed.size > 0) await afterwards(transaction);
    return report;
  });
}

async function importFile({
  vocabulary,
  file: given,
  allowWithdrawn,
  repository,
  clock,
  rejects,
  changed,
  onProgress,
}: {
  vocabulary: VocabularyId;
  file: OpenFile;
  allowWithdrawn: boolean;
  repository: ReturnType<typeof createImportRepository>;
  clock: Clock;
  rejects: Reject[];
  changed: Set<string>;
  onProgress: ((file: string, statements: number) => void) | undefined;
}): Promise<FileReport> {
  const { start, file } = await peek(given);
  const kinds = kindsOfFile[vocabulary];
  const kind = kinds.find((each) => each.part(start));
  if (!kind) throw fileOfAnotherKind(file.name, kinds.map(({ description }) => description).join('; '));
  const name = kind.part(start)!;
  const part = `${vocabulary}/${name}`;
  const report: FileReport = {
    file: file.name,
    part: name,
    version: undefined,
    added: 0,
    changed: 0,
    unchanged: 0,
    withdrawn: 0,
    skipped: {},
    unknown: { count: 0, examples: [] },
  };
  let released: string | undefined;
  const reading: Reading = {
    file: file.name,
    reject: (line, reason) => void rejects.push({ file: file.name, line, reason }),
    version(version, day) {
      report.version ??= version;
      released ??= day;
    },
    skip: (what) => void (report.skipped[what] = (report.skipped[what] ?? 0) + 1),
  };

  const before = await repository.listHashes(part);
  const seen = new Map<string, string>();
  const parentsOf = new Map<string, readonly string[]>();
  let waiting: (Statement & { hash: string })[] = [];
  const write = async () => {
    await repository.saveStatements(part, waiting, true);
    waiting = [];
  };
  let count = 0;
  for await (const statement of kind.read(file, reading)) {
    const { termId, parents } = statement;
    if (++count % batch === 0) onProgress?.(file.name, count);
    if (seen.has(termId)) {
      // the same term twice in one file: what stands later is the one that is kept
      reading.skip('terms that the file has twice');
      waiting = waiting.filter((each) => each.termId !== termId);
    }
    const hash = hashOf(statement);
    const known = before.get(termId);
    if (parents && parents.length > 0) parentsOf.set(termId, parents);
    if (!seen.has(termId))
      report[!known || known.withdrawn ? 'added' : known.hash === hash ? 'unchanged' : 'changed']++;
    seen.set(termId, hash);
    if (known && known.hash === hash && !known.withdrawn) continue;
    changed.add(termId);
    waiting.push({ ...statement, hash });
    if (waiting.length >= batch) await write();
  }
  await write();
  onProgress?.(file.name, count);
  const circle = findCircle(parentsOf);
  if (circle) throw hierarchyInCircle(file.name, circle);
  if (count === 0) throw fileOfAnotherKind(file.name, kinds.map(({ description }) => description).join('; '));

  const gone = [...before]
    .filter(([termId, { withdrawn }]) => !withdrawn && !seen.has(termId))
    .map(([termId]) => termId);
  const live = [...before.values()].filter(({ withdrawn }) => !withdrawn).length;
  if (!allowWithdrawn && gone.length > Math.max(20, live / 20)) throw tooMuchWithdrawn(file.name, gone.length, live);
  const now = clock.now();
  await repository.withdraw(part, gone, report.version ?? now.toISOString().slice(0, 10));
  for (const termId of gone) changed.add(termId);
  report.withdrawn = gone.length;
  await repository.savePart({
    vocabulary,
    part: name,
    version: report.version ?? null,
    released: released ?? null,
    statements: seen.size,
    imported_at: now,
  });
  return report;
}

/** Makes conditions of terms: which are one, what each is called, where it stands. */
async function settle({
  transaction,
  changed,
  events,
  clock,
  report,
}: {
  transaction: Database;
  changed: ReadonlySet<string> | 'all';
  events: Events;
  clock: Clock;
  report: VocabularyReport;
}): Promise<void> {
  const repository = createImportRepository(transaction);
  const imported = createImportedRepository(transaction);
  const now = clock.now();
  const parts = await repository.listParts();
  const orphanet = parts.find(({ vocabulary }) => vocabulary === 'orphanet');
  const year = Number((orphanet?.released ?? now.toISOString()).slice(0, 4));
  if (orphanet) await imported.saveSource(orphanetSource, sourceOf(orphanet, year));

  const conditionOf = await repository.listConditions();
  const { groups, ambiguous } = joinTerms({
    terms: await repository.listJoinTerms(),
    packCodes: await imported.listPackCodes(),
    conditionOf,
  });
  report.ambiguous = ambiguous;
  const folds = await foldDoubles(groups, conditionOf, imported, report);

  const slugs = await imported.listSlugs();
  const touched: string[] = [];
  const due = groups.filter(
    ({ termIds, conditionId }) =>
      changed === 'all' ||
      conditionId === undefined ||
      termIds.some((termId) => changed.has(termId) || conditionOf.get(termId) !== conditionId) ||
      folds.has(conditionId),
  );
  for (let start = 0; start < due.length; start += batch) {
    const chunk = due.slice(start, start + batch);
    const statements = await repository.listStatements(chunk.flatMap(({ termIds }) => termIds));
    const conditions = chunk.flatMap(({ termIds, conditionId }) => {
      const terms = termIds.flatMap((termId) => statements.get(termId) ?? []);
      const preferred = preferredOf(terms);
      if (!preferred) return [];
      const slug = conditionId ? undefined : slugFor(preferred.taken, preferred.termId, (each) => slugs.has(each));
      if (slug) slugs.add(slug);
      report.conditions[conditionId ? 'changed' : 'added']++;
      return [{ termIds, condition: toImportedCondition(conditionId ?? imported.newConditionId(), slug, terms, year) }];
    });
    await imported.save(
      conditions.map(({ condition }) => condition),
      now,
    );
    await repository.saveConditionOf(
      conditions.flatMap(({ termIds, condition }) => termIds.map((termId) => ({ termId, conditionId: condition.id }))),
    );
    touched.push(...conditions.map(({ condition }) => condition.id));
  }
  for (let start = 0; start < touched.length; start += batch)
    await events.publish(transaction, conditionsChanged, { conditionIds: touched.slice(start, start + batch) });
}

/**
 * Terms that were two conditions and are one now: the address of the second leads to the first. Where people already
 * write about the second, both stay, and the report says so.
 */
async function foldDoubles(
  groups: { termIds: string[]; conditionId?: string }[],
  conditionOf: ReadonlyMap<string, string>,
  imported: ReturnType<typeof createImportedRepository>,
  report: VocabularyReport,
): Promise<Set<string>> {
  const stays = new Set(groups.flatMap(({ conditionId }) => conditionId ?? []));
  const doubles = groups.flatMap(({ termIds, conditionId }) =>
    termIds.flatMap((termId) => {
      const old = conditionOf.get(termId);
      return conditionId && old && old !== conditionId && !stays.has(old)
        ? [{ termId, from: old, into: conditionId }]
        : [];
    }),
  );
  const used = await imported.listUsed(doubles.map(({ from }) => from));
  const written = await imported.listWritten(doubles.map(({ from }) => from));
  const folded = new Set<string>();
  for (const { termId, from, into } of doubles) {
    if (used.has(from) || written.has(from)) {
      report.keptApart.push(termId);
      const group = groups.find(({ termIds }) => termIds.includes(termId))!;
      group.termIds = group.termIds.filter((each) => each !== termId);
      continue;
    }
    await imported.fold(from, into);
    folded.add(into);
    report.conditions.folded++;
  }
  return folded;
}

/** How Orphanet asks to be cited (https://www.orphadata.com/legal-notice/), as CSL-JSON. */
function sourceOf({ version, released }: { version: string | null; released: string | null }, year: number) {
  const { name, url } = vocabularies.orphanet;
  return {
    id: orphanetSource,
    type: 'dataset',
    title: `ORPHApackets${version ? `, version ${version}` : ''}`,
    author: [{ literal: name }],
    publisher: 'INSERM',
    issued: { 'date-parts': [(released ?? `${year}`).split('-').map(Number)] },
    URL: url,
  };
}
