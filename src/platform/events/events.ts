import type { z } from 'zod';
import type { Database } from '#platform/db/database.ts';
import type { Jobs } from '#platform/jobs/jobs.ts';

/** Something that happened, in the past tense: `answer.published`. */
export interface EventType<Schema extends z.ZodType<object>> {
  readonly name: string;
  readonly schema: Schema;
}

export type Payload<Event> = Event extends EventType<infer Schema> ? z.output<Schema> : never;

/** Declares an event. The payload is JSON: ids rather than content, and no personal data. */
export const defineEvent = <Schema extends z.ZodType<object>>(name: string, schema: Schema): EventType<Schema> => ({
  name,
  schema,
});

export type Subscription<Schema extends z.ZodType<object>> =
  | {
      name: string;
      /** Runs in the publisher's transaction; a failure undoes the change itself. */
      when: 'in-transaction';
      handle: (payload: z.output<Schema>, trx: Database) => Promise<void>;
    }
  | {
      name: string;
      /** Becomes a job in the publisher's transaction: runs after the commit, at least once, with retries. */
      when: 'after';
      handle: (payload: z.output<Schema>) => Promise<void>;
    };

export interface Events {
  /** Tells every subscriber. `trx` is the transaction that makes the change which the event reports. */
  publish<Schema extends z.ZodType<object>>(
    trx: Database,
    event: EventType<Schema>,
    payload: z.input<Schema>,
  ): Promise<void>;
  /** Before `jobs.start`. The name of a subscription is also the name of its queue: it must not change while jobs wait. */
  subscribe<Schema extends z.ZodType<object>>(event: EventType<Schema>, subscription: Subscription<Schema>): void;
}

type Tell = (trx: Database, payload: object) => Promise<void>;

export function createEvents({ jobs }: { jobs: Pick<Jobs, 'define' | 'send'> }): Events {
  const subscribers = new Map<string, Tell[]>();

  return {
    subscribe(event, subscription) {
      const tell: Tell[] = subscribers.get(event.name) ?? [];
      subscribers.set(event.name, tell);
      if (subscription.when === 'in-transaction') {
        tell.push((trx, payload) => subscription.handle(payload as never, trx));
        return;
      }
      const queue = `${event.name}/${subscription.name}`;
      jobs.define(queue, (data) => subscription.handle(event.schema.parse(data) as never));
      tell.push((trx, payload) => jobs.send(trx, queue, payload));
    },
    async publish(trx, event, payload) {
      if (!trx.isTransaction) throw new Error(`${event.name} was published outside a transaction`);
      event.schema.parse(payload);
      for (const tell of subscribers.get(event.name) ?? []) await tell(trx, payload as object);
    },
  };
}
