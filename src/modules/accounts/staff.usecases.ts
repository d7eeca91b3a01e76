import type { Audit } from '#platform/audit/audit.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Mail, Mails } from '#platform/mail/mail.ts';
import { createAccountRepository, type Account } from './account.repository.ts';
import { lastSteward, notStaff } from './account.errors.ts';
import type { WriteChangeMail } from './account.mails.ts';
import { tellOwner } from './change.usecases.ts';
import { endSecondFactor } from './second-factor.usecases.ts';
import { staffPolicy, type Actor } from './staff.policy.ts';
import { createStaffRepository } from './staff.repository.ts';

export type WriteStaffMail = (role: StaffRole, granted: boolean, account: Account) => Mail;

/** Whoever acts: a steward, or who runs the server, on its command line. */
export type StaffActor = (Actor & { accountId: string }) | 'operator';

interface Parts {
  actor: StaffActor;
  role: StaffRole;
  database: Database;
  clock: Clock;
  mails: Mails;
  audit: Audit;
  writeMail: WriteStaffMail;
}

const whoActs = (actor: StaffActor) =>
  actor === 'operator'
    ? ({ actorRole: 'operator' } as const)
    : ({ actorId: actor.accountId, actorRole: 'steward' } as const);

/**
 * Gives a role to whoever has an address, now or once they sign in for the first time: so what a steward sees is the same
 * for an address that is known here and for one that is not. @returns false if they had it.
 */
export async function grantRole({
  address,
  language,
  ...parts
}: Parts & { address: string; language: string }): Promise<boolean> {
  const { actor, role, database, clock, mails, audit, writeMail } = parts;
  if (actor !== 'operator' && !staffPolicy.grantRole(actor)) throw notStaff();
  return database.transaction().execute(async (trx) => {
    const now = clock.now();
    const { account } = await createAccountRepository(trx).findOrAdd({ address, language, now });
    const grantedBy = actor === 'operator' ? undefined : actor.accountId;
    const granted = await createStaffRepository(trx).grant({ accountId: account.id, role, now, grantedBy });
    if (!granted) return false;
    await audit.note(trx, {
      ...whoActs(actor),
      act: 'staff.granted',
      aboutAccountId: account.id,
      details: { role },
    });
    await mails.write(trx, writeMail(role, true, account));
    return true;
  });
}

/** Takes a role away. @returns false if they did not have it. @throws when nobody would be left to give roles. */
export async function removeRole({ accountId, ...parts }: Parts & { accountId: string }): Promise<boolean> {
  const { actor, role, database, mails, audit, writeMail } = parts;
  if (actor !== 'operator' && !actor.staff.includes('steward')) throw notStaff();
  return database.transaction().execute(async (trx) => {
    const staff = createStaffRepository(trx);
    const stewards = await staff.countStewards();
    const account = await createAccountRepository(trx).find(accountId);
    if (!account || !(await staff.remove(accountId, role))) return false;
    if (actor !== 'operator' && !staffPolicy.removeRole(actor, { role, stewards })) throw lastSteward();
    await audit.note(trx, {
      ...whoActs(actor),
      act: 'staff.removed',
      aboutAccountId: account.id,
      details: { role },
    });
    await mails.write(trx, writeMail(role, false, account));
    return true;
  });
}

/**
 * Removes the second factor of somebody who lost app and backup codes, for whoever runs the server, who has made sure that
 * it is them. Nobody can do this on a page.
 */
export async function forgetSecondFactor({
  accountId,
  writeMail,
  database,
  mails,
  audit,
}: Pick<Parts, 'database' | 'mails' | 'audit'> & { accountId: string; writeMail: WriteChangeMail }): Promise<void> {
  const told = tellOwner(accountId, { mails, writeMail });
  await endSecondFactor({
    database,
    accountId,
    tell: async (trx, change) => {
      await audit.note(trx, {
        actorRole: 'operator',
        act: 'staff.second-factor-forgotten',
        aboutAccountId: accountId,
      });
      await told(trx, change);
    },
  });
}
