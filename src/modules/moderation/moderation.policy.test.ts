import { expect, test } from 'vitest';
import { moderationPolicy, type Actor } from './moderation.policy.ts';

const actors: Record<string, Actor> = {
  'a member': { accountId: 'member', staff: [] },
  // what `staff` holds before the second factor was given
  'a moderator without the second factor': { accountId: 'resting', staff: [] },
  'a reviewer': { accountId: 'reviewer', staff: ['reviewer'] },
  'a steward': { accountId: 'steward', staff: ['steward'] },
  'a moderator': { accountId: 'moderator', staff: ['moderator'] },
  'another moderator': { accountId: 'other', staff: ['moderator'] },
  'the author, who moderates': { accountId: 'author', staff: ['moderator'] },
};
const those = (may: (actor: Actor) => boolean) => Object.keys(actors).filter((name) => may(actors[name]!));
const moderators = ['a moderator', 'another moderator', 'the author, who moderates'];

test.each([
  ['seeQueue', moderationPolicy.seeQueue],
  ['seeFigures', moderationPolicy.seeFigures],
] as const)('%s: moderators and stewards', (_, may) => {
  expect(those(may)).toEqual(['a steward', ...moderators]);
});

test('decide: a moderator, never about their own text', () => {
  expect(those((actor) => moderationPolicy.decide(actor, { authorId: 'author' }))).toEqual(moderators.slice(0, 2));
  expect(those((actor) => moderationPolicy.decide(actor, { authorId: null }))).toEqual(moderators);
});

test('undo: whoever decided', () => {
  expect(those((actor) => moderationPolicy.undo(actor, { moderatorId: 'moderator' }))).toEqual(['a moderator']);
  expect(those((actor) => moderationPolicy.undo(actor, { moderatorId: 'steward' }))).toEqual([]);
});

test('decideAppeal: another moderator than who decided, and not the author', () => {
  const decided = { moderatorId: 'moderator', authorId: 'author' };
  expect(those((actor) => moderationPolicy.decideAppeal(actor, decided))).toEqual(['another moderator']);
});

test('readDecision and appeal: the author alone; of a forgotten author, nobody', () => {
  for (const may of [moderationPolicy.readDecision, moderationPolicy.appeal]) {
    expect(those((actor) => may(actor, { authorId: 'author' }))).toEqual(['the author, who moderates']);
    expect(those((actor) => may(actor, { authorId: null }))).toEqual([]);
  }
});

test('report: whoever can read it, strangers too', () => {
  expect(moderationPolicy.report(undefined, { readable: true })).toBe(true);
  expect(moderationPolicy.report(actors['a moderator'], { readable: false })).toBe(false);
});
