import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/**
 * The one door for markup that is not built by components. `markup` must have come out of the sanitizer, or be data in
 * which nothing can close its element; never pass what a person typed.
 */
export const rawHtml = (markup: string): HtmlEscapedString => raw(markup);

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Words as they stand in markup that is written as text, between tags and in double quotes. */
export const escapeHtml = (text: string): string => text.replace(/[&<>"]/gu, (letter) => entities[letter] ?? '');
