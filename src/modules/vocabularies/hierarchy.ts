/** A circle in a hierarchy, from a term back to itself; undefined if there is none. */
export function findCircle(parentsOf: ReadonlyMap<string, readonly string[]>): string[] | undefined {
  const finished = new Set<string>();
  for (const start of parentsOf.keys()) {
    const path: string[] = [];
    const onPath = new Set<string>();
    const waiting: Iterator<string>[] = [[start].values()];
    while (waiting.length > 0) {
      const next = waiting.at(-1)!.next();
      if (next.done) {
        waiting.pop();
        const left = path.pop();
        if (left !== undefined) {
          onPath.delete(left);
          finished.add(left);
        }
        continue;
      }
      const termId = next.value;
      if (onPath.has(termId)) return [...path.slice(path.indexOf(termId)), termId];
      if (!finished.has(termId)) {
        path.push(termId);
        onPath.add(termId);
        waiting.push((parentsOf.get(termId) ?? []).values());
      }
    }
  }
  return undefined;
}
