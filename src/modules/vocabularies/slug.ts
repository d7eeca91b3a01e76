/** Long enough to tell conditions apart, short enough to be read aloud. */
const longest = 80;

/** The letters of a name as an address: "Wilson disease" is `wilson-disease`. Empty where a name has no letters of a–z. */
export function slugFrom(name: string): string {
  const letters = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/ß/gu, 'ss')
    .replace(/['’]/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '');
  if (letters.length <= longest) return letters;
  const end = letters.lastIndexOf('-', longest);
  return letters.slice(0, end > 0 ? end : longest);
}

/**
 * The address of a new condition: its preferred name, or that and the code of its term where another condition has it
 * already ("dystonia-orpha-68363"). The code says nothing of what else was imported, and in what order.
 */
export function slugFor(name: string, termId: string, isTaken: (slug: string) => boolean): string {
  const code = slugFrom(termId);
  const plain = slugFrom(name);
  if (!plain) return code;
  return isTaken(plain) ? `${plain}-${code}` : plain;
}
