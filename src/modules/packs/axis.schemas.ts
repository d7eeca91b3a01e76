import { z } from 'zod';
import type { Axis, AxisRule } from '#modules/conditions/index.ts';
import { idSchema, keySchema, lineSchema, localisedSchema, textSchema } from './words.schemas.ts';

/** axes.yaml: a way to classify, with its values and, where they are known, the rules that lead to them. */

const localisedLine = localisedSchema(lineSchema);
const localisedText = localisedSchema(textSchema);

/** A rule names the source that it rests on, or says that it is our own reading, and why; or both. */
const provenance = { source: keySchema.optional(), ours: localisedText.optional() };
const hasProvenance = ({ source, ours }: { source?: unknown; ours?: unknown }) =>
  source !== undefined || ours !== undefined;
const needsProvenance = 'must name its source, or say under `ours` that it is our own reading, and why';

const bound = z.number().min(0).optional();
const band = z
  .strictObject({ value: idSchema, from: bound, above: bound, to: bound, below: bound })
  .refine(
    ({ from, above }) => from === undefined || above === undefined,
    'begins with from or with above, not with both',
  )
  .refine(({ to, below }) => to === undefined || below === undefined, 'ends with to or with below, not with both');

const bandsRule = z
  .strictObject({
    kind: z.literal('bands'),
    of: localisedText,
    unit: z.enum(['years', 'ratio']),
    ...provenance,
    bands: z.array(band).min(1),
  })
  .refine(hasProvenance, needsProvenance)
  .refine(
    ({ unit, bands }) =>
      unit !== 'years' ||
      bands.every((each) =>
        [each.from, each.above, each.to, each.below].every((at) => at === undefined || Number.isInteger(at)),
      ),
    'counts whole years: its bounds must be whole numbers',
  );

const group = z
  .strictObject({
    id: idSchema,
    name: localisedLine,
    pick: z.enum(['one', 'any']),
    ...provenance,
    values: z.array(idSchema).min(1),
  })
  .refine(hasProvenance, needsProvenance);
const groupsRule = z.strictObject({ kind: z.literal('groups'), groups: z.array(group).min(1) });

const region = z
  .strictObject({
    id: idSchema,
    name: localisedLine,
    'in-sentence': localisedLine,
    side: z.enum(['left', 'right', 'either', 'none']),
    pair: idSchema.optional(),
  })
  .refine(
    ({ side, pair }) => (pair !== undefined) === (side === 'left' || side === 'right'),
    'needs `pair` if its side is left or right, and has none otherwise',
  );
const neighbours = z
  .strictObject({
    ...provenance,
    pairs: z.array(z.tuple([idSchema, idSchema], { error: 'must be two regions, [one, other]' })).min(1),
  })
  .refine(hasProvenance, needsProvenance);

const when = z.union(
  [
    z.strictObject({ exactly: z.int().min(1) }),
    z.strictObject({ 'one-side': z.array(idSchema).min(1) }),
    z.strictObject({ holds: z.array(idSchema).min(1), 'at-least': z.int().min(1) }),
    z.strictObject({ connected: z.literal(true) }),
    z.strictObject({ otherwise: z.literal(true) }),
  ],
  {
    error:
      'must be one of { exactly: 1 }, { one-side: [arm, leg] }, { holds: [trunk], at-least: 3 }, { connected: true } and { otherwise: true }',
  },
);
const order = z
  .strictObject({
    value: idSchema,
    when,
    ...provenance,
    doubt: z
      .strictObject({ says: localisedText, ...provenance })
      .refine(hasProvenance, needsProvenance)
      .optional(),
    also: z.strictObject({ pair: idSchema, with: localisedText, without: localisedText }).optional(),
  })
  .refine(hasProvenance, needsProvenance);
const regionsRule = z.strictObject({
  kind: z.literal('regions'),
  regions: z.array(region).min(2),
  neighbours: z.array(neighbours).min(1),
  order: z.array(order).min(1),
});

export const axisSchema = z.strictObject({
  id: idSchema,
  name: localisedLine,
  version: localisedLine,
  source: keySchema,
  unknown: localisedText.optional(),
  values: z
    .array(z.strictObject({ id: idSchema, name: localisedLine, means: localisedText, source: keySchema.optional() }))
    .min(1),
  rule: z
    .discriminatedUnion('kind', [bandsRule, groupsRule, regionsRule], {
      error: 'must be one of bands, groups, regions',
    })
    .optional(),
});

type AxisFile = z.output<typeof axisSchema>;

/** The axis as the rest of Cairn knows it. */
export const toAxis = ({ rule, ...axis }: AxisFile): Axis => ({ ...axis, ...(rule && { rule: toRule(rule) }) });

function toRule(rule: NonNullable<AxisFile['rule']>): AxisRule {
  if (rule.kind !== 'regions') return rule;
  return {
    ...rule,
    regions: rule.regions.map(({ 'in-sentence': inSentence, ...part }) => ({ ...part, inSentence })),
    order: rule.order.map(({ when, ...each }) => ({ ...each, when: toWhen(when) })),
  };
}

function toWhen(when: z.output<typeof order>['when']) {
  if ('one-side' in when) return { oneSide: when['one-side'] };
  return 'holds' in when ? { holds: when.holds, atLeast: when['at-least'] } : when;
}
