import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { createStaffRepository } from '#modules/accounts/index.ts';
import { createAnswerRepository, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { createProposalRepository } from '#modules/editing/index.ts';
import { allPassages, comment, createCommentRepository, passagesOfPage } from '#modules/review/index.ts';

const words = 'hardly notice it';
const said = 'An invented comment: does “tired” mean after a bad night, or in the evening?';

/** The invented reviewer has said something about the proposal of the demonstration; whoever plays with it answers, or marks it as done. */
export async function addDemoComment({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const answers = createAnswerRepository(database);
  const i18n = createI18n(createLanguages(), 'en');
  const staff = await createStaffRepository(database).list();
  const reviewer = staff.find(({ demo, role }) => demo && role === 'reviewer');
  const page = await loadOwnAnswerPage({
    slug: 'essential-tremor',
    questionId: 'what-is-it',
    language: 'en',
    conditions: createConditionRepository(database),
    answers,
  });
  const proposals = await createProposalRepository(database).listSubmitted(['en']);
  const proposal = proposals.find(({ answerId }) => answerId === page.answer.id);
  const revision = proposal?.revisionId && (await answers.findRevisionById(proposal.conditionId, proposal.revisionId));
  if (!reviewer || !revision) return;
  if ((await createCommentRepository(database).list(page.condition.id, page.answer.id)).length > 0) return;
  const place = allPassages(passagesOfPage(page, i18n, revision)).find(({ text }) => text.includes(words));
  if (!place) return;
  const by = { accountId: reviewer.accountId, name: 'Dr Ada Example', role: 'reviewer' as const };
  await comment(page, { revision, place: place.id, text: said, by, i18n }, { database, clock });
}
