import { raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';

/**
 * The one door for markup that is not built by components. `markup` must have come out of the sanitizer, or be data in
 * which nothing can close its element; never pass what a person typed.
 */
export const rawHtml = (markup: string): HtmlEscapedString => raw(markup);
