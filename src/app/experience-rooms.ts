import type { AccountServices } from '#modules/accounts/index.ts';
import type { AnswerRepository } from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import type { AuthorStanding, ExperienceMeans } from '#modules/experiences/index.ts';
import { createProfileRepository, type ConditionBook } from '#modules/members/index.ts';
import { askerOf } from '#platform/http/asker.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { ReadWithin } from './rights.ts';
import type { Services } from './start.ts';

const day = 24 * 60 * 60 * 1000;

/** What somebody publishes waits while they are new here, as long as the organisation wants. */
export const holdsNewMembers =
  ({ config, database, clock }: Pick<Services, 'config' | 'database' | 'clock'>) =>
  async (accountId: string): Promise<AuthorStanding> => {
    if (config.holdNewMembersDays === 0) return 'free';
    const member = await createProfileRepository(database.db).findByAccount(accountId);
    const since = member ? clock.now().getTime() - member.joinedAt.getTime() : 0;
    return since < config.holdNewMembersDays * day ? 'held-for-review' : 'free';
  };

/** What the pages of experiences are handed, in one language. */
export function experienceMeansOf({
  frame,
  services,
  accounts: { rateLimit },
  book,
  read,
  repositories: { conditions, answers },
  script,
}: {
  frame: SiteFrame;
  services: Pick<Services, 'config' | 'database' | 'events' | 'clock'>;
  accounts: Pick<AccountServices, 'rateLimit'>;
  book: ConditionBook;
  read: ReadWithin;
  repositories: { conditions: ConditionRepository; answers: AnswerRepository };
  script: string;
}): ExperienceMeans {
  const { config, database, events, clock } = services;
  return {
    frame,
    database: database.db,
    events,
    clock,
    conditions,
    book,
    listQuestions: () => answers.listQuestions(),
    languages: realLanguages,
    adultAge: config.adultAge,
    script,
    rateLimit,
    standingOfAuthor: holdsNewMembers(services),
    readMembersOnly: (c, { accountId }, ids) =>
      read(
        { accountId, address: askerOf(c) },
        ids.map((id) => `experience ${id}`),
      ),
  };
}
