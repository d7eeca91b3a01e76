/** Numbers the sources of one page in the order in which the page first cites them. */
export interface Citations {
  /**
   * A new mark in the text. `where` says in the reader's words where it stands, for the way back from the list of sources.
   * Undefined for a source that is not known.
   */
  cite(key: string, where: string): { number: number; anchorId: string; doubt?: Doubt } | undefined;
  /** The list of sources, numbered from 1, each with the marks that lead to it. */
  used(): CitedSource[];
}

export interface CitedSource {
  key: string;
  number: number;
  anchors: { id: string; where: string }[];
  /** Why nobody should rest on it any more. */
  doubt?: Doubt;
}

/** A source that was taken back, or that a newer one took the place of: CSL's `status`. */
export type Doubt = 'retracted' | 'superseded';

export function doubtOf(csl: unknown): Doubt | undefined {
  const status = (csl as { status?: unknown } | null | undefined)?.status;
  return status === 'retracted' || status === 'superseded' ? status : undefined;
}

/** The element that holds a source in the list. */
export const sourceAnchor = (number: number): string => `source-${number}`;

/** `sources` is CSL-JSON by citation key. */
export function createCitations(sources: ReadonlyMap<string, unknown>): Citations {
  const used = new Map<string, CitedSource>();
  return {
    cite(key, where) {
      if (!sources.has(key)) return undefined;
      const doubt = doubtOf(sources.get(key));
      const source = used.get(key) ?? { key, number: used.size + 1, anchors: [], ...(doubt && { doubt }) };
      used.set(key, source);
      const anchorId = `cite-${source.number}-${source.anchors.length + 1}`;
      source.anchors.push({ id: anchorId, where });
      return { number: source.number, anchorId, ...(doubt && { doubt }) };
    },
    used: () => [...used.values()],
  };
}
