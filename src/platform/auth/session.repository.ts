import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import type { StaffRole } from './signed-in.ts';

/** A session with what every request must know of its account. */
export interface FoundSession {
  sessionId: string;
  accountId: string;
  email: string;
  demo: boolean;
  twoFactorEnabled: boolean;
  secondFactorAt: Date | null;
  refreshedAt: Date;
  roles: StaffRole[];
}

/** A session as its owner sees it. */
export interface ListedSession {
  id: string;
  browser: string | null;
  startedAt: Date;
  seenAt: Date;
}

export function createSessionRepository(database: Database) {
  return {
    /** One question a request, and only of requests that bring a session. */
    async find(token: string, now: Date): Promise<FoundSession | undefined> {
      const { rows } = await sql<FoundSession>`
        select s.id as "sessionId", a.id as "accountId", a.email, a.demo, a.two_factor_enabled as "twoFactorEnabled",
          s.second_factor_at as "secondFactorAt", s.updated_at as "refreshedAt",
          array(select role from staff_roles r where r.account_id = a.id order by role) as roles
        from sessions s join accounts a on a.id = s.account_id
        where s.token = ${token} and s.expires_at > ${now}`.execute(database);
      return rows[0];
    },

    /** Somebody who comes back stays signed in. */
    async extend(sessionId: string, { now, until }: { now: Date; until: Date }): Promise<void> {
      await sql`update sessions set updated_at = ${now}, expires_at = ${until} where id = ${sessionId}`.execute(
        database,
      );
    },

    async list(accountId: string, now: Date): Promise<ListedSession[]> {
      const { rows } = await sql<ListedSession>`
        select id, user_agent as browser, created_at as "startedAt", updated_at as "seenAt"
        from sessions where account_id = ${accountId} and expires_at > ${now}
        order by updated_at desc, id`.execute(database);
      return rows;
    },

    /** Sets times by the site's clock, and the second factor where it was given at the start. */
    async begin(sessionId: string, times: { now: Date; until: Date; secondFactorAt?: Date }): Promise<void> {
      await sql`
        update sessions set created_at = ${times.now}, updated_at = ${times.now}, expires_at = ${times.until},
          second_factor_at = ${times.secondFactorAt ?? null}
        where id = ${sessionId}`.execute(database);
    },

    async noteSecondFactor(sessionId: string, now: Date): Promise<void> {
      await sql`update sessions set second_factor_at = ${now} where id = ${sessionId}`.execute(database);
    },

    /** Only one's own: somebody else's session is not found. */
    async end(accountId: string, sessionId: string): Promise<void> {
      await sql`delete from sessions where account_id = ${accountId} and id = ${sessionId}`.execute(database);
    },

    async endOthers(accountId: string, exceptSessionId: string | undefined): Promise<number> {
      const { numAffectedRows } = await sql`
        delete from sessions where account_id = ${accountId}
          and id is distinct from cast(${exceptSessionId ?? null} as uuid)`.execute(database);
      return Number(numAffectedRows ?? 0);
    },

    async removeExpired(now: Date): Promise<void> {
      await sql`delete from sessions where expires_at <= ${now}`.execute(database);
      await sql`delete from verifications where expires_at <= ${now}`.execute(database);
    },
  };
}
