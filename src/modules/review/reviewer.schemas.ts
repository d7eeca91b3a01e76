import { z } from 'zod';
import { digestFrequencies, usualFrequency } from './digest.ts';

const line = z.string().trim().max(200).catch('');

/** What a steward says of a new reviewer. */
export const reviewerForm = z.object({
  /** Of an account that has the role of a reviewer. */
  email: line.transform((text) => text.toLowerCase()),
  name: line,
  credential: line,
  credentialEs: line,
  registrationBody: line,
  registration: line,
  languages: z
    .union([z.string().transform((one) => [one]), z.array(z.string())])
    .catch([])
    .transform((all) => all.filter((language) => language === 'en' || language === 'es')),
});
export type ReviewerForm = z.output<typeof reviewerForm>;

export type ReviewerProblem = keyof ReviewerForm;

export const digestForm = z.object({ digest: z.enum(digestFrequencies).catch(usualFrequency) });

/** What is missing in the form. A credential in Spanish may be left out. */
export const problemsOf = (form: ReviewerForm): ReviewerProblem[] =>
  (Object.keys(form) as ReviewerProblem[]).filter((name) => name !== 'credentialEs' && form[name].length === 0);

/** "Dr Ada Example" becomes `ada-example`; a number keeps two of one name apart. */
export function slugFor(name: string, taken: ReadonlySet<string>): string {
  const bare =
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/^(dra?|prof|profesora?)\.?\s+/u, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-|-$/gu, '') || 'reviewer';
  for (let count = 1; ; count++) {
    const slug = count === 1 ? bare : `${bare}-${count}`;
    if (!taken.has(slug)) return slug;
  }
}
