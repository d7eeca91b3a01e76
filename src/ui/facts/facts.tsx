import type { Child } from 'hono/jsx';

/** What a thing is called and how it is filed: names, codes, dates. */
export const Facts = ({ facts }: { facts: readonly { name: Child; values: readonly Child[] }[] }) => (
  <dl class="facts">
    {facts.map(({ name, values }) => (
      <div>
        <dt>{name}</dt>
        {values.map((value) => (
          <dd>{value}</dd>
        ))}
      </div>
    ))}
  </dl>
);
