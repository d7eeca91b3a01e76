/** `cairn/mechanism`: the model behind the figure, for Node and the browser, without anything else of Cairn. */
export * from './basal-ganglia.ts';
export { feedForward } from './feed-forward.ts';
export { settle, settleActivity } from './steady-state.ts';
export { coContraction, drive, gate, isSelected, selectionThreshold } from './selection.ts';
export { pointOfNoReturn, stepMotorUnit, type MotorUnit } from './motor-unit.ts';
export * from './settings.ts';
export { calibrate, calibrations, criticalSurround, type Calibration } from './calibration.ts';
export { latency, moments, outcomeOf, plan, runTrial, type Moment, type Outcome, type Trial } from './trial.ts';
export { countFates, fateOf, fates, printTable, tableNames, tablesOf, type Fate, type Table } from './tables.ts';
