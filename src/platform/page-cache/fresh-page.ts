import { addToVary } from '#platform/http/representation.ts';
import { cacheTagsOf, readCountedAs } from './cacheable.ts';
import type { FreshPage } from './page-cache.ts';

const keepable = new Set([200, 301, 308, 404, 410]);

/** Turns a response into a page to keep if its route said so (`markCacheable`) and nothing in it is for one person only. */
export async function freshPage(request: Request, response: Response, route: string): Promise<FreshPage | Response> {
  const tags = cacheTagsOf(request);
  if (!tags || !keepable.has(response.status) || response.headers.has('set-cookie')) return response;
  const headers = Object.fromEntries(response.headers);
  delete headers['content-length'];
  const countedAs = response.status === 200 ? readCountedAs(request) : undefined;
  return {
    status: response.status,
    headers: {
      ...headers,
      // Browsers keep the page but ask each time whether it is still the one; signed in, the same address is another page.
      'cache-control': headers['cache-control'] ?? 'public, no-cache',
      vary: addToVary(headers.vary, 'Cookie'),
    },
    body: Buffer.from(await response.arrayBuffer()),
    tags,
    route,
    ...(countedAs !== undefined && { countedAs }),
  };
}
