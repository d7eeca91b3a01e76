import { z } from 'zod';
import { keySchema, lineSchema } from './words.schemas.ts';

/** One item of CSL-JSON 1.0.2 (https://docs.citationstyles.org), with the fields that Cairn knows how to print. */

const name = z
  .strictObject({
    family: lineSchema.optional(),
    given: lineSchema.optional(),
    literal: lineSchema.optional(),
    suffix: lineSchema.optional(),
    'dropping-particle': lineSchema.optional(),
    'non-dropping-particle': lineSchema.optional(),
  })
  .refine(
    ({ family, literal }) => (family === undefined) !== (literal === undefined),
    'must have family, or else literal',
  );

const datePart = z
  .array(z.int())
  .min(1)
  .max(3)
  .superRefine(([year = 0, month = 1, day = 1], context) => {
    const fits = year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31;
    if (!fits)
      context.addIssue({ code: 'custom', message: 'is no date: write [year], [year, month] or [year, month, day]' });
  });
const date = z.strictObject({ 'date-parts': z.array(datePart).min(1).max(2) });

const types = [
  'article',
  'article-journal',
  'article-magazine',
  'article-newspaper',
  'book',
  'broadcast',
  'chapter',
  'dataset',
  'document',
  'entry',
  'entry-dictionary',
  'entry-encyclopedia',
  'event',
  'legislation',
  'manuscript',
  'motion_picture',
  'pamphlet',
  'paper-conference',
  'periodical',
  'post',
  'post-weblog',
  'regulation',
  'report',
  'review',
  'software',
  'speech',
  'standard',
  'thesis',
  'webpage',
] as const;

const line = lineSchema.optional();

export const sourceSchema = z.strictObject({
  id: keySchema,
  type: z.enum(types),
  title: z
    .string()
    .max(1000)
    .refine((title) => title.trim() !== '', 'is empty'),
  'title-short': line,
  author: z.array(name).min(1).optional(),
  editor: z.array(name).min(1).optional(),
  'container-title': line,
  'container-title-short': line,
  'collection-title': line,
  'collection-number': line,
  'event-title': line,
  publisher: line,
  'publisher-place': line,
  issued: date.optional(),
  accessed: date.optional(),
  volume: line,
  issue: line,
  page: line,
  number: line,
  edition: line,
  version: line,
  genre: line,
  medium: line,
  status: line,
  /** Beside a mark: where it is said, a DOI, a PMID or the reference of the notice, or of the newer source. */
  note: line,
  language: line,
  ISBN: line,
  ISSN: line,
  DOI: z
    .string()
    .max(300)
    .regex(/^10\.\d{4,9}\/[^\s"<>]+$/u, 'is no DOI: it begins with 10. and holds no address around it')
    .optional(),
  PMID: z
    .string()
    .regex(/^[1-9]\d{0,8}$/u, 'is no PMID: it is digits, in quotes')
    .optional(),
  PMCID: z
    .string()
    .regex(/^PMC\d{1,9}$/u, 'is no PMCID: it is PMC and digits')
    .optional(),
  URL: z
    .url({ protocol: /^https?$/u, error: 'must be a web address that begins with https:// or http://' })
    .max(2000)
    .optional(),
});
