import type { Child } from 'hono/jsx';

/** Many short things of one kind, in as many columns as fit; read down, then across. */
export const WordList = ({ items }: { items: readonly Child[] }) => (
  <ul class="word-list">
    {items.map((item) => (
      <li>{item}</li>
    ))}
  </ul>
);

/** The same under a heading of its own. */
export const WordsOf = ({ id, title, items }: { id: string; title: string; items: readonly Child[] }) => (
  <section class="words-of" aria-labelledby={id}>
    <h3 id={id}>{title}</h3>
    <WordList items={items} />
  </section>
);
