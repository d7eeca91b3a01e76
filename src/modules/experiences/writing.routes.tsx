import { Hono, type Context } from 'hono';
import type { Child } from 'hono/jsx';
import { z } from 'zod';
import { signedInOf } from '#platform/auth/signed-in.ts';
import { newId } from '#platform/ids/ids.ts';
import { getCondition, type ConditionEntry } from '#modules/conditions/index.ts';
import { signInPath, type Form, type Member } from '#modules/members/index.ts';
import { CheckPage } from './check.views.tsx';
import { hasSignsOfCrisis } from './crisis.ts';
import { createDraftRepository } from './draft.repository.ts';
import {
  blankContent,
  contentOf,
  mayBeNamed,
  missingOf,
  prompts,
  relationOf,
  roleOfDraft,
  type Draft,
  type DraftContent,
} from './draft.ts';
import { experienceNotFound } from './experience.errors.ts';
import type { Experience } from './experience.ts';
import { createItemRepository } from './item.repository.ts';
import { HistoryPage, MinePage, StateForm, type StateAct } from './mine.views.tsx';
import { createOwnRepository } from './own.repository.ts';
import { readReaders, readWords, sameWords } from './read-draft-form.ts';
import { ReadersPage } from './readers.views.tsx';
import { findRevealing } from './revealing.ts';
import { HeldWordsPage, NotNowPage, WritePage, type WriteProblem } from './write.views.tsx';
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
import { draftPath, experiencePath, minePath, newWordsKey, writePath } from './writing-paths.ts';
import { bringBack, deleteForGood, publishDraft, saveDraft, withdraw } from './writing.usecases.ts';

/** What nothing has as its id. */
const none = '00000000-0000-0000-0000-000000000000';
const idIn = z.uuid().catch(none);
const versionIn = z.coerce.number().int().min(0).max(1e9).catch(0);

const countryOf = ({ region }: Member): string | null => region?.slice(0, 2) ?? null;
const inDanger = ({ title, body }: Pick<DraftContent, 'title' | 'body'>) => hasSignsOfCrisis(`${title}\n${body}`);

