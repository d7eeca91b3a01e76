import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Database } from '#platform/db/database.ts';
import type { AccountTables } from './account.tables.ts';

export interface StaffMember {
  accountId: string;
  email: string;
  role: StaffRole;
  grantedAt: Date;
  /** They have a second factor, without which no right can be used. */
  ready: boolean;
  demo: boolean;
}

export type StaffRepository = ReturnType<typeof createStaffRepository>;

export function createStaffRepository(database: Database) {
  const db = database.withTables<AccountTables>();
  return {
    /** False if they had the role already. */
    async grant(given: { accountId: string; role: StaffRole; grantedBy?: string; now: Date }): Promise<boolean> {
      const added = await db
        .insertInto('staff_roles')
        .values({
          account_id: given.accountId,
          role: given.role,
          granted_by: given.grantedBy ?? null,
          granted_at: given.now,
        })
        .onConflict((conflict) => conflict.columns(['account_id', 'role']).doNothing())
        .returning('role')
        .executeTakeFirst();
      return added !== undefined;
    },

    /** False if they did not have the role. */
    async remove(accountId: string, role: StaffRole): Promise<boolean> {
      const removed = await db
        .deleteFrom('staff_roles')
        .where('account_id', '=', accountId)
        .where('role', '=', role)
        .returning('role')
        .executeTakeFirst();
      return removed !== undefined;
    },

    async list(): Promise<StaffMember[]> {
      return db
        .selectFrom('staff_roles')
        .innerJoin('accounts', 'accounts.id', 'staff_roles.account_id')
        .select([
          'accounts.id as accountId',
          'accounts.email',
          'staff_roles.role',
          'staff_roles.granted_at as grantedAt',
          'accounts.two_factor_enabled as ready',
          'accounts.demo',
        ])
        .orderBy('accounts.email')
        .orderBy('staff_roles.role')
        .execute();
    },

    /** How many stewards there are, none of whom can leave until this transaction ends. */
    async countStewards(): Promise<number> {
      const rows = await db
        .selectFrom('staff_roles')
        .select('account_id')
        .where('role', '=', 'steward')
        .forUpdate()
        .execute();
      return rows.length;
    },
  };
}
