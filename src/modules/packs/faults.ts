/** Something in a pack that its writers have to look at. */
export interface Fault {
  /** Relative to the pack's folder, with `/`. */
  file: string;
  /** Counted from 1. */
  line: number;
  column?: number;
  /** A sentence that says what to do. */
  reason: string;
  /** A warning keeps nothing from being imported. */
  severity: 'fault' | 'warning';
}

export interface Place {
  line: number;
  column?: number;
}

/** Collects the faults of one pack. */
export interface Faults {
  add(file: string, place: Place, reason: string): void;
  warn(file: string, place: Place, reason: string): void;
  /** By file and line, each once. */
  sorted(): Fault[];
}

/** More than anybody mends at one sitting; a damaged pack must not fill the memory. */
const most = 5000;

export function collectFaults(): Faults {
  const faults = new Map<string, Fault>();
  const add =
    (severity: Fault['severity']) =>
    (file: string, { line, column }: Place, reason: string) => {
      if (faults.size < most) faults.set(`${file}:${line}:${reason}`, { file, line, column, reason, severity });
    };
  const compare = (a: string | number, b: string | number) => (a < b ? -1 : a > b ? 1 : 0);
  return {
    add: add('fault'),
    warn: add('warning'),
    sorted: () =>
      [...faults.values()].sort(
        (a, b) =>
          compare(a.file, b.file) ||
          a.line - b.line ||
          (a.column ?? 0) - (b.column ?? 0) ||
          compare(a.reason, b.reason),
      ),
  };
}
