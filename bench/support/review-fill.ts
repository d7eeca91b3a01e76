import { sql } from 'kysely';
import { openServices } from '#app/start.ts';
import { subscribe } from '#app/subscriptions.ts';
import { createAnswerRepository, hashOfText, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { importPack } from '#modules/packs/index.ts';
import { actOn, createReviewRepository, fingerprintOf, verifyRecord, type Reviewer } from '#modules/review/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { newId } from '#platform/ids/ids.ts';
import { silentLog } from '#platform/logging/log.ts';
import { signInAs } from '#support/sign-in.ts';
import { inventPack } from './invented-pack.ts';

const questionId = 'what-is-invented';

/** An atlas with very many texts, each but every tenth signed by somebody, as the desk would sign it. */
export async function openReviewed({ settings }: { settings: Record<string, string> }) {
  const config = readConfig(settings);
  const { services, close } = await openServices(config, { parts: { subscribe }, log: silentLog, work: false });
  const { clock } = services;
  const database = services.database.db;
  const events = { subscribe: () => {}, publish: async () => {} };
  const reviews = createReviewRepository(database);
  const repositories = { conditions: createConditionRepository(database), answers: createAnswerRepository(database) };

  async function makeReviewer(accountId: string | null, name: string): Promise<Reviewer> {
    const reviewer: Reviewer = {
      id: newId(),
      slug: name.toLowerCase().replaceAll(' ', '-'),
      accountId,
      name,
      credential: { en: 'invented neurologist' },
      interests: [],
      verifiedOn: '2026-01-10',
      verifiedHow: 'Not at all: invented',
      interestsConfirmedOn: clock.now().toISOString().slice(0, 10),
      languages: ['en', 'es'],
      active: true,
      fictional: true,
    };
    await reviews.saveReviewer(reviewer, clock.now());
    return reviewer;
  }
  let signatory: Reviewer | undefined;

  return {
    /** Conditions up to `conditions`, two texts each. */
    fill: (conditions: number) =>
      importPack({ pack: inventPack(conditions), database, events, clock, afterwards: async () => {} }),
    /** Signs the texts of conditions from `from` to `to`, all but every tenth; a tenth of the signatures is overdue. */
    async sign(from: number, to: number): Promise<void> {
      signatory ??= await makeReviewer(null, 'Dr Bench Example');
      const reviewer = signatory;
      for (let number = from; number <= to; number++) {
        if (number % 10 === 0) continue;
        for (const language of ['en', 'es'] as const) {
          const page = await loadOwnAnswerPage({ slug: `invented-${number}`, questionId, language, ...repositories });
          const hands = { database, events, clock };
          await actOn(page, { kind: 'take', reviewer }, hands);
          await actOn(page, { kind: 'approve', reviewer, shown: fingerprintOf(page) }, hands);
        }
      }
      await sql`
        update review_standings s set due_on = current_date - 30
        from conditions c where c.id = s.condition_id and substring(c.slug from '\\d+$')::int % 10 = 1`.execute(
        database,
      );
      await sql`vacuum analyze`.execute(database);
    },
    /** Reads the whole record again, as `cairn verify-reviews` does. */
    verify: () => verifyRecord({ database, hashOfText }),
    async signIn(url: string) {
      const { accountId, headers } = await signInAs({ services, url }, { staff: ['reviewer'] });
      await makeReviewer(accountId, `Dr Bench ${accountId}`);
      return headers;
    },
    close,
  };
}
