/**
 * The model of the mechanism figure: time for one frame (16 ms of the model, 16 steps), at three sizes, and for what one
 * turn of a knob computes; and the size of the script that a browser loads for it.   --rounds=20 --write
 */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import {
  createActivity,
  outcomeOf,
  presets,
  publishedNetwork,
  runTrial,
  settle,
  step,
} from '../src/modules/mechanism/model.ts';
import { root } from '../scripts/stale.mjs';
import { option, publish, spread, table } from './support/report.ts';

const rounds = Number(option('rounds', '20'));
const sizes = [3, 6, 24];
const stepsPerFrame = 16;

/** Microseconds for one call, in the fastest way to measure short work: many calls in a row. */
function microseconds(calls: number, work: () => void): number {
  const begun = performance.now();
  for (let call = 0; call < calls; call++) work();
  return ((performance.now() - begun) * 1000) / calls;
}

function measure(calls: number, work: () => void): number[] {
  microseconds(calls, work); // warm
  return Array.from({ length: rounds }, () => microseconds(calls, work));
}

/** Kept, so that no work is left out as useless. */
let sum = 0;

const wishes = (channels: number) => Array.from({ length: channels }, (_, i) => [0.6, 0.4][i] ?? 0.2);

const perSize = sizes.map((channels) => {
  const activity = createActivity(channels);
  const wish = wishes(channels);
  const frame = measure(2000, () => {
    for (let each = 0; each < stepsPerFrame; each++) step(activity, wish, publishedNetwork, 0.001);
    sum += activity.outputs.gpi[0]!;
  });
  const closed = measure(2000, () => {
    sum += settle(wish, publishedNetwork).gpi[0]!;
  });
  return [`${channels} channels`, spread(frame), spread(closed)];
});

const turned = measure(20, () => {
  sum += runTrial(presets.dystonia).bendPull[100]!;
});
const said = measure(20, () => {
  sum += outcomeOf(presets.dystonia).length;
});

const assets = join(root, 'dist/client/assets');
const script = readdirSync(assets).find((name) => /^mechanism-[\w-]+\.js$/.test(name));
if (!script) throw new Error('The build has no script of the mechanism figure: run npm run build.');
const bytes = readFileSync(join(assets, script));
const kilobytes = (size: number) => `${(size / 1000).toFixed(1)} kB`;

publish(
  'mechanism-step',
  [
    table(['µs, median of the rounds (lowest–highest)', 'one frame: 16 steps of 1 ms', 'closed form'], perSize),
    table(
      ['one turn of a knob, 6 channels', 'µs'],
      [
        ['the whole try, 4,000 steps', spread(turned)],
        ['what to say of it (at rest, after 350 ms)', spread(said)],
      ],
    ),
    table(
      ['script of the figure', 'size'],
      [
        ['as it is', kilobytes(bytes.length)],
        ['compressed (brotli)', kilobytes(brotliCompressSync(bytes).length)],
        ['budget', '≤ 25 kB compressed; ≤ 2,000 µs a frame'],
      ],
    ),
  ].join('\n\n'),
);
if (!Number.isFinite(sum)) throw new Error('The model ended in no number.');
