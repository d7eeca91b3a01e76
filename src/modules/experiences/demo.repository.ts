import type { Database } from '#platform/db/database.ts';
import { createDraftRepository } from './draft.repository.ts';
import { blankContent } from './draft.ts';
import { createExperienceRepository } from './experience.repository.ts';
import { roleOf, type Experience, type Reply } from './experience.ts';
import type { ExperienceTables } from './experience.tables.ts';

type DemoExperience = Pick<
  Experience,
  'id' | 'conditionId' | 'language' | 'title' | 'body' | 'authorName' | 'publishedAt'
> &
  Partial<Pick<Experience, 'questionId' | 'relation' | 'yearsSince' | 'contentNotes' | 'audience' | 'authorId'>>;

/** Invented texts, marked as such, for the demonstration: they go past the steps that people go through. */
export function createDemoExperiences(database: Database) {
  const db = database.withTables<ExperienceTables>();
  return {
    /** Replies are as old as all the others of today's. */
    async areThere(): Promise<boolean> {
      const row = await db
        .selectFrom('experience_replies')
        .select('id')
        .where('demo', '=', true)
        .limit(1)
        .executeTakeFirst();
      return row !== undefined;
    },

    /** Takes away what an earlier demonstration had. */
    async clear(): Promise<void> {
      await db.deleteFrom('experiences').where('demo', '=', true).execute();
    },

    async add(experience: DemoExperience): Promise<void> {
      const { authorId } = experience;
      await createExperienceRepository(database).add({
        questionId: null,
        ...experience,
        role: roleOf(experience.relation ?? null),
        demo: true,
      });
      // what its author can open must have a version to show
      if (authorId)
        await db
          .insertInto('experience_revisions')
          .values({
            condition_id: experience.conditionId,
            item_id: experience.id,
            version: 1,
            author_id: authorId,
            title: experience.title,
            body: experience.body,
            made_at: experience.publishedAt,
          })
          .execute();
    },

    async addReply(reply: Omit<Reply, 'demo' | 'changedAt' | 'authorId'>): Promise<void> {
      await db
        .insertInto('experience_replies')
        .values({
          condition_id: reply.conditionId,
          id: reply.id,
          experience_id: reply.experienceId,
          author_id: null,
          author_name: reply.authorName,
          language: reply.language,
          body: reply.body,
          demo: true,
          published_at: reply.publishedAt,
          changed_at: null,
        })
        .execute();
    },

    async addDraft({
      id,
      conditionId,
      authorId,
      language,
      body,
      changedAt,
    }: {
      id: string;
      conditionId: string;
      authorId: string;
      language: string;
      body: string;
      changedAt: Date;
    }): Promise<void> {
      const content = { ...blankContent(language), body };
      await createDraftRepository(database).save({
        id,
        conditionId,
        questionId: null,
        authorId,
        content,
        version: 0,
        changedAt,
      });
    },
  };
}
