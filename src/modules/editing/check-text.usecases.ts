import { createAnswerRepository, withClaims, type AnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { checkOneAnswer, type AnswerFault } from '#modules/packs/index.ts';
import { dayOf } from '#modules/review/index.ts';
import type { Hands } from './draft.usecases.ts';
import { knownFor } from './known-atlas.usecases.ts';
import { numbersOf, type Proposal } from './proposal.ts';

/** What is to be put right before a text can come before readers. */
export async function faultsOf(
  page: AnswerPage,
  text: Pick<Proposal, 'short' | 'body' | 'claims' | 'sources'>,
  { database, clock }: Pick<Hands, 'database' | 'clock'>,
): Promise<AnswerFault[]> {
  const { faults } = await checkText(page, text, { database, clock });
  return faults.filter(({ severity }) => severity === 'fault');
}

/** The same with warnings, and with how hard the text is to read. */
export async function checkText(
  page: AnswerPage,
  { short, body, claims, sources }: Pick<Proposal, 'short' | 'body' | 'claims' | 'sources'>,
  { database, clock }: Pick<Hands, 'database' | 'clock'>,
): Promise<ReturnType<typeof checkOneAnswer>> {
  const condition = { ...page.condition, claims: withClaims(page.condition.claims, numbersOf(claims)) };
  const known = await knownFor(
    { condition, short, body, newSources: sources.map(({ id }) => id) },
    { conditions: createConditionRepository(database), answers: createAnswerRepository(database) },
  );
  return checkOneAnswer(
    {
      condition: condition.slug,
      language: page.answer.language,
      question: page.question.id,
      short,
      body,
      today: dayOf(clock.now()),
    },
    known,
  );
}
