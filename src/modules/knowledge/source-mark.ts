import { doubtOf, type Doubt } from './citations.ts';

/** A source of CSL-JSON with its citation key. */
export type Source = { id: string } & Record<string, unknown>;

/** Whether a source stands; if not, where that is said. */
export interface SourceMark {
  doubt: Doubt | undefined;
  note: string;
}

/** The fields that a mark is written in. Everything else of a source is its pack's alone. */
export const markFields = ['status', 'note'] as const;
type Fields = Partial<Record<(typeof markFields)[number], unknown>>;

const fieldsOf = (csl: Source): Fields =>
  Object.fromEntries(markFields.flatMap((field) => (csl[field] === undefined ? [] : [[field, csl[field]]])));

const withFields = (csl: Source, marked: Fields): Source => {
  const { status: _status, note: _note, ...rest } = csl;
  return { ...rest, ...marked };
};

export function markOf(csl: Source): SourceMark {
  const doubt = doubtOf(csl);
  return { doubt, note: doubt && typeof csl.note === 'string' ? csl.note : '' };
}

export const sameMark = (one: Source, other: Source): boolean =>
  markFields.every((field) => one[field] === other[field]);

/** The source with another mark. One that stands again says what its pack said, unless that was the mark. */
export function withMark(csl: Source, { doubt, note }: SourceMark, before: Source): Source {
  if (doubt) return withFields(csl, { status: doubt, note });
  return withFields(csl, doubtOf(before) ? {} : fieldsOf(before));
}

/**
 * A source as a pack brings it, with a mark of the site upon it. `agreed`: both say the same by now; `kept`: the pack says
 * what it said before; `conflict`: the pack marks it otherwise since.
 */
export function reconciled(packs: Source, edit: { before: Source; csl: Source }) {
  const outcome: 'agreed' | 'kept' | 'conflict' = sameMark(packs, edit.csl)
    ? 'agreed'
    : sameMark(packs, edit.before)
      ? 'kept'
      : 'conflict';
  return {
    outcome,
    csl: withFields(packs, fieldsOf(edit.csl)),
    // what the pack said of it stays what it is compared with
    before: withFields(packs, fieldsOf(edit.before)),
  };
}
