import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';
import { keyFor } from './secret.ts';

const algorithm = 'aes-256-gcm';

/** What the database may hold and whoever reads it may not. `purpose` and `owner` bind a text to its place. */
export function createSeal(secret: string, purpose: string) {
  const key = keyFor(secret, purpose);
  return {
    seal(text: string, owner: string): string {
      const nonce = randomBytes(12);
      const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(owner));
      const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
    },

    /** Undefined if it was sealed with another secret or for another owner. */
    open(sealed: string, owner: string): string | undefined {
      const bytes = Buffer.from(sealed, 'base64url');
      try {
        const decipher = createDecipheriv(algorithm, key, bytes.subarray(0, 12)).setAAD(Buffer.from(owner));
        decipher.setAuthTag(bytes.subarray(12, 28));
        return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString('utf8');
      } catch {
        return undefined;
      }
    },

    /** The same each time, so that a text can be recognised without being kept. */
    hash: (text: string, owner: string): string =>
      createHmac('sha256', key).update(`${owner}\n${text}`).digest('base64url'),
  };
}

export type Seal = ReturnType<typeof createSeal>;
