import type { Child } from 'hono/jsx';
import { ButtonLink } from '../button/button.tsx';
import { Cairn } from '../stones/stones.tsx';
import type { Link } from '../trail/trail.tsx';

/** The seventh place on the cairn is the reader's. One per page. */
export const Invite = ({ title, action, children }: { title: string; action?: Link; children: Child }) => (
  <div class="invite across">
    <div>
      <h3>{title}</h3>
      <p>{children}</p>
      {action && (
        <p>
          <ButtonLink kind="people" href={action.href}>
            {action.text}
          </ButtonLink>
        </p>
      )}
    </div>
    <Cairn stones={6} detail place />
  </div>
);
