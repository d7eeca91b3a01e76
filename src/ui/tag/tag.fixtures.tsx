import { Tag } from './tag.tsx';

export const title = 'Tags';
export const why = 'A state in a word or two. What is invented is always marked.';
export const examples = {
  Kinds: () => (
    <p class="tag-row">
      <Tag>first review</Tag> <Tag kind="knowledge">reviewed 21 April 2026</Tag> <Tag kind="people">members only</Tag>{' '}
      <Tag kind="alarm">overdue since 2 May</Tag> <Tag kind="demo">demo: an invented person</Tag>
    </p>
  ),
};
