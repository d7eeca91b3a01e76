import { Hono } from 'hono';
import { createAccountRepository, createStaffRepository, type AccountServices } from '#modules/accounts/index.ts';
import { createAnswerRepository } from '#modules/answers/index.ts';
import { createConditionRepository, titleOfQuestion } from '#modules/conditions/index.ts';
import {
  createExperienceRepository,
  createItemRepository,
  standingsWith,
  type Item,
} from '#modules/experiences/index.ts';
import { createConsentRepository, createProfileRepository, inForce, SignedOutPage } from '#modules/members/index.ts';
import {
  callMail,
  createDecisionRoutes,
  createQueueRoutes,
  createReportRoutes,
  createModerationRepository,
  DecisionsNotice,
  decisionMail,
  standingOfAuthor,
  type ModeratedItem,
  type ModeratedItems,
  type ModerationHands,
} from '#modules/moderation/index.ts';
import { createLeavingRepository } from '#modules/privacy/index.ts';
import { createAudit } from '#platform/audit/audit.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { defaultLanguage, type MessageKey } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { i18nOf } from './rights.ts';
import type { Services } from './start.ts';

const acts = [
  'keep',
  'approve',
  'note',
  'ask-for-change',
  'hide',
  'remove',
  'restrict',
  'ban',
  'lift',
  'undo',
  'uphold',
  'reverse',
] as const;

/** What moderation puts into the record of staff acts, in words. */
export const moderationActs: Readonly<Record<string, MessageKey>> = Object.fromEntries(
  acts.map((act) => [`moderation.${act}`, `moderation.act.${act}`]),
);

type Needed = Pick<Services, 'config' | 'clock' | 'mails' | 'events'> & {
  database: { db: Database };
};

/** Texts of members, as moderation knows them. */
export function moderatedItemsOf({ events, clock }: { events: Pick<Events, 'publish'>; clock: Clock }): ModeratedItems {
  const { setStanding, setNotes } = standingsWith({ events, clock });
  return {
    async find(database, ref) {
      const item = await createItemRepository(database).find(ref);
      if (!item || item.state === 'withdrawn') return undefined;
      const [condition] = await createConditionRepository(database).listByIds([item.conditionId]);
      return toModerated(item, condition?.slug ?? '');
    },
    async listWords(database, refs) {
      const found = await createItemRepository(database).listWords(refs);
      return new Map([...found].map(([id, { title, body }]) => [id, { title: title === '' ? null : title, body }]));
    },
    async isReadable(database, { kind, id }, accountId) {
      const item = await createItemRepository(database).find({ kind, id });
      if (!item || item.state !== 'published' || item.standing !== 'shown') return false;
      const reader = accountId !== undefined && (await isMember(database, accountId)) ? 'member' : 'stranger';
      const read = await createExperienceRepository(database).find(item.conditionId, item.experienceId ?? id, reader);
      return read !== undefined && (kind === 'experience' || (await isReplySeen(database, item, reader)));
    },
    async setStanding(transaction, ref, standing) {
      await setStanding(transaction, ref, standing);
    },
    async setNote(transaction, ref, note) {
      await setNotes(transaction, ref, note ? [note] : []);
    },
  };
}

const toModerated = (item: Item, slug: string): ModeratedItem => ({
  kind: item.kind,
  id: item.id,
  title: item.title === '' ? null : item.title,
  body: item.body,
  language: item.language,
  authorId: item.author?.accountId ?? null,
  authorName: item.authorName,
  relation: item.relation,
  ofAgeIn: item.ofAgeIn,
  conditionId: item.conditionId,
  questionId: item.questionId,
  revisions: item.revisions.map(({ title, body, at }) => ({ title, body, at })).reverse(),
  publishedAt: item.publishedAt,
  path: `/conditions/${slug}/experiences/${item.experienceId ?? item.id}`,
  demo: item.demo,
});

const isMember = async (database: Database, accountId: string) =>
  (await createProfileRepository(database).findByAccount(accountId)) !== undefined;

/** Whose author is leaving, or does not agree to publishing any more, is not seen by whoever they do not want to. */
async function isReplySeen(database: Database, { author }: Item, reader: 'member' | 'stranger'): Promise<boolean> {
  if (!author?.accountId) return true;
  const leaving = (await createLeavingRepository(database).find(author.accountId))?.leaving;
  if (leaving && !leaving.keepsExperiences) return false;
  if (reader === 'member') return true;
  return inForce(await createConsentRepository(database).list(author.accountId), 'publishing') !== undefined;
}

