import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { createStaffRepository } from '#modules/accounts/index.ts';
import { createAnswerRepository, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { handIn } from '#modules/editing/index.ts';

const changed = {
  before: 'Some people hear a click in the ear.',
  now: 'Some people also hear a click in the ear.',
};

/** An English text that was corrected by a word, plainly invented: its Spanish translation lags behind it, and can be confirmed. */
export async function addDemoTranslation({
  database,
  events,
  clock,
}: {
  database: Database;
  events: Events;
  clock: Clock;
}): Promise<void> {
  const author = (await createStaffRepository(database).list()).find(({ demo, role }) => demo && role === 'steward');
  const page = await loadOwnAnswerPage({
    slug: 'hemifacial-spasm',
    questionId: 'what-is-it',
    language: 'en',
    conditions: createConditionRepository(database),
    answers: createAnswerRepository(database),
  });
  const { short, body, origin } = page.answer.revision;
  if (!author || origin !== 'pack' || !body.includes(changed.before)) return;
  await handIn(
    page,
    {
      writing: {
        typed: {
          short,
          body: body.replace(changed.before, changed.now),
          claims: {},
          sources: [],
          why: 'An invented correction of one word, so that there is a translation that lags behind.',
          authorName: 'Invented editors of the demonstration',
          suggestionId: null,
        },
        authorId: author.accountId,
        tab: 'demonstration',
        seen: 0,
      },
      way: 'urgent',
    },
    { database, events, clock },
  );
}
