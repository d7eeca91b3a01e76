import { mondoId, orphaId, type TermCode } from './vocabulary.ts';

/** What joining needs to know of a term: all files together. */
export interface JoinTerm {
  termId: string;
  /** Some file still lists it as a condition. */
  lists: boolean;
  /** Codes that mean the same. */
  exact: Pick<TermCode, 'system' | 'code'>[];
}

/** Terms that are one condition. */
export interface JoinGroup {
  termIds: string[];
  /** The condition that the terms are already. */
  conditionId?: string;
}

export interface Joined {
  groups: JoinGroup[];
  /** Terms whose exact mappings lead to several terms of one vocabulary: kept apart, for people to decide. */
  ambiguous: string[];
}

const byTerm = (one: string, other: string) => one.length - other.length || (one < other ? -1 : 1);

/**
 * Says which terms are one condition, by exact mappings alone: a term of Mondo and one of Orphanet that name each other,
 * or that both mean one code of OMIM. A condition has at most one term of each vocabulary: a mapping that would give it
 * two joins nothing. The codes that a pack wrote come before all of them; what was one condition stays where it was.
 */
export function joinTerms({
  terms,
  packCodes,
  conditionOf,
}: {
  terms: readonly JoinTerm[];
  /** Exact codes of conditions that packs wrote: `MONDO:…` and `ORPHA:…` to the condition's id. */
  packCodes: ReadonlyMap<string, string>;
  /** What each term is now. */
  conditionOf: ReadonlyMap<string, string>;
}): Joined {
  const known = new Map(terms.map((term) => [term.termId, term]));
  const partners = new Map<string, Set<string>>();
  const pair = (one: string, other: string) => {
    for (const [from, to] of [
      [one, other],
      [other, one],
    ] as const)
      partners.set(from, (partners.get(from) ?? new Set()).add(to));
  };
  for (const { termId, exact } of terms)
    for (const { code } of exact)
      if ((mondoId.test(code) || orphaId.test(code)) && known.has(code) && code.slice(0, 5) !== termId.slice(0, 5))
        pair(termId, code);
  pairByCode(terms, partners, pair);

  const ambiguous = [...partners].filter(([, others]) => others.size > 1).map(([termId]) => termId);
  const partnerOf = (termId: string) => {
    const others = partners.get(termId);
    if (others?.size !== 1) return undefined;
    const [other] = others;
    return partners.get(other!)!.size === 1 ? other : undefined;
  };

  const groups: JoinGroup[] = [];
  const done = new Set<string>();
  const ofPack = new Map<string, string[]>();
  for (const { termId } of terms) {
    const conditionId = packCodes.get(termId);
    if (conditionId) ofPack.set(conditionId, [...(ofPack.get(conditionId) ?? []), termId]);
  }
  for (const [conditionId, own] of ofPack) {
    // a partner joins a pack's condition unless the pack gave it, or a term of its vocabulary, another place
    const others = own.flatMap((termId) => {
      const partner = partnerOf(termId);
      const taken = partner && (packCodes.has(partner) || own.some((each) => each.slice(0, 5) === partner.slice(0, 5)));
      return partner && !taken ? [partner] : [];
    });
    const termIds = [...new Set([...own, ...others])].sort(byTerm);
    for (const termId of termIds) done.add(termId);
    groups.push({ termIds, conditionId });
  }
  const taken = new Set(ofPack.keys());
  for (const termId of [...known.keys()].sort(byTerm)) {
    if (done.has(termId)) continue;
    const partner = partnerOf(termId);
    const termIds = [termId, ...(partner && !done.has(partner) ? [partner] : [])];
    for (const each of termIds) done.add(each);
    const conditionId = termIds.map((each) => conditionOf.get(each)).find((id) => id !== undefined && !taken.has(id));
    if (conditionId) taken.add(conditionId);
    const lists = termIds.some((each) => known.get(each)!.lists);
    if (lists || conditionId) groups.push({ termIds, ...(conditionId && { conditionId }) });
  }
  return { groups, ambiguous: ambiguous.sort(byTerm) };
}

/** Terms of different vocabularies that name each other nowhere, and that both mean one code of OMIM. */
function pairByCode(
  terms: readonly JoinTerm[],
  partners: ReadonlyMap<string, ReadonlySet<string>>,
  pair: (one: string, other: string) => void,
): void {
  const byCode = new Map<string, string[]>();
  for (const { termId, exact } of terms)
    if (!partners.has(termId))
      for (const { system, code } of exact)
        if (system === 'OMIM') byCode.set(code, [...(byCode.get(code) ?? []), termId]);
  for (const termIds of byCode.values()) {
    const [one, other, ...more] = termIds;
    if (one && other && more.length === 0 && one.slice(0, 5) !== other.slice(0, 5)) pair(one, other);
  }
}
