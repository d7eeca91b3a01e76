import { publishedNetwork, type Network } from './basal-ganglia.ts';
import { calibrate, calibrations, criticalSurround } from './calibration.ts';
import { feedForward } from './feed-forward.ts';
import { isSelected } from './selection.ts';
import { healthy, knobs, presets } from './settings.ts';
import { settle } from './steady-state.ts';
import { latency } from './trial.ts';

/** A table of what the model says, for people who want to check it. */
export interface Table {
  title: string;
  head: readonly string[];
  rows: readonly (readonly (string | number)[])[];
}

export const tableNames = ['A2', 'A3'] as const;
export type TableName = (typeof tableNames)[number];

/** A2: what the published model does. A3: what one turned knob does to it. */
export const tablesOf = (name: TableName): Table[] =>
  name === 'A2'
    ? [protocols(), plainNetwork(), dopamine(), grid(), surround(), latencies(), weakest()]
    : [states(), muscles(), critical()];

/** Two of the papers' six channels are driven, the others are silent. */
const six = (one: number, two: number) => [one, two, 0, 0, 0, 0];
const withDopamine = (lambda: number): Network => ({ ...publishedNetwork, dopamine: lambda });

function protocols(): Table {
  const withoutGpe = { ...publishedNetwork, gpeToStn: 0, gpeToGpi: 0 };
  const weak = { ...withoutGpe, stnToGpe: 0.22, stnToGpi: 0.22 };
  const row = (name: string, network: Network, one: number, two: number) => {
    const { gpi, stn, gpe } = settle(six(one, two), network);
    return [name, one, two, gpi[0]!, gpi[1]!, gpi[2]!, stn[2]!, gpe[2]!];
  };
  return {
    title: 'A2a. Published protocols: outputs at rest',
    head: ['protocol', 'c1', 'c2', 'GPi 1', 'GPi 2', 'GPi others', 'STN others', 'GPe others'],
    rows: [
      row('tonic', publishedNetwork, 0, 0),
      row('Paper II Fig. 2a, 1-2 s', publishedNetwork, 0.4, 0),
      row('Paper II Fig. 2a, 2-3 s', publishedNetwork, 0.4, 0.6),
      row('Paper II Fig. 2a, 3-4 s', publishedNetwork, 0.6, 0.6),
      row('Fig. 2b: GPe cut off', withoutGpe, 0.4, 0.6),
      row('Fig. 2c: GPe cut off, w+ 0.22, tonic', weak, 0, 0),
      row('Fig. 2c', weak, 0.4, 0),
      row('Fig. 2c', weak, 0.4, 0.6),
    ],
  };
}

function plainNetwork(): Table {
  const inputs = [0.27, 0.77, 0.35, 0.83];
  const outputs = feedForward(inputs, { excite: 0.45, hold: 1.35, threshold: -0.1 });
  return {
    title: 'A2a. Paper I Fig. 3b: a feed-forward network with w+ 0.45, w- 1.35, epsilon -0.1',
    head: ['channel', 'input', 'output'],
    rows: inputs.map((input, i) => [i + 1, input, outputs[i]!]),
  };
}

const dopamine = (): Table => ({
  title: 'A2b. Dopamine (lambda), c = (0.4, 0.6)',
  head: ['lambda', 'GPi 1', 'GPi 2', 'GPi others', 'let through'],
  rows: [0, 0.1, 0.2, 0.3, 0.5, 0.7].map((lambda) => {
    const { gpi } = settle(six(0.4, 0.6), withDopamine(lambda));
    return [lambda, gpi[0]!, gpi[1]!, gpi[2]!, gpi.filter(isSelected).length];
  }),
});

/** What becomes of a channel that was alone when a second one comes. */
export const fates = ['none', 'first', 'switch', 'second', 'interference', 'dual'] as const;
export type Fate = (typeof fates)[number];

export function fateOf(one: number, two: number, network: Network): Fate {
  const alone = isSelected(settle(six(one, 0), network).gpi[0]!);
  const [first, second] = settle(six(one, two), network).gpi.map(isSelected) as [boolean, boolean];
  if (first && second) return 'dual';
  if (second) return alone ? 'switch' : 'second';
  if (first) return 'first';
  return alone ? 'interference' : 'none';
}

