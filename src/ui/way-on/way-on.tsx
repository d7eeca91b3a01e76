import type { Child } from 'hono/jsx';

/** A link that stands alone and leads on. */
export const WayOn = ({ href, children }: { href: string; children: Child }) => (
  <a class="way-on" href={href}>
    {children}
  </a>
);
