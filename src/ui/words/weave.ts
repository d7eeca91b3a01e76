import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { FormatValues, MessageKey } from '#platform/i18n/languages.ts';

// private-use characters: no message and no name holds them
const open = '\u{E000}';
const close = '\u{E001}';

/**
 * A message with elements in it, in the order of the reader's language: `weave(i18n, 'x.by', { name: <a …>…</a> })`.
 * `values` stand for the message's plain arguments.
 */
export function weave(
  i18n: I18n,
  key: MessageKey,
  elements: Record<string, Child>,
  values: FormatValues = {},
): Child[] {
  const places = Object.fromEntries(Object.keys(elements).map((name) => [name, `${open}${name}${close}`]));
  return i18n
    .t(key, { ...values, ...places })
    .split(new RegExp(`${open}|${close}`, 'u'))
    .map((piece, i) => (i % 2 ? elements[piece] : piece))
    .filter((piece) => piece !== '');
}
