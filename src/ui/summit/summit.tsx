import type { Child } from 'hono/jsx';
import { Cairn, Ground, Hill, Stone } from '../stones/stones.tsx';

/** The opening of the home page: the search stands on a summit. In a `Page` of layout `plain`. */
export const Summit = ({ title, lede, children }: { title: string; lede: Child; children: Child }) => (
  <section class="summit-view" aria-labelledby="welcome">
    <Hill />
    <h1 id="welcome">{title}</h1>
    <p class="lede">{lede}</p>
    {children}
    <Ground>
      <Stone name="f" />
      <Cairn stones={6} size="large" detail />
    </Ground>
  </section>
);
