/**
 * How values arrive from the database: the same from both drivers.
 * timestamptz becomes a Date, int8 a number (a bigint where a number would be wrong), jsonb a value, text[] an array,
 * bytea a Buffer; a date stays "2026-11-22" (a calendar day has no time zone), numeric and interval stay text.
 */
export const columnParsers: Record<number, (text: string) => unknown> = {
  17: (text) => Buffer.from(text.slice(2), 'hex'),
  20: parseInt8,
  1016: (text) => arrayItems(text).map((item) => item && parseInt8(item)),
  1082: (text) => text,
  1182: arrayItems,
  1186: (text) => text,
};

function parseInt8(text: string): number | bigint {
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : BigInt(text);
}

/** Items of a one-dimensional array whose items need no quotes. */
function arrayItems(text: string): (string | null)[] {
  const inside = text.slice(1, -1);
  return inside === '' ? [] : inside.split(',').map((item) => (item === 'NULL' ? null : item));
}
