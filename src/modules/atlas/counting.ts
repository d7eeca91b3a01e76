/** What somebody is counted under: where they live, if they said, and the conditions that they belong to. */
export interface CountedAs {
  region: string | null;
  conditions: readonly string[];
}

/** A change of a cell: of one scope, at one region as members chose it (`''`: none). */
export interface CellChange {
  scope: string;
  region: string;
  people: number;
  changes: number;
}

/** The scope of all conditions together. */
export const allConditions = '00000000-0000-0000-0000-000000000000';

/**
 * Which scope lies in which: a condition, and the wider one that it is a form of, or else its group; the group, and
 * nothing but all conditions together around it.
 */
export type Forms = ReadonlyMap<string, string | null>;

/** Every scope that somebody with these conditions is in, each once: two forms of one condition are one person there. */
export function scopesOf(conditions: readonly string[], forms: Forms): Set<string> {
  const scopes = new Set<string>();
  for (const condition of conditions)
    for (let at: string | null = condition; at !== null && !scopes.has(at); at = forms.get(at) ?? null) scopes.add(at);
  if (scopes.size > 0) scopes.add(allConditions);
  return scopes;
}

/**
 * What changes in the cells when people who were counted under one thing are counted under another now. Whoever moves
 * takes their place along, but has neither come nor gone: moving to and fro must not set numbers going.
 */
export function changesOf(people: readonly { before: CountedAs; now: CountedAs }[], forms: Forms): CellChange[] {
  const cells = new Map<string, CellChange>();
  const add = (scope: string, { region }: CountedAs, people: number, changes: number) => {
    const id = `${scope} ${region ?? ''}`;
    let cell = cells.get(id);
    if (!cell) cells.set(id, (cell = { scope, region: region ?? '', people: 0, changes: 0 }));
    cell.people += people;
    cell.changes += changes;
  };
  for (const { before, now } of people) {
    const left = scopesOf(before.conditions, forms);
    const joined = scopesOf(now.conditions, forms);
    for (const scope of left) add(scope, before, -1, joined.has(scope) ? 0 : 1);
    for (const scope of joined) add(scope, now, 1, left.has(scope) ? 0 : 1);
  }
  return [...cells.values()].filter(({ people, changes }) => people !== 0 || changes !== 0);
}

/** Groups of which every condition is rare: what is kept back of these is not to be had from their sum. */
export function rareGroups(groups: readonly string[], rare: ReadonlySet<string>, forms: Forms): string[] {
  const inside = Map.groupBy(forms, ([, wider]) => wider);
  return groups.filter((group) => inside.get(group)?.every(([form]) => rare.has(form)) ?? false);
}

/** Every scope, each wider one right before its forms; how many are around it. */
export function fromWideToNarrow(forms: Forms): { scope: string; depth: number }[] {
  const inside = Map.groupBy(forms, ([, wider]) => wider ?? allConditions);
  const order: { scope: string; depth: number }[] = [];
  const walk = (scope: string, depth: number) => {
    order.push({ scope, depth });
    for (const [form] of inside.get(scope) ?? []) walk(form, depth + 1);
  };
  walk(allConditions, 0);
  return order;
}
