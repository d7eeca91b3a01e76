import type { Child } from 'hono/jsx';

/** What the state in the tag is about; `demo` marks what is invented. */
export type TagKind = 'plain' | 'people' | 'knowledge' | 'alarm' | 'demo';

/** A state in a word or two. */
export const Tag = ({ kind = 'plain', children }: { kind?: TagKind; children: Child }) => (
  <span class={kind === 'plain' ? 'tag' : `tag ${kind}`}>{children}</span>
);
