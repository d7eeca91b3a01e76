import type { Context, Hono } from 'hono';
import { z } from 'zod';
import { inLanguage } from '#platform/i18n/languages.ts';
import { createDigestRepository } from './digest.repository.ts';
import { ProfilePage } from './profile.views.tsx';
import { noLoad } from './queue.repository.ts';
import { reviewersChanged } from './review.events.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRoom } from './review-room.routes.tsx';
import { digestForm } from './reviewer.schemas.ts';
import { createWishesRepository } from './wishes.repository.ts';
import { mostLoad, mostTopics } from './wishes.ts';
import type { WishesProblem, WrongWishes } from './wishes.views.tsx';

const text = (max: number) => z.string().trim().max(max).catch('');
const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const interestForm = z.object({ keep: many, interest: text(500), conditions: text(500), expires: text(10) });
const wishesForm = z.object({ group: many, conditions: text(2000), load: text(10) });

/** A day that there is, from today on. */
const isDayAhead = (day: string, today: string): boolean => z.iso.date().safeParse(day).success && day >= today;

/** "Cervical dystonia" or its address: the address. */
const addressOf = (typed: string): string =>
  typed.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase().replace(/[’']/gu, '').replace(/\s+/gu, '-');

/** A reviewer's own profile: interests, topics, how much at a time, mail. */
export function addProfile(
  routes: Hono,
  { frame, database, events, conditions, wishes, queue, requireStaff, ownProfile, saveProfile, today }: ReviewRoom,
): void {
  const { i18n } = frame;
  const digests = createDigestRepository(database);

  interface Said {
    saved?: boolean;
    problem?: 'interest' | 'expires';
    typed?: { interest: string; conditions: string; expires: string };
    wrongWishes?: WrongWishes;
  }
  async function show(c: Context, reviewer: Reviewer, { saved = false, ...said }: Said, status: 200 | 422 = 200) {
    const own = await wishes.find(reviewer.id);
    const [digest, groups, topics, loads] = await Promise.all([
      digests.find(reviewer.id),
      conditions.listGroups(),
      conditions.listByIds([...own.conditionIds]),
      queue.listLoads(today(), reviewer.id),
    ]);
    return c.html(
      <ProfilePage
        reviewer={reviewer}
        digest={digest.frequency}
        wishes={own}
        groups={groups.map(({ id, name }) => ({ id, name: inLanguage(name, i18n.language).text }))}
        topicSlugs={topics.map(({ slug }) => slug).sort()}
        load={loads.get(reviewer.id) ?? noLoad}
        today={today()}
        saved={saved}
        {...said}
        frame={frame}
      />,
      status,
    );
  }

  routes.get('/review/profile', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    return show(c, reviewer, { saved: c.req.query('saved') !== undefined });
  });

  routes.post('/review/profile/mail', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    await digests.saveFrequency(reviewer.id, digestForm.parse(await c.req.parseBody()).digest);
    return c.redirect(i18n.path('/review/profile?saved'), 303);
  });

  routes.post('/review/profile/topics', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    const form = wishesForm.parse(await c.req.parseBody({ all: true }));
    const groups = (await conditions.listGroups()).map(({ id }) => id);
    const named = [
      ...new Set(
        form.conditions
          .split(/[,;\n]+/u)
          .map((each) => each.trim())
          .filter(Boolean),
      ),
    ];
    const found = await Promise.all(named.slice(0, mostTopics).map((each) => conditions.findBySlug(addressOf(each))));
    const unknown = named.filter((_, index) => index < mostTopics && !found[index]);
    const load = /^\d{1,3}$/u.test(form.load) ? Number(form.load) : 0;
    const problems: WishesProblem[] = [
      ...(unknown.length > 0 ? (['topics'] as const) : []),
      ...(named.length > mostTopics ? (['too-many'] as const) : []),
      ...(load < 1 || load > mostLoad ? (['load'] as const) : []),
    ];
    if (problems.length > 0)
      return show(
        c,
        reviewer,
        { wrongWishes: { problems, unknown, groups: form.group, conditions: form.conditions, load: form.load } },
        422,
      );
    await database.transaction().execute(async (transaction) => {
      await createWishesRepository(transaction).save(reviewer.id, {
        groupIds: groups.filter((id) => form.group.includes(id)),
        conditionIds: [...new Set(found.map((condition) => condition!.id))],
        load,
      });
      await events.publish(transaction, reviewersChanged, {});
    });
    return c.redirect(i18n.path('/review/profile?saved'), 303);
  });

  routes.post('/review/profile', async (c) => {
    const reviewer = await ownProfile(requireStaff(c, ['reviewer']));
    const form = interestForm.parse(await c.req.parseBody({ all: true }));
    const slugs = form.conditions.split(/[\s,;]+/u).filter(Boolean);
    const found = await Promise.all(slugs.map((slug) => conditions.findBySlug(slug)));
    const problem =
      found.includes(undefined) || ((slugs.length > 0 || form.expires !== '') && form.interest === '')
        ? 'interest'
        : form.expires !== '' && !isDayAhead(form.expires, today())
          ? 'expires'
          : undefined;
    if (problem) return show(c, reviewer, { problem, typed: form }, 422);
    const interests = reviewer.interests.filter((_, index) => form.keep.includes(String(index)));
    if (form.interest !== '')
      interests.push({
        text: { en: form.interest },
        conditionIds: found.map((condition) => condition!.id),
        declaredOn: today(),
        ...(form.expires !== '' && { expiresOn: form.expires }),
      });
    await saveProfile({ ...reviewer, interests, interestsConfirmedOn: today() });
    return c.redirect(i18n.path('/review/profile?saved'), 303);
  });
}
