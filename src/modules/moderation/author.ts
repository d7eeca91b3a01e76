import type { ActKind } from './moderation.ts';

/** What somebody may do who writes here. */
export type AuthorStanding = 'free' | 'held-for-review' | 'restricted' | 'banned';

/** An act that bears on an author, of any of their texts. */
export interface AuthorAct {
  kind: ActKind;
  at: Date;
  itemId: string;
  batch: string | null;
  undoes: string | null;
  until: Date | null;
}

/** Until when what somebody new writes is read before it is shown. */
export interface Hold {
  /** So many of their texts must have been approved. */
  firstItems: number;
  /** And their account must be so many days old. */
  firstDays: number;
}

/** What is left of an author’s acts in the order of the log: neither taken back, nor reversed after an appeal. */
function inForce(acts: readonly AuthorAct[]): AuthorAct[] {
  const undone = new Set(acts.flatMap(({ kind, undoes }) => (kind === 'undo' && undoes !== null ? [undoes] : [])));
  const left: AuthorAct[] = [];
  for (const act of acts) {
    if (act.kind === 'undo' || (act.batch !== null && undone.has(act.batch))) continue;
    if (act.kind === 'reverse') {
      for (let index = left.length - 1; index >= 0; index--)
        if (left[index]!.itemId === act.itemId && ['restrict', 'ban'].includes(left[index]!.kind))
          left.splice(index, 1);
      continue;
    }
    left.push(act);
  }
  return left;
}

/** Where an author stands now. A restriction ends by itself; a ban until a moderator lifts it. */
export function authorStandingOf(
  acts: readonly AuthorAct[],
  { now, since, hold }: { now: Date; /** When their account was made. */ since: Date; hold: Hold },
): { standing: AuthorStanding; until?: Date } {
  const left = inForce(acts);
  const lifted = left.findLastIndex(({ kind }) => kind === 'lift');
  const measures = left.slice(lifted + 1);
  if (measures.some(({ kind }) => kind === 'ban')) return { standing: 'banned' };
  const until = measures
    .filter((act) => act.kind === 'restrict' && act.until !== null && act.until > now)
    .reduce<Date | undefined>((latest, act) => (latest && latest > act.until! ? latest : act.until!), undefined);
  if (until) return { standing: 'restricted', until };
  const approved = new Set(left.filter(({ kind }) => kind === 'approve').map(({ itemId }) => itemId)).size;
  const days = (now.getTime() - since.getTime()) / (24 * 60 * 60 * 1000);
  return { standing: approved < hold.firstItems || days < hold.firstDays ? 'held-for-review' : 'free' };
}
