import { expect, test } from 'vitest';
import { parseBrowserName, readBrowserName, storedBrowserName } from './browser-name.ts';

test.each([
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox/Linux'],
  ['Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36 Edg/140.0', 'Edge/Windows'],
  ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Mobile Safari/537.36', 'Chrome/Android'],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1', 'Safari/iPhone'],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 14_0) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Safari/605.1.15', 'Safari/Mac'],
  ['curl/8.0', '/'],
  [undefined, '/'],
  ['<script>alert(1)</script>', '/'],
])('%s is kept as %s', (userAgent, stored) => {
  expect(storedBrowserName(readBrowserName(userAgent))).toBe(stored);
  expect(storedBrowserName(parseBrowserName(stored))).toBe(stored);
}); // prettier-ignore
