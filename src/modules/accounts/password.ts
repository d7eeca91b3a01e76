/** Length is what makes a password hard to guess: NIST SP 800-63B-4 asks for 15 where it stands alone. */
export const shortestPassword = 15;
const longestPassword = 200;

export type PasswordProblem = 'short' | 'long' | 'guessable';

/** What is wrong with a new password; any letters may stand in it. */
export function problemOf(password: string, address: string): PasswordProblem | undefined {
  const letters = Array.from(password);
  if (letters.length < shortestPassword) return 'short';
  if (letters.length > longestPassword) return 'long';
  const name = address.split('@')[0]!.toLowerCase();
  const plain = password.toLowerCase();
  const repeats = new Set(letters).size < 5 || /^(.{1,6})\1+$/u.test(plain);
  return repeats || (name.length > 3 && plain.replaceAll(name, '').length < 8) ? 'guessable' : undefined;
}

/**
 * Guessing passwords is slowed, and nothing else is: the link by mail is no concern of these limits, so that nobody can
 * shut somebody out by guessing.
 */
export const passwordsFromOneAsker = { most: 20, seconds: 15 * 60 };
export const passwordsOfOneAddress = { most: 10, seconds: 15 * 60 };
