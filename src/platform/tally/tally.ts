/** Counts in the memory of this process, until somebody takes them to where they are kept: a number for each key, and no more. */
export interface Tally {
  add(key: string): void;
  /** What was counted since the last time; counting begins anew. */
  take(): ReadonlyMap<string, number>;
  /** What could not be kept is counted again. */
  giveBack(counts: ReadonlyMap<string, number>): void;
}

export function createTally(): Tally {
  let counts = new Map<string, number>();
  return {
    add(key) {
      counts.set(key, (counts.get(key) ?? 0) + 1);
    },
    take() {
      const taken = counts;
      counts = new Map();
      return taken;
    },
    giveBack(given) {
      for (const [key, count] of given) counts.set(key, (counts.get(key) ?? 0) + count);
    },
  };
}

/**
 * Takes counts to where they are kept each `seconds`, and at the end. What cannot be kept now is tried again the next time;
 * what cannot be kept at the end is lost.
 */
export function keepTally(
  tally: Tally,
  {
    keep,
    seconds,
    warn,
  }: { keep: (counts: ReadonlyMap<string, number>) => Promise<void>; seconds: number; warn: (error: unknown) => void },
): { stop(): Promise<void> } {
  let underWay = Promise.resolve();
  const flush = async () => {
    const counts = tally.take();
    if (counts.size === 0) return;
    try {
      await keep(counts);
    } catch (error) {
      tally.giveBack(counts);
      warn(error);
    }
  };
  const timer = setInterval(() => void (underWay = underWay.then(flush)), seconds * 1000);
  timer.unref();
  return {
    async stop() {
      clearInterval(timer);
      await underWay.then(flush);
    },
  };
}
