import {
  checkSalience,
  output,
  thresholds,
  toD1,
  toD2,
  type Activity,
  type Channels,
  type Network,
  nuclei,
} from './basal-ganglia.ts';

/**
 * Where the model comes to rest, without letting time pass.
 *
 * The whole network hangs on one number, S = the sum of all outputs of the subthalamic nucleus. Given S, GPe follows from
 * it, and STN from GPe; more S means more GPe and so less STN. The sum over that falling line meets S exactly once. All
 * pieces are straight, so a few Newton steps end on the exact answer. With no piece cut off this is
 * S = Σ_A (w_t·c_i + 0.25 − w_g·(0.2 − w_D2·y_D2,i)) / (1 + |A|·w+·w_g): the "capacity scaling" of the papers, where
 * the denominator grows with the number |A| of channels that are active. Channels that are silent or at their limit are
 * taken care of, too.
 *
 * @param salience one number for each channel, 0 to 1
 * @returns outputs, 0 to 1
 * @throws RangeError if there is no channel, or a number is not finite
 */
export function settle(salience: readonly number[], network: Network): Channels {
  if (salience.length === 0) throw new RangeError('There must be at least one channel.');
  checkSalience(salience, salience.length);
  const d1 = salience.map((c) => output(toD1(c, network), thresholds.striatum));
  const d2 = salience.map((c) => output(toD2(c, network), thresholds.striatum));
  const spread = balance(salience, d2, network);
  const gpe = d2.map((y) => gpeOf(spread, y, network));
  return {
    d1,
    d2,
    stn: salience.map((c, i) => stnOf(c, gpe[i]!, network)),
    gpe,
    gpi: d1.map((y, i) =>
      output(network.stnToGpi * spread - network.gpeToGpi * gpe[i]! - network.d1ToGpi * y, thresholds.gpi),
    ),
  };
}

/** Puts a running model where it would come to rest. */
export function settleActivity(
  { activations, outputs }: Activity,
  salience: readonly number[],
  network: Network,
): void {
  checkSalience(salience, activations.d1.length);
  const rest = settle(salience, network);
  const spread = rest.stn.reduce((sum, y) => sum + y, 0);
  for (const [i, c] of salience.entries()) {
    activations.d1[i] = toD1(c, network);
    activations.d2[i] = toD2(c, network);
    activations.stn[i] = c * network.cortexToStn - network.gpeToStn * rest.gpe[i]!;
    activations.gpe[i] = network.stnToGpe * spread - network.d2ToGpe * rest.d2[i]!;
    activations.gpi[i] = network.stnToGpi * spread - network.gpeToGpi * rest.gpe[i]! - network.d1ToGpi * rest.d1[i]!;
    for (const name of nuclei) outputs[name][i] = rest[name][i]!;
  }
}

const gpeOf = (spread: number, d2: number, { stnToGpe, d2ToGpe }: Network) =>
  output(stnToGpe * spread - d2ToGpe * d2, thresholds.gpe);

const stnOf = (salience: number, gpe: number, { cortexToStn, gpeToStn }: Network) =>
  output(cortexToStn * salience - gpeToStn * gpe, thresholds.stn);

/** The S at which the outputs of the subthalamic nucleus add up to S. */
function balance(salience: readonly number[], d2: readonly number[], network: Network): number {
  let [least, most] = [0, salience.length];
  let spread = 0;
  // each round ends on a straight piece or halves the range; a double has no more than 1075 halves
  for (let round = 0; round < 1100; round++) {
    let [excess, slope] = [-spread, -1];
    for (const [i, c] of salience.entries()) {
      const gpe = gpeOf(spread, d2[i]!, network);
      const stn = stnOf(c, gpe, network);
      excess += stn;
      if (stn > 0 && stn < 1 && gpe > 0 && gpe < 1) slope -= network.stnToGpe * network.gpeToStn;
    }
    if (excess === 0) return spread;
    if (excess > 0) least = spread;
    else most = spread;
    const along = spread - excess / slope;
    const next = along > least && along < most ? along : (least + most) / 2;
    if (next === spread || next === least || next === most) return next;
    spread = next;
  }
  return spread;
}
