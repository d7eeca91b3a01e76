/** Who made a text in another language out of the English one. Whether a clinician checked it, only a signature under it says. */
export const makers = ['machine', 'person'] as const;
export type MadeBy = (typeof makers)[number];

/** As a pack says it: by whom, and of the English text of which day, `YYYY-MM-DD`. */
export interface ToldTranslation {
  madeBy: MadeBy;
  of: string;
}

/** The same, with the English version that the atlas holds; undefined where it does not hold it. */
export interface Translation extends ToldTranslation {
  source?: { id: string; number: number; rootId: string };
}

/** What is kept of how the text that readers see was translated, and what the pack said of it when it last spoke. */
export interface KeptTranslation {
  now: ToldTranslation;
  /** Who said it last. */
  origin: 'pack' | 'site';
  pack: ToldTranslation | undefined;
}

/**
 * What an import does where a pack brings a text as it was. `take`: what the pack says is new, also that nothing is known any
 * more. `conflict`: it is, but the site has said another thing since. `note`: both say the same.
 */
export function afterImport(
  kept: KeptTranslation | undefined,
  says: ToldTranslation | undefined,
): 'leave' | 'take' | 'conflict' | 'note' {
  if (isSameTelling(says, kept?.pack)) return 'leave';
  if (isSameTelling(says, kept?.now)) return 'note';
  if (kept?.origin !== 'site') return 'take';
  // a pack that says nothing any more contradicts nobody
  return says ? 'conflict' : 'leave';
}

export const isSameTelling = (one: ToldTranslation | undefined, other: ToldTranslation | undefined): boolean =>
  one?.madeBy === other?.madeBy && one?.of === other?.of;
