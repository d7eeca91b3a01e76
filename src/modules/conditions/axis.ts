import type { Localised } from '#platform/i18n/languages.ts';

/** A way to classify: values in words and, where there are any, the rules that lead to a value. */
export interface Axis {
  id: string;
  name: Localised;
  version: Localised;
  source: string;
  /** What could not be found out about this version, in words for readers. */
  unknown?: Localised;
  values: AxisValue[];
  rule?: AxisRule;
}

export interface AxisValue {
  id: string;
  name: Localised;
  means: Localised;
  /** Where it is not that of the axis. */
  source?: string;
}

export type AxisRule = BandsRule | GroupsRule | RegionsRule;

/** Where a rule comes from: a source, our own reading with its reason, or a source that we read in a certain way. */
export interface Provenance {
  source?: string;
  ours?: Localised;
}

/** A number leads to the value whose band holds it. */
export interface BandsRule extends Provenance {
  kind: 'bands';
  /** What is measured, and how it is counted. */
  of: Localised;
  unit: 'years' | 'ratio';
  bands: Band[];
}

/** Years are whole: 2 lasts until the third birthday. A bound that is left out is open. */
export interface Band {
  value: string;
  /** This or more. */
  from?: number;
  /** More than this. */
  above?: number;
  /** This or less. */
  to?: number;
  /** Less than this. */
  below?: number;
}

/** Values that answer one question each, such as the course over years and the change within a day. */
export interface GroupsRule {
  kind: 'groups';
  groups: ({ id: string; name: Localised; pick: 'one' | 'any'; values: string[] } & Provenance)[];
}

/** Marked parts of the body lead to a value: the first rule of `order` that holds. */
export interface RegionsRule {
  kind: 'regions';
  regions: BodyPart[];
  neighbours: ({ pairs: [string, string][] } & Provenance)[];
  order: RegionOrder[];
}

export interface BodyPart {
  id: string;
  name: Localised;
  /** As it stands inside a sentence, with its article. */
  inSentence: Localised;
  /** `either`: in the middle, and may be affected on one side only. `none`: in the middle, without sides. */
  side: 'left' | 'right' | 'either' | 'none';
  /** What the left and the right one are called together: `arm`. */
  pair?: string;
}

export type RegionOrder = Provenance & {
  value: string;
  when:
    | { exactly: number }
    /** All on one side, and one of each of these pairs among them. */
    | { oneSide: string[] }
    | { holds: string[]; atLeast: number }
    | { connected: true }
    | { otherwise: true };
  /** Said when, besides those that it `holds`, the left and right of one pair are all that is marked. */
  doubt?: { says: Localised } & Provenance;
  /** Said with or without a pair among the marked. */
  also?: { pair: string; with: Localised; without: Localised };
};

/** Where a band begins or ends, and whether the number itself belongs to it. */
export interface Bound {
  at: number;
  included: boolean;
}

/** Whole years end where the next begins, so that bands of years and of ratios are compared alike. */
export function boundsOf(band: Band, unit: BandsRule['unit']): { lower: Bound; upper: Bound } {
  const whole = unit === 'years';
  const lower: Bound =
    band.above !== undefined
      ? whole
        ? { at: band.above + 1, included: true }
        : { at: band.above, included: false }
      : { at: band.from ?? 0, included: true };
  const upper: Bound =
    band.to !== undefined
      ? whole
        ? { at: band.to + 1, included: false }
        : { at: band.to, included: true }
      : { at: band.below ?? Infinity, included: false };
  return { lower, upper };
}

/** The value whose band holds the number; years are counted in whole years. Undefined for what is no such number. */
export function bandOf(number: number, rule: BandsRule): string | undefined {
  if (!Number.isFinite(number) || number < 0) return undefined;
  const counted = rule.unit === 'years' ? Math.floor(number) : number;
  return rule.bands.find((band) => {
    const { lower, upper } = boundsOf(band, rule.unit);
    const above = lower.included ? counted >= lower.at : counted > lower.at;
    const below = upper.included ? counted <= upper.at : counted < upper.at;
    return above && below;
  })?.value;
}

/** Every source that an axis and its rules rest on. */
export function sourcesOfAxis({ source, values, rule }: Axis): string[] {
  const named: Provenance[] = [{ source }, ...values];
  if (rule?.kind === 'bands') named.push(rule);
  if (rule?.kind === 'groups') named.push(...rule.groups);
  if (rule?.kind === 'regions')
    named.push(...rule.neighbours, ...rule.order, ...rule.order.flatMap(({ doubt }) => doubt ?? []));
  return [...new Set(named.flatMap(({ source: key }) => key ?? []))];
}
