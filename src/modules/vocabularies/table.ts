/** The cells of a row, or why it has none. Quotes as RFC 4180 has them: only around a whole cell, doubled inside. */
export function cellsOf(row: string, separator = '\t'): string[] | { fault: string } {
  if (!row.includes('"')) return row.split(separator);
  const cells: string[] = [];
  let at = 0;
  while (at <= row.length) {
    if (row[at] !== '"') {
      const end = row.indexOf(separator, at);
      cells.push(row.slice(at, end < 0 ? undefined : end));
      if (end < 0) return cells;
      at = end + 1;
      continue;
    }
    let cell = '';
    for (at++; ; at++) {
      if (at >= row.length) return { fault: 'a quote is opened and not closed' };
      if (row[at] !== '"') cell += row[at];
      else if (row[at + 1] === '"') cell += row[at++];
      else break;
    }
    if (++at < row.length && row[at] !== separator) return { fault: 'text stands after a closed quote' };
    cells.push(cell);
    if (at++ >= row.length) return cells;
  }
  return [...cells, ''];
}
