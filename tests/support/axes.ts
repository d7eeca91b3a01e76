import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Axis, BandsRule, RegionsRule } from '#modules/conditions/index.ts';
import { axisSchema, toAxis } from '#modules/packs/axis.schemas.ts';

const file = join(import.meta.dirname, '../../packs/movement-disorders/axes.yaml');

/** The axes of the shipped pack, as an import would take them. */
export const shippedAxes: readonly Axis[] = axisSchema
  .array()
  .parse(parse(readFileSync(file, 'utf8')))
  .map(toAxis);

export function shippedRule(axis: string, kind: 'regions'): RegionsRule;
export function shippedRule(axis: string, kind: 'bands'): BandsRule;
export function shippedRule(axis: string, kind: 'regions' | 'bands') {
  const rule = shippedAxes.find(({ id }) => id === axis)?.rule;
  if (rule?.kind !== kind) throw new Error(`The shipped axis ${axis} has no ${kind}`);
  return rule;
}