/** Writing, step by step; each step is saved. In one language of the site. */
export function createWritingRoutes(means: ExperienceMeans): Hono {
  const { frame, database, conditions, clock, languages, adultAge, script, book } = means;
  const { i18n } = frame;
  const routes = new Hono();
  const drafts = createDraftRepository(database);
  const own = createOwnRepository(database);
  const yearNow = () => clock.now().getUTCFullYear();

  /** For members; whoever is not signed in signs in first, and what they typed waits in the page. */
  const mine =
    (answer: (c: Context, member: Member, form: Form) => Promise<Response>, path: (c: Context) => string) =>
    async (c: Context) => {
      forOnePerson(c);
      const form = c.req.method === 'POST' ? await formOf(c) : undefined;
      const member = await memberOf(c, means);
      if (member) return answer(c, member, form!);
      const signedIn = signedInOf(c);
      if (form?.text('act') === 'autosave') return c.json({ state: 'signed-out' }, 401);
      if (form) {
        const kind = signedIn ? 'not-joined' : 'signed-out';
        const fields = form.entries().filter(([name]) => name !== 'act');
        return c.html(
          <HeldWordsPage
            {...{ frame, fields, kind, script }}
            path={path(c)}
            crisis={fields.some(([, value]) => hasSignsOfCrisis(value))}
          />,
          signedIn ? 200 : 401,
        );
      }
      return c.redirect(signedIn ? i18n.path('/join') : signInPath(i18n, path(c)), 303);
    };

  const conditionOf = async (id: string): Promise<ConditionEntry> => {
    const [condition] = await conditions.listByIds([id]);
    if (!condition) throw experienceNotFound();
    return condition;
  };

  /** A draft that is there, or one begun from what is published already. */
  async function openDraft(id: string, member: Member): Promise<{ draft: Draft; published: boolean }> {
    const [draft, there] = await Promise.all([drafts.find(id, member.id), own.findExperience(id, member.id)]);
    if (draft) return { draft, published: there !== undefined };
    if (!there || there.standing === 'removed') throw experienceNotFound();
    const { conditionId, questionId } = there;
    const content = contentOf(there);
    return {
      draft: { id, conditionId, questionId, authorId: member.id, content, version: 0, changedAt: clock.now() },
      published: true,
    };
  }

  /** The words of a form, saved; or the page again, with what stands in the way and everything that was typed. */
  async function takeWords(
    c: Context,
    form: Form,
    draft: Draft,
    { path, published, wordsKey }: { path: string; published: boolean; wordsKey: string },
  ): Promise<Response> {
    const auto = form.text('act') === 'autosave';
    const { content, long } = readWords(form, draft.content);
    const typed = { ...draft, content, changedAt: clock.now() };
    const again = async (status: 409 | 422, problem?: WriteProblem, newer?: Draft) => {
      const { subject } = await subjectOf(await conditionOf(draft.conditionId), draft.questionId, means);
      return c.html(
        <WritePage
          {...{ frame, subject, path, content, published, wordsKey, script, problem }}
          id={draft.id}
          version={newer?.version ?? draft.version}
          questionId={draft.questionId}
          stranger={false}
          newer={newer?.content}
        />,
        status,
      );
    };
    if (long) return auto ? c.json({ state: 'long' }, 422) : again(422, 'long');
    if (content.body === '' && !auto) return again(422, 'empty');
    let outcome = await saveDraft(typed, means);
    // saved by the script a moment ago, or sent twice: nothing is lost by going on from there
    if ('newer' in outcome && sameWords(outcome.newer.content, content)) outcome = { saved: outcome.newer };
    if ('saved' in outcome) {
      if (auto) return c.json({ version: outcome.saved.version });
      const next =
        form.text('act') === 'stop'
          ? `${minePath}?said=saved&safe=${encodeURIComponent(wordsKey)}${inDanger(content) ? '&help=yes' : ''}`
          : `${draftPath(draft.id, 'readers')}?safe=${encodeURIComponent(wordsKey)}`;
      return c.redirect(i18n.path(next), 303);
    }
    if ('newer' in outcome) return auto ? c.json({ state: 'newer' }, 409) : again(409, undefined, outcome.newer);
    if ('tooMany' in outcome) return auto ? c.json({ state: 'too-many' }, 422) : again(422, 'too-many');
    if (auto) return c.json({ state: 'gone' }, 409);
    // published in another window: beside what is published now, to be sent as a change of it
    const there = await own.findExperience(draft.id, draft.authorId);
    if (there) return again(409, undefined, { ...draft, content: contentOf(there), version: 0 });
    // deleted in another window: these words become a draft of their own
    const renewed = await saveDraft({ ...typed, id: newId(), version: 0 }, means);
    return 'saved' in renewed
      ? c.redirect(i18n.path(draftPath(renewed.saved.id, 'readers')), 303)
      : again(422, 'too-many');
  }

  routes.get('/conditions/:slug/experiences/new', async (c) => {
    forOnePerson(c);
    const condition = await getCondition({ slug: c.req.param('slug'), conditions });
    const { subject, questionId } = await subjectOf(condition, c.req.query('question'), means);
    const content = { ...blankContent(i18n.language), parts: questionId ? [] : prompts.map(() => '') };
    return c.html(
      <WritePage
        {...{ frame, subject, content, questionId, script }}
        path={writePath(condition.slug, questionId)}
        id={newId()}
        version={0}
        stranger={(await memberOf(c, means)) === undefined}
        wordsKey={newWordsKey(condition.slug, questionId)}
      />,
    );
  });

  routes.post(
    '/conditions/:slug/experiences/new',
    mine(
      async (c, member, form) => {
        const condition = await getCondition({ slug: c.req.param('slug')!, conditions });
        const { questionId } = await subjectOf(condition, form.text('question'), means);
        const id = z.uuid().catch(newId()).parse(form.text('id'));
        const version = versionIn.parse(form.text('version'));
        const before = version > 0 ? await drafts.find(id, member.id) : undefined;
        const draft: Draft = {
          id,
          conditionId: condition.id,
          questionId,
          authorId: member.id,
          content:
            before?.content ?? blankContent(languages.find((each) => each === form.text('language')) ?? i18n.language),
          version,
          changedAt: clock.now(),
        };
        return takeWords(c, form, draft, {
          path: writePath(condition.slug, questionId),
          published: false,
          wordsKey: newWordsKey(condition.slug, questionId),
        });
      },
      (c) => writePath(c.req.param('slug')!, c.req.query('question')),
    ),
  );

  const ofDraft = (step: 'words' | 'readers' | 'check' | 'history') => (c: Context) =>
    draftPath(idIn.parse(c.req.param('id')), step);
  const wordsKeyOf = (id: string) => `draft:${id}`;
  const safeOf = (c: Context): string[] => {
    const key = c.req.query('safe');
    return key !== undefined && /^(new|draft):[a-z0-9:-]{1,120}$/u.test(key) ? [key] : [];
  };

  /** What was done a moment ago, in words, with the way back. */
  function saidOf(c: Context): Child {
    const item = {
      kind: c.req.query('kind') === 'reply' ? ('reply' as const) : ('experience' as const),
      id: idIn.parse(c.req.query('id')),
    };
    switch (c.req.query('said')) {
      case 'saved':
        return <p>{i18n.t('mine.said.saved')}</p>;
      case 'withdrawn':
        return (
          <>
            <p>{i18n.t('mine.said.withdrawn')}</p>
            <StateForm i18n={i18n} item={item} act="back">
              {i18n.t('mine.undo')}
            </StateForm>
          </>
        );
      case 'back':
        return <p>{i18n.t('mine.said.back')}</p>;
      case 'not-back':
        return <p>{i18n.t('mine.said.not-back')}</p>;
      case 'deleted':
        return <p>{i18n.t('mine.said.deleted')}</p>;
      default:
        return undefined;
    }
  }

  routes.get(
    '/me/experiences',
    mine(
      async (c, member) => {
        const [writing, items] = await Promise.all([drafts.list(member.id), own.list(member.id)]);
        const ids = [...new Set([...writing, ...items].map(({ conditionId }) => conditionId))];
        const named = ids.length === 0 ? [] : await book.list(ids, i18n);
        return c.html(
          <MinePage
            frame={frame}
            drafts={writing}
            items={items}
            conditions={new Map(named.map((each) => [each.id, each]))}
            said={saidOf(c)}
            wordsKeys={safeOf(c)}
            script={script}
            crisis={c.req.query('help') === 'yes' ? { country: countryOf(member) } : undefined}
          />,
        );
      },
      () => minePath,
    ),
  );

  routes.post(
    '/me/experiences/state',
    mine(
      async (c, member, form) => {
        const kind = form.text('kind') === 'reply' ? ('reply' as const) : ('experience' as const);
        const item = { kind, id: idIn.parse(form.text('id')) };
        const said = async (act: StateAct) => {
          if (act === 'withdraw') return (await withdraw(item, member.id, means)) ? 'withdrawn' : '';
          if (act === 'back') return (await bringBack(item, member, means)) ? 'back' : 'not-back';
          if (act === 'delete') return (await deleteForGood(item, member.id, means)) ? 'deleted' : '';
          return (await drafts.remove(item.id, member.id)) ? 'deleted' : '';
        };
        const done = await said(form.text('act') as StateAct);
        return c.redirect(i18n.path(done ? `${minePath}?said=${done}&kind=${kind}&id=${item.id}` : minePath), 303);
      },
      () => minePath,
    ),
  );

  routes.get(
    '/me/experiences/:id',
    mine(async (c, member) => {
      const { draft, published } = await openDraft(idIn.parse(c.req.param('id')), member);
      const { subject } = await subjectOf(await conditionOf(draft.conditionId), draft.questionId, means);
      return c.html(
        <WritePage
          {...{ frame, subject, published, script }}
          content={draft.content}
          path={draftPath(draft.id)}
          id={draft.id}
          version={draft.version}
          questionId={draft.questionId}
          stranger={false}
          wordsKey={wordsKeyOf(draft.id)}
        />,
      );
    }, ofDraft('words')),
  );

  routes.post(
    '/me/experiences/:id',
    mine(async (c, member, form) => {
      const { draft, published } = await openDraft(idIn.parse(c.req.param('id')), member);
      return takeWords(
        c,
        form,
        { ...draft, version: versionIn.parse(form.text('version')) },
        {
          path: draftPath(draft.id),
          published,
          wordsKey: wordsKeyOf(draft.id),
        },
      );
    }, ofDraft('words')),
  );

  const readersPage = async (
    c: Context,
    member: Member,
    draft: Draft,
    {
      age = '',
      missing,
      status = 200,
    }: { age?: string; missing?: ReturnType<typeof missingOf>; status?: 200 | 409 | 422 } = {},
  ) => {
    const { subject } = await subjectOf(await conditionOf(draft.conditionId), draft.questionId, means);
    return c.html(
      <ReadersPage
        {...{ frame, subject, draft, languages, adultAge, age, script }}
        displayName={member.displayName}
        missing={missing ?? []}
        crisis={inDanger(draft.content) ? { country: countryOf(member) } : undefined}
        wordsKeys={safeOf(c)}
      />,
      status,
    );
  };

  routes.get(
    '/me/experiences/:id/readers',
    mine(async (c, member) => {
      const { draft } = await openDraft(idIn.parse(c.req.param('id')), member);
      return readersPage(c, member, draft);
    }, ofDraft('readers')),
  );

  routes.post(
    '/me/experiences/:id/readers',
    mine(async (c, member, form) => {
      const { draft } = await openDraft(idIn.parse(c.req.param('id')), member);
      const content = readReaders(form, draft.content, { adultAge, now: yearNow(), languages });
      const typed = { ...draft, content, version: versionIn.parse(form.text('version')), changedAt: clock.now() };
      const outcome = await saveDraft(typed, means);
      // the words were changed in another window: what was chosen here is shown again beside them, and not saved yet
      if ('newer' in outcome)
        return readersPage(
          c,
          member,
          { ...outcome.newer, content: { ...content, ...wordsOf(outcome.newer) } },
          { status: 409 },
        );
      if (!('saved' in outcome)) throw experienceNotFound();
      const missing = missingOf(content, member.displayName).filter((part) => part !== 'body');
      if (form.text('act') === 'stop') return c.redirect(i18n.path(`${minePath}?said=saved`), 303);
      if (missing.length > 0)
        return readersPage(c, member, outcome.saved, { age: form.text('age'), missing, status: 422 });
      return c.redirect(i18n.path(draftPath(draft.id, 'check')), 303);
    }, ofDraft('readers')),
  );

  const wordsOf = ({ content: { title, body, parts } }: Draft) => ({ title, body, parts });

  /** The draft as readers will meet it. */
  const resultOf = ({ id, conditionId, questionId, content }: Draft, member: Member): Experience => ({
    id,
    conditionId,
    questionId,
    language: content.language,
    title: content.title,
    body: content.body,
    authorName: content.named && mayBeNamed(content) ? member.displayName : null,
    role: roleOfDraft(content),
    audience: content.audience ?? 'members',
    relation: relationOf(content),
    yearsSince: content.yearsSince,
    contentNotes: content.contentNotes,
    demo: false,
    publishedAt: clock.now(),
    changedAt: null,
  });

  const checkPage = async (
    c: Context,
    member: Member,
    { draft, published }: { draft: Draft; published: boolean },
    {
      consentMissing = false,
      said,
      status = 200,
    }: { consentMissing?: boolean; said?: Child; status?: 200 | 409 | 422 } = {},
  ) => {
    const { subject } = await subjectOf(await conditionOf(draft.conditionId), draft.questionId, means);
    const result = resultOf(draft, member);
    const text = `${result.title ? `${result.title}\n\n` : ''}${result.body}`;
    return c.html(
      <CheckPage
        {...{ frame, subject, draft, result, published, consentMissing, said }}
        findings={findRevealing(text, { minor: draft.content.minor === true })}
        crisis={hasSignsOfCrisis(text)}
        country={countryOf(member)}
        consent={result.audience === 'everyone' ? await missingConsent(member, means, i18n) : undefined}
      />,
      status,
    );
  };

  routes.get(
    '/me/experiences/:id/check',
    mine(async (c, member) => {
      const opened = await openDraft(idIn.parse(c.req.param('id')), member);
      const missing = missingOf(opened.draft.content, member.displayName);
      if (missing.length > 0)
        return c.redirect(i18n.path(draftPath(opened.draft.id, missing[0] === 'body' ? 'words' : 'readers')), 303);
      return checkPage(c, member, opened);
    }, ofDraft('check')),
  );

  const notNow = (c: Context, path: string, reason: 'restricted' | 'banned' | 'removed') =>
    c.html(
      <NotNowPage frame={frame} path={path} title={i18n.t('write.refused.title')}>
        <p>{i18n.t(`write.refused.${reason}`)}</p>
      </NotNowPage>,
      403,
    );

  routes.post(
    '/me/experiences/:id/check',
    mine(async (c, member, form) => {
      const id = idIn.parse(c.req.param('id'));
      if (form.text('act') === 'stop') return c.redirect(i18n.path(`${minePath}?said=saved`), 303);
      const draft = await drafts.find(id, member.id);
      if (draft?.content.audience === 'everyone' && (await missingConsent(member, means, i18n))) {
        if (!(await takeConsent(form, member, means, i18n)))
          return checkPage(c, member, await openDraft(id, member), { consentMissing: true, status: 422 });
      }
      if (draft) await countPublished('experience', member, means);
      const outcome = await publishDraft({ id, version: versionIn.parse(form.text('version')), member }, means);
      if ('published' in outcome) {
        const { slug } = await conditionOf(outcome.conditionId);
        return c.redirect(i18n.path(`${experiencePath(slug, id)}?said=${outcome.published}`), 303);
      }
      if ('refused' in outcome) return notNow(c, draftPath(id, 'check'), outcome.refused);
      if ('gone' in outcome) throw experienceNotFound();
      if ('missing' in outcome)
        return c.redirect(i18n.path(draftPath(id, outcome.missing[0] === 'body' ? 'words' : 'readers')), 303);
      const opened = await openDraft(id, member);
      return 'newer' in outcome
        ? checkPage(c, member, opened, { said: <p>{i18n.t('check.newer')}</p>, status: 409 })
        : checkPage(c, member, opened, { status: 422 });
    }, ofDraft('check')),
  );

  routes.get(
    '/me/experiences/:id/history',
    mine(async (c, member) => {
      const item = await createItemRepository(database).find({ kind: 'experience', id: idIn.parse(c.req.param('id')) });
      if (item?.author?.memberId !== member.id) throw experienceNotFound();
      const [condition] = await book.list([item.conditionId], i18n);
      if (!condition) throw experienceNotFound();
      return c.html(<HistoryPage frame={frame} item={item} condition={condition} />);
    }, ofDraft('history')),
  );

  return routes;
}
