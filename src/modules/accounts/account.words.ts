import type { BrowserName } from '#platform/auth/browser-name.ts';
import type { I18n } from '#platform/i18n/i18n.ts';

/** "Firefox on Android"; what is not known is said to be so. */
export function nameBrowser({ browser, system }: BrowserName, i18n: I18n): string {
  if (browser && system) return i18n.t('account.browser.on', { browser, system });
  return browser ?? (system ? i18n.t('account.browser.system', { system }) : i18n.t('account.browser.unknown'));
}
