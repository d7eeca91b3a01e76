import { createHmac } from 'node:crypto';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { createRateLimitRepository } from './rate-limit.repository.ts';

/** How often something may be done within so many seconds (at most a day). */
export interface Limit {
  most: number;
  seconds: number;
}

export interface Taken {
  allowed: boolean;
  /** How many more times in this window. */
  left: number;
  /** Until the window ends. */
  seconds: number;
}

export interface RateLimit {
  /**
   * Counts one more of what `key` names, and says whether it is still within the limit. `key` may hold an address: only a
   * hash of it is kept, made with a secret of the day, so that tomorrow nobody can tell whose it was.
   */
  take(key: string, limit: Limit): Promise<Taken>;
  /** The hashes under which a key may be counted still: of today and yesterday. What an erasure takes away. */
  hashesOf(key: string): string[];
}

const day = 24 * 60 * 60 * 1000;

/** Limits that hold over all processes: counted in PostgreSQL, in windows that begin with the first use. */
export function createRateLimit({
  database,
  clock,
  secret,
}: {
  database: Database;
  clock: Clock;
  secret: string;
}): RateLimit {
  const repository = createRateLimitRepository(database);

  /** The secret of the day, and the key under it. */
  function hashOf(key: string, now: Date): string {
    const ofTheDay = createHmac('sha256', secret)
      .update(`limits of ${now.toISOString().slice(0, 10)}`)
      .digest();
    return createHmac('sha256', ofTheDay).update(key).digest('base64url');
  }

  return {
    async take(key, { most, seconds }) {
      const now = clock.now();
      const { used, until } = await repository.count({
        key: hashOf(key, now),
        now,
        until: new Date(now.getTime() + seconds * 1000),
      });
      return {
        allowed: used <= most,
        left: Math.max(0, most - used),
        seconds: Math.ceil((until.getTime() - now.getTime()) / 1000),
      };
    },
    hashesOf(key) {
      const now = clock.now();
      return [now, new Date(now.getTime() - day)].map((time) => hashOf(key, time));
    },
  };
}
