import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  actKinds,
  after,
  caseOf,
  decisionKinds,
  holdMinutes,
  isAdverse,
  refusalOf,
  undoMinutes,
  untouched,
  versionOf,
  type Act,
  type ActKind,
  type Case,
} from './moderation.ts';
import { urgencyOf } from './urgency.ts';

const moderators = ['ada', 'ben', 'eva'];
const people = ['p1', 'p2', 'p3', null];

interface Step {
  kind: ActKind;
  moderator: number;
  person: number;
  minutes: number;
}

/** Long enough for appeals, and most often done by whoever can do it: else nearly everything would be refused. */
const steps = fc.array(
  fc.record({
    kind: fc.oneof(
      fc.constantFrom(...actKinds),
      fc.constantFrom('assigned', 'keep', 'approve', 'hide', 'appeal', 'undo', 'uphold', 'reverse'),
    ),
    moderator: fc.nat({ max: 8 }),
    person: fc.nat({ max: people.length - 1 }),
    minutes: fc.oneof(fc.nat({ max: 3 }), fc.nat({ max: 40 })),
  }),
  { minLength: 20, maxLength: 80, size: 'max' },
);

/** Plays what is possible of some steps, as use cases do: each act is asked for, and done only if nothing refuses it. */
function play(
  wanted: readonly Step[],
  watch: (before: Case, act: Act, next: Case, log: readonly Act[]) => void = () => {},
) {
  let now = Date.UTC(2026, 10, 30);
  const log: Act[] = [];
  let state = untouched;
  for (const [index, { kind, moderator, person, minutes }] of wanted.entries()) {
    now += minutes * 60_000;
    const at = new Date(now);
    const byPerson = ['reported', 'flagged', 'changed', 'withdrawn', 'appeal'].includes(kind);
    const act: Act = {
      id: `act ${index}`,
      kind,
      at,
      ...(kind === 'reported' && { reporterId: people[person]!, reason: 'spam', weight: 100 }),
      ...(kind === 'flagged' && { reason: person % 2 ? 'crisis' : 'held' }),
      ...(!byPerson && { moderatorId: moderatorOf(kind, moderator, state), batch: `batch ${index}` }),
      ...(kind === 'assigned' && { until: new Date(now + holdMinutes * 60_000) }),
      ...(kind === 'undo' && state.last && { undoes: state.last.batch }),
    };
    if (refusalOf(state, act)) continue;
    const before = state;
    log.push(act);
    state = kind === 'undo' ? caseOf(log) : after(state, act);
    watch(before, act, state, log);
  }
  return { state, log };
}

function moderatorOf(kind: ActKind, moderator: number, { holder, last }: Case): string {
  const able = kind === 'undo' ? last?.moderatorId : holder?.moderatorId;
  return (
    moderators[moderator] ?? (kind === 'assigned' ? undefined : able) ?? moderators[moderator % moderators.length]!
  );
}

test('everything that can happen does happen in these plays, many times', () => {
  const happened = new Map<ActKind, number>();
  check((_, { kind }) => void happened.set(kind, (happened.get(kind) ?? 0) + 1));
  expect(actKinds.filter((kind) => (happened.get(kind) ?? 0) < 20)).toEqual([]);
});

const check = (watch: Parameters<typeof play>[1]) =>
  fc.assert(
    fc.property(steps, (wanted) => void play(wanted, watch)),
    { numRuns: 400 },
  );

test('the case that a log comes to is the one that came about act by act', () => {
  fc.assert(
    fc.property(steps, (wanted) => {
      const { state, log } = play(wanted);
      expect(caseOf(log)).toEqual(state);
    }),
    { numRuns: 400 },
  );
});

test('only a decision, an appeal that was heard, or the hold on somebody new changes whether a text is shown', () => {
  check((before, act, next) => {
    if (before.standing === next.standing) return;
    const may = [...decisionKinds, 'reverse', 'undo'].includes(act.kind);
    const held = act.kind === 'flagged' && act.reason === 'held' && next.standing === 'held';
    expect(may || held, act.kind).toBe(true);
  });
});

test('however many report, nothing is hidden by it', () => {
  check((before, act, next) => {
    if (act.kind === 'reported') expect(next.standing).toBe(before.standing);
  });
});

test('nobody decides who does not have the case, and nobody takes it from whoever has it in time', () => {
  check((before, act) => {
    if ([...decisionKinds, 'uphold', 'reverse', 'restrict', 'ban'].includes(act.kind))
      expect(before.holder?.moderatorId).toBe(act.moderatorId);
    if (act.kind === 'assigned' && before.holder && before.holder.moderatorId !== act.moderatorId)
      expect(before.holder.until.getTime()).toBeLessThanOrEqual(act.at.getTime());
  });
});

