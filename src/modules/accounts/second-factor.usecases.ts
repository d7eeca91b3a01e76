import type { Auth } from '#platform/auth/auth.ts';
import type { Seal } from '#platform/auth/sealed.ts';
import { findStep, newTotpSecret } from '#platform/auth/totp.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newReference } from '#platform/ids/ids.ts';
import type { RateLimit } from '#platform/rate-limit/rate-limit.ts';
import { createAccountRepository } from './account.repository.ts';
import { codesOf } from './limits.ts';
import type { TellOfChange } from './change.usecases.ts';
import {
  codeLimits,
  backupCodeCount,
  inHalves,
  isBackupCode,
  isTotp,
  pendingSeconds,
  plainCode,
} from './second-factor.ts';
import { createSecondFactorRepository } from './second-factor.repository.ts';

interface Parts {
  database: Database;
  clock: Clock;
  seal: Seal;
  accountId: string;
}

/** Makes a secret for an authenticator app. Nothing changes until its first code has come back. */
export async function beginSecondFactor({ database, clock, seal, accountId }: Parts): Promise<void> {
  await createSecondFactorRepository(database).begin(accountId, {
    secret: seal.seal(newTotpSecret(), accountId),
    now: clock.now(),
  });
}

/** The secret that waits for its first code; undefined if none does, or has for too long. */
export async function findBegunSecret({ database, clock, seal, accountId }: Parts): Promise<string | undefined> {
  const begun = await createSecondFactorRepository(database).findBegun(accountId);
  if (!begun || clock.now().getTime() - begun.createdAt.getTime() > pendingSeconds * 1000) return undefined;
  return seal.open(begun.secret, accountId);
}

export type CodeOutcome = 'right' | 'wrong' | 'too-often';

/** Counts an attempt. @returns false when there have been too many. */
async function mayTry(rateLimit: Pick<RateLimit, 'take'>, accountId: string): Promise<boolean> {
  for (const limit of codeLimits)
    if (!(await rateLimit.take(codesOf(accountId, limit.seconds), limit)).allowed) return false;
  return true;
}

/** Ten codes for the day the app is lost: shown once, kept as hashes. */
function makeBackupCodes(seal: Seal, accountId: string) {
  const codes = Array.from({ length: backupCodeCount }, newReference);
  return { shown: codes.map(inHalves), hashes: codes.map((code) => seal.hash(code, accountId)) };
}

/** The first code of a new app: from now on the second factor is asked for. @returns backup codes, to be shown once. */
export async function confirmSecondFactor({
  code,
  sessionId,
  auth,
  rateLimit,
  tell,
  ...parts
}: Parts & {
  code: string;
  sessionId: string;
  auth: Pick<Auth, 'noteSecondFactor'>;
  rateLimit: Pick<RateLimit, 'take'>;
  tell: TellOfChange;
}): Promise<readonly string[] | Exclude<CodeOutcome, 'right'> | 'not-begun'> {
  const { database, clock, seal, accountId } = parts;
  const secret = await findBegunSecret(parts);
  if (secret === undefined) return 'not-begun';
  if (!(await mayTry(rateLimit, accountId))) return 'too-often';
  const now = clock.now();
  const step = findStep(secret, plainCode(code), { now, usedStep: 0 });
  if (step === undefined) return 'wrong';
  const { shown, hashes } = makeBackupCodes(seal, accountId);
  await database.transaction().execute(async (trx) => {
    const factors = createSecondFactorRepository(trx);
    const begun = await factors.findBegun(accountId);
    // Confirmed in another tab a moment ago.
    if (!begun) return;
    await factors.putInUse(accountId, begun.id, { usedStep: step, backupCodes: hashes });
    await createAccountRepository(trx).setTwoFactorEnabled(accountId, true);
    await auth.noteSecondFactor(trx, sessionId);
    await tell(trx, 'second-factor-set');
  });
  return shown;
}

/** Whether a code fits: of the app, or one of the backup codes, which is then used up. The session may go on if so. */
export async function giveSecondFactor({
  code,
  sessionId,
  auth,
  rateLimit,
  database,
  clock,
  seal,
  accountId,
}: Parts & {
  code: string;
  sessionId: string;
  auth: Pick<Auth, 'noteSecondFactor'>;
  rateLimit: Pick<RateLimit, 'take'>;
}): Promise<{ outcome: CodeOutcome; codesLeft?: number }> {
  if (!(await mayTry(rateLimit, accountId))) return { outcome: 'too-often' };
  const given = plainCode(code);
  return database.transaction().execute(async (trx) => {
    const factors = createSecondFactorRepository(trx);
    const inUse = await factors.findInUse(accountId);
    const secret = inUse && seal.open(inUse.secret, accountId);
    if (!inUse || secret === undefined) return { outcome: 'wrong' };
    if (isTotp(given)) {
      const step = findStep(secret, given, { now: clock.now(), usedStep: inUse.usedStep });
      if (step === undefined) return { outcome: 'wrong' };
      await factors.noteUsedStep(inUse.id, step);
      await auth.noteSecondFactor(trx, sessionId);
      return { outcome: 'right' };
    }
    const hash = seal.hash(given, accountId);
    if (!isBackupCode(given) || !inUse.backupCodes.includes(hash)) return { outcome: 'wrong' };
    const left = inUse.backupCodes.filter((each) => each !== hash);
    await factors.setBackupCodes(inUse.id, left);
    await auth.noteSecondFactor(trx, sessionId);
    return { outcome: 'right', codesLeft: left.length };
  });
}

/** New backup codes in place of all old ones. @returns them, to be shown once; undefined without a second factor. */
export async function renewBackupCodes({
  tell,
  database,
  seal,
  accountId,
}: Omit<Parts, 'clock'> & { tell: TellOfChange }): Promise<readonly string[] | undefined> {
  const { shown, hashes } = makeBackupCodes(seal, accountId);
  return database.transaction().execute(async (trx) => {
    const factors = createSecondFactorRepository(trx);
    const inUse = await factors.findInUse(accountId);
    if (!inUse) return undefined;
    await factors.setBackupCodes(inUse.id, hashes);
    await tell(trx, 'backup-codes-renewed');
    return shown;
  });
}

/** From now on the first factor is enough; staff rights rest until there is a second one again. */
export async function endSecondFactor({
  tell,
  database,
  accountId,
}: Pick<Parts, 'database' | 'accountId'> & { tell: TellOfChange }): Promise<void> {
  await database.transaction().execute(async (trx) => {
    await createSecondFactorRepository(trx).remove(accountId);
    await createAccountRepository(trx).setTwoFactorEnabled(accountId, false);
    await tell(trx, 'second-factor-ended');
  });
}
