import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { jsonb } from '#platform/db/jsonb.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Localised } from '#platform/i18n/languages.ts';
import { reconciled, type Claim } from '#modules/knowledge/index.ts';
import { foldName, type ConditionCode } from './condition.ts';
import type { ConditionTables } from './condition.tables.ts';
import { firstOfVocabulary } from './knowledge.repository.ts';
import { createSourceEditRepository } from './source-edit.repository.ts';

/** What vocabularies say of one condition. For a condition that a pack wrote, only names and codes are taken from it. */
export interface ImportedCondition {
  id: string;
  /** Of a new condition. An old one keeps the address it has. */
  slug?: string;
  preferred: { name: string; vocabulary: string };
  /** Other names, of the language they are in. */
  names: { language: string; name: string; vocabulary: string }[];
  codes: (Pick<ConditionCode, 'system' | 'code' | 'relation'> & { vocabulary: string })[];
  claims: Claim[];
  summary: Localised;
  /** Whether people look for it by its letter. */
  listed: boolean;
}

const chunksOf = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) => items.slice(index * size, (index + 1) * size));

/** Writes conditions that vocabularies list. Every function is handed a transaction. */
export function createImportedRepository(transaction: Database) {
  const trx = transaction.withTables<ConditionTables>();

  /** Many rows in one statement: each column travels as one array. */
  async function insert(table: 'condition_names' | 'condition_codes' | 'claims' | 'conditions', rows: object[]) {
    for (const chunk of chunksOf(rows, 2000))
      await sql`insert into ${sql.table(table)} (${sql.join(Object.keys(chunk[0]!).map((column) => sql.ref(column)))})
        select ${sql.join(Object.keys(chunk[0]!).map((column) => sql.ref(`r.${column}`)))}
        from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(chunk)}::jsonb) r`.execute(trx);
  }

  return {
    newConditionId: newId,

    /** One import at a time: the second waits for the first. */
    async lockImports(): Promise<void> {
      await sql`select pg_advisory_xact_lock(hashtext('cairn.import'))`.execute(trx);
    },

    /** Every address that leads somewhere, now or from before. */
    async listSlugs(): Promise<Set<string>> {
      const { rows } = await sql<{ slug: string }>`
        select slug from conditions union select slug from former_slugs`.execute(trx);
      return new Set(rows.map(({ slug }) => slug));
    },

    /** Exact codes of Mondo and Orphanet that packs wrote, and the conditions they mean. */
    async listPackCodes(): Promise<Map<string, string>> {
      const rows = await trx
        .selectFrom('condition_codes as k')
        .innerJoin('conditions as c', 'c.id', 'k.condition_id')
        .select(['k.code', 'c.id'])
        .where('c.pack_id', 'is not', null)
        .where('k.vocabulary', 'is', null)
        .where('k.relation', '=', 'exact')
        .where('k.system', 'in', ['MONDO', 'ORPHA'])
        .orderBy('c.slug')
        .execute();
      return new Map(rows.map(({ code, id }) => [code, id]));
    },

    /** What one vocabulary's numbers cite; a mark of the site stays upon it. */
    async saveSource(id: string, brought: object): Promise<void> {
      const edit = (await createSourceEditRepository(transaction).list([id])).get(id);
      const csl = edit ? reconciled({ ...brought, id }, edit).csl : brought;
      await trx
        .insertInto('sources')
        .values({ id, pack_id: null, position: 0, csl: jsonb(csl) })
        .onConflict((conflict) => conflict.column('id').doUpdateSet({ csl: jsonb(csl) }))
        .execute();
    },

    /** Writes these conditions as the vocabularies have them now. */
    async save(conditions: readonly ImportedCondition[], now: Date): Promise<void> {
      if (conditions.length === 0) return;
      const ids = conditions.map(({ id }) => id);
      const written = new Set(
        (
          await trx
            .selectFrom('conditions')
            .select('id')
            .where('id', 'in', ids)
            .where('pack_id', 'is not', null)
            .execute()
        ).map(({ id }) => id),
      );
      await insert(
        'conditions',
        conditions
          .filter(({ slug }) => slug !== undefined)
          .map(({ id, slug, summary, listed }) => ({
            id,
            slug,
            pack_id: null,
            kind: 'disorder',
            group_id: null,
            parent_id: null,
            summary,
            question_titles: {},
            axis_places: [],
            content_hash: '',
            updated_at: now,
            listed,
          })),
      );
      const old = conditions.filter(({ id, slug }) => slug === undefined && !written.has(id));
      if (old.length > 0)
        await sql`update conditions c set summary = r.summary, listed = r.listed, updated_at = ${now}
          from jsonb_to_recordset(${JSON.stringify(old.map(({ id, summary, listed }) => ({ id, summary, listed })))}::jsonb)
            as r (id uuid, summary jsonb, listed boolean)
          where c.id = r.id`.execute(trx);
      for (const table of ['condition_names', 'condition_codes'] as const)
        await trx.deleteFrom(table).where('condition_id', 'in', ids).where('vocabulary', 'is not', null).execute();
      const unwritten = ids.filter((id) => !written.has(id));
      if (unwritten.length > 0) await trx.deleteFrom('claims').where('condition_id', 'in', unwritten).execute();

      const [names, codes] = await heldByPacks([...written]);
      await insert(
        'condition_names',
        conditions.flatMap((condition) => namesOf(condition, written.has(condition.id), names)),
      );
      await insert(
        'condition_codes',
        conditions.flatMap((condition) => codesOf(condition, codes)),
      );
      await insert(
        'claims',
        conditions
          .filter(({ id }) => !written.has(id))
          .flatMap(({ id, claims }) =>
            claims.map(({ interval, source, method, ...claim }, position) => ({
              ...claim,
              condition_id: id,
              position,
              interval_kind: interval,
              source_key: source,
              method: method ?? null,
            })),
          ),
      );
    },

    /**
     * Two conditions turned out to be one: the second's address leads to the first from now on, and the second goes.
     * Nothing of people is on it (`listUsed`).
     */
    async fold(from: string, into: string): Promise<void> {
      await sql`update former_slugs set condition_id = ${into} where condition_id = ${from}`.execute(trx);
      await sql`insert into former_slugs (slug, condition_id) select slug, ${into} from conditions where id = ${from}`.execute(
        trx,
      );
      await trx.deleteFrom('conditions').where('id', '=', from).execute();
    },

    /**
     * Which of these conditions something rests on that would not go with them: answers, people, experiences, whatever
     * there will be. The database itself knows.
     */
    async listUsed(ids: readonly string[]): Promise<Set<string>> {
      const used = new Set<string>();
      if (ids.length === 0) return used;
      const { rows } = await sql<{ relation: string; attribute: string }>`
        select k.conrelid::regclass::text as relation, a.attname as attribute
        from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
        where k.contype = 'f' and k.confrelid = 'conditions'::regclass and k.confdeltype in ('a', 'r')`.execute(trx);
      for (const { relation, attribute } of rows) {
        const found = await sql<{ id: string }>`
          select distinct ${sql.ref(attribute)} as id from ${sql.table(relation)}
          where ${sql.ref(attribute)} = any(${[...ids]}::uuid[])`.execute(trx);
        for (const { id } of found.rows) used.add(id);
      }
      return used;
    },

    /** After many rows are new: how many there are decides how the database looks for them. */
    async countRows(): Promise<void> {
      await sql`analyze conditions, condition_names, condition_codes, claims`.execute(trx);
    },

    /** Whether a pack wrote each of these conditions. */
    async listWritten(ids: readonly string[]): Promise<Set<string>> {
      if (ids.length === 0) return new Set();
      const rows = await trx
        .selectFrom('conditions')
        .select('id')
        .where('id', 'in', ids)
        .where('pack_id', 'is not', null)
        .execute();
      return new Set(rows.map(({ id }) => id));
    },
  };

  /** Names and codes that packs gave: theirs stand, and a vocabulary adds no second. */
  async function heldByPacks(ids: readonly string[]): Promise<[Map<string, Set<string>>, Map<string, Set<string>>]> {
    const names = new Map<string, Set<string>>();
    const codes = new Map<string, Set<string>>();
    if (ids.length === 0) return [names, codes];
    const add = (to: Map<string, Set<string>>, id: string, value: string) =>
      to.set(id, (to.get(id) ?? new Set()).add(value));
    for (const row of await trx
      .selectFrom('condition_names')
      .select(['condition_id', 'folded'])
      .where('condition_id', 'in', ids)
      .execute())
      add(names, row.condition_id, row.folded);
    for (const row of await trx
      .selectFrom('condition_codes')
      .select(['condition_id', 'system', 'code', 'relation'])
      .where('condition_id', 'in', ids)
      .execute()) {
      add(codes, row.condition_id, `${row.system} ${row.code}`);
      if (row.relation === 'exact' && (row.system === 'MONDO' || row.system === 'ORPHA'))
        add(codes, row.condition_id, `${row.system} exact`);
    }
    return [names, codes];
  }
}

