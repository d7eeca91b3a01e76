import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { demoRegion } from './demo-regions.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { createExperienceRepository, type Experience } from '#modules/experiences/index.ts';
import { createMemberRepository, type MemberRole } from '#modules/members/index.ts';
import { addDemoMembers } from './demo-members.ts';

/** Invented people: how many belong to each condition of the demonstration. */
const people: Record<string, number> = {
  dystonia: 1406,
  'parkinson-disease': 914,
  'essential-tremor': 512,
  'muscle-cramp': 7,
  'cervical-dystonia': 887,
  blepharospasm: 396,
  'laryngeal-dystonia': 141,
  'writers-cramp': 158,
  'musicians-dystonia': 63,
  'oromandibular-dystonia': 9,
  'dyt-tor1a': 34,
  'dopa-responsive-dystonia': 12,
  'myoclonus-dystonia': 47,
  'huntington-disease': 262,
  'tourette-syndrome': 331,
  'hereditary-spastic-paraplegia': 174,
  'friedreich-ataxia': 85,
  'multiple-system-atrophy': 68,
  'progressive-supranuclear-palsy': 39,
  'restless-legs-syndrome': 212,
  'hemifacial-spasm': 93,
};

const roleOf = (index: number): MemberRole => (index % 6 === 5 ? 'caring-for-someone' : 'living-with-it');

/** Invented experiences, marked as such on every page. */
const experiences: Pick<Experience, 'questionId' | 'language' | 'title' | 'body' | 'authorName' | 'role'>[] = [
  {
    questionId: 'what-is-it',
    language: 'en',
    title: 'I stopped hiding my hand',
    body: 'My pen began to crawl off the line by itself. I changed hands, then I changed to a keyboard, and for two years I told nobody why. Then I said it out loud at work. Nobody laughed. They asked what I needed.',
    authorName: 'Maren',
    role: 'living-with-it',
  },
  {
    questionId: 'what-is-it',
    language: 'en',
    title: 'The bus driver thought I was asleep',
    body: 'My eyes shut at the worst moments, on stairs, at crossings. Injections give me most of the day back, not every day. On the others I count steps, and I ask for an arm. People are kinder than I had feared.',
    authorName: 'Ilias',
    role: 'living-with-it',
  },
  {
    questionId: 'what-is-it',
    language: 'es',
    title: 'Un dedo en la barbilla',
    body: 'Con un toque suave, la cabeza vuelve al frente. Parece que estoy pensando mucho. Mi hija lo hace también ahora, para acompañarme.',
    authorName: null,
    role: 'living-with-it',
  },
  {
    questionId: 'living-with-it',
    language: 'en',
    title: 'What I keep in the bag',
    body: 'A straw, a card that says what I have, and a pen as thick as a carrot. The card was hardest to write and is the one I use most.',
    authorName: 'Teodora',
    role: 'living-with-it',
  },
];

/** Lays down the demonstration's people and experiences, for each condition once. */
export async function addDemoPeople({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const now = clock.now();
  const day = 24 * 60 * 60 * 1000;
  await database.transaction().execute(async (transaction) => {
    const conditions = createConditionRepository(transaction);
    const members = createMemberRepository(transaction);
    const joining: Parameters<typeof members.addMembers>[0][number][] = [];
    for (const [slug, count] of Object.entries(people)) {
      const condition = await conditions.findBySlug(slug);
      if (!condition || (await members.hasDemoMembers(condition.id))) continue;
      for (let nth = 0; nth < count; nth++) {
        const index = joining.length;
        joining.push({
          id: newId(),
          demo: true,
          joinedAt: now,
          region: demoRegion(index),
          conditionId: condition.id,
          role: roleOf(index),
        });
      }
      if (slug !== 'dystonia') continue;
      for (const [nth, experience] of experiences.entries())
        await createExperienceRepository(transaction).add({
          ...experience,
          id: newId(),
          conditionId: condition.id,
          demo: true,
          publishedAt: new Date(now.getTime() - (nth + 1) * 9 * day),
        });
    }
    await members.addMembers(joining);
  });
  await addDemoMembers({ database, clock });
}
