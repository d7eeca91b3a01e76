const works = new Set<() => void>();

/** Does this when the process ends, however that comes about (but for SIGKILL); the returned function does it now. */
export function atExit(work: () => void): () => void {
  works.add(work);
  return () => {
    if (works.delete(work)) work();
  };
}

process.once('exit', () => {
  for (const work of [...works].reverse()) work();
});
// The default would end the process without `exit`, and leave servers and folders behind.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));
