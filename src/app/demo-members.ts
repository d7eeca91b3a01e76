import { createAccountRepository } from '#modules/accounts/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { joinWith, type ConditionDetails, type ConsentKind, type Profile } from '#modules/members/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';

/** Somebody invented, who has joined the demonstration. */
interface Invented {
  email: string;
  profile: Profile;
  showsCountry: boolean;
  consents: readonly ConsentKind[];
  memberships: readonly (Omit<ConditionDetails, 'role'> & { slug: string; listed: boolean })[];
}

/** Whoever tries the demonstration as a member is this one. */
export const demoMember = 'member@demo.example';

const years = { firstSymptomsYear: null, diagnosisYear: null };

/** Everybody but the member of the demonstration is here to be found under dystonia. */
const listed = (
  name: string | null,
  role: Profile['role'],
  state: ConditionDetails['state'],
  {
    region = null,
    showsCountry = false,
    more = [] as string[],
  }: { region?: string | null; showsCountry?: boolean; more?: string[] } = {},
): Invented => ({
  email: `${(name ?? 'nobody').toLowerCase().replace(/[^a-z]+/gu, '.')}@people.demo.example`,
  profile: { role, displayName: name, region, birthYear: null },
  showsCountry,
  consents: ['account', 'health', 'contact'],
  memberships: ['dystonia', ...more].map((slug) => ({ slug, state, listed: true, ...years })),
});

const invented: readonly Invented[] = [
  {
    email: demoMember,
    profile: { role: 'living-with-it', displayName: 'Alder', region: 'ES-MD', birthYear: 1984 },
    showsCountry: true,
    consents: ['account', 'health', 'publishing', 'contact'],
    memberships: [
      { slug: 'dystonia', state: 'diagnosed', firstSymptomsYear: 2014, diagnosisYear: 2018, listed: true },
      { slug: 'cervical-dystonia', state: 'diagnosed', firstSymptomsYear: 2014, diagnosisYear: 2018, listed: false },
    ],
  },
  listed('Maren', 'living-with-it', 'diagnosed', { region: 'NO', showsCountry: true, more: ['writers-cramp'] }),
  listed('Ilias', 'living-with-it', 'diagnosed', { region: 'GR', showsCountry: true, more: ['blepharospasm'] }),
  listed('Teodora', 'living-with-it', 'diagnosed', { more: ['cervical-dystonia'] }),
  listed('The Gardener', 'living-with-it', 'suspected', { region: 'GB' }),
  listed('Sanna', 'caring-for-someone', 'diagnosed', { region: 'FI', showsCountry: true }),
  listed('Río', 'family', 'supporting', { region: 'MX', showsCountry: true }),
  listed(null, 'living-with-it', 'diagnosed'),
];

/** Lays down the demonstration's members, each once: somebody to be (whose account it returns), and some to find. */
export async function addDemoMembers({ database, clock }: { database: Database; clock: Clock }): Promise<string> {
  const i18n = createI18n(createLanguages(), 'en');
  const events: Pick<Events, 'publish'> = { publish: async () => {} };
  let member = '';
  for (const { email, memberships, ...said } of invented) {
    const conditions = createConditionRepository(database);
    const found = await Promise.all(
      memberships.map(async ({ slug, ...details }) => ({ ...details, id: (await conditions.findBySlug(slug))?.id })),
    );
    const { account } = await createAccountRepository(database).findOrAdd({
      address: email,
      language: 'en',
      now: clock.now(),
      demo: true,
    });
    if (email === demoMember) member = account.id;
    await joinWith({
      accountId: account.id,
      demo: true,
      ...said,
      memberships: found.flatMap(({ id, ...details }) => (id ? [{ conditionId: id, ...details }] : [])),
      i18n,
      database,
      events,
      clock,
    });
  }
  return member;
}
