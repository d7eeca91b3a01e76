import { z } from 'zod';
import { isFrequency, measures, populations, type Claim, type Measure, type Unit } from '#modules/knowledge/index.ts';
import { idSchema, keySchema, lineSchema, localisedSchema, textSchema } from './words.schemas.ts';

/** In which units a measure is told. */
const unitsOf = {
  'point-prevalence': ['per-100000', 'percent'],
  'lifetime-prevalence': ['per-100000', 'percent'],
  incidence: ['per-100000'],
  'birth-prevalence': ['per-100000'],
  proportion: ['percent'],
  'age-at-onset': ['years'],
  'sex-ratio': ['ratio'],
  people: ['people'],
  duration: ['years', 'minutes'],
} as const satisfies Record<Measure, readonly Unit[]>;

/** The largest number that can be true in a unit; no person is older than 130. */
const largest = {
  'per-100000': 100_000,
  percent: 100,
  years: 130,
  ratio: 1000,
  people: 10_000_000_000,
  minutes: 600_000,
} as const satisfies Record<Unit, number>;
export const units = Object.keys(largest) as Unit[];

const number = z.number().min(0).optional();

export const claimSchema = z
  .strictObject({
    id: idSchema,
    measure: z.enum(measures),
    about: localisedSchema(lineSchema),
    counted: z.strictObject({ who: z.enum(populations), form: idSchema.optional() }).optional(),
    value: number,
    low: number,
    high: number,
    interval: z.enum(['ci95', 'range']).optional(),
    unit: z.enum(units),
    place: localisedSchema(lineSchema),
    year: z.int().min(1850),
    method: localisedSchema(textSchema).optional(),
    source: keySchema,
  })
  .superRefine(({ measure, value, low, high, interval, unit, counted }, context) => {
    const fault = (key: string, message: string) => context.addIssue({ code: 'custom', path: [key], message });
    if (!(unitsOf[measure] as readonly string[]).includes(unit))
      fault('unit', `does not fit: ${measure} is told in ${unitsOf[measure].join(' or ')}`);
    for (const [key, each] of Object.entries({ value, low, high }))
      if (each !== undefined && each > largest[unit])
        fault(key, `is more than there can be in ${unit}: at most ${largest[unit]}`);
    if ((low === undefined) !== (high === undefined))
      fault(low === undefined ? 'high' : 'low', 'stands alone: give low and high, or neither');
    else if (low === undefined && value === undefined) fault('id', 'has no number: give value, or low and high');
    if (low !== undefined && high !== undefined) {
      if (low > high) fault('low', 'is greater than high');
      else if (value !== undefined && (value < low || value > high))
        fault('value', 'does not lie between low and high');
      if (!interval) fault('low', 'needs interval beside it: ci95 or range');
    } else if (interval) fault('interval', 'has no low and high that it could speak of');
    if (counted && !isFrequency(measure))
      fault('counted', `fits only counts of how many people have a condition, not ${measure}`);
    if (unit === 'people')
      for (const [key, each] of Object.entries({ value, low, high }))
        if (each !== undefined && !Number.isInteger(each)) fault(key, 'must be whole people');
  });

/** A claim as a pack writes it, as the atlas knows it: what is not known is null. */
export const claimOf = (written: z.output<typeof claimSchema>): Claim => ({
  ...written,
  value: written.value ?? null,
  low: written.low ?? null,
  high: written.high ?? null,
  interval: written.interval ?? null,
});

const orNull = z
  .number()
  .nullish()
  .transform((each) => each ?? null);
/** The numbers of a claim that may have other faults. */
export const numbersOfClaim = z.object({ value: orNull, low: orNull, high: orNull, unit: z.enum(units) });