/** Writes to everybody who can moderate, each in their language. */
export const callModeratorsWith =
  ({ config, mails }: Pick<Needed, 'config' | 'mails'>) =>
  async (transaction: Database): Promise<void> => {
    const site = { name: config.siteName, address: config.origin };
    const staff = await createStaffRepository(transaction).list();
    for (const { accountId, email } of staff.filter(({ role, ready }) => role === 'moderator' && ready)) {
      const language = (await createAccountRepository(transaction).find(accountId))?.language ?? defaultLanguage;
      const mail = callMail({ i18n: i18nOf(language), site });
      await mails.write(transaction, { to: email, accountId, language, ...mail });
    }
  };

/** What moderation needs from the rest of the house. */
export function moderationHandsOf(services: Needed): ModerationHands {
  const { config, database, clock, mails } = services;
  const audit = createAudit({ clock });
  return {
    database: database.db,
    clock,
    items: moderatedItemsOf(services),
    async tellAuthor(transaction, accountId, news) {
      const account = await createAccountRepository(transaction).find(accountId);
      if (!account) return;
      const site = { name: config.siteName, address: config.origin };
      const mail = decisionMail(news, { i18n: i18nOf(account.language), site });
      await mails.write(transaction, {
        to: account.email,
        accountId,
        language: account.language,
        ...mail,
      });
    },
    callModerators: callModeratorsWith(services),
    audit: (transaction, { actor, act, object, aboutAccountId, rule }) =>
      audit.note(transaction, {
        actorId: actor.accountId,
        actorRole: 'moderator',
        act,
        object,
        ...(aboutAccountId && { aboutAccountId }),
        ...(rule && { details: { rule } }),
      }),
  };
}

/** What an author may do now: asked by `experiences` before anything is published. */
export const authorStandingWith =
  ({ config, database, clock }: Pick<Needed, 'config' | 'database' | 'clock'>) =>
  (accountId: string) =>
    standingOfAuthor(accountId, {
      database: database.db,
      clock,
      hold: {
        firstItems: config.holdFirstTexts,
        firstDays: config.holdNewMembersDays,
      },
      since: async () => (await createProfileRepository(database.db).findByAccount(accountId))?.joinedAt,
    });

/** Reports, the desk of moderators, and what authors read of their decisions: over texts and accounts they do not know. */
export function createModerationRoom({
  frame,
  accounts,
  services,
}: {
  frame: SiteFrame;
  accounts: Pick<AccountServices, 'rateLimit'>;
  services: Needed;
}): Hono {
  const hands = moderationHandsOf(services);
  const { db } = services.database;
  const standingOf = authorStandingWith(services);
  const common = { ...hands, frame, standingOf };
  const routes = new Hono();
  routes.route('/', createReportRoutes({ ...common, rateLimit: accounts.rateLimit }));
  routes.route(
    '/',
    createDecisionRoutes({
      ...common,
      showSignedOut: (path, fields) => <SignedOutPage frame={frame} path={path} fields={fields} />,
    }),
  );
  routes.route(
    '/',
    createQueueRoutes({
      frame,
      hands,
      standingOf,
      namesOf: (accountIds) => namesOf(db, accountIds),
      listAnswers: (conditionId, i18n) => listAnswers(db, conditionId, i18n),
    }),
  );
  return routes;
}

/** On somebody's own page: that something was decided about what they wrote, or of what they reported. */
export async function noticeOfDecisions(accountId: string, database: Database, i18n: I18n) {
  const repository = createModerationRepository(database);
  const [decisions, reports] = await Promise.all([
    repository.listDecisionsAbout(accountId, 20),
    repository.listReportsOf(accountId, 1),
  ]);
  // of a text that was reported and kept its author is told nothing
  const told = decisions.some(({ kind }) => kind !== 'keep');
  return (told || reports.length > 0) && <DecisionsNotice i18n={i18n} />;
}

/** What staff call each other: the name they show, or the address they work under. */
async function namesOf(database: Database, accountIds: readonly string[]): Promise<Map<string, string>> {
  const names = await Promise.all(
    [...new Set(accountIds)].map(async (id): Promise<[string, string] | undefined> => {
      const [member, account] = await Promise.all([
        createProfileRepository(database).findByAccount(id),
        createAccountRepository(database).find(id),
      ]);
      const name = member?.displayName ?? account?.email;
      return name === undefined ? undefined : [id, name];
    }),
  );
  return new Map(names.filter((name) => name !== undefined));
}

async function listAnswers(database: Database, conditionId: string, i18n: I18n) {
  const answered = await createAnswerRepository(database).listAnswered(conditionId);
  const [condition] = await createConditionRepository(database).listByIds([conditionId]);
  if (!condition) return [];
  return answered.map(({ question }) => ({
    questionId: question.id,
    title: titleOfQuestion({ ...condition, questionTitles: {} }, question, i18n.language),
  }));
}
