import { makers, type MadeBy, type SiteTranslation, type Translation } from '#modules/answers/index.ts';

/** What the form of a text in another language says of how it was translated. */
export interface TypedTranslation {
  madeBy: MadeBy | undefined;
  /** The English version that the window showed as the one readers see. */
  englishId: string;
  /** Whether the text renders that one now, or still the one that it rendered before. */
  renders: 'now' | 'before';
}

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/u;
const day = /^\d{4}-\d{2}-\d{2}$/u;
/** Of the calendar: the database takes no other. */
const isDay = (text: string): boolean =>
  day.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text);
const makerOf = (text: string | undefined): MadeBy | undefined => makers.find((each) => each === text);

/** Undefined: the form asked nothing of it, or was tampered with. */
export function readTranslation(fields: Readonly<Record<string, string>>): TypedTranslation | undefined {
  const { english = '', renders, 'made-by': madeBy } = fields;
  if (!uuid.test(english)) return undefined;
  return { madeBy: makerOf(madeBy), englishId: english, renders: renders === 'before' ? 'before' : 'now' };
}

/**
 * What a text says of its translation beside what readers see says; `null`: the same, or nothing, and the version takes over
 * what the one before it said.
 */
export function changedTranslation(
  typed: TypedTranslation | undefined,
  said: Translation | undefined,
): SiteTranslation | null {
  if (!typed?.madeBy) return null;
  const { madeBy } = typed;
  if (said && (typed.renders === 'before' || said.source?.id === typed.englishId)) {
    if (said.madeBy === madeBy) return null;
    return said.source ? { madeBy, sourceId: said.source.id } : { madeBy, of: said.of };
  }
  return { madeBy, sourceId: typed.englishId };
}

/** What was said before, in an address, so that it can be said again. */
export const inAddress = (said: Translation | undefined): string =>
  said ? `${said.madeBy}:${said.source?.id ?? said.of}` : 'nothing';

/** Undefined: nobody wrote that. `nothing`: there was nothing said. */
export function fromAddress(text: string | undefined): SiteTranslation | 'nothing' | undefined {
  if (text === 'nothing') return text;
  const [maker, what = ''] = (text ?? '').split(':');
  const madeBy = makerOf(maker);
  if (!madeBy) return undefined;
  return uuid.test(what) ? { madeBy, sourceId: what } : isDay(what) ? { madeBy, of: what } : undefined;
}
