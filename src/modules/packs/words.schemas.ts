import { z } from 'zod';
import { realLanguages, type Localised } from '#platform/i18n/languages.ts';

export const idSchema = z
  .string()
  .max(80)
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/u, 'must be small letters and digits, with single hyphens between them');

/** A citation key: `albanese2025`, `genereviews-tor1a`. */
export const keySchema = z
  .string()
  .max(80)
  .regex(
    /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/u,
    'must begin with a letter, with small letters, digits and single hyphens after it',
  );

/** Words on one line. */
export const lineSchema = z
  .string()
  .max(300)
  .refine((text) => text.trim() !== '', 'is empty')
  .refine((text) => text === text.trim(), 'has spaces at its beginning or end')
  .refine((text) => !text.includes('\n'), 'must be one line');

/** A sentence or several. */
export const textSchema = z
  .string()
  .max(2000)
  .refine((text) => text.trim() !== '', 'is empty')
  .transform((text) => text.trim());

/** The same in several languages; English is there. */
export function localisedSchema<T extends z.ZodType>(
  schema: T,
): z.ZodType<Localised<z.output<T>>, Localised<z.input<T>>> {
  const { en: _, ...others } = Object.fromEntries(realLanguages.map((language) => [language, schema.optional()]));
  return z.strictObject({ en: schema, ...others }) as never;
}
