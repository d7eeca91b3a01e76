import { html } from 'hono/html';

/** What a component comes out as, for tests. */
export const markupOf = async (element: unknown): Promise<string> => (await html`${element}`).toString();
