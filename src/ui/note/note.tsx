import type { Child } from 'hono/jsx';

/** A remark for the margin. In prose, it stands after the paragraph it belongs to. */
export const Note = ({ children }: { children: Child }) => (
  <div class="note" role="note">
    {children}
  </div>
);
