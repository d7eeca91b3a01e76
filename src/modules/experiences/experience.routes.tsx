import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { signedInOf } from '#platform/auth/signed-in.ts';
import { newId } from '#platform/ids/ids.ts';
import { markCacheable } from '#platform/page-cache/cacheable.ts';
import { getCondition, pagesOfCondition, type ConditionEntry } from '#modules/conditions/index.ts';
import { memberRoles, signInPath, type Form, type Member } from '#modules/members/index.ts';
import { cleanText, lettersOf, mostLetters } from './clean-text.ts';
import { hasSignsOfCrisis } from './crisis.ts';
import { experienceNotFound, readTooManyExperiences } from './experience.errors.ts';
import { createExperienceRepository, type Reader, type ReadingOrder } from './experience.repository.ts';
import { reactionKinds, yearsSince, type Experience } from './experience.ts';
import { createOwnRepository, type OwnExperience } from './own.repository.ts';
import { ExperiencePage, ExperiencesPage, type ReplyForm } from './reading.views.tsx';
import { createReplyRepository } from './reply.repository.ts';
import { findRevealing } from './revealing.ts';
import { HeldWordsPage, NotNowPage } from './write.views.tsx';
import {
  countPublished,
  formOf,
  forOnePerson,
  memberOf,
  missingConsent,
  subjectOf,
  takeConsent,
  type ExperienceMeans,
} from './writer.routes.tsx';
import { experiencePath } from './writing-paths.ts';
import { createWritingRoutes } from './writing.routes.tsx';
import { publishReply } from './writing.usecases.ts';

const pageSize = 20;
const repliesAtOnce = 50;
const after = z.uuid().optional().catch(undefined);
const orderIn = z.enum(['newest', 'helpful', 'alike']).catch('newest');
const roleIn = z.enum(memberRoles).catch('living-with-it');
const yearsIn = z.enum(yearsSince).optional().catch(undefined);

function orderOf(c: Context): ReadingOrder {
  const by = orderIn.parse(c.req.query('order'));
  if (by !== 'alike') return { by };
  const years = yearsIn.parse(c.req.query('years'));
  return { by, role: roleIn.parse(c.req.query('role')), ...(years && { years }) };
}

const blankReply = (): ReplyForm => ({ id: newId(), body: '', named: null, findings: [] });

