import type { Child } from 'hono/jsx';

export interface ShownComment {
  id: string;
  /** Who said it, with their role. */
  who: string;
  when: string;
  /** As it was written: never markup. */
  text: string;
  /** The passage it is about, where it does not stand beside it. */
  quote?: string;
  /** The language of the passage, if that is not the page's. */
  lang?: string;
  /** What can be done about it. */
  action?: Child;
}

/** What people say about a passage of a text, the oldest first. */
export const Comments = ({ comments }: { comments: readonly ShownComment[] }) => (
  <ul class="comments" role="list">
    {comments.map(({ id, who, when, text, quote, lang, action }) => (
      <li id={`comment-${id}`} tabindex={-1}>
        {quote !== undefined && <blockquote lang={lang}>{quote}</blockquote>}
        <p class="by">
          <b>{who}</b> <span>{when}</span>
        </p>
        <p class="said">{text}</p>
        {action}
      </li>
    ))}
  </ul>
);

/**
 * A passage that can be commented on, with what was said about it. Folded away it is one stop of the keyboard, and quiet;
 * `about` is said to those who hear the page.
 */
export const Passage = ({
  id,
  children,
  comments,
  summary,
  about,
  open = false,
  form,
}: {
  id: string;
  children: Child;
  comments: readonly ShownComment[];
  summary: string;
  about: string;
  open?: boolean;
  form: Child;
}) => (
  <div class="passage" id={id} tabindex={-1}>
    {children}
    {comments.length > 0 && <Comments comments={comments} />}
    <details class="say" open={open}>
      <summary>
        {summary} <span class="visually-hidden">{about}</span>
      </summary>
      {form}
    </details>
  </div>
);

/** Ways to what was said further down, so that nobody looks for it. */
export const CommentIndex = ({
  links,
}: {
  links: readonly { href: string; quote: string; lang?: string; said: string }[];
}) => (
  <ol class="comment-index">
    {links.map(({ href, quote, lang, said }) => (
      <li>
        <a href={href}>
          <span lang={lang}>{quote}</span>
        </a>{' '}
        <span class="soft">{said}</span>
      </li>
    ))}
  </ol>
);
