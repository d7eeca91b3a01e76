import type { Child } from 'hono/jsx';

interface BandProps {
  id: string;
  title: string;
  /** What stands under the heading: a sentence, a way on. */
  lede?: Child;
  children: Child;
}

/** A band of a page that leads to others: heading on one side, content on the other. Put it into a `.sheet`. */
export const Band = ({ id, title, lede, children }: BandProps) => (
  <section class="band" id={id} aria-labelledby={`${id}-title`}>
    <div class="band-head">
      <h2 id={`${id}-title`}>{title}</h2>
      {lede}
    </div>
    <div class="band-body">{children}</div>
  </section>
);

/** Promises, each a few words and a sentence. */
export const Pledges = ({ pledges }: { pledges: readonly { title: string; text: Child }[] }) => (
  <ul class="pledges" role="list">
    {pledges.map(({ title, text }) => (
      <li>
        <b>{title}</b> {text}
      </li>
    ))}
  </ul>
);
