import type { DatabaseHandle } from '#platform/db/database.ts';
import { migrationState } from '#platform/db/migrate.ts';

/** Whether this process can answer requests now, and if not, what is missing. */
export interface Readiness {
  ready: boolean;
  database?: boolean;
  migrated?: boolean;
  listening?: boolean;
}

/** Asks the database, at most once a second however often it is asked itself. */
export function createReadiness(database: DatabaseHandle): () => Promise<Readiness> {
  let asked: Promise<Readiness> | undefined;
  let migrated = false;

  async function look(): Promise<Readiness> {
    try {
      await withinSeconds(2, database.ping());
      migrated ||= (await migrationState(database.db)).pending.length === 0;
      const { listening } = database;
      return { ready: migrated && listening, database: true, migrated, listening };
    } catch {
      return { ready: false, database: false, migrated, listening: database.listening };
    }
  }

  return () => {
    if (!asked) {
      asked = look();
      setTimeout(() => (asked = undefined), 1000).unref();
    }
    return asked;
  };
}

async function withinSeconds<T>(seconds: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('No answer in time')), seconds * 1000);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
}
