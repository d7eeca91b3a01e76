/** A consent that is needed and not in force: its words, for a box that is empty until somebody ticks it. */
export interface AskedConsent {
  title: string;
  text: string;
  version: string;
}

/** The first line of a wording is its title. */
export function asked({ text, version }: { text: string; version: string }): AskedConsent {
  const [title = '', ...rest] = text.split('\n');
  return { title, text: rest.join(' '), version };
}
