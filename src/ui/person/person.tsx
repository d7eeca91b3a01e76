import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { stoneOf } from '../stones/draw.ts';
import { Stone } from '../stones/stones.tsx';
import { Tag } from '../tag/tag.tsx';

interface PersonProps {
  i18n: I18n;
  /** Their stone is picked from this, the same every time. */
  id: string;
  /** What they wish to be called. */
  name: string;
  href?: string;
  /** How they belong here, a line each. */
  lines: readonly Child[];
  demo?: boolean;
  /** 1: the page is about them. */
  level?: 1 | 3;
}

/** Somebody who chose to be seen, beside a stone that is theirs. */
export function Person({ i18n, id, name, href, lines, demo = false, level = 3 }: PersonProps) {
  // a name may run in another direction than the page
  const own = <bdi>{name}</bdi>;
  const Heading = level === 1 ? 'h1' : 'h3';
  return (
    <article class="person">
      <Stone {...stoneOf(id)} kind="person" />
      <div>
        <Heading>{href ? <a href={href}>{own}</a> : own}</Heading>
        {lines.map((line) => (
          <p>{line}</p>
        ))}
        {demo && (
          <p>
            <Tag kind="demo">{i18n.t('person.demo')}</Tag>
          </p>
        )}
      </div>
    </article>
  );
}
