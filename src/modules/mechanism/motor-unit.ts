/**
 * The motor nerve cells of one muscle, taken as one. Ours, after the idea that a motor nerve cell can have two stable
 * states: τ dm/dt = −m + clip(u + α·m − 0.1 − s, 0, 1). Without α it follows its drive. With α above 1 it keeps itself
 * going once it has passed 0.1/(α − 1): a cramp, while the brain's choice is intact.
 */

/** Seconds. */
const timeConstant = 0.05;
/** What drive has to exceed. */
const threshold = 0.1;

export interface MotorUnit {
  /** α, without unit: how far the nerve cells keep themselves going. 0 in health. */
  readonly latch: number;
}

/**
 * @param activity m, 0 to 1
 * @param drive u, 0 to 1
 * @param stretch s, 0 to 1: how strongly stretching the muscle quiets its nerve cells
 * @param seconds any length; the input is held meanwhile
 * @returns m after that time, 0 to 1
 */
export function stepMotorUnit(
  activity: number,
  { latch }: MotorUnit,
  { drive, stretch = 0 }: { drive: number; stretch?: number },
  seconds: number,
): number {
  const target = Math.min(1, Math.max(0, drive + latch * activity - threshold - stretch));
  return (activity - target) * Math.exp(-seconds / timeConstant) + target;
}

/** Above this, a muscle with α > 1 and no drive goes on by itself; undefined if it never does. */
export const pointOfNoReturn = ({ latch }: MotorUnit): number | undefined =>
  latch > 1 ? threshold / (latch - 1) : undefined;
