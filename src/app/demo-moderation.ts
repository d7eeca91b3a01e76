import { createAccountRepository } from '#modules/accounts/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { createExperienceRepository, type Experience } from '#modules/experiences/index.ts';
import { createProfileRepository } from '#modules/members/index.ts';
import {
  appeal,
  createModerationRepository,
  decide,
  noteWritten,
  report,
  take,
  type ItemRef,
  type ModerationHands,
} from '#modules/moderation/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { demoMember } from './demo-members.ts';
import { moderatedItemsOf } from './moderation-room.tsx';

type Words = Pick<Experience, 'title' | 'body' | 'language'>;

/** Invented: what a moderator of the demonstration finds on the desk. */
const texts = {
  night: {
    language: 'en',
    title: 'A night that was too long',
    body: 'Last night I did not want to wake up again. I called my sister instead, and she stayed on the line until it was light. I write this down because somebody may need to read that one can call.',
  },
  oil: {
    language: 'en',
    title: 'Buy the oil that cured me',
    body: 'Stop your injections today, they only want your money. Ask me for the oil, first bottle free, thirty percent off for everybody who comes from here.',
  },
  waits: {
    language: 'es',
    title: 'La almohada de mi abuela',
    body: 'Mi abuela rellenaba las almohadas con lana. Con una así el cuello descansa mejor. Es mi primera vez aquí.',
  },
  clinic: {
    language: 'en',
    title: 'What the doctor on the hill told me',
    body: 'The doctor in the white house on the hill told me that it was all in my head. I have gone to another one since, who knew better.',
  },
} satisfies Record<string, Words>;

/** Lays down what was reported, what is held and what was appealed against in the demonstration, once. */
export async function addDemoModeration({
  database,
  events,
  clock,
}: {
  database: Database;
  events: Pick<Events, 'publish'>;
  clock: Clock;
}): Promise<void> {
  const repository = createModerationRepository(database);
  const begun = await repository.listItemIds({
    after: '00000000-0000-0000-0000-000000000000',
    limit: 1,
  });
  const condition = await createConditionRepository(database).findBySlug('cervical-dystonia');
  const author = await memberOf(demoMember, database);
  const moderator = await memberOf('sanna@people.demo.example', database);
  if (begun.length > 0 || !condition || !author || !moderator) return;
  const hour = 60 * 60 * 1000;
  let passed = 60;
  const now = clock.now().getTime();
  /** It has all been going on for some days. */
  const then = { now: () => new Date(now - passed * hour) };
  const hands: ModerationHands = {
    database,
    clock: then,
    items: moderatedItemsOf({ events, clock: then }),
    // nobody is written to who is invented
    tellAuthor: async () => {},
    callModerators: async () => {},
    audit: async () => {},
  };
  const actor = {
    accountId: moderator.accountId,
    staff: ['moderator'] as const,
  };

  async function add(words: Words, daysAgo: number, authorId: string | null): Promise<ItemRef> {
    const id = newId();
    const day = 24 * 60 * 60 * 1000;
    await createExperienceRepository(database).add({
      ...words,
      id,
      conditionId: condition!.id,
      questionId: null,
      authorName: authorId === null ? null : author!.displayName,
      role: 'living-with-it',
      demo: true,
      publishedAt: new Date(clock.now().getTime() - daysAgo * day),
      ...(authorId !== null && { authorId }),
    });
    return { kind: 'experience', id };
  }

  const clinic = await add(texts.clinic, 6, author.id);
  await report(
    {
      item: clinic,
      authorId: author.accountId,
      reporterId: null,
      reason: 'names-someone',
      words: '',
    },
    hands,
  );
  passed = 52;
  await take(actor, clinic, hands);
  const said = 'Everybody in town knows that house.';
  await decide(actor, clinic, { kind: 'hide', rule: 'names-someone', said, language: 'en' }, 1, hands);
  passed = 20;
  const decision = (await repository.listActs(clinic.id)).find(({ kind }) => kind === 'hide')!;
  await appeal(
    {
      accountId: author.accountId,
      decisionId: decision.id,
      words: 'There is a white house on a hill in every town. I have named neither.',
    },
    hands,
  );

  passed = 31;
  const oil = await add(texts.oil, 2, null);
  const say = (item: ItemRef, reporterId: string | null, reason: 'spam' | 'dangerous-advice', words = '') =>
    report({ item, authorId: null, reporterId, reason, words }, hands);
  await say(oil, moderator.accountId, 'spam', 'The same text stands in three other places.');
  await say(oil, author.accountId, 'dangerous-advice', 'Somebody could really stop their injections.');
  await say(oil, null, 'spam');

  passed = 9;
  const waits = await add(texts.waits, 3, author.id);
  await inTransaction(database, async (transaction) => {
    await hands.items.setStanding(transaction, waits, 'held');
    await noteWritten(transaction, { item: waits, change: 'written', flags: ['held'] }, hands);
  });

  passed = 1;
  const night = await add(texts.night, 1, null);
  await inTransaction(database, (transaction) =>
    noteWritten(transaction, { item: night, change: 'written', flags: ['crisis'] }, hands),
  );
}

const inTransaction = (database: Database, work: (transaction: Database) => Promise<void>) =>
  database.transaction().execute(work);

async function memberOf(address: string, database: Database) {
  const account = await createAccountRepository(database).findByAddress(address);
  return account && createProfileRepository(database).findByAccount(account.id);
}
