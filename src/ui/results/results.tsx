import type { Child } from 'hono/jsx';

export interface Result {
  text: string;
  href: string;
  /** What stands there, in a sentence or two. */
  means?: string | undefined;
  /** Why it was found, where its name does not say it. */
  reason?: Child;
}

/** What a search found, best first: a name to press, what it is, and why it is here. */
export const Results = ({
  id,
  title,
  results,
  children,
}: {
  id: string;
  title: Child;
  results: readonly Result[];
  /** The way to more of them. */
  children?: Child;
}) => (
  <section class="results" aria-labelledby={`${id}-title`}>
    <h2 id={`${id}-title`}>{title}</h2>
    <ol role="list">
      {results.map(({ text, href, means, reason }) => (
        <li>
          <h3>
            <a href={href}>{text}</a>
          </h3>
          {means && <p>{means}</p>}
          {reason && <p class="small soft">{reason}</p>}
        </li>
      ))}
    </ol>
    {children}
  </section>
);
