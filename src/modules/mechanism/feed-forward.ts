import { output } from './basal-ganglia.ts';

/**
 * The plain network that the papers begin with (Paper I, Fig. 3): each channel holds itself back and excites the output of
 * all the others ("off-centre, on-surround"). The selection pathway of the basal ganglia has this form.
 * @param inputs 0 to 1
 * @param excite w+, from each of the others
 * @param hold w−, from itself; positive
 * @param threshold epsilon; negative: an output fires by itself
 * @returns outputs, 0 to 1; the smallest is the chosen one
 */
export function feedForward(
  inputs: readonly number[],
  { excite, hold, threshold }: { excite: number; hold: number; threshold: number },
): number[] {
  const sum = inputs.reduce((total, input) => total + input, 0);
  return inputs.map((input) => output(excite * (sum - input) - hold * input, threshold));
}
