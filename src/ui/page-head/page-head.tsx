import type { Child } from 'hono/jsx';

/** The head of a page that is not an answer. Put it straight into `Page`. */
export const PageHead = ({
  title,
  lede,
  trail,
  children,
}: {
  title: Child;
  lede?: Child;
  trail?: Child;
  children?: Child;
}) => (
  <header class="page-head">
    {trail}
    <h1>{title}</h1>
    {lede && <p class="lede">{lede}</p>}
    {children}
  </header>
);
