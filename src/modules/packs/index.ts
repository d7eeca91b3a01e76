export { importPack, type ImportReport } from './import-pack.usecases.ts';
export { readPack, type PackReading } from './read-pack.usecases.ts';
export type { Fault } from './faults.ts';
export type { Pack, PackAnswer } from './pack.ts';
export type { ReadingReport } from './reading-report.ts';
