/** What keeps a text from being a mail address that we can write to. */
export type AddressProblem = 'missing' | 'incomplete' | 'letters';

const local = /^[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/u;
const domain = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]$/u;

/**
 * One way to write an address, so that two people never share one and one person never has two. The part before the @
 * takes ASCII alone: letters of other scripts look the same as ours and are not. What stands behind it may be written in
 * any script; it is kept as the network knows it (`xn--…`).
 */
export function readMailAddress(text: string): { address: string } | { problem: AddressProblem } {
  const typed = text.trim();
  if (typed === '') return { problem: 'missing' };
  const at = typed.lastIndexOf('@');
  if (at < 1 || at === typed.length - 1 || typed.length > 254 || /\s/u.test(typed)) return { problem: 'incomplete' };
  // Before anything is made small: the sign for kelvin has "k" for its small letter.
  if (/[^\x20-\x7e]/u.test(typed.slice(0, at))) return { problem: 'letters' };
  const before = typed.slice(0, at).toLowerCase();
  const host = hostOf(typed.slice(at + 1));
  if (host === undefined || before.length > 64 || !local.test(before)) return { problem: 'incomplete' };
  return { address: `${before}@${host}` };
}

function hostOf(text: string): string | undefined {
  // A URL would also take a port, a path, or a number for a host.
  if (/[^\p{L}\p{M}\p{N}.\-·]/u.test(text)) return undefined;
  const host = URL.parse(`http://${text}`)?.hostname;
  return host !== undefined && domain.test(host) ? host : undefined;
}

/** Names that say themselves that their mailboxes do not last. */
const passing =
  /(^|\.)(10minutemail|guerrillamail|mailinator|temp-?mail|throwaway|trashmail|yopmail|sharklasers|dispostable|maildrop|getnada|fakeinbox|discard\.email|moakt|tempr|minuteinbox|mohmal|emailondeck|spamgourmet|mailnesia|tmpmail)\b/u;

/** Whoever loses the mailbox loses the way in. That is a hint, never a reason to refuse: some people must hide. */
export const looksPassing = (address: string): boolean => passing.test(address.slice(address.lastIndexOf('@') + 1));
