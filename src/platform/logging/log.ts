import { pino, type DestinationStream, type Logger } from 'pino';
import type { LogLevel } from '#platform/config/config.ts';

export type Log = Pick<Logger, 'debug' | 'info' | 'warn' | 'error'> & { child(fields: Record<string, unknown>): Log };

/** A log that writes nothing, for tests and tools. */
export const silentLog: Log = pino({ level: 'silent' });

/**
 * Fields that would say who did what, wherever a careless line puts them. A net, not a licence: log lines are written by
 * hand from values that are safe.
 */
const personal = new Set([
  'ip', 'remoteAddress', 'cookie', 'cookies', 'authorization', 'headers', 'body', 'query', 'search', 'url', 'email', 'mail',
  'name', 'password', 'token', 'session', 'parameters', 'accountId', 'memberId', 'sessionId', 'recipient', 'address',
]); // prettier-ignore

/** The same without those fields, at any depth. (pino's own `redact` with wildcards makes a line ten times as expensive.) */
function withoutPersonal(fields: Record<string, unknown>): Record<string, unknown> {
  const safe: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (personal.has(field)) continue;
    safe[field] = value instanceof Error ? describeError(value) : isRecord(value) ? withoutPersonal(value) : value;
  }
  return safe;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Where and why, but never the values that a database error quotes ("Key (email)=(…) already exists"). */
function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: 'something that is not an error was thrown' };
  const { code } = error as { code?: unknown };
  const fromDatabase = 'severity' in error || 'detail' in error;
  const frames = (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 12);
  return {
    type: error.name,
    ...(typeof code === 'string' && { code }),
    message: withoutAddresses(fromDatabase ? withoutValues(error.message) : error.message),
    at: frames.map((line) => line.trim()),
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  };
}

/** `invalid input syntax for type uuid: "…"` says what is wrong without the quoted value; names of tables and columns stay. */
const withoutValues = (message: string) => message.replace(/: ".*"$/s, '').replace(/\(.*\)=\(.*\)/gs, '(…)');

const withoutAddresses = (message: string) => message.replace(/[^\s"'<>(]+@[^\s"'<>),]+/g, '…@…');

export interface LogOptions {
  level: LogLevel;
  /** One readable line instead of JSON, for a person at a terminal. */
  pretty?: boolean;
  /** Where lines go; standard output if not given. */
  destination?: DestinationStream;
}

/** The log of a process: JSON lines with a level word and an ISO time. `flush` writes what is still held back. */
export function createLog({ level, pretty = false, destination }: LogOptions): Log & { flush(): void } {
  const out = destination ?? (pretty ? readable(process.stdout) : inBatches(process.stdout));
  const log = pino(
    {
      level,
      base: null,
      timestamp: isoTime(),
      formatters: { level: (label) => ({ level: label }), log: withoutPersonal },
    },
    out,
  );
  const { child } = log;
  return Object.assign(log, {
    // pino hands the fields of a child past the formatters; children of children inherit this.
    child(this: Logger, fields: Record<string, unknown>): Log {
      return child.call(this, withoutPersonal(fields));
    },
    flush: () => {
      if ('flush' in out) (out as { flush(): void }).flush();
    },
  });
}

/**
 * Writes many lines at once, at the latest after a quarter of a second: a line for every cached page must cost less than
 * the page. (With pino's own destination it costs several times as much: measured.)
 */
function inBatches(stream: NodeJS.WritableStream): DestinationStream & { flush(): void } {
  let held = '';
  let timer: NodeJS.Timeout | undefined;
  // Whoever reads the log may go away; the site goes on.
  stream.on('error', () => undefined);
  process.once('exit', flush);
  function flush() {
    clearTimeout(timer);
    timer = undefined;
    if (held) stream.write(held);
    held = '';
  }
  return {
    flush,
    write(line) {
      held += line;
      if (held.length > 16_384 || line.startsWith('{"level":"error"')) flush();
      else timer ??= setTimeout(flush, 250).unref();
    },
  };
}

/** The time in words, made once a millisecond however many lines that has. */
function isoTime(): () => string {
  let at = 0;
  let text = '';
  return () => {
    const now = Date.now();
    if (now !== at) {
      at = now;
      text = `,"time":"${new Date(now).toISOString()}"`;
    }
    return text;
  };
}

/** "12:03:04 warn  The listener lost its connection { attempt: 2 }" */
function readable(stream: { write(text: string): unknown }): DestinationStream {
  return {
    write(line: string) {
      const { level, time, msg = '', ...fields } = JSON.parse(line) as Record<string, unknown>;
      const rest = Object.keys(fields).length > 0 ? ` ${JSON.stringify(fields)}` : '';
      stream.write(`${String(time).slice(11, 19)} ${String(level).padEnd(5)} ${String(msg)}${rest}\n`);
    },
  };
}
