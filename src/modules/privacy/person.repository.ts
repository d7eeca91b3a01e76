import { sql, type RawBuilder } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { personalData } from './personal-data.ts';
import { isPersonal, type Erasure, type Found, type Section } from './register.ts';

/** Somebody, by everything that rows may know them by. */
export interface Person {
  accountId: string;
  email: string;
  /** Undefined for those who signed in and never joined, as staff may. */
  memberId: string | undefined;
  /** Keys of their limits and read budgets: hashes that only today's salts tell. */
  limitKeys: readonly string[];
  readerKeys: readonly string[];
}

const tableOf = (name: string) => sql.table(name);

/** The condition under which a row is this person's; undefined if there can be none. */
function isTheirs({ column, holds }: Found, person: Person): RawBuilder<boolean> | undefined {
  const at = sql.ref(`t.${column}`);
  switch (holds) {
    case 'account':
      return sql<boolean>`${at} = ${person.accountId}::uuid`;
    case 'member':
      return person.memberId === undefined ? undefined : sql<boolean>`${at} = ${person.memberId}::uuid`;
    case 'email':
      return sql<boolean>`lower(${at}) = ${person.email}`;
    case 'the key of a limit':
      return oneOf(at, person.limitKeys);
    case 'today’s key of a reader':
      return oneOf(at, person.readerKeys);
    case 'a text that names them': {
      const ids = [person.accountId, ...(person.memberId === undefined ? [] : [person.memberId])];
      const named = ids.map((id) => sql<boolean>`strpos(lower(${at}::text), ${id}) > 0`);
      return sql<boolean>`(${sql.join([...named, sql`${at}::text ~* ${wholeAddress(person.email)}`], sql` or `)})`;
    }
  }
}

const oneOf = (at: RawBuilder<unknown>, keys: readonly string[]) =>
  keys.length === 0 ? undefined : sql<boolean>`${at} in (${sql.join(keys)})`;

/** `ana@example.org` in a text, but not in `joana@example.org`. */
const wholeAddress = (email: string) =>
  `(^|[^[:alnum:]._%+-])${email.replace(/[!-/:-@[-`{-~]/gu, String.raw`\$&`)}($|[^[:alnum:]-])`;

export type PersonRepository = ReturnType<typeof createPersonRepository>;

/** Reads and erases a person as the register says: the only SQL that knows no table by name. */
export function createPersonRepository(db: Database) {
  async function erase(table: string, erasure: Erasure, person: Person, keepsExperiences: boolean): Promise<void> {
    const theirs = isTheirs(erasure.found, person);
    if (!theirs) return;
    if (erasure.does === 'delete' || (erasure.does === 'as they chose' && !keepsExperiences)) {
      await sql`delete from ${tableOf(table)} as t where ${theirs}`.execute(db);
      return;
    }
    const sets = sql.join(erasure.sets.map((column) => sql`${sql.ref(column)} = null`));
    await sql`update ${tableOf(table)} as t set ${sets} where ${theirs}`.execute(db);
  }

  return {
    /** All rows of one part of the export, in no promised order beyond the table's own. */
    async listSection(table: string, section: Section, person: Person): Promise<Record<string, unknown>[]> {
      const theirs = isTheirs(section.found, person);
      if (!theirs) return [];
      const columns = Object.keys(section.fields).map((column) => sql.ref(`t.${column}`));
      const { rows } = await sql<Record<string, unknown>>`
        select ${sql.join(columns)} from ${tableOf(table)} as t where ${theirs} order by ctid`.execute(db);
      return rows;
    },

    /** Erases everything, in the order of the register. Twice is as good as once. */
    async erase(person: Person, { keepsExperiences }: { keepsExperiences: boolean }): Promise<void> {
      for (const [table, entry] of Object.entries(personalData))
        if (isPersonal(entry))
          for (const erasure of entry.erased) await erase(table, erasure, person, keepsExperiences);
    },
  };
}
