import { createHmac, randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '#platform/config/config.ts';
import { CairnError } from '#platform/errors/errors.ts';

/**
 * The text that signs sessions and seals second factors. Production is told one, the same for all its processes; elsewhere
 * one is made and kept beside the database.
 * @throws CairnError `auth.no_secret`
 */
export function secretOf({ secret, mode, dataDir }: Pick<Config, 'secret' | 'mode' | 'dataDir'>): string {
  if (secret !== undefined) return secret;
  if (mode === 'production')
    throw new CairnError(
      'auth.no_secret',
      'invalid',
      'SECRET must be set in production: a random text of at least 32 characters, the same for every process. `openssl rand -base64 32` makes one.',
    );
  const file = join(dataDir, 'secret');
  try {
    return readFileSync(file, 'utf8').trim();
  } catch {
    mkdirSync(dataDir, { recursive: true });
    const made = randomBytes(32).toString('base64url');
    writeFileSync(file, made, { mode: 0o600 });
    return made;
  }
}

/** A key for one purpose, from which neither the secret nor another key can be found out. */
export const keyFor = (secret: string, purpose: string): Buffer =>
  createHmac('sha256', secret).update(purpose).digest();

/** What limits are hashed with: the same wherever limits are counted, or forgotten. */
export const limitSecretOf = (secret: string): string => keyFor(secret, 'rate limits').toString('base64url');
