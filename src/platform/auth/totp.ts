import { createHmac, randomBytes } from 'node:crypto';

/* Codes that change every half minute: RFC 4226 and RFC 6238, as every authenticator app knows them. */

const seconds = 30;
const digits = 6;
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** 160 random bits in base 32, as RFC 4226 asks for. */
export function newTotpSecret(): string {
  const bits = Array.from(randomBytes(20), (byte) => byte.toString(2).padStart(8, '0')).join('');
  return Array.from({ length: bits.length / 5 }, (_, at) => letters[parseInt(bits.slice(at * 5, at * 5 + 5), 2)]).join(
    '',
  );
}

function bytesOf(secret: string): Buffer {
  const bits = Array.from(secret, (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from(bits.match(/.{8}/gu)?.map((byte) => parseInt(byte, 2)) ?? []);
}

/** The number of the half minute that a time lies in. */
export const stepAt = (time: Date): number => Math.floor(time.getTime() / 1000 / seconds);

/** The code of one half minute. */
export function totpCode(secret: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const hash = createHmac('sha1', bytesOf(secret)).update(counter).digest();
  const offset = hash[hash.length - 1]! & 0xf;
  return String((hash.readUInt32BE(offset) & 0x7fffffff) % 10 ** digits).padStart(digits, '0');
}

/**
 * The half minute whose code was given, one before and one after included, since clocks differ and hands take time.
 * Undefined if it is none of them, or not later than the last that was used: a code that was watched is worth nothing.
 */
export function findStep(
  secret: string,
  code: string,
  { now, usedStep }: { now: Date; usedStep: number },
): number | undefined {
  const current = stepAt(now);
  return [current - 1, current, current + 1].find((step) => step > usedStep && totpCode(secret, step) === code);
}

/** What an authenticator app reads from a QR code. */
export const totpUri = ({ secret, issuer, account }: { secret: string; issuer: string; account: string }): string =>
  `otpauth://totp/${encodeURIComponent(issuer)}:${encodeURIComponent(account)}?secret=${secret}&issuer=${encodeURIComponent(issuer)}`;
