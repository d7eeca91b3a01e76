import { Hono } from 'hono';
import { importKnowledge } from '#modules/conditions/index.ts';
import {
  createJoinRoutes,
  createMeRoutes,
  createPeopleRoutes,
  type ConditionBook,
  type MemberMeans,
  type NamedCondition,
} from '#modules/members/index.ts';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import { fixedClock } from '#platform/clock/clock.ts';
import type { DatabaseHandle } from '#platform/db/database.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { addAccount } from './account.ts';
import { testDatabase } from './database.ts';
import { testFrame } from './frame.ts';
import { knowledge, restlessness, stillness } from './knowledge.ts';

/** A form as a browser sends it. */
export type Fields = Record<string, string | readonly string[]>;

/** The pages of members over a database, with two invented conditions and nobody's real account. */
export async function startMemberSite() {
  const database: DatabaseHandle = await testDatabase();
  const clock = fixedClock('2026-11-22T09:00:00Z');
  const published: string[] = [];
  const events = {
    subscribe: () => {},
    publish: async (_transaction: unknown, { name }: { name: string }) => void published.push(name),
  };
  const idOf = await database.db
    .transaction()
    .execute(async (transaction) => (await importKnowledge({ transaction, knowledge, events, clock })).idOf);
  const named: NamedCondition[] = [stillness, restlessness].map(({ slug, names }) => ({
    id: idOf(slug),
    slug,
    name: names.en.preferred,
    inSentence: names.en.inSentence,
  }));
  const conditions: ConditionBook = {
    search: async (typed) =>
      typed.trim() === '' ? [] : named.filter(({ name }) => name.toLowerCase().includes(typed.trim().toLowerCase())),
    list: async (ids) => ids.flatMap((id) => named.find((each) => each.id === id) ?? []),
    async find(slug) {
      const found = named.find((each) => each.slug === slug);
      if (!found) throw new CairnError('conditions.not_found', 'not-found', 'There is none.');
      return found;
    },
  };

  /** What the rooms next door were asked to do. */
  const asked = { removed: [] as string[], languages: new Map<string, string>() };
  const budget = { left: Infinity };
  let signedIn: SignedIn | undefined;
  const app = new Hono();
  app.use(async (c, next) => {
    c.set('signedIn', signedIn);
    await next();
  });
  app.onError((error, c) =>
    error instanceof CairnError
      ? c.text(error.code, error.kind === 'rate-limited' ? 429 : 404)
      : c.text(String(error), 500),
  );
  for (const language of ['en', 'es'] as const) {
    const means: MemberMeans = {
      frame: testFrame(language),
      minimumAge: 16,
      shownFrom: 15,
      database: database.db,
      events,
      clock,
      conditions,
      accounts: {
        findLanguage: async (id) => asked.languages.get(id) ?? 'en',
        setLanguage: async (id, chosen) => void asked.languages.set(id, chosen),
        removeNew: async (_, { accountId }) => void asked.removed.push(accountId),
        listStaffNames: async () => ['Ada Lind'],
      },
      languages: ['en', 'es'],
    };
    const path = language === 'en' ? '/' : `/${language}`;
    app.route(path, createJoinRoutes(means));
    app.route(path, createMeRoutes({ ...means, workOf: () => [] }));
    app.route(
      path,
      createPeopleRoutes({
        ...means,
        countOf: async () => 'at least 10 people',
        readPeople: async (_c, _reader, ids) => {
          budget.left -= ids.length;
          return budget.left >= 0 ? { allowed: true } : { allowed: false, retryAfterSeconds: 60 };
        },
      }),
    );
  }

  return {
    database,
    clock,
    published,
    asked,
    budget,
    idOf,
    /** A new account, which sends every request from now on. */
    async signIn(over: Partial<SignedIn> = {}): Promise<SignedIn> {
      const email = over.email ?? `${crypto.randomUUID()}@mail.example`;
      const accountId = over.accountId ?? (await addAccount(database.db, email));
      signedIn = { sessionId: 's', staff: [], staffRoles: [], demo: false, ...over, email, accountId };
      return signedIn;
    },
    /** Requests come from this account again, or from nobody. */
    be(who: SignedIn | undefined) {
      signedIn = who;
    },
    async get(path: string) {
      const response = await app.request(path);
      return read(response);
    },
    async post(path: string, fields: Fields = {}) {
      const body = new URLSearchParams();
      for (const [name, value] of Object.entries(fields))
        for (const each of typeof value === 'string' ? [value] : value) body.append(name, each);
      return read(
        await app.request(path, {
          method: 'POST',
          body: body.toString(),
          headers: { 'content-type': 'application/x-www-form-urlencoded' },
        }),
      );
    },
    close: () => database.close(),
  };
}

export type MemberSite = Awaited<ReturnType<typeof startMemberSite>>;

async function read(response: Response) {
  const whole = await response.text();
  const html = /<main[^]*<\/main>/u.exec(whole)?.[0] ?? whole;
  return {
    status: response.status,
    to: response.headers.get('location'),
    cache: response.headers.get('cache-control'),
    /** What stands in the page's own part. */
    html,
    title: /<title>([^<]*)/u.exec(whole)?.[1],
    words: html
      .replace(/<(script|style|svg|head)\b[\s\S]*?<\/\1>/gu, ' ')
      .replace(/<[^>]+>/gu, ' ')
      .replaceAll('&#39;', "'")
      .replaceAll('&amp;', '&')
      .replace(/\s+/gu, ' '),
  };
}
