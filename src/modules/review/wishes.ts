/** What a reviewer wishes for: which texts first, and how many at a time. Nothing is forbidden by it. */
export interface Wishes {
  /** Of these conditions and their forms. */
  conditionIds: readonly string[];
  /** Of all conditions of these groups. */
  groupIds: readonly string[];
  /** How many texts they would have on their desk at a time. */
  load: number;
}

export const usualLoad = 5;
export const mostLoad = 50;
export const mostTopics = 20;

export const noWishes: Wishes = { conditionIds: [], groupIds: [], load: usualLoad };

export type Topics = Pick<Wishes, 'conditionIds' | 'groupIds'>;

export const hasTopics = ({ conditionIds, groupIds }: Topics): boolean => conditionIds.length + groupIds.length > 0;
