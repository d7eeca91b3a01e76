import { z } from 'zod';
import { itemKinds } from './items.ts';
import { decisionKinds } from './moderation.ts';
import { mostLetters, reportReasons, rules } from './rules.ts';
import { tiers } from './urgency.ts';

const text = z.string().trim().catch('');
const many = z.union([z.string().transform((one) => [one]), z.array(z.string())]).catch([]);
const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined);

export const itemParams = z.object({ kind: z.enum(itemKinds), id: z.uuid() });

export const reportForm = z.object({ reason: optional(z.enum(reportReasons)), words: text });

export const tooLong = (value: string, of: keyof typeof mostLetters): boolean => [...value].length > mostLetters[of];

/** What may be done about an author, as the form names it. */
export const measures = ['restrict-7', 'restrict-30', 'ban', 'lift'] as const;
export type Measure = (typeof measures)[number];

export const deskForm = z.object({
  act: z.enum(['take', 'release', 'decide']).catch('decide'),
  decision: optional(z.enum([...decisionKinds, 'uphold', 'reverse'])),
  rule: optional(z.enum(rules)),
  said: text,
  author: optional(z.enum(measures)),
  question: text,
  version: z.coerce.number().int().min(0).catch(-1),
  next: optional(z.string()),
});
export type DeskForm = z.output<typeof deskForm>;

export type DeskProblem = 'decision' | 'rule' | 'said' | 'long' | 'question';

/** What is missing before a decision can be recorded, in the order of the form. */
export function problemOf(form: DeskForm): DeskProblem | undefined {
  const { decision, rule, said, question, author } = form;
  if (decision === undefined) return 'decision';
  if (decision === 'note' && question === '') return 'question';
  const adverse = ['note', 'ask-for-change', 'hide', 'remove'].includes(decision);
  if ((adverse || (author !== undefined && author !== 'lift')) && rule === undefined) return 'rule';
  // a change that nobody names cannot be made; "other" says nothing by itself; an appeal is owed an answer
  const mustSay = decision === 'ask-for-change' || decision === 'uphold' || (adverse && rule === 'other');
  if (mustSay && said === '') return 'said';
  return tooLong(said, 'said') ? 'long' : undefined;
}

export const manyForm = z.object({
  /** `kind/id/version`, of each that was chosen. */
  chosen: many.transform((entries) =>
    entries.flatMap((entry) => {
      const [kind, id, version] = entry.split('/');
      const read = itemParams.extend({ version: z.coerce.number().int() }).safeParse({ kind, id, version });
      return read.success ? [{ item: { kind: read.data.kind, id: read.data.id }, shown: read.data.version }] : [];
    }),
  ),
  decision: optional(z.enum(['spam', 'spam-ban', 'keep', 'approve'])),
});

export const undoForm = z.object({ batch: z.uuid() });

export const appealForm = z.object({ words: text });

const place = z.object({
  tier: z.enum(tiers),
  lightness: z.coerce.number().int(),
  since: z.coerce.date(),
  itemId: z.uuid(),
});

/** The place in the queue that an address names: `?after=reported.-200.1764495600000.<id>`. */
export function readPlace(value: string | undefined) {
  const [tier, lightness, since, itemId] = (value ?? '').split('.');
  const read = place.safeParse({ tier, lightness, since: Number(since), itemId });
  return read.success ? read.data : undefined;
}

export const writePlace = (at: z.output<typeof place>): string =>
  [at.tier, at.lightness, at.since.getTime(), at.itemId].join('.');
