import type { Child } from 'hono/jsx';

/** A part that one module contributes to another module's page. */
export interface Panel {
  /** Of the part, unique on the page. */
  id: string;
  title: string;
  content: Child;
  /** From people, not from medicine. */
  people?: boolean;
}
