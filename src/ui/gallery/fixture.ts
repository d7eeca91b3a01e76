import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';

/** What a `*.fixtures.tsx` file exports. Its words are for those who build pages, and stay in English. */
export interface Fixtures {
  title: string;
  /** The one thing the component is for. */
  why: string;
  /** The component in each of its states. */
  examples: Record<string, (i18n: I18n) => Child>;
  /** It brings the page's `h1`: shown on a page of its own, in this layout. */
  whole?: 'sheet' | 'plain';
}
