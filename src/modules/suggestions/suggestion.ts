/** What a reader would have put right in one exact text. */
export interface Suggestion {
  id: string;
  conditionId: string;
  answerId: string;
  revisionId: string;
  /** The words it is about, as the reader copied them. */
  passage: string | null;
  wrong: string;
  /** Where the reader knows it from. */
  source: string | null;
  language: string;
  /** `taken`: the text was, or will be, changed; `left`: it stays. */
  state: 'open' | 'taken' | 'left';
  /** `YYYY-MM-DD`: a day says enough. */
  madeOn: string;
}

/** In code points. */
export const mostLetters = { passage: 600, wrong: 3000, source: 600 } as const;

/** Suggestions that were closed so long ago have done their work. */
export const keptDays = 180;
