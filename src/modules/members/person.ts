import { countryOf, type Member, type MemberRole, type MembershipState } from './member.ts';

/** For whom a person is shown. */
export type Viewer =
  | { kind: 'stranger' }
  /** A member, by the conditions that they belong to themselves. */
  | { kind: 'member'; conditionIds: readonly string[] }
  | { kind: 'moderator' };

/** What one viewer may know of somebody; anything else is not in it, so no page can show it by mistake. */
export interface Person {
  id: string;
  displayName: string | null;
  country: string | null;
  conditions: { conditionId: string; role: MemberRole | null; state: MembershipState | null }[];
  demo: boolean;
}

/**
 * What a viewer may know of a member; undefined: not even that they are here.
 *
 * - Strangers know nobody.
 * - Members know those who chose to be listed under a condition that both belong to, and of them only that condition.
 * - Moderators know by which name somebody is called here, and nothing of conditions: that is enough to answer for words.
 *
 * Nobody knows a year, a part of a country or an address. Who is leaving is gone from here at once.
 */
export function personFor(viewer: Viewer, member: Member): Person | undefined {
  if (viewer.kind === 'stranger' || member.leavingOn !== null) return undefined;
  const { id, displayName, demo, region, showsCountry } = member;
  if (viewer.kind === 'moderator') return { id, displayName, demo, country: null, conditions: [] };
  const shared = member.memberships.filter(
    ({ conditionId, listed }) => listed && viewer.conditionIds.includes(conditionId),
  );
  if (shared.length === 0) return undefined;
  return {
    id,
    displayName,
    demo,
    country: showsCountry && region !== null ? countryOf(region) : null,
    conditions: shared.map(({ conditionId, role, state }) => ({ conditionId, role, state })),
  };
}
