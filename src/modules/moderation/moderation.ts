import type { ReportReason, Rule } from './rules.ts';

/** Where a text stands, as moderation has it. */
export type Standing = 'shown' | 'held' | 'hidden' | 'change-asked' | 'removed';

/** What a moderator decides about a text. `keep`: it breaks no rule; `approve`: it is shown from now on. */
export const decisionKinds = ['keep', 'approve', 'note', 'ask-for-change', 'hide', 'remove'] as const;
export type DecisionKind = (typeof decisionKinds)[number];

/** What is done about whoever wrote it, with a decision. */
export const authorActKinds = ['restrict', 'ban', 'lift'] as const;
export type AuthorActKind = (typeof authorActKinds)[number];

/** Everything that is ever written into the log. What happens to a text comes from the site itself. */
export const actKinds = [
  'reported',
  'flagged',
  'changed',
  'withdrawn',
  'assigned',
  'released',
  ...decisionKinds,
  ...authorActKinds,
  'undo',
  'appeal',
  'uphold',
  'reverse',
] as const;
export type ActKind = (typeof actKinds)[number];

/** Why the site itself wants a text looked at: whom it is about may have come `of-age` since it was written. */
export type Flag = 'crisis' | 'held' | 'of-age';

/** One act about one text. Whom it names may be forgotten: the ids of people are null then. */
export interface Act {
  id: string;
  kind: ActKind;
  at: Date;
  /** Whoever reports; null: somebody without an account. */
  reporterId?: string | null;
  moderatorId?: string | null;
  /** Acts that were done with one press, and are taken back with one. */
  batch?: string;
  /** The batch that an `undo` takes back. */
  undoes?: string;
  reason?: ReportReason | Flag;
  /** Of a report: how much it counts, in hundredths. */
  weight?: number;
  rule?: Rule;
  /** Until when somebody has the case, or the author is restricted. */
  until?: Date;
}

export interface Report {
  at: Date;
  reporterId: string | null;
  reason: ReportReason;
  weight: number;
}

export interface Decision {
  id: string;
  kind: DecisionKind | 'reverse';
  moderatorId: string | null;
  at: Date;
  batch: string | undefined;
  /** Where the text stood before. */
  before: Standing;
  /** Something was done about the author with it. */
  author: boolean;
}

/** Where the moderation of one text stands: what its acts come to. */
export interface Case {
  standing: Standing;
  /** Since when the site itself wants it looked at, and why. */
  flags: { [flag in Flag | 'changed']?: Date };
  /** Reports that nobody has decided about. */
  reports: readonly Report[];
  /** Since when an author’s appeal waits. */
  appeal: Date | undefined;
  /** Who has it on their screen, and until when nobody else may take it. */
  holder: { moderatorId: string | null; until: Date } | undefined;
  /** The decision that stands. */
  decision: Decision | undefined;
  /** One appeal to a decision. */
  appealed: boolean;
  /** What can be taken back, by whoever did it. */
  last: { batch: string; moderatorId: string | null; at: Date } | undefined;
  withdrawn: boolean;
  /** Something was done about the author, and the decision with it is to come. */
  authorActIn: string | undefined;
}

export const untouched: Case = {
  standing: 'shown',
  flags: {},
  reports: [],
  appeal: undefined,
  holder: undefined,
  decision: undefined,
  appealed: false,
  last: undefined,
  withdrawn: false,
  authorActIn: undefined,
};

/** For so long a decision can be taken back by whoever took it. */
export const undoMinutes = 10;
/** For so long a case is kept for whoever took it; then somebody else may. Nothing typed is lost by it. */
export const holdMinutes = 30;
/** Reports of people without an account that are kept for one text: together they count as one. */
const mostNameless = 5;

const minutesBetween = (from: Date, to: Date) => (to.getTime() - from.getTime()) / 60_000;
const isDecision = (kind: ActKind): kind is DecisionKind => (decisionKinds as readonly string[]).includes(kind);
/** What takes something from an author, or adds to their words: they are told, and can appeal. */
export const isAdverse = ({ kind, author }: Pick<Decision, 'kind' | 'author'>): boolean =>
  author || !['keep', 'approve', 'reverse'].includes(kind);

/** Why an act cannot be done now. */
export type Refusal =
  | 'held-by-other'
  | 'not-held'
  | 'known-already'
  | 'appeal-first'
  | 'no-appeal'
  | 'same-moderator'
  | 'not-yours'
  | 'too-late'
  | 'no-effect'
  | 'nothing-to-appeal'
  | 'gone';

