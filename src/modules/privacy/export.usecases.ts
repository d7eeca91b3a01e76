import { namesOf, type ConditionEntry } from '#modules/conditions/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { type PersonExport } from './export.schemas.ts';
import { createLeavingRepository } from './leaving.repository.ts';
import { personalData } from './personal-data.ts';
import { createPersonRepository, type Person } from './person.repository.ts';
import { isPersonal, nameOfField, type Section } from './register.ts';
import { noSuchAccount } from './privacy.errors.ts';

export interface ExportServices {
  database: Database;
  clock: Clock;
  listConditions(ids: readonly string[]): Promise<ConditionEntry[]>;
}

/** All parts of the export that the register names, with their tables. */
export const listSections = (): { table: string; section: Section }[] =>
  Object.entries(personalData).flatMap(([table, entry]) =>
    isPersonal(entry) ? entry.exported.map((section) => ({ table, section })) : [],
  );

/**
 * Everything about one person, as it is at one moment.
 * @throws CairnError `privacy.no_such_account` when it is gone by now.
 */
export async function makeExport(
  { accountId, language, site }: { accountId: string; language: LanguageTag; site: { name: string; address: string } },
  { database, clock, listConditions }: ExportServices,
): Promise<PersonExport> {
  const parts = await database
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (transaction) => {
      const account = await createLeavingRepository(transaction).find(accountId);
      if (!account) throw noSuchAccount();
      const person: Person = { ...account, limitKeys: [], readerKeys: [] };
      const repository = createPersonRepository(transaction);
      const read = [];
      for (const { table, section } of listSections())
        read.push({ section, rows: await repository.listSection(table, section, person) });
      return read;
    });

  const conditionIds = parts.flatMap(({ section, rows }) =>
    Object.entries(section.fields).flatMap(([column, field]) =>
      typeof field === 'string' ? [] : rows.map((row) => String(row[column])),
    ),
  );
  const conditions = new Map((await listConditions([...new Set(conditionIds)])).map((each) => [each.id, each]));
  const nameCondition = (id: unknown) => {
    const condition = conditions.get(String(id));
    return condition && { slug: condition.slug, name: namesOf(condition, language).preferred };
  };

  const written = (row: Record<string, unknown>, { fields }: Section) =>
    Object.fromEntries(
      Object.entries(fields).map(([column, field]) => {
        const value = typeof field === 'string' ? row[column] : nameCondition(row[column]);
        return [nameOfField(field), value instanceof Date ? value.toISOString() : value];
      }),
    );
  const sections = Object.fromEntries(
    parts.map(({ section, rows }) => {
      const all = rows.map((row) => written(row, section));
      return [section.name, section.single ? (all[0] ?? null) : all];
    }),
  );
  // The schema is checked by the tests, for every field of the register: here it would only cost time.
  return {
    format: 'cairn-export',
    version: 1,
    schema: `${site.address}/me/export/schema.json`,
    site,
    madeAt: clock.now().toISOString(),
    ...sections,
  } as PersonExport;
}
