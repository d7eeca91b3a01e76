import { createConditionRepository } from '#modules/conditions/index.ts';
import { createDemoExperiences } from '#modules/experiences/index.ts';
import { createProfileRepository } from '#modules/members/index.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import { inventedExperiences } from './demo-experiences.ts';

const day = 24 * 60 * 60 * 1000;

/** What the demonstration's member has written, so that whoever tries it finds something to go on with. */
const ofTheMember = {
  title: 'The first winter',
  body: 'I wore scarves from October on, so that nobody would see how my head leaned. In spring I forgot the scarf one morning, and that was that.',
  draft: 'What I would tell somebody on the first day: ',
};

/** Lays down the invented experiences with their replies, and something that the demonstration's member wrote. Once. */
export async function addDemoExperiences({
  database,
  clock,
  memberAccountId,
}: {
  database: Database;
  clock: Clock;
  memberAccountId: string;
}): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const demo = createDemoExperiences(transaction);
    if (await demo.areThere()) return;
    await demo.clear();
    const conditions = createConditionRepository(transaction);
    const now = clock.now().getTime();
    const ids = new Map<string, string | undefined>();
    const idOf = async (slug: string) => {
      if (!ids.has(slug)) ids.set(slug, (await conditions.findBySlug(slug))?.id);
      return ids.get(slug);
    };
    for (const [nth, { condition, replies = [], ...experience }] of inventedExperiences.entries()) {
      const conditionId = await idOf(condition);
      if (!conditionId) continue;
      const publishedAt = new Date(now - (nth + 1) * 9 * day);
      const id = newId();
      await demo.add({ ...experience, id, conditionId, publishedAt });
      for (const [after, { authorName, body, language = experience.language }] of replies.entries())
        await demo.addReply({
          id: newId(),
          conditionId,
          experienceId: id,
          authorName,
          body,
          language,
          publishedAt: new Date(publishedAt.getTime() + (after + 1) * day),
        });
    }
    const member = await createProfileRepository(transaction).findByAccount(memberAccountId);
    const dystonia = await idOf('dystonia');
    if (!member || !dystonia) return;
    const { title, body, draft } = ofTheMember;
    const own = { conditionId: dystonia, authorId: member.id, language: 'en' };
    await demo.add({
      ...own,
      id: newId(),
      title,
      body,
      authorName: member.displayName,
      publishedAt: new Date(now - 400 * day),
    });
    await demo.addDraft({ ...own, id: newId(), body: draft, changedAt: new Date(now - 2 * day) });
  });
}
