/** Why somebody reports a text, in plain words on the page. */
export const reportReasons = [
  'about-me',
  'danger',
  'dangerous-advice',
  'names-someone',
  'unkind',
  'spam',
  'other',
] as const;
export type ReportReason = (typeof reportReasons)[number];

/** Somebody may come to harm, or is written about against their will: these are read before all other reports. */
export const pressing: readonly ReportReason[] = ['about-me', 'danger'];

/**
 * The rules of the community. A decision against a text names one; its author reads it in their own language
 * (`moderation.rule.*`), whatever language the moderator speaks.
 */
export const rules = [
  'names-someone',
  'about-another',
  'dangerous-advice',
  'contradicts-review',
  'unkind',
  'spam',
  'care',
  'other',
] as const;
export type Rule = (typeof rules)[number];

/** The rule that a report points at: chosen beforehand on the decision screen. */
export const ruleOfReason: Record<ReportReason, Rule> = {
  'about-me': 'about-another',
  danger: 'care',
  'dangerous-advice': 'dangerous-advice',
  'names-someone': 'names-someone',
  unkind: 'unkind',
  spam: 'spam',
  other: 'other',
};

/** In code points. */
export const mostLetters = { words: 1000, said: 2000 } as const;
