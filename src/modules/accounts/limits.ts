import { codeLimits } from './second-factor.ts';

/** What limits are counted under that are about one address or account, each once, so that an erasure finds them all. */
export const linkPressed = (address: string): string => `link pressed ${address}`;
export const linksTo = (address: string): string => `links to ${address}`;
export const passwordsOf = (address: string): string => `passwords of ${address}`;
export const addressesOf = (accountId: string): string => `addresses of ${accountId}`;
export const codesOf = (accountId: string, seconds: number): string => `codes of ${accountId} in ${seconds}`;

/** All of them, for somebody who is to be forgotten. */
export const limitsAbout = ({ email, accountId }: { email: string; accountId: string }): string[] => [
  linkPressed(email),
  linksTo(email),
  passwordsOf(email),
  addressesOf(accountId),
  ...codeLimits.map(({ seconds }) => codesOf(accountId, seconds)),
];
