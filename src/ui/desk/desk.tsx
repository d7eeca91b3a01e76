import type { Child } from 'hono/jsx';

export interface QueueItem {
  href: string;
  title: string;
  /** What kind of text it is, in which language. */
  text: string;
  /** Where it stands, as a tag. */
  tag: Child;
  /** Can be marked, to decide about several at once: what the form is sent, and what the mark is called. */
  pick?: { name: string; value: string; label: string };
}

/** What waits, the most urgent first: each row is one target. */
export const Queue = ({ items, start = 1 }: { items: readonly QueueItem[]; start?: number }) => (
  <ol class="queue" role="list" start={start}>
    {items.map(({ href, title, text, tag, pick }) => (
      <li class={pick ? 'pickable' : undefined}>
        {pick && (
          <label class="pick">
            <input type="checkbox" name={pick.name} value={pick.value} />
            <span class="visually-hidden">{pick.label}</span>
          </label>
        )}
        <a href={href}>
          <b>{title}</b>
          <span>{text}</span>
          <span>{tag}</span>
        </a>
      </li>
    ))}
  </ol>
);

/** A text to judge, and beside it, or under it on small screens, what can be decided. Put it straight into `Page`. */
export const Desk = ({ children, decide }: { children: Child; decide: Child }) => (
  <div class="desk">
    <div class="flow">{children}</div>
    <div class="decide" id="decide" tabindex={-1}>
      {decide}
    </div>
  </div>
);

/** What a passage rests on, under it. */
export const Evidence = ({ children }: { children: Child }) => <div class="evidence">{children}</div>;
