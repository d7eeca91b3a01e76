import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { newId } from '#platform/ids/ids.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';
import type { Log } from '#platform/logging/log.ts';
import { createMailRepository, type StoredMail } from './mail.repository.ts';

/** What somebody is to be written. A subject says nothing that a neighbour who sees the screen may not know. */
export interface Mail {
  to: string;
  /** Whose it is, so that it goes when they go. */
  accountId?: string;
  language: string;
  subject: string;
  /** Plain text: nothing is loaded, nothing is counted. */
  body: string;
}

export interface Mails {
  /** Lays a mail down in the transaction of the change it tells of: it is sent if and only if that commits. */
  write(trx: Database, mail: Mail): Promise<void>;
}

/** Hands one mail to a mail server; throws if it was not taken. */
export type Transport = (mail: StoredMail) => Promise<void>;

export interface MailsOptions {
  database: Database;
  jobs: Pick<Jobs, 'define' | 'schedule' | 'send'>;
  clock: Clock;
  log: Log;
  /** Undefined: nothing is sent. The demonstration keeps its mail for the outbox page instead. */
  transport: Transport | undefined;
  keep: boolean;
}

const sending = 'mail.send';
const day = 24 * 60 * 60 * 1000;

/** Mail through a table and a job. Before the jobs start. */
export function createMails({ database, jobs, clock, log, transport, keep }: MailsOptions): Mails {
  const repository = createMailRepository(database);

  jobs.define<{ mailId: string }>(sending, async ({ mailId }) => {
    const mail = await repository.find(mailId);
    // Sent already, too old by now, or its account is gone.
    if (!mail) return;
    if (!transport) throw new Error('No mail server is set');
    await transport(mail);
    await repository.remove(mailId);
  });
  jobs.define('mail.clear', async () => {
    const removed = await repository.removeBefore(new Date(clock.now().getTime() - day));
    if (removed > 0 && !keep) log.warn({ removed }, 'Mail that could not be sent for a day was given up');
  });
  jobs.schedule('mail.clear', '17 * * * *');

  return {
    async write(trx, mail) {
      const id = newId();
      await createMailRepository(trx).add({ ...mail, id, createdAt: clock.now() });
      if (!keep) await jobs.send(trx, sending, { mailId: id });
    },
  };
}