/** Undefined: the act can be done. Pure: the same for what a page offers and for what is done. */
export function refusalOf(state: Case, act: Act): Refusal | undefined {
  const holds = state.holder !== undefined && state.holder.moderatorId === act.moderatorId;
  if (isDecision(act.kind)) {
    if (!holds) return 'not-held';
    if (state.appeal) return 'appeal-first';
    if (act.kind === 'keep') return state.standing === 'shown' ? undefined : 'no-effect';
    if (act.kind === 'approve') return state.standing === 'shown' && !state.flags.changed ? 'no-effect' : undefined;
    return undefined;
  }
  switch (act.kind) {
    case 'reported':
      return wasReported(state, act) ? 'known-already' : undefined;
    case 'flagged':
    case 'changed':
    case 'withdrawn':
      return undefined;
    case 'assigned':
      if (state.withdrawn) return 'gone';
      return state.holder && !holds && state.holder.until > act.at ? 'held-by-other' : undefined;
    case 'released':
      return holds ? undefined : 'not-held';
    case 'restrict':
    case 'ban':
    case 'lift':
      if (!holds) return 'not-held';
      return state.appeal ? 'appeal-first' : undefined;
    case 'undo':
      if (state.last === undefined || state.last.batch !== act.undoes) return 'too-late';
      if (state.last.moderatorId !== act.moderatorId) return 'not-yours';
      return minutesBetween(state.last.at, act.at) <= undoMinutes ? undefined : 'too-late';
    case 'appeal':
      return state.decision && isAdverse(state.decision) && !state.appealed && !state.withdrawn
        ? undefined
        : 'nothing-to-appeal';
    case 'uphold':
    case 'reverse':
      if (!state.appeal) return 'no-appeal';
      if (!holds) return 'not-held';
      return state.decision!.moderatorId !== null && state.decision!.moderatorId === act.moderatorId
        ? 'same-moderator'
        : undefined;
  }
}

/** One report of each person counts; of people without an account, each reason once for a few of them. */
const wasReported = ({ reports }: Case, { reporterId = null, reason }: Act): boolean => {
  if (reporterId !== null) return reports.some((report) => report.reporterId === reporterId);
  const nameless = reports.filter((report) => report.reporterId === null);
  return nameless.length >= mostNameless || nameless.some((report) => report.reason === reason);
};

const standingAfter: Record<DecisionKind, Standing> = {
  keep: 'shown',
  approve: 'shown',
  note: 'shown',
  'ask-for-change': 'change-asked',
  hide: 'hidden',
  remove: 'removed',
};

/** The case after an act that was not refused. */
export function after(state: Case, act: Act): Case {
  const moderatorId = act.moderatorId ?? null;
  if (isDecision(act.kind))
    return {
      ...untouched,
      standing: standingAfter[act.kind],
      decision: {
        id: act.id,
        kind: act.kind,
        moderatorId,
        at: act.at,
        batch: act.batch,
        before: state.standing,
        author: state.authorActIn !== undefined && state.authorActIn === act.batch,
      },
      last: act.batch === undefined ? undefined : { batch: act.batch, moderatorId, at: act.at },
    };
  switch (act.kind) {
    case 'reported': {
      // reported, decided, reported again, and the decision taken back: both reports stand open, and are one
      if (wasReported(state, act)) return { ...state, withdrawn: false };
      const report = { at: act.at, reporterId: act.reporterId ?? null, weight: act.weight ?? 100 };
      return {
        ...state,
        withdrawn: false,
        reports: [...state.reports, { ...report, reason: act.reason as ReportReason }],
      };
    }
    case 'flagged': {
      const flag = act.reason as Flag;
      const standing = flag === 'held' && state.standing === 'shown' ? 'held' : state.standing;
      return { ...state, withdrawn: false, standing, flags: { ...state.flags, [flag]: state.flags[flag] ?? act.at } };
    }
    case 'changed':
      // of a text that nobody has decided about, the newest version is what will be read anyway
      return {
        ...state,
        withdrawn: false,
        flags: state.decision ? { ...state.flags, changed: state.flags.changed ?? act.at } : state.flags,
      };
    case 'withdrawn':
      // what was said about it is not forgotten: whoever brings it back brings that back, too
      return { ...state, withdrawn: true, holder: undefined, last: undefined };
    case 'assigned':
      return { ...state, holder: { moderatorId, until: act.until! } };
    case 'released':
      return { ...state, holder: undefined };
    case 'restrict':
    case 'ban':
    case 'lift':
      return { ...state, authorActIn: act.batch };
    case 'appeal':
      return { ...state, appeal: act.at, appealed: true, last: undefined, holder: undefined };
    case 'uphold':
    case 'reverse': {
      const closed = {
        ...state,
        appeal: undefined,
        holder: undefined,
        last: act.batch === undefined ? undefined : { batch: act.batch, moderatorId, at: act.at },
      };
      if (act.kind === 'uphold') return closed;
      const decision: Decision = {
        id: act.id,
        kind: 'reverse',
        moderatorId,
        at: act.at,
        batch: act.batch,
        before: state.standing,
        author: false,
      };
      return { ...closed, standing: 'shown', flags: {}, reports: [], decision };
    }
    case 'undo':
      return state;
  }
}

/**
 * The case that its acts come to, in the order of the log. What was taken back is left out: so an undo brings everything
 * back as it was, and what came in meanwhile stays.
 */
export function caseOf(acts: readonly Act[]): Case {
  const undone = undoneIn(acts);
  return acts
    .filter((act) => act.kind !== 'undo' && !(act.batch !== undefined && undone.has(act.batch)))
    .reduce(after, untouched);
}

/** The batches that were taken back. */
export const undoneIn = (acts: readonly Pick<Act, 'kind' | 'undoes'>[]): ReadonlySet<string> =>
  new Set(acts.flatMap(({ kind, undoes }) => (kind === 'undo' && undoes !== undefined ? [undoes] : [])));

/**
 * What a form was made from. Reports alone do not make it stale: a moderator’s work is not thrown away because one more
 * person has noticed the same.
 */
export const versionOf = (acts: readonly Act[]): number => acts.filter(({ kind }) => kind !== 'reported').length;
