import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { shippedAxes, shippedRule } from '#support/axes.ts';
import type { RegionsRule } from './axis.ts';
import { classifyDistribution, type Mark, type Side } from './distribution.ts';
import { wordsOfDistribution, type DistributionVocabulary } from './distribution-words.ts';

const rule = shippedRule('body-distribution', 'regions');
const ids = rule.regions.map(({ id }) => id);

/** `trunk(left)` is the trunk on the left side only. */
const marksOf = (text: string): Mark[] =>
  text.split(', ').map((each) => {
    const [, region = '', side] = /^([\w-]+)(?:\((\w+)\))?$/u.exec(each)!;
    return { region, ...(side && { side: side as Side }) };
  });
const classify = (text: string, by: RegionsRule = rule) => classifyDistribution(marksOf(text), by);

describe('The sixteen cases that the rules were read with', () => {
  test.each([
    ['the neck alone is focal', 'neck', 'focal'],
    ['upper and lower face are segmental', 'upper-face, lower-face', 'segmental'],
    ['both arms are segmental', 'left-arm, right-arm', 'segmental'],
    ['the neck and an arm are segmental', 'neck, right-arm', 'segmental'],
    ['the eyes and an arm are multifocal', 'upper-face, right-arm', 'multifocal'],
    ['the neck and a leg are multifocal', 'neck, left-leg', 'multifocal'],
    ['the voice box and an arm are multifocal', 'larynx, left-arm', 'multifocal'],
    ['arm and leg of one side are hemidystonia', 'left-arm, left-leg', 'hemi'],
    ['arm and leg of two sides are multifocal', 'left-arm, right-leg', 'multifocal'],
    ['trunk and neck are segmental', 'trunk, neck', 'segmental'],
    ['trunk, neck and an arm are generalised', 'trunk, neck, left-arm', 'generalised'],
    ['trunk and both legs are generalised', 'trunk, left-leg, right-leg', 'generalised'],
    ['both legs are segmental', 'left-leg, right-leg', 'segmental'],
    ['trunk, arm and leg, all on the left, are hemidystonia', 'trunk(left), left-arm, left-leg', 'hemi'],
    ['trunk on an unknown side with a left arm and leg is generalised', 'trunk, left-arm, left-leg', 'generalised'],
    ['four limbs without the trunk are multifocal', 'left-arm, right-arm, left-leg, right-leg', 'multifocal'],
  ])('%s', (_, marks, value) => {
    expect(classify(marks)?.value).toBe(value);
  });
});

describe('What is said besides the pattern', () => {
  test('nothing marked is no pattern', () => {
    expect(classifyDistribution([], rule)).toBeUndefined();
    expect(classifyDistribution([{ region: 'tail' }], rule)).toBeUndefined();
  });

  test('generalised says whether the legs take part', () => {
    expect(classify('trunk, neck, left-arm')?.alsoPair).toBe(false);
    expect(classify('trunk, left-leg, right-leg')?.alsoPair).toBe(true);
    expect(classify('neck')?.alsoPair).toBeUndefined();
  });

  test('the trunk with nothing but one pair of limbs is on the border', () => {
    expect(classify('trunk, left-leg, right-leg')?.doubtful).toBe(true);
    expect(classify('trunk, left-arm, right-arm')?.doubtful).toBe(true);
    expect(classify('trunk, left-arm, right-leg')?.doubtful).toBe(false);
    expect(classify('trunk, neck, left-leg, right-leg')?.doubtful).toBe(false);
  });

  test('which side the trunk is on is asked only if it decides', () => {
    expect(classify('trunk, left-arm, left-leg')?.ask).toEqual({ regions: ['trunk'], side: 'left', value: 'hemi' });
    expect(classify('neck, trunk, right-arm, right-leg')?.ask?.regions).toEqual(['neck', 'trunk']);
    expect(classify('neck(right), trunk, right-arm, right-leg')?.ask?.regions).toEqual(['trunk']);
    for (const decided of [
      'trunk(left), left-arm, left-leg',
      'trunk(both), left-arm, left-leg',
      'trunk(right), left-arm, left-leg',
      'trunk, left-arm',
      'trunk, left-arm, right-leg',
      'larynx, trunk, left-arm, left-leg',
    ])
      expect(classify(decided)?.ask, decided).toBeUndefined();
  });

  test('the pairs that are our own reading are a setting of the pack: without them, eyes and neck lie apart', () => {
    const strict = {
      ...rule,
      neighbours: rule.neighbours.filter(({ pairs }) => !pairs.some((pair) => String(pair) === 'upper-face,neck')),
    };
    expect(classify('upper-face, neck')?.value).toBe('segmental');
    expect(classify('upper-face, neck', strict)?.value).toBe('multifocal');
  });
});