function namesOf(
  { id, preferred, names }: ImportedCondition,
  isWritten: boolean,
  held: ReadonlyMap<string, ReadonlySet<string>>,
) {
  const seen = new Set(held.get(id));
  const row = { condition_id: id, in_sentence: null as string | null };
  const rows: object[] = [];
  if (!isWritten) {
    rows.push({
      ...row,
      language: 'en',
      kind: 'preferred',
      position: 0,
      name: capitalised(preferred.name),
      in_sentence: preferred.name,
      vocabulary: preferred.vocabulary,
      folded: foldName(preferred.name),
    });
    seen.add(foldName(preferred.name));
  }
  const others = isWritten ? [{ language: 'en', ...preferred }, ...names] : names;
  for (const { language, name, vocabulary } of others) {
    const folded = foldName(name);
    if (seen.has(folded)) continue;
    seen.add(folded);
    rows.push({
      ...row,
      language,
      kind: 'synonym',
      position: firstOfVocabulary + rows.length,
      name,
      vocabulary,
      folded,
    });
  }
  return rows;
}

/** Mondo writes all names small; a heading begins with a capital, unless its first word has one inside (tRNA). */
const capitalised = (name: string): string =>
  /^\p{Ll}+\b(?!-?\p{Lu})/u.test(name) ? name[0]!.toUpperCase() + name.slice(1) : name;

const codesOf = ({ id, codes }: ImportedCondition, held: ReadonlyMap<string, ReadonlySet<string>>) =>
  [...new Map(codes.map((code) => [`${code.system} ${code.code}`, code])).values()]
    .filter(({ system, code, relation }) => {
      const own = held.get(id);
      return !own?.has(`${system} ${code}`) && !(relation === 'exact' && own?.has(`${system} exact`));
    })
    .map(({ system, code, relation, vocabulary }, index) => ({
      condition_id: id,
      system,
      code,
      relation,
      source_key: null,
      position: firstOfVocabulary + index,
      vocabulary,
    }));
