import type { I18n } from '#platform/i18n/i18n.ts';
import { readDetails, toTyped, typedDetails, type TypedDetails } from './details-form.ts';
import type { PickedConditions } from './condition-picker.views.tsx';
import type { Form } from './form.ts';
import type { Draft } from './joining.ts';
import { mostConditions } from './member.ts';
import type { ConditionBook } from './named-condition.ts';

interface Means {
  i18n: I18n;
  conditions: ConditionBook;
  /** The year it is. */
  now: number;
}

const isId = (text: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u.test(text);

/** Conditions that a form ticked and that are there. */
export async function readTicked(form: Form, name: string, { i18n, conditions }: Omit<Means, 'now'>) {
  const ids = [...new Set(form.all(name).filter(isId))].slice(0, 2 * mostConditions);
  return ids.length === 0 ? [] : conditions.list(ids, i18n);
}

/** The conditions of a draft, as a form shows them. */
export async function pickedOf(draft: Draft, { i18n, conditions }: Means): Promise<PickedConditions> {
  const typed = new Map(
    draft.conditions.map((each) => [each.conditionId, toTyped(each.conditionId, { ...each, role: draft.role })]),
  );
  const chosen = typed.size === 0 ? [] : await conditions.list([...typed.keys()], i18n);
  return {
    query: null,
    found: [],
    tooMany: false,
    chosen: chosen.map((condition) => ({ condition, typed: typed.get(condition.id)!, faults: {} })),
  };
}

/**
 * What a form of conditions says: those it had, without what was removed, with what was ticked; and what was looked up. A
 * tick counts whichever button was pressed, so that nobody's choice is lost on the way.
 */
export async function readPicked(form: Form, draft: Draft, means: Means): Promise<PickedConditions> {
  const removed = form.text('remove');
  const had = (await readTicked(form, 'chosen', means)).filter(({ id }) => id !== removed);
  const added = (await readTicked(form, 'add', means)).filter(({ id }) => had.every((each) => each.id !== id));
  const all = [...had, ...added];
  const query = form.text('act') === 'search' ? form.text('q') : null;
  const found = query === null ? [] : await means.conditions.search(query, means.i18n);
  return {
    query,
    found: found.filter(({ id }) => all.every((each) => each.id !== id)),
    tooMany: all.length > mostConditions,
    chosen: all.slice(0, mostConditions).map((condition) => {
      const typed: TypedDetails = { ...typedDetails(form, condition.id), role: draft.role };
      return {
        condition,
        typed,
        faults: readDetails(typed, { now: means.now, birthYear: draft.birthYear }).faults,
      };
    }),
  };
}

/** What of it may be kept. */
export const toDraft = (
  { chosen }: PickedConditions,
  { draft, now }: { draft: Draft; now: number },
): Draft['conditions'] =>
  chosen.map(({ condition, typed }) => {
    const { state, firstSymptomsYear, diagnosisYear } = readDetails(typed, {
      now,
      birthYear: draft.birthYear,
    }).details;
    return { conditionId: condition.id, state, firstSymptomsYear, diagnosisYear };
  });
