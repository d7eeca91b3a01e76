import type { Child } from 'hono/jsx';
import { ButtonLink } from '../button/button.tsx';
import { Ground, Stone } from '../stones/stones.tsx';
import type { StoneKind } from '../stones/sprite.tsx';
import type { Link } from '../trail/trail.tsx';

interface EmptyProps {
  /** What stands on the ground: a free place for each thing that could be here, or a stone that is. */
  stones?: readonly StoneKind[];
  title: string;
  /** What is true, and one thing to do. */
  children?: Child;
  action?: Link & { kind?: 'does' | 'people' };
}

const names = ['b', 'f', 'd'] as const;

/** Nothing here yet is a free place, not a fault. */
export const Empty = ({ stones = ['place'], title, children, action }: EmptyProps) => (
  <div class="empty">
    <Ground>
      {stones.map((kind, i) => (
        <Stone name={names[i % names.length]!} kind={kind} />
      ))}
    </Ground>
    <p>
      <b>{title}</b> {children}
    </p>
    {action && (
      <p>
        <ButtonLink kind={action.kind ?? 'does'} href={action.href}>
          {action.text}
        </ButtonLink>
      </p>
    )}
  </div>
);
