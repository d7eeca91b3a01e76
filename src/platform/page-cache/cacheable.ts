import type { Context } from 'hono';

const tagsOf = new WeakMap<Request, readonly string[]>();

/**
 * Says that this response is the same for everyone who is not signed in, until one of the tags is invalidated.
 * The route must then depend on nothing of the request but its path and the allowed part of its query.
 */
export function markCacheable(c: Context, tags: readonly string[]): void {
  tagsOf.set(c.req.raw, [...(tagsOf.get(c.req.raw) ?? []), ...tags]);
}

const countedAs = new WeakMap<Request, string>();

/** Says under which key whoever reads this response is counted: what was read, never by whom. */
export function countRead(c: Context, key: string): void {
  countedAs.set(c.req.raw, key);
}

/** Under which key a request's response is counted as read; undefined: it is not. */
export const readCountedAs = (request: Request): string | undefined => countedAs.get(request);

/** The tags of a request's response; undefined if it must not be kept. */
export const cacheTagsOf = (request: Request): readonly string[] | undefined => tagsOf.get(request);
