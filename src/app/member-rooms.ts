import { createAccountRepository, createStaffRepository, type AccountServices } from '#modules/accounts/index.ts';
import { shownFrom } from '#modules/atlas/index.ts';
import { getCondition, namesOf, type ConditionEntry, type ConditionRepository } from '#modules/conditions/index.ts';
import {
  createProfileRepository,
  type AccountDoor,
  type ConditionBook,
  type MemberMeans,
  type NamedCondition,
  type ReadPeople,
} from '#modules/members/index.ts';
import { createPersonRepository, type RightsServices } from '#modules/privacy/index.ts';
import { suggestConditions, type SearchRepository } from '#modules/search/index.ts';
import { askerOf } from '#platform/http/asker.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { ReadWithin } from './rights.ts';
import type { Services } from './start.ts';

interface Repositories {
  conditions: ConditionRepository;
  search: SearchRepository;
}

const inLanguageOf = (condition: ConditionEntry, i18n: I18n): NamedCondition => {
  const { preferred, inSentence } = namesOf(condition, i18n.language);
  return { id: condition.id, slug: condition.slug, name: preferred, inSentence };
};

/** Where members look conditions up. */
function conditionBookOf({ conditions, search }: Repositories): ConditionBook {
  const sources = { listConditions: (ids: readonly string[]) => conditions.listByIds(ids) };
  return {
    async search(query, i18n) {
      const hits = await suggestConditions({ query, language: i18n.language, search, sources, limit: 8 });
      return hits.map(({ condition }) => inLanguageOf(condition, i18n));
    },
    async list(ids, i18n) {
      const entries = new Map((await conditions.listByIds(ids)).map((entry) => [entry.id, entry]));
      return ids.flatMap((id) => {
        const entry = entries.get(id);
        return entry ? [inLanguageOf(entry, i18n)] : [];
      });
    },
    find: async (slug, i18n) => inLanguageOf(await getCondition({ slug, conditions }), i18n),
  };
}

/** What members ask of accounts. */
function accountDoorOf({ database }: AccountServices, rights: RightsServices): AccountDoor {
  const accounts = createAccountRepository(database);
  return {
    findLanguage: async (accountId) => (await accounts.find(accountId))?.language,
    setLanguage: (accountId, language) => accounts.setLanguage(accountId, language),
    async removeNew(c, { accountId, email, staffRoles }) {
      if (staffRoles.length > 0) return;
      await database.transaction().execute(async (transaction) => {
        const { limits, readers } = await rights.keysOf(transaction, { accountId, email });
        const person = { accountId, email, memberId: undefined, limitKeys: limits, readerKeys: readers };
        await createPersonRepository(transaction).erase(person, { keepsExperiences: false });
      });
      c.header('set-cookie', rights.endedCookie, { append: true });
    },
    async listStaffNames(exceptAccountId) {
      const staff = await createStaffRepository(database).list();
      const ids = new Set(staff.map(({ accountId }) => accountId).filter((id) => id !== exceptAccountId));
      return createProfileRepository(database).listNames([...ids]);
    },
  };
}

/** What the pages of members are handed, in one language. */
export function memberMeansOf({
  frame,
  services: { config, database, events, clock },
  accounts,
  rights,
  repositories,
}: {
  frame: SiteFrame;
  services: Pick<Services, 'config' | 'database' | 'events' | 'clock'>;
  accounts: AccountServices;
  rights: RightsServices;
  repositories: Repositories;
}): MemberMeans {
  return {
    frame,
    minimumAge: config.minimumAge,
    shownFrom: shownFrom(config.threshold),
    database: database.db,
    events,
    clock,
    conditions: conditionBookOf(repositories),
    accounts: accountDoorOf(accounts, rights),
    languages: realLanguages,
  };
}

/** How many different people one account, and all accounts at one address, may look at in a day. */
export const readPeopleWith =
  (read: ReadWithin): ReadPeople =>
  (c, { accountId }, ids) =>
    read(
      { accountId, address: askerOf(c) },
      ids.map((id) => `person ${id}`),
    );
