import type { Child } from 'hono/jsx';

interface TermProps {
  /** Once per page and term. */
  id: string;
  /** The word as it stands in the sentence. */
  children: Child;
  /** The word as the glossary has it. */
  term: string;
  /** One or two sentences. */
  means: Child;
}

/** A hard word that stays: press it, and its meaning opens beside it. No script; on paper the meaning is printed. */
export const Term = ({ id, children, term, means }: TermProps) => (
  <>
    <button class="term" type="button" popovertarget={`term-${id}`}>
      {children}
    </button>
    <span class="meaning" id={`term-${id}`} popover="auto">
      <b>{term}</b>
      <span>{means}</span>
    </span>
  </>
);
