import { createActivity, step } from './basal-ganglia.ts';
import { stepMotorUnit } from './motor-unit.ts';
import { coContraction, drive, isSelected } from './selection.ts';
import { atRest, healthy, networkOf, whileWished, type Setting } from './settings.ts';
import { settle, settleActivity } from './steady-state.ts';

/** One try to bend the arm, in seconds: rest, a wish, and what comes after. */
export const plan = { wishFrom: 0.5, wishTo: 2, stretchFrom: 2.8, stretchTo: 3.4, end: 4 } as const;

/** Where to look, in seconds. */
export const moments = { before: 0.4, during: 1.9, after: 2.7, end: 3.95 } as const;
export type Moment = keyof typeof moments;

/** The model runs in steps of 1 ms; one frame in 16 is kept, as a screen shows about 60 in a second. */
const stepSeconds = 0.001;
const stepsPerFrame = 16;
export const frameSeconds = stepSeconds * stepsPerFrame;
export const frames = Math.round(plan.end / frameSeconds);

/** How strongly stretching quiets the nerve cells of the stretched muscle. */
const stretchStrength = 0.4;

/** The output of GPi for each of three kinds of channel, and the pull of both muscles: 0 to 1, one number a frame. */
export interface Trial {
  readonly bendBrake: Float32Array;
  readonly straightenBrake: Float32Array;
  readonly otherBrake: Float32Array;
  readonly bendPull: Float32Array;
  readonly straightenPull: Float32Array;
}

/** Runs the model through one try. 4,000 steps. */
export function runTrial(setting: Setting, { stretched = false } = {}): Trial {
  const network = networkOf(setting);
  const wish = whileWished(setting);
  const activity = createActivity(atRest.length);
  settleActivity(activity, atRest, network);
  const { gpi } = activity.outputs;
  const series = () => new Float32Array(frames);
  const trial: Trial = {
    bendBrake: series(),
    straightenBrake: series(),
    otherBrake: series(),
    bendPull: series(),
    straightenPull: series(),
  };
  let [bend, straighten] = [0, 0];
  for (let frame = 0; frame < frames; frame++) {
    for (let part = 0; part < stepsPerFrame; part++) {
      const time = (frame * stepsPerFrame + part) * stepSeconds;
      const salience = time >= plan.wishFrom && time < plan.wishTo ? wish : atRest;
      const stretch = stretched && time >= plan.stretchFrom && time < plan.stretchTo ? stretchStrength : 0;
      step(activity, salience, network, stepSeconds);
      const toBend = { drive: drive(salience[0]!, gpi[0]!), stretch };
      bend = stepMotorUnit(bend, { latch: setting.latch }, toBend, stepSeconds);
      straighten = stepMotorUnit(straighten, { latch: 0 }, { drive: drive(salience[1]!, gpi[1]!) }, stepSeconds);
    }
    trial.bendBrake[frame] = gpi[0]!;
    trial.straightenBrake[frame] = gpi[1]!;
    trial.otherBrake[frame] = gpi[2]!;
    trial.bendPull[frame] = bend;
    trial.straightenPull[frame] = straighten;
  }
  return trial;
}

export const frameAt = (seconds: number): number =>
  Math.min(frames - 1, Math.max(0, Math.round(seconds / frameSeconds) - 1));

/**
 * Whole milliseconds from the beginning of the wish until the channel is let through; undefined if it never is.
 * @param wish one number for each channel, 0 to 1
 * @param rest the same before the wish; the model starts settled there
 */
export function latency(
  wish: readonly number[],
  { rest, setting, channel = 0 }: { rest: readonly number[]; setting: Setting; channel?: number },
): number | undefined {
  const network = networkOf(setting);
  if (!isSelected(settle(wish, network).gpi[channel]!)) return undefined;
  const activity = createActivity(wish.length);
  settleActivity(activity, rest, network);
  const limit = 10_000;
  for (let passed = 0; passed < limit; passed++) {
    step(activity, wish, network, stepSeconds);
    if (isSelected(activity.outputs.gpi[channel]!)) return passed;
  }
  return undefined;
}

/** What happened, in one word; the words that readers see belong to messages and packs. */
export const outcomes = ['one', 'both', 'late', 'small', 'none', 'other', 'stays', 'released'] as const;
export type Outcome = (typeof outcomes)[number];

/** From where on both muscles count as pulling at once, and a movement as one at all. Ours, for the words only. */
const limits = { both: 0.6, pull: 0.2, small: 0.3, late: 1.3, stays: 0.5 };

export function outcomeOf(setting: Setting, { stretched = false } = {}): Outcome {
  const { bendPull } = runTrial(setting, { stretched });
  if (setting.latch > 0 && bendPull[frameAt(moments.after)]! > limits.stays)
    return bendPull[frameAt(moments.end)]! > limits.stays ? 'stays' : 'released';
  const { gpi } = settle(whileWished(setting), networkOf(setting));
  const [bend, straighten] = [drive(setting.bend, gpi[0]!), drive(setting.straighten, gpi[1]!)];
  if (Math.min(bend, straighten) >= limits.pull && coContraction(bend, straighten) >= limits.both) return 'both';
  if (straighten > bend && straighten >= limits.small) return 'other';
  if (!isSelected(gpi[0]!)) return bend >= limits.small ? 'small' : 'none';
  return isLate(setting) ? 'late' : 'one';
}

/** Compared with a healthy brain that wants the same. */
function isLate(setting: Setting): boolean {
  const wish = whileWished(setting);
  const took = latency(wish, { rest: atRest, setting });
  const usual = latency(wish, { rest: atRest, setting: { ...setting, ...healthyBrain } });
  return took !== undefined && usual !== undefined && took > limits.late * usual;
}

const healthyBrain = { surround: healthy.surround, dopamine: healthy.dopamine, direct: healthy.direct };
