import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { addRecord, type AuditEntry } from './audit.repository.ts';

export interface Audit {
  /** Notes what staff did, in the transaction that does it. Never content, never a condition: `object` is an id. */
  note(trx: Database, entry: Omit<AuditEntry, 'at'>): Promise<void>;
}

/** The record of every act of staff: it only grows, which the database itself sees to. */
export const createAudit = ({ clock }: { clock: Clock }): Audit => ({
  note: (trx, entry) => addRecord(trx, { ...entry, at: clock.now() }),
});
