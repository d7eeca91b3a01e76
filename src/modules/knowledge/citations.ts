/** Numbers the sources of one page in the order in which the page first cites them. */
export interface Citations {
  /**
   * A new mark in the text. `where` says in the reader's words where it stands, for the way back from the list of sources.
   * Undefined for a source that is not known.
   */
  cite(key: string, where: string): { number: number; anchorId: string } | undefined;
  /** The list of sources, numbered from 1, each with the marks that lead to it. */
  used(): CitedSource[];
}

export interface CitedSource {
  key: string;
  number: number;
  anchors: { id: string; where: string }[];
}

/** The element that holds a source in the list. */
export const sourceAnchor = (number: number): string => `source-${number}`;

export function createCitations(knownKeys: Iterable<string>): Citations {
  const known = new Set(knownKeys);
  const used = new Map<string, CitedSource>();
  return {
    cite(key, where) {
      if (!known.has(key)) return undefined;
      const source = used.get(key) ?? { key, number: used.size + 1, anchors: [] };
      used.set(key, source);
      const anchorId = `cite-${source.number}-${source.anchors.length + 1}`;
      source.anchors.push({ id: anchorId, where });
      return { number: source.number, anchorId };
    },
    used: () => [...used.values()],
  };
}
