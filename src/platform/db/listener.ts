import type pg from 'pg';
import type { Log } from '#platform/logging/log.ts';
import { chance } from '#platform/ids/ids.ts';

export interface Listener {
  listen(channel: string, onPayload: (payload: string) => void, onReconnect: () => void): Promise<() => Promise<void>>;
  readonly connected: boolean;
  close(): Promise<void>;
}

interface Ear {
  channel: string;
  onPayload: (payload: string) => void;
  onReconnect: () => void;
}

export interface ListenerOptions {
  /** A new client, not yet connected. */
  connect: () => pg.Client;
  log: Log;
  /** How often the connection is asked whether it still lives: a network that drops packets says nothing by itself. */
  heartbeatMs?: number;
}

/**
 * One connection that hears the notifications of all channels. Lost, it comes back by itself, a little later each time
 * (from 0.1 to 10 seconds), and then calls every `onReconnect`.
 */
export function createListener({ connect, log, heartbeatMs = 5_000 }: ListenerOptions): Listener {
  const ears = new Set<Ear>();
  let client: pg.Client | undefined;
  let firstOpening: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let attempt = 0;
  let closed = false;
  /** A client runs one statement at a time. */
  let turn: Promise<unknown> = Promise.resolve();

  const run = (on: pg.Client, statement: string) =>
    (turn = turn.catch(() => undefined).then(() => on.query(statement)));
  const isHeard = (channel: string) => [...ears].some((ear) => ear.channel === channel);

  async function open(): Promise<void> {
    const next = connect();
    next.on('error', (error) => lose(next, error));
    next.on('end', () => lose(next));
    next.on('notification', ({ channel, payload = '' }) => {
      for (const ear of ears) if (ear.channel === channel) ear.onPayload(payload);
    });
    try {
      await next.connect();
      for (const channel of new Set([...ears].map((ear) => ear.channel))) await next.query(`listen "${channel}"`);
    } catch (error) {
      await next.end().catch(() => undefined);
      throw error;
    }
    if (closed) return next.end();
    client = next;
    attempt = 0;
    scheduleHeartbeat(next);
  }

  function scheduleHeartbeat(current: pg.Client) {
    clearTimeout(timer);
    timer = setTimeout(() => void heartbeat(current), heartbeatMs).unref();
  }

  async function heartbeat(current: pg.Client) {
    const giveUp = setTimeout(() => lose(current, new Error('The listener got no answer')), heartbeatMs);
    try {
      await run(current, 'select 1');
      if (client === current) scheduleHeartbeat(current);
    } catch (error) {
      lose(current, error);
    } finally {
      clearTimeout(giveUp);
    }
  }

  function lose(lost: pg.Client, error?: unknown) {
    if (closed || client !== lost) return;
    client = undefined;
    turn = Promise.resolve();
    log.warn({ error }, 'The connection that hears notifications was lost; reconnecting');
    lost.end().catch(() => undefined);
    retry();
  }

  function retry() {
    clearTimeout(timer);
    const wait = Math.min(10_000, 100 * 2 ** attempt++) * (0.75 + chance() / 2);
    timer = setTimeout(() => {
      open().then(
        () => {
          if (closed) return;
          log.info('The connection that hears notifications is back');
          for (const ear of ears) ear.onReconnect();
        },
        () => closed || retry(),
      );
    }, wait).unref();
  }

  return {
    get connected() {
      return client !== undefined;
    },
    async listen(channel, onPayload, onReconnect) {
      const ear = { channel, onPayload, onReconnect };
      const isNew = !isHeard(channel);
      ears.add(ear);
      try {
        await (firstOpening ??= open());
        // While the connection is lost, the ear waits for it to come back with all the others.
        if (isNew && client) await run(client, `listen "${channel}"`);
      } catch (error) {
        ears.delete(ear);
        if (!client) firstOpening = undefined;
        throw error;
      }
      return async () => {
        ears.delete(ear);
        if (client && !isHeard(channel)) await run(client, `unlisten "${channel}"`).catch(() => undefined);
      };
    },
    async close() {
      closed = true;
      clearTimeout(timer);
      await firstOpening?.catch(() => undefined);
      const current = client;
      client = undefined;
      await current?.end();
    },
  };
}
