import { Hono } from 'hono';
import { createAnswerRepository, importQuestions } from '#modules/answers/index.ts';
import { createConditionRepository, importKnowledge, namesOf } from '#modules/conditions/index.ts';
import { createExperienceRoutes, type AuthorStanding } from '#modules/experiences/index.ts';
import { createProfileRepository, giveConsent, wordingOf, type ConditionBook } from '#modules/members/index.ts';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { cacheTagsOf } from '#platform/page-cache/cacheable.ts';
import { newId } from '#platform/ids/ids.ts';
import { addAccount } from './account.ts';
import { testDatabase } from './database.ts';
import { testFrame } from './frame.ts';
import { knowledge, question } from './knowledge.ts';

export interface Author extends SignedIn {
  memberId: string;
}

/** The pages of experiences over a database, with an invented condition and as many members as a test wants. */
export async function startExperienceSite() {
  const database = await testDatabase();
  const clock = fixedClock('2026-11-30T09:00:00Z');
  const heard: { name: string; payload: Record<string, unknown> }[] = [];
  const events = {
    subscribe: () => {},
    publish: async (_transaction: unknown, { name }: { name: string }, payload: unknown) =>
      void heard.push({ name, payload: payload as Record<string, unknown> }),
  };
  const conditions = createConditionRepository(database.db);
  const conditionId = await database.db.transaction().execute(async (transaction) => {
    const { idOf } = await importKnowledge({ transaction, knowledge, events, clock });
    await importQuestions({ transaction, packId: 'examples', questions: [question] });
    return idOf('stillness');
  });
  heard.length = 0;
  const book: ConditionBook = {
    search: async () => [],
    async list(ids, i18n) {
      return (await conditions.listByIds(ids)).map((each) => {
        const { preferred, inSentence } = namesOf(each, i18n.language);
        return { id: each.id, slug: each.slug, name: preferred, inSentence };
      });
    },
    find: async () => {
      throw new Error('nobody asks');
    },
  };
  const standing = new Map<string, AuthorStanding>();
  const limits = { published: Infinity, read: Infinity };
  const cached: boolean[] = [];
  let signedIn: SignedIn | undefined;
  const app = new Hono();
  app.use(async (c, next) => {
    c.set('signedIn', signedIn);
    await next();
    cached.push(cacheTagsOf(c.req.raw) !== undefined);
  });
  app.onError((error, c) =>
    error instanceof CairnError
      ? c.text(error.code, error.kind === 'rate-limited' ? 429 : 404)
      : c.text(error.stack ?? String(error), 500),
  );
  for (const language of ['en', 'es'] as const)
    app.route(
      language === 'en' ? '/' : '/es',
      createExperienceRoutes({
        frame: testFrame(language),
        database: database.db,
        events,
        clock,
        conditions,
        book,
        listQuestions: () => createAnswerRepository(database.db).listQuestions(),
        languages: ['en', 'es'],
        adultAge: 18,
        script: '/write.js',
        rateLimit: { take: async () => ({ allowed: limits.published-- > 0, left: 1, seconds: 60 }) },
        standingOfAuthor: async (accountId) => standing.get(accountId) ?? 'free',
        async readMembersOnly(_c, _reader, ids) {
          limits.read -= ids.length;
          return limits.read >= 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: 60 };
        },
      }),
    );

  const read = async (response: Response) => {
    const whole = await response.text();
    const html = /<main[^]*<\/main>/u.exec(whole)?.[0] ?? whole;
    return {
      status: response.status,
      to: response.headers.get('location') ?? '',
      cache: response.headers.get('cache-control'),
      cacheable: cached.at(-1) === true,
      whole,
      html,
      words: html
        .replace(/<(script|style|svg|head)\b[\s\S]*?<\/\1>/gu, ' ')
        .replace(/<[^>]+>/gu, ' ')
        .replaceAll('&#39;', "'")
        .replaceAll('&amp;', '&')
        .replace(/\s+/gu, ' '),
      field: (name: string) => new RegExp(`name="${name}" value="([^"]*)"`, 'u').exec(html)?.[1] ?? '',
    };
  };
  const get = async (path: string) => read(await app.request(path));
  const post = async (path: string, fields: Record<string, string | readonly string[]>) => {
    const body = new URLSearchParams();
    for (const [name, value] of Object.entries(fields))
      for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    return read(await app.request(path, { method: 'POST', body: body.toString(), headers }));
  };

  const site = {
    database,
    clock,
    heard,
    limits,
    standing,
    conditionId,
    get,
    post,
    /** Requests come from this account, or from nobody. */
    be: (who: SignedIn | undefined) => void (signedIn = who),
    /** Somebody who has joined, and sends every request from now on. */
    async join({
      name = 'Ana',
      publishing = true,
      region = null,
    }: { name?: string | null; publishing?: boolean; region?: string | null } = {}): Promise<Author> {
      const accountId = await addAccount(database.db);
      const memberId = newId();
      await createProfileRepository(database.db).add({
        id: memberId,
        accountId,
        profile: { role: 'living-with-it', displayName: name, region, birthYear: null },
        demo: false,
        joinedAt: clock.now(),
      });
      if (publishing)
        await giveConsent({
          database: database.db,
          events,
          clock,
          accountId,
          wording: wordingOf('publishing', testFrame().i18n),
        });
      const author: Author = {
        accountId,
        memberId,
        sessionId: 's',
        email: 'somebody@mail.example',
        staff: [],
        staffRoles: [],
        demo: false,
      };
      signedIn = author;
      return author;
    },
    /** Writes and publishes, through all steps; returns the id. */
    async publish(
      body: string,
      readers: Record<string, string | readonly string[]> = {},
      { title = '', question: asked = '' } = {},
    ): Promise<string> {
      const path = `/conditions/stillness/experiences/new${asked && `?question=${asked}`}`;
      const form = await get(path);
      const id = form.field('id');
      await post(path, { id, version: '0', question: asked, title, body, act: 'next' });
      const chosen = { about: 'self', audience: 'everyone', named: 'yes', language: 'en', ...readers };
      await post(`/me/experiences/${id}/readers`, { version: '1', ...chosen, act: 'next' });
      await post(`/me/experiences/${id}/check`, { version: '2', act: 'publish' });
      return id;
    },
    close: () => database.close(),
  };
  return site;
}

export type ExperienceSite = Awaited<ReturnType<typeof startExperienceSite>>;
