/** Longer than anything that is asked for here. */
const longestText = 500;
const mostFields = 400;

/** What a form sent. Whatever is missing is blank; whatever is too long for anything asked here is cut. */
export interface Form {
  text(name: string): string;
  all(name: string): string[];
  /** Everything, so that it can be sent again. */
  entries(): [name: string, value: string][];
}

/**
 * Reads the body of a form (`application/x-www-form-urlencoded`). Anything else is a form with nothing in it. `longest`: of
 * one field, in UTF-16 units, where more than a line is asked for.
 */
export function readForm(body: string, longest = longestText): Form {
  const fields = [...new URLSearchParams(body)]
    .slice(0, mostFields)
    .map(([name, value]): [string, string] => [name.slice(0, 100), value.slice(0, longest)]);
  const all = (name: string) => fields.filter(([each]) => each === name).map(([, value]) => value);
  return { text: (name) => all(name).at(-1) ?? '', all, entries: () => fields };
}
