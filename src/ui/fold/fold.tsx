import type { Child } from 'hono/jsx';

/** What only some need, folded away. Opens in place, without a script, and by itself on paper. */
export const Fold = ({ summary, open = false, children }: { summary: string; open?: boolean; children: Child }) => (
  <details class="fold" open={open}>
    <summary>{summary}</summary>
    <div class="flow">{children}</div>
  </details>
);