/** How often each fate comes on the 11 × 11 grid of saliences 0, 0.1 … 1. */
export function countFates(network: Network): Record<Fate, number> {
  const counts = Object.fromEntries(fates.map((fate) => [fate, 0])) as Record<Fate, number>;
  for (let one = 0; one <= 10; one++) for (let two = 0; two <= 10; two++) counts[fateOf(one / 10, two / 10, network)]++;
  return counts;
}

const grid = (): Table => ({
  title: 'A2c. 121 pairs of saliences: channel 1 alone, then both',
  head: ['lambda', ...fates],
  rows: [0, 0.1, 0.2, 0.3, 0.4, 0.6, 0.8].map((lambda) => {
    const counts = countFates(withDopamine(lambda));
    return [lambda, ...fates.map((fate) => counts[fate])];
  }),
});

const surround = (): Table => ({
  title: 'A2c. The same with less surround (w+ from STN to GPi), lambda 0.2',
  head: ['w+', 'dual'],
  rows: [0.9, 0.6, 0.45, 0.3, 0.15].map((weight) => [
    weight,
    countFates({ ...publishedNetwork, stnToGpi: weight }).dual,
  ]),
});

const steps: readonly (readonly [lambda: number, salience: number])[] = [
  [0.3, 0.6],
  [0.3, 1],
  [0.2, 0.5],
  [0.2, 0.6],
  [0.2, 0.7],
  [0.2, 0.8],
  [0.2, 0.9],
  [0.2, 1],
  [0.15, 0.7],
  [0.15, 0.8],
  [0.12, 0.8],
  [0.12, 0.9],
  [0.1, 1],
  [0.08, 1],
];

const latencies = (): Table => ({
  title: 'A2d. Whole milliseconds from a step of salience until the channel is let through',
  head: ['lambda', 'c1', 'ms'],
  rows: steps.map(([lambda, salience]) => [
    lambda,
    salience,
    latency(six(salience, 0), { rest: six(0, 0), setting: { ...healthy, dopamine: lambda } }) ?? 'never',
  ]),
});

const weakest = (): Table => ({
  title: 'A2d. The weakest wish that is ever let through, in steps of 0.005',
  head: ['lambda', 'c1'],
  rows: [0.3, 0.2, 0.15, 0.1, 0.05].map((lambda) => {
    const network = withDopamine(lambda);
    const least = Array.from({ length: 201 }, (_, i) => i / 200).find((salience) =>
      isSelected(settle(six(salience, 0), network).gpi[0]!),
    );
    return [lambda, least ?? 'none'];
  }),
});

const states = (): Table => ({
  title: 'A3. One knob each. Resting GPi relative to health, then GPi while a movement is wanted',
  head: ['state', 'knob', 'model', 'measured', 'GPi bend', 'GPi straighten', 'GPi others', 'let through'],
  rows: calibrations.map(({ preset, knob, measured }) => {
    const { restRatio, gpi, selected } = calibrate(presets[preset]);
    const through = [selected.bend && 'bend', selected.straighten && 'straighten'].filter((each) => each !== false);
    return [
      preset,
      knob ? `${knob} ${knobs[knob].healthy} -> ${presets[preset][knob]}` : '',
      restRatio,
      measured ?? '',
      ...gpi,
      through.join(' and ') || 'nothing',
    ];
  }),
});

const muscles = (): Table => ({
  title: 'A3. What reaches the muscles, and how the surround changes',
  head: ['state', 'drive to bend', 'drive to straighten', 'co-contraction', 'surround', 'GPe at rest'],
  rows: calibrations.map(({ preset }) => {
    const { drive, coContraction, surround: change, restGpe } = calibrate(presets[preset]);
    return [preset, drive.bend, drive.straighten, coContraction, change, restGpe];
  }),
});

const critical = (): Table => ({
  title: 'A3. The surround below which the opponent is let through, too',
  head: ['w+'],
  rows: [[criticalSurround()]],
});

/** The table as text, in columns. Numbers with up to 8 decimals: enough to tell exact fractions from near misses. */
export function printTable({ title, head, rows }: Table): string {
  const cells = [head, ...rows].map((row) =>
    row.map((cell) => (typeof cell === 'number' ? String(Number(cell.toFixed(8))) : cell)),
  );
  const widths = head.map((_, column) => Math.max(...cells.map((row) => row[column]!.length)));
  const lines = cells.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column]!))
      .join('  ')
      .trimEnd(),
  );
  return [title, ...lines].join('\n');
}
