/**
 * Where somebody wanted to go before they were asked to sign in: a page of this site, or nothing. Kept in an address, so
 * it may say anything.
 */
export function readWayOn(text: string | undefined): string | undefined {
  if (text === undefined || text.length > 500 || !/^\/(?![/\\])/u.test(text) || /[\\\p{Cc}]/u.test(text))
    return undefined;
  const url = URL.parse(text, 'http://here.invalid');
  if (url?.host !== 'here.invalid') return undefined;
  // Back to where one signs in would be a circle.
  return /^(\/[a-z]{2}(-[A-Z]{2})?)?\/sign-(in|out)(\/|$)/u.test(url.pathname) ? undefined : url.pathname + url.search;
}
