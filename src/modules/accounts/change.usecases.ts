import type { Database } from '#platform/db/database.ts';
import type { Mails } from '#platform/mail/mail.ts';
import { createAccountRepository } from './account.repository.ts';
import type { Change, WriteChangeMail } from './account.mails.ts';

/** Tells the owner of an account of a change to how they sign in, in the transaction of the change. */
export type TellOfChange = (trx: Database, change: Change) => Promise<void>;

export const tellOwner =
  (accountId: string, { mails, writeMail }: { mails: Mails; writeMail: WriteChangeMail }): TellOfChange =>
  async (trx, change) => {
    const account = await createAccountRepository(trx).find(accountId);
    if (account) await mails.write(trx, writeMail(change, account));
  };
