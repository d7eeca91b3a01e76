import type { Child } from 'hono/jsx';

export interface Entry {
  head: Child;
  detail?: Child;
  /** A form with one button, or a link: what can be done with it. */
  action?: Child;
}

/** Things that somebody has, each on a line with what can be done with it. */
export const Entries = ({ entries }: { entries: readonly Entry[] }) => (
  <ul class="entries" role="list">
    {entries.map(({ head, detail, action }) => (
      <li>
        <div>
          <b>{head}</b>
          {detail && <p class="soft small">{detail}</p>}
        </div>
        {action}
      </li>
    ))}
  </ul>
);
