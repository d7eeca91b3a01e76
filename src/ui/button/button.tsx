import type { Child } from 'hono/jsx';

/** `does`: the one thing to do here; `people`: leads to people or shares with them; `second`: the quieter choice. */
export type ButtonKind = 'does' | 'people' | 'second';

const classOf = (kind: ButtonKind) => (kind === 'does' ? 'button' : `button ${kind}`);

interface ButtonProps {
  kind?: ButtonKind;
  type?: 'submit' | 'button';
  name?: string;
  value?: string;
  disabled?: boolean;
  children: Child;
}

export const Button = ({ kind = 'does', type = 'submit', children, ...rest }: ButtonProps) => (
  <button class={classOf(kind)} type={type} {...rest}>
    {children}
  </button>
);

/** A link that weighs as much as a button. */
export const ButtonLink = ({ kind = 'does', href, children }: { kind?: ButtonKind; href: string; children: Child }) => (
  <a class={classOf(kind)} href={href}>
    {children}
  </a>
);

export const ButtonRow = ({ children }: { children: Child }) => <div class="button-row">{children}</div>;
