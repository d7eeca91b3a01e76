/* Order matters: most browsers claim to be several others. */
const browsers: readonly [RegExp, string][] = [
  [/\bEdgA?\/|\bEdgiOS\//u, 'Edge'],
  [/\bOPR\/|\bOPiOS\//u, 'Opera'],
  [/\bSamsungBrowser\//u, 'Samsung Internet'],
  [/\bFirefox\/|\bFxiOS\//u, 'Firefox'],
  [/\bChrome\/|\bCriOS\//u, 'Chrome'],
  [/\bSafari\//u, 'Safari'],
];
const systems: readonly [RegExp, string][] = [
  [/\bAndroid\b/u, 'Android'],
  [/\biPhone\b/u, 'iPhone'],
  [/\biPad\b/u, 'iPad'],
  [/\bWindows\b/u, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/u, 'Mac'],
  [/\bCrOS\b/u, 'ChromeOS'],
  [/\bLinux\b/u, 'Linux'],
];

/** Which browser on which system, from lists of our own: enough to know one's own, too coarse to tell two people apart. */
export interface BrowserName {
  browser?: string | undefined;
  system?: string | undefined;
}

export function readBrowserName(userAgent: string | undefined): BrowserName {
  const find = (list: readonly [RegExp, string][]) => list.find(([sign]) => sign.test(userAgent ?? ''))?.[1];
  return { browser: find(browsers), system: find(systems) };
}

/** As it is kept beside a session, `Firefox/Windows`; nothing else of what the browser said is. */
export const storedBrowserName = ({ browser = '', system = '' }: BrowserName): string => `${browser}/${system}`;

export function parseBrowserName(stored: string | null): BrowserName {
  const [browser, system] = (stored ?? '').split('/');
  return { browser: browser || undefined, system: system || undefined };
}