/** Reading what others wrote, answering it, and writing oneself; in one language of the site. */
export function createExperienceRoutes(means: ExperienceMeans): Hono {
  const { frame, database, conditions, readMembersOnly } = means;
  const { i18n } = frame;
  const routes = new Hono();
  const experiences = createExperienceRepository(database);
  const own = createOwnRepository(database);
  const replies = createReplyRepository(database);

  /** What strangers read is kept for all of them; what a member reads, for nobody. */
  async function readerOf(
    c: Context,
    condition: ConditionEntry,
  ): Promise<{ member: Member | undefined; reader: Reader }> {
    const member = await memberOf(c, means);
    if (member || signedInOf(c)) forOnePerson(c);
    else markCacheable(c, [pagesOfCondition(condition.id)]);
    return { member, reader: member ? 'member' : 'stranger' };
  }

  /** Texts for members that somebody has not written themselves are counted: nobody copies them all. */
  async function countReading(c: Context, read: readonly Experience[], mine?: string) {
    const signedIn = signedInOf(c);
    const ids = read.filter(({ audience, id }) => audience === 'members' && id !== mine).map(({ id }) => id);
    if (!signedIn || ids.length === 0) return;
    const budget = await readMembersOnly(c, signedIn, ids);
    if (!budget.allowed) throw readTooManyExperiences({ retryAfterSeconds: budget.retryAfterSeconds });
  }

  routes.get('/conditions/:slug/experiences', async (c) => {
    const condition = await getCondition({ slug: c.req.param('slug'), conditions });
    const { subject, questionId } = await subjectOf(condition, c.req.query('question'), means);
    const { reader } = await readerOf(c, condition);
    const order = orderOf(c);
    const last = after.parse(c.req.query('after'));
    const start = last ? await experiences.findPlace(condition.id, last, reader) : undefined;
    const found = await experiences.list(condition.id, {
      questionId: questionId ?? undefined,
      after: start,
      limit: pageSize + 1,
      reader,
      order,
    });
    const shown = found.slice(0, pageSize);
    await countReading(c, shown);
    return c.html(
      <ExperiencesPage
        {...{ frame, subject, order, reader }}
        questionId={questionId ?? undefined}
        experiences={shown}
        notes={await replies.listNotes(
          condition.id,
          shown.map(({ id }) => id),
        )}
        next={found.length > pageSize ? shown.at(-1)!.id : undefined}
        first={start === undefined}
      />,
    );
  });

  // before the address of one experience, whose id could be "new" otherwise
  routes.route('/', createWritingRoutes(means));

  /** One experience, for whoever may read it, and for its author always. */
  async function findFor(c: Context): Promise<{
    condition: ConditionEntry;
    member: Member | undefined;
    reader: Reader;
    experience: Experience;
    mine: OwnExperience | undefined;
  }> {
    const condition = await getCondition({ slug: c.req.param('slug')!, conditions });
    const { member, reader } = await readerOf(c, condition);
    const id = z.uuid().safeParse(c.req.param('id')).data;
    if (id === undefined) throw experienceNotFound();
    const [readable, written] = await Promise.all([
      experiences.find(condition.id, id, reader),
      member && own.findExperience(id, member.id),
    ]);
    const mine = written?.conditionId === condition.id ? written : undefined;
    const experience = readable ?? mine;
    if (!experience) throw experienceNotFound({ id });
    return { condition, member, reader, experience, mine };
  }

  async function experiencePage(
    c: Context,
    found: Awaited<ReturnType<typeof findFor>>,
    {
      form = blankReply(),
      said,
      crisis = false,
      status = 200,
    }: { form?: ReplyForm; said?: Child; crisis?: boolean; status?: 200 | 422 } = {},
  ) {
    const { condition, member, reader, experience, mine } = found;
    const { subject } = await subjectOf(condition, experience.questionId, means);
    const last = after.parse(c.req.query('after'));
    const start = last ? await replies.findPlace(condition.id, last) : undefined;
    const listed = await replies.list(experience, { reader, after: start, limit: repliesAtOnce + 1 });
    const shown = listed.slice(0, repliesAtOnce);
    const asks = member !== undefined && experience.audience === 'everyone';
    const [notes, reactions, consent] = await Promise.all([
      replies.listNotes(condition.id, [experience.id, ...shown.map(({ id }) => id)]),
      member ? replies.listReactions(condition.id, experience.id, member.id) : [],
      asks ? missingConsent(member, means, i18n) : undefined,
    ]);
    const own = mine && crisisIn(`${mine.title}\n${mine.body}`);
    return c.html(
      <ExperiencePage
        {...{ frame, subject, experience, notes, said }}
        replies={shown}
        next={listed.length > repliesAtOnce ? shown.at(-1)!.id : undefined}
        member={member && { id: member.id, displayName: member.displayName, reactions, form, consent }}
        own={mine}
        crisis={own || crisis ? { country: member?.region?.slice(0, 2) ?? null } : undefined}
      />,
      status,
    );
  }
  const crisisIn = hasSignsOfCrisis;

  const saidWords = { new: 'experiences.said.new', changed: 'experiences.said.changed' } as const;

  routes.get('/conditions/:slug/experiences/:id', async (c) => {
    const found = await findFor(c);
    await countReading(c, [found.experience], found.mine?.id);
    const done = c.req.query('said');
    const said =
      found.mine && (done === 'new' || done === 'changed') ? (
        <p>{i18n.t(found.mine.standing === 'held' ? 'experiences.said.held' : saidWords[done])}</p>
      ) : found.member && (done === 'replied' || done === 'replied-held') ? (
        <p>{i18n.t(`reply.said.${done === 'replied' ? 'sent' : 'held'}`)}</p>
      ) : undefined;
    return experiencePage(c, found, { said, crisis: found.member !== undefined && c.req.query('help') === 'yes' });
  });

  routes.post('/conditions/:slug/experiences/:id/react', async (c) => {
    forOnePerson(c);
    const found = await findFor(c);
    const { member, experience, condition, mine } = found;
    const path = i18n.path(experiencePath(condition.slug, experience.id));
    if (!member) return c.redirect(signInPath(i18n, experiencePath(condition.slug, experience.id)), 303);
    const form = await formOf(c);
    const kind = reactionKinds.find((each) => each === form.text('kind'));
    // nobody thanks themselves
    if (kind && !mine) {
      const to = { conditionId: condition.id, experienceId: experience.id, memberId: member.id, kind };
      await (form.text('on') === 'yes' ? replies.react(to) : replies.takeBackReaction(to));
    }
    return c.redirect(path, 303);
  });

  /** What stands against a reply. */
  function problemOf(form: ReplyForm, member: Member, anyway: boolean): ReplyForm['problem'] | 'look' {
    if (form.body === '') return 'empty';
    if (lettersOf(form.body) > mostLetters.reply) return 'long';
    if (form.findings.some(({ forbidden }) => forbidden)) return 'forbidden';
    if (member.displayName !== null && form.named === null) return 'named';
    return form.findings.length > 0 && !anyway ? 'look' : undefined;
  }

  const readReply = (form: Form): ReplyForm => {
    const body = cleanText(form.text('body'));
    return {
      id: z.uuid().catch(newId()).parse(form.text('id')),
      body,
      named: form.text('named') === 'yes' ? true : form.text('named') === 'no' ? false : null,
      findings: lettersOf(body) > mostLetters.reply ? [] : findRevealing(body, { minor: false }),
    };
  };

  routes.post('/conditions/:slug/experiences/:id/replies', async (c) => {
    forOnePerson(c);
    const found = await findFor(c);
    const { member, experience, condition } = found;
    const path = experiencePath(condition.slug, experience.id);
    const form = await formOf(c);
    if (!member) {
      const signedIn = signedInOf(c);
      const fields = form.entries().filter(([name]) => name !== 'act');
      return c.html(
        <HeldWordsPage
          frame={frame}
          path={`${path}/replies`}
          fields={fields}
          kind={signedIn ? 'not-joined' : 'signed-out'}
          script={means.script}
          crisis={hasSignsOfCrisis(form.text('body'))}
        />,
        signedIn ? 200 : 401,
      );
    }
    const reply = readReply(form);
    const problem = problemOf(reply, member, form.text('act') === 'anyway');
    if (problem === 'look') return experiencePage(c, found, { form: reply });
    if (problem) return experiencePage(c, found, { form: { ...reply, problem }, status: 422 });
    if (experience.audience === 'everyone' && (await missingConsent(member, means, i18n)))
      if (!(await takeConsent(form, member, means, i18n)))
        return experiencePage(c, found, { form: { ...reply, problem: 'consent' }, status: 422 });
    await countPublished('reply', member, means);
    const outcome = await publishReply(
      {
        id: reply.id,
        conditionId: condition.id,
        experienceId: experience.id,
        language: i18n.language,
        body: reply.body,
        named: reply.named === true,
      },
      member,
      means,
    );
    if ('refused' in outcome)
      return c.html(
        <NotNowPage frame={frame} path={path} title={i18n.t('write.refused.title')}>
          <p>{i18n.t(`write.refused.${outcome.refused}`)}</p>
        </NotNowPage>,
        403,
      );
    if ('forbidden' in outcome)
      return experiencePage(c, found, { form: { ...reply, problem: 'forbidden' }, status: 422 });
    const said = outcome.standing === 'held' ? 'replied-held' : 'replied';
    return c.redirect(`${i18n.path(path)}?said=${said}${outcome.crisis ? '&help=yes' : ''}#replies`, 303);
  });

  return routes;
}
