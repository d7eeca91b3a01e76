import { createHmac, randomBytes } from 'node:crypto';
import { sql } from 'kysely';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';

/** Different things about people that may be read in a day (UTC). */
export interface ReadLimits {
  perAccount: number;
  /** Of one address, whoever signs in there: a clinic or a family shares one. */
  perAddress: number;
}

export interface Reader {
  accountId?: string | undefined;
  /** Where the request comes from; only a hash of it is kept, with a salt that is gone after the day. */
  address?: string | undefined;
}

export type ReadBudget =
  | { allowed: true }
  | {
      allowed: false;
      /** Whose limit it was. */
      of: 'account' | 'address';
      /** Until the budget begins anew: midnight UTC. */
      retryAfterSeconds: number;
      /** The first time today: stewards are told once. */
      first: boolean;
    };

/**
 * Bits of a reader's day. Two different things may fall on one bit (one in fifty at 300), so that nobody is refused before
 * their limit, and some read a few more.
 */
const places = 8192;

/**
 * Takes different things out of a reader's day; what was read before today costs nothing. A reader is an account and an
 * address, and the tighter of the two decides. Holds over any number of processes.
 */
export async function takeReadBudget(
  { database, clock, limits }: { database: Database; clock: Clock; limits: ReadLimits },
  { accountId, address }: Reader,
  things: readonly string[],
): Promise<ReadBudget> {
  if (things.length === 0) return { allowed: true };
  const now = clock.now();
  const day = now.toISOString().slice(0, 10);
  const salt = await saltOf(database, day);
  const bits = bitsOf(things.map((thing) => placeOf(salt, thing)));
  const readers = [
    ...(accountId === undefined ? [] : [{ of: 'account' as const, id: accountId, limit: limits.perAccount }]),
    ...(address === undefined ? [] : [{ of: 'address' as const, id: address, limit: limits.perAddress }]),
  ];
  for (const { of, id, limit } of readers) {
    const refused = await take(database, { day, reader: keyOf(salt, of, id), bits, limit });
    if (refused) return { allowed: false, of, retryAfterSeconds: secondsLeft(now), first: refused.first };
  }
  return { allowed: true };
}

/** The keys under which an account's reading of today is counted: what an erasure takes away. */
export async function readerKeysOf(database: Database, accountId: string): Promise<string[]> {
  const { rows } = await sql<{ salt: string }>`select salt from read_salts`.execute(database);
  return rows.map(({ salt }) => keyOf(salt, 'account', accountId));
}

/** Forgets the days before today, and with their salts whatever might have been guessed from them. */
export async function forgetReading(database: Database, clock: Clock): Promise<void> {
  const today = clock.now().toISOString().slice(0, 10);
  await sql`delete from read_budgets where day < ${today}::date`.execute(database);
  await sql`delete from read_salts where day < ${today}::date`.execute(database);
}

interface Taking {
  day: string;
  reader: string;
  bits: string;
  limit: number;
}

/** One statement, so that two processes cannot both be the last to be let through. */
async function take(database: Database, { day, reader, bits, limit }: Taking): Promise<{ first: boolean } | undefined> {
  const most = sql`${limit}::int`;
  const more = sql`${bits}::bit(8192)`;
  const { rows } = await sql<{ refused: boolean }>`
    insert into read_budgets as kept (day, reader, seen)
    values (${day}::date, ${reader}, case when bit_count(${more}) <= ${most} then ${more} else ${noBits}::bit(8192) end)
    on conflict (day, reader) do update set
      seen = case when bit_count(kept.seen | ${more}) <= ${most} then kept.seen | ${more} else kept.seen end
    returning (seen | ${more}) <> seen as refused`.execute(database);
  if (!rows[0]!.refused) return undefined;
  const { numAffectedRows } = await sql`
    update read_budgets set passed = true
    where day = ${day}::date and reader = ${reader} and not passed`.execute(database);
  return { first: numAffectedRows === 1n };
}

/** As PostgreSQL reads bits: `x`, and four of them a letter. */
function bitsOf(at: readonly number[]): string {
  const bytes = Buffer.alloc(places / 8);
  for (const place of at) bytes[place >> 3]! |= 1 << (place & 7);
  return `x${bytes.toString('hex')}`;
}

const noBits = bitsOf([]);

const placeOf = (salt: string, thing: string) =>
  createHmac('sha256', salt).update(`thing ${thing}`).digest().readUInt32BE(0) % places;

const keyOf = (salt: string, of: 'account' | 'address', id: string) =>
  createHmac('sha256', salt).update(`${of} ${id}`).digest('base64url');

const secondsLeft = (now: Date) =>
  Math.ceil((Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate() + 1) - now.getTime()) / 1000);

/** Today's salt, the same in every process: the first who asks makes it. */
async function saltOf(database: Database, day: string): Promise<string> {
  const find = async () =>
    (await sql<{ salt: string }>`select salt from read_salts where day = ${day}::date`.execute(database)).rows[0]?.salt;
  const found = await find();
  if (found !== undefined) return found;
  await sql`insert into read_salts (day, salt) values (${day}::date, ${randomBytes(32).toString('base64url')})
    on conflict do nothing`.execute(database);
  return (await find())!;
}
