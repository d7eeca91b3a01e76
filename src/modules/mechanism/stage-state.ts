import { fitKnob, knobs, type KnobName, type Setting } from './settings.ts';

/** What the reader has set. */
export interface Choice {
  readonly setting: Setting;
  readonly stretched: boolean;
}

/** What the reader has set, and the way back. */
export interface StageState {
  readonly now: Choice;
  readonly before: readonly Choice[];
  /** The knob that the last change turned: turning it on is still the same change. */
  readonly turning?: KnobName;
}

/** More than anybody goes back. */
const mostSteps = 100;

export const begin = (setting: Setting): StageState => ({ now: { setting, stretched: false }, before: [] });

const change = ({ now, before }: StageState, next: Choice, turning?: KnobName): StageState => ({
  now: next,
  before: [...before, now].slice(-mostSteps),
  turning,
});

/** Turns a knob to a value in percent. Any number is taken and held within the knob's range; none at all changes nothing. */
export function turn(state: StageState, name: KnobName, percent: number): StageState {
  if (!Number.isFinite(percent)) return state;
  const value = fitKnob(name, (percent / 100) * knobs[name].whole);
  if (value === state.now.setting[name]) return state;
  const next = { ...state.now, setting: { ...state.now.setting, [name]: value } };
  return state.turning === name ? { ...state, now: next } : change(state, next, name);
}

/** The reader has let go of the knob: the next turn is a change of its own. */
export const settleKnob = ({ now, before }: StageState): StageState => ({ now, before });

export const choose = (state: StageState, setting: Setting): StageState =>
  sameSetting(state.now.setting, setting) && !state.now.stretched
    ? settleKnob(state)
    : change(state, { setting, stretched: false });

export const stretch = (state: StageState): StageState =>
  change(state, { ...state.now, stretched: !state.now.stretched });

export function undo(state: StageState): StageState {
  const last = state.before.at(-1);
  return last ? { now: last, before: state.before.slice(0, -1) } : state;
}

export const percentOf = (name: KnobName, setting: Setting): number =>
  Math.round((setting[name] / knobs[name].whole) * 100);

export const sameSetting = (one: Setting, other: Setting): boolean =>
  (Object.keys(one) as KnobName[]).every((name) => one[name] === other[name]);

/** How far a picture that plays moves on, in seconds: never more than a twentieth, however long the page lay hidden. */
export const advance = (seconds: number, elapsed: number): number =>
  seconds + Math.min(0.05, Math.max(0, Number.isFinite(elapsed) ? elapsed : 0));
