import type { IncomingMessage } from 'node:http';

/**
 * What a request has in common with every other request for the same page; undefined for whatever the cache must leave
 * alone: other methods, anyone who may be signed in, and queries beyond the allowed names.
 */
export function pageKey(
  { method, url = '', headers }: Pick<IncomingMessage, 'method' | 'url' | 'headers'>,
  allowedQuery: ReadonlySet<string>,
): string | undefined {
  if (method !== 'GET' && method !== 'HEAD') return undefined;
  if (headers.cookie !== undefined || headers.authorization !== undefined) return undefined;
  if (url.length > 500 || url[0] !== '/') return undefined;
  const mark = url.indexOf('?');
  if (mark === -1) return url;
  const query = [...new URLSearchParams(url.slice(mark + 1))];
  if (query.some(([name], index) => !allowedQuery.has(name) || query.findIndex(([other]) => other === name) !== index))
    return undefined;
  const sorted = query.sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.length === 0 ? url.slice(0, mark) : `${url.slice(0, mark)}?${new URLSearchParams(sorted)}`;
}
