import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { newId } from '#platform/ids/ids.ts';
import { createStaffRepository } from '#modules/accounts/index.ts';
import { createAnswerRepository, loadOwnAnswerPage } from '#modules/answers/index.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import {
  actOn,
  createReviewRepository,
  createWishesRepository,
  dayOf,
  fingerprintOf,
  type Reviewer,
} from '#modules/review/index.ts';

const unregistered = {
  registration: '000000',
  registrationBody: 'No register: this person is invented',
  verifiedHow: 'Not at all: this person is invented',
};

/** Invented reviewers: every page that shows them says so, and no metadata claims their reviews. */
export const demoReviewers: Pick<
  Reviewer,
  'slug' | 'name' | 'credential' | 'registration' | 'registrationBody' | 'verifiedHow' | 'languages' | 'interests'
>[] = [
  {
    slug: 'ada-example',
    name: 'Dr Ada Example',
    credential: { en: 'invented neurologist', es: 'neuróloga inventada' },
    ...unregistered,
    languages: ['en', 'es'],
    interests: [],
  },
  {
    slug: 'ben-beispiel',
    name: 'Dr Ben Beispiel',
    credential: {
      en: 'invented movement disorder specialist',
      es: 'especialista inventado en trastornos del movimiento',
    },
    ...unregistered,
    languages: ['en'],
    interests: [
      {
        text: {
          en: 'An invented payment by a maker of botulinum toxin, for two talks.',
          es: 'Un pago inventado de un fabricante de toxina botulínica, por dos charlas.',
        },
        conditionIds: [],
        declaredOn: '2026-01-12',
      },
    ],
  },
];

/** What they know best, and how much they would have at a time. */
const wished: Record<string, { groups: string[]; conditions: string[]; load: number }> = {
  'ada-example': { groups: [], conditions: ['dystonia'], load: 4 },
  'ben-beispiel': { groups: [], conditions: ['essential-tremor', 'parkinson-disease'], load: 8 },
};

/** What they signed: some texts, so that signed and unsigned ones can be seen side by side. */
const signed: [reviewer: string, condition: string, question: string, language: 'en' | 'es'][] = [
  ['ada-example', 'dystonia', 'what-is-it', 'en'],
  ['ada-example', 'dystonia', 'what-is-it', 'es'],
  ['ben-beispiel', 'dystonia', 'how-treated', 'en'],
  ['ben-beispiel', 'essential-tremor', 'what-is-it', 'en'],
];

/** Lays down the demonstration's reviewers and their signatures. A text that was changed since is left unsigned. */
export async function addDemoReviews({
  database,
  events,
  clock,
}: {
  database: Database;
  events: Events;
  clock: Clock;
}): Promise<void> {
  const reviews = createReviewRepository(database);
  const repositories = { conditions: createConditionRepository(database), answers: createAnswerRepository(database) };
  const wishes = createWishesRepository(database);
  const bySlug = new Map<string, Reviewer>();
  for (const invented of demoReviewers) {
    const known = await reviews.findReviewer({ slug: invented.slug });
    const reviewer: Reviewer = known ?? {
      ...invented,
      id: newId(),
      accountId: null,
      verifiedOn: dayOf(clock.now()),
      interestsConfirmedOn: dayOf(clock.now()),
      active: true,
      fictional: true,
    };
    if (!known) await reviews.saveReviewer(reviewer, clock.now());
    bySlug.set(reviewer.slug, reviewer);
    const { groups, conditions, load } = wished[reviewer.slug]!;
    const found = await Promise.all(conditions.map((slug) => repositories.conditions.findBySlug(slug)));
    if (!(await wishes.listAll()).has(reviewer.id))
      await wishes.save(reviewer.id, {
        groupIds: groups,
        conditionIds: found.flatMap((condition) => (condition ? [condition.id] : [])),
        load,
      });
  }
  for (const [by, slug, questionId, language] of signed) {
    const page = await loadOwnAnswerPage({ slug, questionId, language, ...repositories });
    if (page.answer.language !== language) continue;
    const key = { conditionId: page.condition.id, revisionId: page.answer.revision.id };
    if ((await reviews.findStanding(key)).state !== 'waiting') continue;
    const hands = { database, events, clock };
    const reviewer = bySlug.get(by)!;
    await actOn(page, { kind: 'take', reviewer }, hands);
    await actOn(page, { kind: 'approve', reviewer, shown: fingerprintOf(page) }, hands);
  }
}

/** Whoever signs in as the demonstration's reviewer has a profile to review with. */
export async function giveDemoReviewerAProfile({
  database,
  clock,
}: {
  database: Database;
  clock: Clock;
}): Promise<void> {
  const reviews = createReviewRepository(database);
  const staff = await createStaffRepository(database).list();
  const account = staff.find(({ demo, role }) => demo && role === 'reviewer');
  const reviewer = await reviews.findReviewer({ slug: demoReviewers[0]!.slug });
  if (account && reviewer?.fictional && reviewer.accountId === null)
    await reviews.saveReviewer({ ...reviewer, accountId: account.accountId }, clock.now());
}
