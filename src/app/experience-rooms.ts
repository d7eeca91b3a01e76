import type { AccountServices } from '#modules/accounts/index.ts';
import type { AnswerRepository } from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import type { ExperienceMeans } from '#modules/experiences/index.ts';
import type { ConditionBook } from '#modules/members/index.ts';
import { askerOf } from '#platform/http/asker.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { authorStandingWith } from './moderation-room.tsx';
import type { ReadWithin } from './rights.ts';
import type { Services } from './start.ts';

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
    standingOfAuthor: async (accountId) => (await authorStandingWith(services)(accountId)).standing,
    readMembersOnly: (c, { accountId }, ids) =>
      read(
        { accountId, address: askerOf(c) },
        ids.map((id) => `experience ${id}`),
      ),
  };
}
