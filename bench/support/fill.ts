import { bringInPack } from '#app/bring-in-pack.ts';
import { addDemoPeople } from '#app/demo.ts';
import { releaseServices } from '#app/release-services.ts';
import { openServices, type Services } from '#app/start.ts';
import { subscribe } from '#app/subscriptions.ts';
import { makeRelease } from '#modules/atlas/index.ts';
import { createConditionRepository, everyPage } from '#modules/conditions/index.ts';
import { createExperienceRepository } from '#modules/experiences/index.ts';
import { createMemberRepository } from '#modules/members/index.ts';
import { importPack, readPack, type Pack } from '#modules/packs/index.ts';
import { readConfig } from '#platform/config/config.ts';
import { newId } from '#platform/ids/ids.ts';
import { silentLog } from '#platform/logging/log.ts';
import { inventPack } from './invented-pack.ts';

const membersPerCondition = 50;
const experiencesPerCondition = 2;

export interface Atlas {
  settings: Record<string, string>;
  /** Of the shipped pack. */
  packFolder: string;
}

const open = ({ settings }: Atlas) =>
  openServices(readConfig(settings), { parts: { subscribe }, log: silentLog, work: false });

let shippedPack: Promise<Pack> | undefined;
const readShipped = ({ packFolder }: Atlas) => (shippedPack ??= read(packFolder));

async function read(folder: string): Promise<Pack> {
  const { pack, faults } = await readPack(folder);
  if (!pack) throw new Error(`The shipped pack has faults: ${JSON.stringify(faults.slice(0, 3))}`);
  return pack;
}

/** The shipped pack with its demonstration's people; then, up to `conditions`, invented ones and people in proportion. */
export async function fillAtlas({ conditions, ...atlas }: Atlas & { conditions: number }): Promise<void> {
  const opened = await open(atlas);
  const { services } = opened;
  try {
    const { database, clock } = services;
    const shipped = await readShipped(atlas);
    await bringInPack(shipped, services);
    await addDemoPeople({ database: database.db, clock });
    const more = conditions - shipped.conditions.length;
    if (more > 0) {
      await bringInPack(inventPack(more), services);
      await addPeople(services, conditions);
    }
    await makeRelease(releaseServices(services));
  } finally {
    await opened.close();
  }
}

/** One in ten belongs to dystonia, whose page is measured; the others are spread evenly. */
async function addPeople({ database, clock }: Services, conditions: number): Promise<void> {
  const now = clock.now();
  const entries = await createConditionRepository(database.db).list();
  const dystonia = entries.find(({ slug }) => slug === 'dystonia')!;
  const conditionOf = (index: number) => (index % 10 === 0 ? dystonia : entries[index % entries.length]!).id;
  await database.db.transaction().execute(async (transaction) => {
    const members = createMemberRepository(transaction);
    const experiences = createExperienceRepository(transaction);
    const role = 'living-with-it' as const;
    for (let start = 0; start < conditions * membersPerCondition; start += 10_000)
      await members.addMembers(
        Array.from({ length: Math.min(10_000, conditions * membersPerCondition - start) }, (_, index) => ({
          id: newId(),
          demo: true,
          joinedAt: now,
          conditionId: conditionOf(start + index),
          role,
        })),
      );
    for (let index = 0; index < conditions * experiencesPerCondition; index++)
      await experiences.add({
        id: newId(),
        conditionId: conditionOf(index),
        questionId: index % 20 === 0 ? 'what-is-it' : null,
        language: 'en',
        title: 'An invented experience',
        body: 'It came slowly. I wrote it down here so that a page has something to show, and somebody something to count. '.repeat(
          3,
        ),
        authorName: null,
        role,
        demo: true,
        // older than the demonstration's own, so that every size shows the same three
        publishedAt: new Date(now.getTime() - (index + 100_000) * 60_000),
      });
  });
}

export interface Editor {
  /** Publishes a new revision of the answer that is measured, whose text contains `mark`; returns when it is committed (search follows later). */
  publish(mark: string): Promise<void>;
  close(): Promise<void>;
}

export async function openEditor(atlas: Atlas): Promise<Editor> {
  const { services, ...opened } = await open(atlas);
  const shipped = await readShipped(atlas);
  return {
    async publish(mark) {
      const answers = shipped.answers.map((answer) =>
        answer.condition === 'dystonia' && answer.questionId === 'what-is-it' && answer.language === 'en'
          ? { ...answer, body: `${answer.body}\n\n${mark}\n` }
          : answer,
      );
      const { database, events, clock, pageCache } = services;
      await importPack({
        pack: { ...shipped, answers },
        database: database.db,
        events,
        clock,
        afterwards: (transaction) => pageCache.invalidate(transaction, [everyPage]),
      });
    },
    close: () => opened.close(),
  };
}
