import { z } from 'zod';

/** How long a link can be used, in seconds. */
export const linkSeconds = 60 * 60;

/**
 * How many links are sent to one address in a time that is no longer than a link lives. Somebody who uses up the number for
 * another person has therefore filled that person's mailbox with links that work: nobody can be shut out.
 */
export const linksToOneAddress = { most: 5, seconds: linkSeconds };

/** Hands that press twice: the second press within these seconds is taken for the first. */
export const samePressSeconds = 20;

/** How often one household or clinic may ask for links, whatever the addresses. */
export const linksFromOneAsker = { most: 60, seconds: 60 * 60 };

const browser = { browser: z.string().optional(), system: z.string().optional() };

/** What a link in a mail stands for. */
export const signInLink = z.object({
  for: z.literal('sign-in'),
  address: z.string(),
  language: z.string(),
  to: z.string().optional(),
  askedAt: z.coerce.date(),
  ...browser,
  /** Made by the demonstration for its invented people, who have no app to take a code from. */
  invented: z.boolean().optional(),
  /** Set when it was used. */
  used: z.object({ at: z.coerce.date(), sessionId: z.string() }).optional(),
});
export type SignInLink = z.output<typeof signInLink>;

export const newAddressLink = z.object({
  for: z.literal('new-address'),
  accountId: z.uuid(),
  address: z.string(),
  language: z.string(),
});
export type NewAddressLink = z.output<typeof newAddressLink>;

/** For how long whoever reads mail at an address that an account left can take the account back, in days. */
export const takeBackDays = 14;

export const oldAddressLink = z.object({
  for: z.literal('old-address'),
  accountId: z.uuid(),
  address: z.string(),
});
export type OldAddressLink = z.output<typeof oldAddressLink>;

export type LinkState = 'ready' | 'used' | 'expired';

/** Whether a link can be used now. Just used is still good: that is a hand that pressed twice. */
export function stateOf({ used }: Pick<SignInLink, 'used'>, expiresAt: Date, now: Date): LinkState {
  if (used) return now.getTime() - used.at.getTime() <= samePressSeconds * 1000 ? 'ready' : 'used';
  return expiresAt <= now ? 'expired' : 'ready';
}
