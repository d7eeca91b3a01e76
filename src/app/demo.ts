import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { demoRegion } from './demo-regions.ts';
import { createConditionRepository } from '#modules/conditions/index.ts';
import { createMemberRepository, type MemberRole } from '#modules/members/index.ts';
import { addDemoMembers } from './demo-members.ts';
import { addDemoExperiences } from './demo-writing.ts';

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

/** Lays down the demonstration's people and experiences, for each condition once. */
export async function addDemoPeople({ database, clock }: { database: Database; clock: Clock }): Promise<void> {
  const now = clock.now();
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
    }
    await members.addMembers(joining);
  });
  const memberAccountId = await addDemoMembers({ database, clock });
  await addDemoExperiences({ database, clock, memberAccountId });
}
