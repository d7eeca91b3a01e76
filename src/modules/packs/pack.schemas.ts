import { z } from 'zod';
import { makers } from '#modules/answers/index.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import { claimSchema } from './claim.schemas.ts';
import { idSchema, keySchema, lineSchema, localisedSchema, textSchema } from './words.schemas.ts';

/** The files of a pack (docs/domain/packs.md), as they are written. Unknown keys are faults everywhere. */

const language = z.enum(realLanguages);
const localisedLine = localisedSchema(lineSchema);
const localisedText = localisedSchema(textSchema);

export const packSchema = z.strictObject({
  id: idSchema,
  title: localisedLine,
  licence: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.+-]*$/u, 'must be an SPDX licence identifier, such as CC-BY-4.0'),
  languages: z
    .array(language)
    .refine((all) => all.includes('en'), 'must name en: English is the language of reference')
    .refine((all) => new Set(all).size === all.length, 'names a language twice'),
  maintainers: z
    .array(
      z.strictObject({
        name: lineSchema,
        url: z.url({ protocol: /^https?$/u, error: 'must be a web address' }).optional(),
      }),
    )
    .min(1),
  groups: z.array(z.strictObject({ id: idSchema, name: localisedLine })).min(1),
  'urgent-help': localisedText,
});

/** Where the condition's name goes in a question. */
const titleOfQuestion = lineSchema
  .refine((title) => title.includes('{condition}'), 'must hold {condition}, where the name of the condition goes')
  .refine((title) => !/[{}]/u.test(title.replaceAll('{condition}', '')), 'holds braces that are not {condition}');

export const questionSchema = z.strictObject({
  id: idSchema,
  title: localisedSchema(titleOfQuestion),
  short: localisedLine,
  'review-months': z.int().min(1).max(120),
});

export const termSchema = z.strictObject({ id: idSchema, term: localisedLine, means: localisedText });

export const featureSchema = z.strictObject({ id: idSchema, name: localisedLine });

export const pairSchema = z
  .strictObject({
    conditions: z.tuple([idSchema, idSchema], { error: 'must name two conditions, [one, other]' }),
    together: localisedText.optional(),
    rows: z.array(z.looseObject({ feature: idSchema })).min(1),
    ask: z.array(localisedLine).default([]),
  })
  .superRefine(({ conditions, rows }, context) => {
    if (conditions[0] === conditions[1])
      context.addIssue({ code: 'custom', path: ['conditions'], message: 'names one condition twice' });
    for (const [index, row] of rows.entries()) {
      for (const slug of conditions) {
        const cell = localisedText.safeParse(row[slug]);
        for (const issue of cell.error?.issues ?? [])
          context.addIssue({ ...issue, path: ['rows', index, slug, ...issue.path] });
      }
      for (const key of Object.keys(row))
        if (key !== 'feature' && !conditions.includes(key))
          context.addIssue({ code: 'unrecognized_keys', keys: [key], path: ['rows', index], input: row });
    }
  });

export const lookAlikesSchema = z.strictObject({ features: z.array(z.unknown()), pairs: z.array(z.unknown()) });

const names = z.strictObject({
  preferred: lineSchema,
  'in-sentence': lineSchema,
  synonyms: z.array(lineSchema).default([]),
  narrower: z.array(lineSchema).default([]),
});

/** How codes are written by those who keep them. */
const codeForms = {
  MONDO: [/^MONDO:\d{7}$/u, 'MONDO: and 7 digits'],
  ORPHA: [/^ORPHA:\d{1,7}$/u, 'ORPHA: and digits'],
  OMIM: [/^(?:PS)?\d{6}$/u, '6 digits, for a series with PS before them; in quotes'],
  'ICD-10': [
    /^[A-Z]\d{2}(?:\.\d{1,2})?$/u,
    'a letter and two digits, with one or two more after a point, such as G24.1',
  ],
  'ICD-11': [
    /^[0-9A-HJ-NP-Z][A-HJ-NP-Z]\d[0-9A-HJ-NP-Z](?:\.[0-9A-HJ-NP-Z]{1,3})?$/u,
    'four letters and digits, with up to three more after a point, such as 8A02.0',
  ],
  MeSH: [/^[CD]\d{6}(?:\d{3})?$/u, 'D or C, with 6 or 9 digits'],
  HPO: [/^HP:\d{7}$/u, 'HP: and 7 digits'],
} as const;
const systems = Object.keys(codeForms) as (keyof typeof codeForms)[];

const code = z
  .strictObject({
    system: z.enum(systems),
    code: lineSchema,
    relation: z.enum(['exact', 'broad', 'narrow']),
    source: keySchema.optional(),
  })
  .superRefine(({ system, code }, context) => {
    const [form, description] = codeForms[system];
    if (!form.test(code))
      context.addIssue({
        code: 'custom',
        path: ['code'],
        message: `is no code of ${system}: it must be ${description}`,
      });
  });

export const conditionSchema = z.strictObject({
  slug: idSchema,
  kind: z.enum(['disorder', 'symptom']),
  group: idSchema,
  parent: idSchema.nullable().default(null),
  names: localisedSchema(names),
  summary: localisedLine,
  'question-titles': z.record(idSchema, localisedLine).default({}),
  codes: z.array(code).default([]),
  axes: z.array(z.strictObject({ axis: idSchema, values: z.array(idSchema).min(1) })).default([]),
  claims: z.array(claimSchema).default([]),
});

const day = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/u, 'must be a day, such as 2026-11-22')
  .refine(
    (text) => !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text),
    'is no day of the calendar',
  );

/** What stands above an answer's body. */
export const frontMatterSchema = z.strictObject({
  short: textSchema,
  updated: day,
  translation: z.strictObject({ 'made-by': z.enum(makers), of: day }).optional(),
});
