import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { stoneOf } from '../stones/draw.ts';
import { Stone } from '../stones/stones.tsx';
import { Tag } from '../tag/tag.tsx';

interface ExperienceProps {
  i18n: I18n;
  /** Its stone is picked from this, the same every time. */
  id: string;
  /** Absent where the page is called so. */
  title?: Child;
  href?: string;
  /** Who says it, in the words they chose. */
  by: string;
  demo?: boolean;
  level?: 2 | 3;
  /** Their words, in paragraphs. */
  children: Child;
  /** What stands under them: when, replies, what staff say beside it. */
  after?: Child;
}

/** What somebody wrote, in their words, beside a stone that is theirs. */
export function Experience({ i18n, id, title, href, by, demo = false, level = 3, children, after }: ExperienceProps) {
  const Heading = level === 2 ? 'h2' : 'h3';
  return (
    <article class="experience">
      <Stone {...stoneOf(id)} kind="person" />
      <div>
        {title && <Heading>{href ? <a href={href}>{title}</a> : title}</Heading>}
        <blockquote>{children}</blockquote>
        <p class="by">
          {by} {demo && <Tag kind="demo">{i18n.t('experience.demo')}</Tag>}
        </p>
        {after}
      </div>
    </article>
  );
}
