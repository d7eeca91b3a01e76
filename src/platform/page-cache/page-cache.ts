import { sql } from 'kysely';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database, DatabaseHandle } from '#platform/db/database.ts';
import { createRepresentation, type Representation } from '#platform/http/representation.ts';

export interface CachedPage extends Representation {
  readonly route: string;
  /** What is counted when it is read, if anything is. */
  readonly countedAs?: string;
}

/** A response that may be kept: `tags` name everything that it was made from. */
export interface FreshPage {
  status: number;
  headers: Readonly<Record<string, string>>;
  body: Buffer;
  tags: readonly string[];
  route: string;
  countedAs?: string;
}

export interface PageCache {
  /** Begins to listen; until then, and while the listener is lost, nothing is served from here. */
  start(): Promise<void>;
  find(key: string): CachedPage | undefined;
  /**
   * Makes a page, once for all who ask for it meanwhile, and keeps it unless it was invalidated while it was made.
   * What is not a page to keep (`make` returns a Response) is only for the one who asked; the others make their own.
   */
  through(key: string, make: () => Promise<FreshPage | Response>): Promise<CachedPage | Response>;
  /** Drops every page with one of the tags, in every process, when the transaction commits. */
  invalidate(trx: Database, tags: readonly string[]): Promise<void>;
  size(): { pages: number; bytes: number };
  stop(): Promise<void>;
}

export interface PageCacheOptions {
  database: Pick<DatabaseHandle, 'listen' | 'listening'>;
  clock: Clock;
  /** 64 MB if not given. */
  maxBytes?: number;
  /** After this, a page is made anew even if nothing changed: what is due or overdue moves by the day. An hour if not given. */
  maxAgeSeconds?: number;
}

interface Entry {
  page: CachedPage;
  tags: readonly string[];
  bytes: number;
  until: number;
}

const channel = 'cairn_page_cache';
/** The tag of all pages. */
export const everything = '*';
/** PostgreSQL refuses payloads of 8000 bytes. */
const maxPayload = 7500;

export function createPageCache({
  database,
  clock,
  maxBytes = 64 * 1024 * 1024,
  maxAgeSeconds = 3600,
}: PageCacheOptions): PageCache {
  /** In the order of their last use. */
  const entries = new Map<string, Entry>();
  const keysByTag = new Map<string, Set<string>>();
  const underWay = new Map<string, Promise<CachedPage | Response>>();
  /** What was invalidated while a page is being made. */
  const witnesses = new Set<Set<string>>();
  let bytes = 0;
  let stopListening: (() => Promise<void>) | undefined;

  const serves = () => stopListening !== undefined && database.listening;

  function drop(key: string) {
    const entry = entries.get(key);
    if (!entry) return;
    entries.delete(key);
    bytes -= entry.bytes;
    for (const tag of entry.tags) {
      const keys = keysByTag.get(tag);
      keys?.delete(key);
      if (keys?.size === 0) keysByTag.delete(tag);
    }
  }

  function dropTags(tags: readonly string[]) {
    // Whoever asks from now on must not be given a page that was begun before.
    underWay.clear();
    for (const witness of witnesses) for (const tag of tags) witness.add(tag);
    for (const tag of tags) for (const key of [...(keysByTag.get(tag) ?? [])]) drop(key);
  }

  function dropAll() {
    underWay.clear();
    for (const witness of witnesses) witness.add(everything);
    entries.clear();
    keysByTag.clear();
    bytes = 0;
  }

  function keep(key: string, page: CachedPage, tags: readonly string[]) {
    drop(key);
    if (page.bytes > maxBytes / 4) return;
    entries.set(key, { page, tags, bytes: page.bytes, until: clock.now().getTime() + maxAgeSeconds * 1000 });
    bytes += page.bytes;
    for (const tag of tags) {
      let keys = keysByTag.get(tag);
      if (!keys) keysByTag.set(tag, (keys = new Set()));
      keys.add(key);
    }
    shrink();
  }

  /** The page that was not asked for the longest goes first. */
  function shrink() {
    for (const key of entries.keys()) {
      if (bytes <= maxBytes) return;
      drop(key);
    }
  }

  function grow(key: string, page: CachedPage, more: number) {
    const entry = entries.get(key);
    if (entry?.page !== page) return;
    entry.bytes += more;
    bytes += more;
    shrink();
  }

  async function makePage(key: string, make: () => Promise<FreshPage | Response>): Promise<CachedPage | Response> {
    const invalidated = new Set<string>();
    witnesses.add(invalidated);
    try {
      const made = await make();
      if (!('tags' in made)) return made;
      const page: CachedPage = Object.assign(
        createRepresentation({ ...made, onGrow: (more) => grow(key, page, more) }),
        { route: made.route, ...(made.countedAs !== undefined && { countedAs: made.countedAs }) },
      );
      const stale = invalidated.has(everything) || made.tags.some((tag) => invalidated.has(tag));
      if (serves() && !stale) keep(key, page, made.tags);
      return page;
    } finally {
      witnesses.delete(invalidated);
    }
  }

  return {
    async start() {
      const hear = (payload: string) => {
        const tags = JSON.parse(payload) as string[];
        if (tags.includes(everything)) dropAll();
        else dropTags(tags);
      };
      stopListening = await database.listen(channel, hear, dropAll);
    },
    find(key) {
      const entry = entries.get(key);
      if (!entry || !serves()) return undefined;
      if (entry.until <= clock.now().getTime()) {
        drop(key);
        return undefined;
      }
      entries.delete(key);
      entries.set(key, entry);
      return entry.page;
    },
    async through(key, make) {
      const others = underWay.get(key);
      if (others) {
        const made = await others;
        return 'send' in made ? made : makePage(key, make);
      }
      const making = makePage(key, make);
      underWay.set(key, making);
      try {
        return await making;
      } finally {
        if (underWay.get(key) === making) underWay.delete(key);
      }
    },
    async invalidate(trx, tags) {
      for (const payload of payloads(tags)) await sql`select pg_notify(${channel}, ${payload})`.execute(trx);
    },
    size: () => ({ pages: entries.size, bytes }),
    async stop() {
      const stop = stopListening;
      stopListening = undefined;
      dropAll();
      await stop?.();
    },
  };
}

/** Tags in as few notifications as they fit; when there are very many, dropping everything costs less. */
function payloads(tags: readonly string[]): string[] {
  const unique = [...new Set(tags)];
  const whole = JSON.stringify(unique);
  if (Buffer.byteLength(whole) <= maxPayload) return unique.length > 0 ? [whole] : [];
  if (unique.length > 2000) return [JSON.stringify([everything])];
  const half = Math.ceil(unique.length / 2);
  return [...payloads(unique.slice(0, half)), ...payloads(unique.slice(half))];
}
