import { createHash, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Leaving } from './leaving.ts';

/** An account by everything that leads to it. */
export interface AccountRow {
  accountId: string;
  email: string;
  language: string;
  memberId: string | undefined;
  leaving: Leaving | undefined;
}

/** Somebody whom a backup may still hold, known only to who has the backup. */
export interface ErasedAccount {
  hash: string;
  salt: string;
  keepsExperiences: boolean;
  erasedAt: Date;
}

interface Row {
  accountId: string;
  email: string;
  language: string;
  memberId: string | null;
  on: Date | null;
  keepsExperiences: boolean | null;
}

const accountOf = ({ memberId, on, keepsExperiences, ...row }: Row): AccountRow => ({
  ...row,
  memberId: memberId ?? undefined,
  leaving: on ? { on, keepsExperiences: keepsExperiences ?? false } : undefined,
});

const accounts = sql`
  select a.id as "accountId", a.email, a.language, m.id as "memberId", m.leaving_on as "on",
    m.leaving_keeps_experiences as "keepsExperiences"
  from accounts a left join members m on m.account_id = a.id`;

const hashOf = (salt: string, accountId: string) =>
  createHash('sha256')
    .update(salt + accountId)
    .digest('hex');

export type LeavingRepository = ReturnType<typeof createLeavingRepository>;

export function createLeavingRepository(db: Database) {
  return {
    async find(accountId: string): Promise<AccountRow | undefined> {
      const { rows } = await sql<Row>`${accounts} where a.id = ${accountId}::uuid`.execute(db);
      return rows[0] && accountOf(rows[0]);
    },

    /** Nobody else does anything to this account until the transaction ends. */
    async hold(accountId: string): Promise<void> {
      await sql`select from accounts where id = ${accountId}::uuid for update`.execute(db);
    },

    /** Those whose days to change their mind are over. */
    async listDue(now: Date): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select account_id as id from members
        where leaving_on <= ${now} and account_id is not null order by leaving_on`.execute(db);
      return rows.map(({ id }) => id);
    },

    /** Finds somebody who is leaving, and holds them against a change of mind until the transaction ends. */
    async holdDue(accountId: string, now: Date): Promise<AccountRow | undefined> {
      await this.hold(accountId);
      const { rows } = await sql<Row>`
        ${accounts} where a.id = ${accountId}::uuid and m.leaving_on <= ${now}`.execute(db);
      return rows[0] && accountOf(rows[0]);
    },

    /** Marks somebody as leaving; who never joined gets the row that says so. False if there is no such account any more. */
    async leave(accountId: string, { on, keepsExperiences }: Leaving, now: Date): Promise<boolean> {
      const { numAffectedRows } = await sql`
        insert into members (id, account_id, demo, joined_at, joined, leaving_on, leaving_keeps_experiences)
        select ${newId()}::uuid, id, demo, ${now}, false, ${on}, ${keepsExperiences} from accounts
        where id = ${accountId}::uuid
        on conflict (account_id) do update
          set leaving_on = excluded.leaving_on, leaving_keeps_experiences = excluded.leaving_keeps_experiences`.execute(
        db,
      );
      return numAffectedRows === 1n;
    },

    /** False if they were not leaving, or it was due already. */
    async stay(accountId: string, now: Date): Promise<boolean> {
      const stillTime = sql`account_id = ${accountId}::uuid and leaving_on > ${now}`;
      const { numAffectedRows: gone } = await sql`
        delete from members where ${stillTime} and not joined`.execute(db);
      const { numAffectedRows: kept } = await sql`
        update members set leaving_on = null, leaving_keeps_experiences = false where ${stillTime}`.execute(db);
      return gone === 1n || kept === 1n;
    },

    /** When a session began; undefined if it is over. */
    async findSignedInAt(sessionId: string): Promise<Date | undefined> {
      const { rows } = await sql<{ at: Date }>`
        select created_at as at from sessions where id = ${sessionId}::uuid`.execute(db);
      return rows[0]?.at;
    },

    /** Signs somebody out everywhere. */
    async endSessions(accountId: string): Promise<void> {
      await sql`delete from sessions where account_id = ${accountId}::uuid`.execute(db);
    },

    /** The conditions whose pages show what somebody wrote. */
    async listConditionsWrittenUnder(memberId: string): Promise<string[]> {
      const { rows } = await sql<{ id: string }>`
        select condition_id as id from experiences where author_id = ${memberId}::uuid
        union select condition_id from experience_replies where author_id = ${memberId}::uuid`.execute(db);
      return rows.map(({ id }) => id);
    },

    async countExperiences(accountId: string): Promise<number> {
      const { rows } = await sql<{ count: number }>`
        select count(*)::int as count
        from (select author_id from experiences union all select author_id from experience_replies) e
        join members m on m.id = e.author_id
        where m.account_id = ${accountId}::uuid`.execute(db);
      return rows[0]!.count;
    },

    /** For a restored backup: whom to forget again. Says nothing to anybody who has not that backup. */
    async noteErased(accountId: string, keepsExperiences: boolean, at: Date): Promise<void> {
      const salt = randomBytes(16).toString('hex');
      await sql`
        insert into erased_accounts (hash, salt, keeps_experiences, erased_at)
        values (${hashOf(salt, accountId)}, ${salt}, ${keepsExperiences}, ${at})`.execute(db);
    },

    async listErased(): Promise<ErasedAccount[]> {
      const { rows } = await sql<ErasedAccount>`
        select hash, salt, keeps_experiences as "keepsExperiences", erased_at as "erasedAt"
        from erased_accounts order by erased_at`.execute(db);
      return rows;
    },

    /** Once the last backup that held them is gone, nobody needs to be forgotten again. */
    async forgetErased(before: Date): Promise<void> {
      await sql`delete from erased_accounts where erased_at < ${before}`.execute(db);
    },

    /** Accounts of this database that were erased elsewhere. */
    async findAgain(erased: readonly ErasedAccount[]): Promise<{ accountId: string; keepsExperiences: boolean }[]> {
      const { rows } = await sql<{ accountId: string; keepsExperiences: boolean }>`
        select a.id as "accountId", e."keepsExperiences"
        from jsonb_to_recordset(${JSON.stringify(erased)}::jsonb) as e (hash text, salt text, "keepsExperiences" boolean)
        join accounts a on encode(sha256(convert_to(e.salt || a.id::text, 'UTF8')), 'hex') = e.hash`.execute(db);
      return rows;
    },
  };
}