describe('Whatever is marked', () => {
  const mark = fc.record({
    region: fc.constantFrom(...ids),
    side: fc.option(fc.constantFrom<Mark['side']>('left', 'right', 'both'), { nil: undefined }),
  });
  const marks = fc.uniqueArray(mark, { selector: ({ region }) => region, minLength: 1 });
  const other = (word: string) => word.replace(/left|right/u, (side) => (side === 'left' ? 'right' : 'left'));
  const mirrored = (all: readonly Mark[]): Mark[] =>
    all.map(({ region, side }) => ({ region: other(region), side: side && (other(side) as Mark['side']) }));

  test('left and right are alike', () => {
    fc.assert(
      fc.property(marks, (all) => {
        const [one, two] = [classifyDistribution(all, rule), classifyDistribution(mirrored(all), rule)];
        expect(two?.value).toBe(one?.value);
        expect(two?.doubtful).toBe(one?.doubtful);
        expect(two?.alsoPair).toBe(one?.alsoPair);
        expect(two?.ask?.regions).toEqual(one?.ask?.regions);
        expect(two?.ask?.side).toBe(one?.ask && other(one.ask.side));
      }),
    );
  });

  test('the order of marking, marking twice, and what is no part change nothing', () => {
    fc.assert(
      fc.property(marks, fc.gen(), (all, gen) => {
        const shuffled = gen(fc.shuffledSubarray, all, { minLength: all.length });
        const result = classifyDistribution(all, rule);
        expect(classifyDistribution(shuffled, rule)).toEqual(result);
        expect(classifyDistribution([...all, ...all, { region: 'tail' }], rule)).toEqual(result);
      }),
    );
  });

  test('there is a pattern of the axis, and answering the question back gives the pattern that it named', () => {
    const values = shippedAxes.find(({ id }) => id === 'body-distribution')!.values.map(({ id }) => id);
    fc.assert(
      fc.property(marks, (all) => {
        const result = classifyDistribution(all, rule)!;
        expect(values).toContain(result.value);
        const { ask } = result;
        if (!ask) return;
        const answered = all.map((each) => (ask.regions.includes(each.region) ? { ...each, side: ask.side } : each));
        expect(classifyDistribution(answered, rule)).toMatchObject({ value: ask.value, because: { kind: 'one-side' } });
        expect(classifyDistribution(answered, rule)?.ask).toBeUndefined();
      }),
    );
  });

  test('one part more never turns a generalised pattern into a smaller one', () => {
    fc.assert(
      fc.property(marks, mark, (all, more) => {
        fc.pre(classifyDistribution(all, rule)?.value === 'generalised');
        fc.pre(!all.some(({ region }) => region === more.region));
        expect(['generalised', 'hemi']).toContain(classifyDistribution([...all, more], rule)?.value);
      }),
    );
  });
});

describe('In words', () => {
  const words: DistributionVocabulary = {
    say: (message, values) => `${message}: ${Object.values(values).join(' | ')}`,
    list: (items) => items.join(' and '),
    region: (id) => rule.regions.find((each) => each.id === id)!.inSentence.en,
    value: (id) => id,
    doubt: (value) => rule.order.find((each) => each.value === value)!.doubt!.says.en,
    also: (value, withPair) => rule.order.find((each) => each.value === value)!.also![withPair ? 'with' : 'without'].en,
  };
  const say = (text: string) => wordsOfDistribution(classify(text), words);

  test('neighbours are named', () => {
    expect(say('neck, right-arm')).toEqual({
      value: 'segmental',
      why: 'Why-connected-two: the neck and the right arm',
      besides: [],
      ask: undefined,
    });
  });

  test('parts that lie apart are named group by group', () => {
    expect(say('upper-face, lower-face, left-leg').why).toBe(
      'Why-apart-two: the eyes and forehead and the jaw and mouth | the left leg',
    );
    expect(say('upper-face, left-arm, right-leg').why).toBe(
      'Why-apart: the eyes and forehead; the left arm; the right leg',
    );
  });

  test('the border, the legs and the question back are said', () => {
    expect(say('trunk, left-leg, right-leg').besides).toEqual([
      'The legs take part.',
      expect.stringContaining('on the border'),
    ]);
    expect(say('trunk, left-arm, left-leg').ask).toBe('Ask-left: the trunk | hemi');
  });

  test('nothing marked is said, too', () => {
    expect(wordsOfDistribution(undefined, words)).toMatchObject({ value: undefined, why: 'nothing: ' });
  });
});
