import { expect, test } from 'vitest';
import { changed, samplePack, withSamplePack } from './pack.fixtures.ts';
import { readPack } from './read-pack.usecases.ts';

/** What is broken in the sample's axes, and the one fault that it must give: at the line of these words, for this reason. */
const faults: [what: string, from: string, to: string, at: string, reason: string][] = [
  [
    'bands that overlap',
    'from: 20 }',
    'from: 19 }',
    'value: old, from',
    'The bands of `young` and `old` overlap. Let one end where the other begins.',
  ],
  [
    'a gap between bands',
    'from: 20 }',
    'from: 25 }',
    'value: old, from',
    'Between the bands of `young` and `old` is a gap.',
  ],
  [
    'a band that ends before it begins',
    'from: 0, to: 19',
    'from: 0, below: 0',
    'value: young, from',
    'The band of `young` ends before it begins.',
  ],
  [
    'no band for the youngest',
    'from: 0, to: 19',
    'from: 1, to: 19',
    'value: young, from',
    'No band holds the smallest',
  ],
  [
    'no band for the oldest',
    'from: 20 }',
    'from: 20, to: 99 }',
    'value: old, from',
    'No band holds the largest numbers.',
  ],
  ['half a year', 'to: 19 }', 'to: 19.5 }', 'rule:', '`rule` counts whole years: its bounds must be whole numbers.'],
  [
    'a band with two beginnings',
    'from: 20 }',
    'from: 20, above: 19 }',
    'value: old, from',
    'This entry of `bands` begins with from or with above, not with both.',
  ],
  [
    'a band of nothing',
    'value: old, from',
    'value: ancient, from',
    'value: ancient',
    'The axis has no value `ancient`.',
  ],
  [
    'a value without a band',
    '- { value: young, from: 0, to: 19 }\n      - { value: old, from: 20 }',
    '- { value: young }',
    'id: old',
    'No band leads to `old`. Add one, or take the value out.',
  ],
  [
    'a source that is not there',
    'unit: years\n    source: rock2012',
    'unit: years\n    source: nobody',
    'source: nobody',
    'sources.json has no source `nobody`.',
  ],
  [
    'a value with a source that is not there',
    'source: pebble2020 }',
    'source: nobody }',
    'source: nobody',
    'sources.json has no source `nobody`.',
  ],
  [
    'a rule from nowhere',
    'unit: years\n    source: rock2012',
    'unit: years',
    'rule:',
    '`rule` must name its source, or say under `ours` that it is our own reading, and why.',
  ],
  [
    'a kind of rule that is not known',
    'kind: bands',
    'kind: bends',
    'kind: bends',
    '`kind` must be one of bands, groups, regions.',
  ],
  ['a value in no group', 'values: [steady, waxing]', 'values: [steady]', 'id: waxing', 'No group leads to `waxing`.'],
  [
    'a value in a group twice',
    'values: [steady, waxing]',
    'values: [steady, waxing, steady]',
    'values: [steady, waxing, steady]',
    'The value `steady` is here twice.',
  ],
  [
    'a neighbour that is no region',
    'pairs: [[head, left-hand]]',
    'pairs: [[head, left-hand], [head, tail]]',
    'tail',
    'There is no region `tail` above. Add it to `regions`, or correct the id.',
  ],
  [
    'a region beside itself',
    'pairs: [[head, left-hand]]',
    'pairs: [[head, left-hand], [head, head]]',
    'pairs: [[head, left-hand]',
    '`head` is named as its own neighbour.',
  ],
  [
    'neighbours twice',
    'pairs: [[head, left-hand]]',
    'pairs: [[head, left-hand], [left-hand, head]]',
    'pairs: [[head, left-hand]',
    'The neighbours head and left-hand are here twice.',
  ],
  [
    'a region without neighbours',
    'pairs: [[head, right-hand]]',
    'pairs: [[left-hand, head]]',
    'id: right-hand',
    '`right-hand` has no neighbour.',
  ],
  [
    'a left without a right',
    'side: right, pair: hand',
    'side: right, pair: paw',
    'id: left-hand',
    '`left-hand` needs one region of the other side with the pair `hand`.',
  ],
  [
    'a middle with a pair',
    'side: either }',
    'side: either, pair: crown }',
    'id: head',
    'This entry of `regions` needs `pair` if its side is left or right',
  ],
  [
    'a rule that holds what is no region',
    'holds: [head]',
    'holds: [tail]',
    'holds: [tail]',
    'There is no region `tail`.',
  ],
  ['a side of what is no pair', 'one-side: [hand]', 'one-side: [foot]', 'one-side', 'No region has the pair `foot`.'],
  [
    'a rule that nobody knows',
    'when: { connected: true }',
    'when: { scattered: true }',
    'scattered',
    '`when` must be one of { exactly: 1 }, { one-side: [arm, leg] }',
  ],
  [
    'an order that does not end',
    '\n      - { value: far, when: { otherwise: true }, source: rock2012 }',
    '',
    'id: far',
    'No rule leads to `far`.',
  ],
  [
    'a rule that takes everything, too early',
    'when: { connected: true }',
    'when: { otherwise: true }',
    'value: near, when',
    'This rule takes everything: those below it are never asked. Put it last.',
  ],
  [
    'a doubt about nothing that is held',
    'when: { holds: [head], at-least: 2 }',
    'when: { exactly: 2 }',
    'doubt:',
    'A doubt is about what stands beside the parts that a rule holds.',
  ],
];

test.each(faults)('%s is named, with its line', async (_, from, to, at, reason) => {
  const changes = changed('axes.yaml', from, to);
  const text = String(changes['axes.yaml']);
  const { pack, faults } = await withSamplePack(changes, (folder) => readPack(folder));
  const found = faults.filter(({ file }) => file === 'axes.yaml');
  expect(found.map(({ reason }) => reason)).toContainEqual(expect.stringContaining(reason));
  const { line } = found.find((fault) => fault.reason.includes(reason))!;
  expect(text.split('\n')[line - 1]).toContain(at);
  expect(pack).toBeUndefined();
});

test('bands of a ratio may meet at a number that belongs to one of them only', async () => {
  const ratio = (young: string, old: string) =>
    withSamplePack(
      {
        'axes.yaml': samplePack['axes.yaml']!.replace('unit: years', 'unit: ratio')
          .replace('from: 0, to: 19', young)
          .replace('from: 20 }', `${old} }`),
      },
      async (folder) => (await readPack(folder)).faults.map(({ reason }) => reason),
    );
  expect(await ratio('to: 0.9', 'above: 0.9')).toEqual([]);
  expect(await ratio('below: 0.9', 'from: 0.9')).toEqual([]);
  expect(await ratio('to: 0.9', 'from: 0.9')).toEqual([expect.stringContaining('overlap')]);
  expect(await ratio('below: 0.9', 'above: 0.9')).toEqual([expect.stringContaining('gap')]);
});

test('an axis without rules is whole', async () => {
  const simple = samplePack['axes.yaml']!.split('- id: age')[0]!;
  const { faults } = await withSamplePack({ 'axes.yaml': simple }, (folder) => readPack(folder));
  expect(faults).toEqual([]);
});
