import type { Axis } from './axis.ts';
import type { Ancestor, AxisPlace, Condition, ConditionEntry } from './condition.ts';

/*
 * A form of a condition takes over what it does not say itself: answers, places on axes, look-alikes; always from the nearest
 * wider condition that says it, and always marked. Numbers are not taken over: they belong to what was counted.
 */

/** A place on an axis; `from` is the wider condition whose place it is, if it is not the condition's own. */
export interface InheritedPlace {
  place: AxisPlace;
  from?: Ancestor;
}

type Placed = Pick<Condition, 'axisPlaces'>;

/** The condition's own places, then those of axes that it does not speak of. */
export function placesOf(condition: Placed, ancestors: readonly Ancestor[]): InheritedPlace[] {
  const places: InheritedPlace[] = condition.axisPlaces.map((place) => ({ place }));
  for (const from of ancestors)
    for (const place of from.axisPlaces)
      if (!places.some((known) => known.place.axis === place.axis)) places.push({ place, from });
  return places;
}

/** On whose page the body map for an axis is: that of the widest condition that the axis is for. Undefined if it is not for this one. */
export function bodyMapOwner<T extends Placed & Pick<ConditionEntry, 'slug'>>(
  axis: Axis,
  condition: T,
  ancestors: readonly Ancestor[],
): T | Ancestor | undefined {
  if (axis.rule?.kind !== 'regions') return undefined;
  return [condition, ...ancestors].findLast(({ axisPlaces }) => axisPlaces.some((place) => place.axis === axis.id));
}
