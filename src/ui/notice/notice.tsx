import type { Child } from 'hono/jsx';

interface NoticeProps {
  /** What it is about; never louder than the text it stands by. */
  kind?: 'quiet' | 'people' | 'knowledge';
  /** A stone, if somebody laid one down. */
  stone?: Child;
  /** `status` where it answers what the reader just did. */
  role?: 'status' | 'note';
  children: Child;
}

export const Notice = ({ kind = 'quiet', stone, role, children }: NoticeProps) => (
  <div class={kind === 'quiet' ? 'notice' : `notice ${kind}`} role={role}>
    {stone}
    <div>{children}</div>
  </div>
);
