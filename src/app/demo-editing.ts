import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { createStaffRepository } from '#modules/accounts/index.ts';
import { createAnswerRepository, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { handIn } from '#modules/editing/index.ts';
import { createSuggestionRepository } from '#modules/suggestions/index.ts';

const changed = {
  before: 'Some people hardly notice it.',
  now: 'Some people hardly notice it, and some notice it only when they are tired.',
};
const suggested = 'An invented suggestion: “hard work” could say that help with it is normal to ask for.';

/** Something on its way to a signature, and something that a reader would have put right; both plainly invented. */
export async function addDemoEditing({
  database,
  events,
  clock,
}: {
  database: Database;
  events: Events;
  clock: Clock;
}): Promise<void> {
  const staff = await createStaffRepository(database).list();
  const author = staff.find(({ demo, role }) => demo && role === 'editor');
  const page = await loadOwnAnswerPage({
    slug: 'essential-tremor',
    questionId: 'what-is-it',
    language: 'en',
    conditions: createConditionRepository(database),
    answers: createAnswerRepository(database),
  });
  const { answer, condition } = page;
  const { revision } = answer;
  const suggestion = { revisionId: revision.id, wrong: suggested };
  const suggestions = createSuggestionRepository(database);
  if (revision.origin === 'pack' && !(await suggestions.hasOpen(suggestion)) && (await suggestions.countOpen()) === 0)
    await suggestions.add({
      ...suggestion,
      id: newId(),
      conditionId: condition.id,
      answerId: answer.id,
      passage: 'become hard work',
      source: null,
      language: 'en',
      state: 'open',
      madeOn: clock.now().toISOString().slice(0, 10),
    });
  // somebody who plays with it signs it, or changes the text: then it has done its work
  if (!author || !revision.body.includes(changed.before)) return;
  await handIn(
    page,
    {
      writing: {
        typed: {
          short: revision.short,
          body: revision.body.replace(changed.before, changed.now),
          claims: {},
          sources: [],
          why: 'An invented change, so that there is one to look at.',
          authorName: 'Invented editors of the demonstration',
          suggestionId: null,
        },
        authorId: author.accountId,
        tab: 'demonstration',
        seen: 0,
      },
      way: 'review',
    },
    { database, events, clock },
  );
}
