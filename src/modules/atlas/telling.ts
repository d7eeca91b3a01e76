import { shownFrom, sizeOf, tellScope, type Held, type Rule, type Told } from './release.ts';

export interface Telling {
  /** A scope with what is held of it; each wider one right before its forms, `depth` scopes around it. */
  enter(scope: string, depth: number, held: Held, rule: Rule): void;
  /** No more scopes will come. */
  finish(): void;
}

/**
 * Goes through scopes and tells each: what is held is known on the way in, so that a form leaves room in the wider
 * condition around it; what is told on the way out, when its own forms are known.
 */
export function createTelling(tell: (scope: string, told: Told) => void): Telling {
  const open: { scope: string; held: Held; rule: Rule; forms: Told[] }[] = [];

  function close(): void {
    const { scope, held, rule, forms } = open.pop()!;
    const around = open.at(-1);
    const room = around && sizeOf(around.held) - shownFrom(rule.threshold);
    const told = tellScope(held, { forms, ...(room !== undefined && { atMost: room }) }, rule);
    if (told.counts.size > 0) around?.forms.push(told);
    tell(scope, told);
  }

  return {
    enter(scope, depth, held, rule) {
      while (open.length > depth) close();
      open.push({ scope, held, rule, forms: [] });
    },
    finish() {
      while (open.length > 0) close();
    },
  };
}