test('an appeal is never decided by whoever took the decision, and there is one for each decision', () => {
  const appealed = new Set<string>();
  check((before, act) => {
    if (act.kind === 'uphold' || act.kind === 'reverse') expect(act.moderatorId).not.toBe(before.decision!.moderatorId);
    if (act.kind === 'appeal') expect(isAdverse(before.decision!)).toBe(true);
  });
  fc.assert(
    fc.property(steps, (wanted) => {
      appealed.clear();
      play(wanted, (before, act) => {
        if (act.kind !== 'appeal') return;
        expect(appealed.has(before.decision!.id)).toBe(false);
        appealed.add(before.decision!.id);
      });
    }),
  );
});

test('taking back leaves everything as it was, but for what came in meanwhile', () => {
  check((before, act, next, log) => {
    if (act.kind !== 'undo') return;
    const without = log.filter(({ batch, kind }) => kind !== 'undo' && batch !== act.undoes);
    const undone = new Set(log.flatMap(({ undoes }) => undoes ?? []));
    expect(next).toEqual(caseOf(without.filter(({ batch }) => !batch || !undone.has(batch))));
    expect(before.last!.moderatorId).toBe(act.moderatorId);
    expect(act.at.getTime() - before.last!.at.getTime()).toBeLessThanOrEqual(undoMinutes * 60_000);
  });
});

test('after every decision nothing waits but what comes later; whatever waits is in the queue', () => {
  check((_, act, next) => {
    if ((decisionKinds as readonly string[]).includes(act.kind)) expect(urgencyOf(next)).toBeUndefined();
    const waits = next.reports.length > 0 || next.appeal !== undefined || Object.keys(next.flags).length > 0;
    expect(urgencyOf(next) !== undefined).toBe(waits && !next.withdrawn);
  });
});

test('a person counts once, and people without an account a few times at most', () => {
  check((_, _act, next) => {
    const named = next.reports.flatMap(({ reporterId }) => reporterId ?? []);
    expect(named).toEqual([...new Set(named)]);
    expect(next.reports.filter(({ reporterId }) => reporterId === null).length).toBeLessThanOrEqual(5);
  });
});

test('who reports again after a decision is one reporter still when the decision is taken back', () => {
  const report = (id: string, minute: number): Act => ({
    id,
    kind: 'reported',
    at: at(minute),
    reporterId: 'p1',
    reason: 'spam',
    weight: 100,
  });
  const keep: Act = { id: 'c', kind: 'keep', at: at(2), moderatorId: 'ada', batch: 'x' };
  const undo: Act = { id: 'e', kind: 'undo', at: at(4), moderatorId: 'ada', undoes: 'x' };
  const log = [report('a', 0), taken('b'), keep, report('d', 3)];
  expect(caseOf(log).reports).toHaveLength(1);
  expect(caseOf([...log, undo]).reports).toEqual([expect.objectContaining({ at: at(0), reporterId: 'p1' })]);
});

test('a form is stale after every act but a report', () => {
  check((_, act, _next, log) => {
    expect(versionOf(log) - versionOf(log.slice(0, -1))).toBe(act.kind === 'reported' ? 0 : 1);
  });
});

const at = (minutes: number) => new Date(Date.UTC(2026, 10, 30, 9, minutes));
const taken = (id: string, by = 'ada'): Act => ({
  id,
  kind: 'assigned',
  at: at(0),
  moderatorId: by,
  until: at(holdMinutes),
});

test('an author who changes what they were asked to change is looked at again, and stays hidden until then', () => {
  const asked: Act = { id: 'b', kind: 'ask-for-change', at: at(1), moderatorId: 'ada', batch: 'x' };
  const changed: Act = { id: 'c', kind: 'changed', at: at(2) };
  const state = caseOf([taken('a'), asked, changed]);
  expect(state.standing).toBe('change-asked');
  expect(urgencyOf(state)).toMatchObject({ since: at(2) });
});

test('somebody who edits after approval comes back to the queue, and is held again if they are new here', () => {
  const held: Act = { id: '0', kind: 'flagged', reason: 'held', at: at(0) };
  const approved: Act = { id: 'b', kind: 'approve', at: at(1), moderatorId: 'ada', batch: 'x' };
  const changed: Act = { id: 'c', kind: 'changed', at: at(2) };
  expect(caseOf([held, taken('a'), approved])).toMatchObject({ standing: 'shown', flags: {} });
  expect(urgencyOf(caseOf([held, taken('a'), approved, changed]))).toBeDefined();
  expect(caseOf([held, taken('a'), approved, changed, { ...held, id: 'd', at: at(3) }]).standing).toBe('held');
});

test('what its author takes back waits for nobody, and is waited for again when they bring it back', () => {
  const reported: Act = { id: 'r', kind: 'reported', reporterId: 'p1', reason: 'spam', at: at(0) };
  const state = caseOf([reported, taken('a'), { id: 'w', kind: 'withdrawn', at: at(1) }]);
  expect(urgencyOf(state)).toBeUndefined();
  expect(refusalOf(state, taken('b', 'ben'))).toBe('gone');
  const back: Act = { id: 'c', kind: 'changed', at: at(2) };
  expect(urgencyOf(after(state, back))).toMatchObject({ since: at(0), lightness: -100 });
});
