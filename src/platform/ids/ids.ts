import { createHash, randomBytes, randomUUID } from 'node:crypto';

/** A random (version 4) UUID: nothing about time, order or number of rows can be read from it. */
export const newId = (): string => randomUUID();

/** What a person reads out to us from an error page: ten letters and digits without look-alikes, 50 random bits. */
export function newReference(): string {
  const letters = '23456789abcdefghjkmnpqrstuvwxyz'.padEnd(32, 'A');
  return Array.from(randomBytes(10), (byte) => letters[byte % 32])
    .join('')
    .toLowerCase();
}

/** A number from 0 up to 1, for spreading retries apart; never for anything that must not be guessed. */
export const chance = (): number => Math.random();

/** What a link in a mail carries: 256 random bits. */
export const newToken = (): string => randomBytes(32).toString('base64url');

/** Whether a text can be a token at all. */
export const isToken = (text: string | undefined): text is string => /^[A-Za-z0-9_-]{43}$/u.test(text ?? '');

/** What is kept of a token. It is random, so that one round is enough. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('base64url');
