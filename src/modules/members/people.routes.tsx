import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import { forOnePerson, type MemberMeans } from './member-means.routes.tsx';
import { personNotFound, readTooManyPeople } from './member.errors.ts';
import type { Member } from './member.ts';
import type { NamedCondition } from './named-condition.ts';
import { PeopleInsidePage, PeopleOutsidePage, PersonPage } from './people.views.tsx';
import { personFor } from './person.ts';
import { createProfileRepository } from './profile.repository.ts';

const pageSize = 20;
const after = z.uuid().optional().catch(undefined);

/** Whether somebody may look at these people too today: how many different ones one reader may see is limited. */
export type ReadPeople = (
  c: Context,
  reader: SignedIn,
  ids: readonly string[],
) => Promise<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;

/** People who share a condition, shown to each other; to everybody else, how many there are and how to join. */
export function createPeopleRoutes(
  means: MemberMeans & {
    /** How many people a condition has, as the newest release tells it. */
    countOf: (condition: NamedCondition) => Promise<Child>;
    readPeople: ReadPeople;
  },
): Hono {
  const { frame, database, conditions, shownFrom, countOf, readPeople } = means;
  const profiles = createProfileRepository(database);
  const routes = new Hono();

  const findReader = async (c: Context): Promise<{ signedIn: SignedIn; member: Member } | undefined> => {
    const signedIn = signedInOf(c);
    const member = signedIn && (await profiles.findByAccount(signedIn.accountId));
    // whoever leaves neither sees nor is seen
    return signedIn && member && member.leavingOn === null ? { signedIn, member } : undefined;
  };
  const viewerOf = ({ memberships }: Member) => ({
    kind: 'member' as const,
    conditionIds: memberships.map(({ conditionId }) => conditionId),
  });

  async function countReading(c: Context, reader: SignedIn, ids: readonly string[]) {
    const read = ids.length === 0 ? { allowed: true as const } : await readPeople(c, reader, ids);
    if (!read.allowed) throw readTooManyPeople({ retryAfterSeconds: read.retryAfterSeconds });
  }

  routes.get('/conditions/:slug/people', async (c) => {
    forOnePerson(c);
    const condition = await conditions.find(c.req.param('slug'), frame.i18n);
    const shared = { frame, condition, shownFrom, count: await countOf(condition) };
    const reader = await findReader(c);
    if (!reader?.member.memberships.some(({ conditionId }) => conditionId === condition.id))
      return c.html(<PeopleOutsidePage {...shared} />);
    const found = await profiles.listListed(condition.id, {
      after: after.parse(c.req.query('after')),
      limit: pageSize + 1,
    });
    const shown = found.slice(0, pageSize).filter(({ id }) => id !== reader.member.id);
    await countReading(
      c,
      reader.signedIn,
      shown.map(({ id }) => id),
    );
    return c.html(
      <PeopleInsidePage
        {...shared}
        people={shown.flatMap((member) => personFor(viewerOf(reader.member), member) ?? [])}
        next={found.length > pageSize ? found[pageSize - 1]!.id : undefined}
      />,
    );
  });

  routes.get('/people/:id', async (c) => {
    forOnePerson(c);
    const id = z.uuid().safeParse(c.req.param('id')).data;
    const reader = await findReader(c);
    const member = reader && id !== undefined ? await profiles.findById(id) : undefined;
    const person = reader && member && personFor(viewerOf(reader.member), member);
    if (!reader || !person) throw personNotFound();
    if (member.id !== reader.member.id) await countReading(c, reader.signedIn, [person.id]);
    const named = await conditions.list(
      person.conditions.map(({ conditionId }) => conditionId),
      frame.i18n,
    );
    return c.html(<PersonPage frame={frame} person={person} named={new Map(named.map((each) => [each.id, each]))} />);
  });

  return routes;
}
