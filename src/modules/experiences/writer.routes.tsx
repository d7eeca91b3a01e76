import type { Context } from 'hono';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import { namesOf, titleOfQuestion, type ConditionEntry, type ConditionRepository } from '#modules/conditions/index.ts';
import {
  createConsentRepository,
  createProfileRepository,
  giveConsent,
  inForce,
  readForm,
  wordingOf,
  type ConditionBook,
  type Form,
  type Member,
} from '#modules/members/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { asked, type AskedConsent } from './asked-consent.ts';
import { wroteTooOften } from './experience.errors.ts';
import type { Subject } from './write.views.tsx';
import type { WritingMeans } from './writing.usecases.ts';

type Question = Parameters<typeof titleOfQuestion>[1] & { id: string };

/** What the pages of reading and writing are handed. */
export interface ExperienceMeans extends WritingMeans {
  frame: SiteFrame;
  clock: Clock;
  conditions: ConditionRepository;
  /** Conditions by name, for members' own pages. */
  book: ConditionBook;
  listQuestions: () => Promise<readonly Question[]>;
  /** Those in which people write here. */
  languages: readonly LanguageTag[];
  adultAge: number;
  /** What keeps words while they are written. */
  script: string;
  rateLimit: Pick<RateLimit, 'take'>;
  /** Whether somebody may read these texts for members too today: how many one reader may see is limited. */
  readMembersOnly: (
    c: Context,
    reader: SignedIn,
    ids: readonly string[],
  ) => Promise<{ allowed: true } | { allowed: false; retryAfterSeconds: number }>;
}

/** The longest body that a form brings: the words are counted later, and the rest of a megabyte is not read. */
const longestField = 100_000;

/** A page for one person: it stays nowhere. */
export const forOnePerson = (c: Context): void => c.header('cache-control', 'private, no-store');

export const formOf = async (c: Context): Promise<Form> => readForm(await c.req.text(), longestField);

/** The member who asks; undefined for strangers, for who has not joined, and for who is leaving. */
export async function memberOf(c: Context, { database }: Pick<WritingMeans, 'database'>): Promise<Member | undefined> {
  const signedIn = signedInOf(c);
  const member = signedIn && (await createProfileRepository(database).findByAccount(signedIn.accountId));
  return member?.leavingOn === null ? member : undefined;
}

/** What a page of writing is about: a condition, and maybe one of its questions. An unknown question is none. */
export async function subjectOf(
  condition: ConditionEntry,
  questionId: string | null | undefined,
  { frame: { i18n }, listQuestions }: Pick<ExperienceMeans, 'frame' | 'listQuestions'>,
): Promise<{ subject: Subject; questionId: string | null }> {
  const question = questionId ? (await listQuestions()).find(({ id }) => id === questionId) : undefined;
  const names = namesOf(condition, i18n.language);
  return {
    subject: {
      slug: condition.slug,
      condition: { name: names.preferred, inSentence: names.inSentence },
      ...(question && { question: titleOfQuestion({ questionTitles: {}, ...condition }, question, i18n.language) }),
    },
    questionId: question?.id ?? null,
  };
}

/** The consent without which nothing is shown to everyone; undefined where it is in force. */
export async function missingConsent(
  { accountId }: Member,
  { database }: Pick<WritingMeans, 'database'>,
  i18n: I18n,
): Promise<AskedConsent | undefined> {
  const consents = await createConsentRepository(database).list(accountId);
  return inForce(consents, 'publishing') ? undefined : asked(wordingOf('publishing', i18n));
}

/** Takes the consent that a form brings, if its box is ticked and its words are those of today. */
export async function takeConsent(
  form: Form,
  { accountId }: Member,
  means: Pick<WritingMeans, 'database' | 'events' | 'clock'>,
  i18n: I18n,
): Promise<boolean> {
  const wording = wordingOf('publishing', i18n);
  if (form.text('agree') !== 'yes' || form.text('shown') !== wording.version) return false;
  await giveConsent({ ...means, accountId, wording });
  return true;
}

/** Nobody has so much to say in a day; a machine has. */
const inADay = { experience: { most: 20, seconds: 86_400 }, reply: { most: 60, seconds: 86_400 } } as const;

const publishedBy = (kind: keyof typeof inADay, accountId: string) => `${kind}s by ${accountId}`;

/** Under which limits somebody is counted here, so that an erasure finds them all. */
export const limitsOfAuthor = (accountId: string): string[] => [
  publishedBy('experience', accountId),
  publishedBy('reply', accountId),
];

export async function countPublished(
  kind: keyof typeof inADay,
  { accountId }: Member,
  { rateLimit }: Pick<ExperienceMeans, 'rateLimit'>,
): Promise<void> {
  const taken = await rateLimit.take(publishedBy(kind, accountId), inADay[kind]);
  if (!taken.allowed) throw wroteTooOften({ retryAfterSeconds: taken.seconds });
}
