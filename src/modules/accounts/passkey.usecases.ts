import type { Auth, PasskeyAnswer, StartedSession } from '#platform/auth/auth.ts';
import type { BrowserName } from '#platform/auth/browser-name.ts';
import type { Database } from '#platform/db/database.ts';
import type { TellOfChange } from './change.usecases.ts';
import { createCredentialRepository } from './credential.repository.ts';

/** Keeps a passkey that a browser has made. False if it does not fit what it was asked for. */
export async function addPasskey({
  answer,
  challenge,
  name,
  tell,
  database,
  auth,
}: PasskeyAnswer & {
  name: string;
  tell: TellOfChange;
  database: Database;
  auth: Pick<Auth, 'addPasskey'>;
}): Promise<boolean> {
  return database.transaction().execute(async (trx) => {
    const added = await auth.addPasskey(trx, { answer, challenge, name });
    if (added) await tell(trx, 'passkey-added');
    return added;
  });
}

export async function removePasskey({
  id,
  accountId,
  tell,
  database,
}: {
  id: string;
  accountId: string;
  tell: TellOfChange;
  database: Database;
}): Promise<void> {
  await database.transaction().execute(async (trx) => {
    if (await createCredentialRepository(trx).removePasskey(accountId, id)) await tell(trx, 'passkey-removed');
  });
}

export const signInByPasskey = ({
  answer,
  challenge,
  browser,
  database,
  auth,
}: PasskeyAnswer & {
  browser: BrowserName;
  database: Database;
  auth: Pick<Auth, 'signInByPasskey'>;
}): Promise<StartedSession | undefined> =>
  database.transaction().execute((trx) => auth.signInByPasskey(trx, { answer, challenge, browser }));
