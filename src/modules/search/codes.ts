/** How the vocabularies are called when somebody copies a code from a letter or a page. */
const spoken: Record<string, string> = {
  orphanet: 'orpha',
  orphacode: 'orpha',
  mim: 'omim',
  icd: 'icd10',
  icd10cm: 'icd10',
  cie: 'icd10',
  cie10: 'icd10',
  cie11: 'icd11',
  hp: 'hpo',
};

const bare = (code: string) => code.toLowerCase().replace(/[^a-z0-9]/gu, '');
const withoutZeros = (code: string) => code.replace(/^(ps)?0+(?=\d)/u, '$1');

/** What a code is found by: its system and itself, and itself alone. "ORPHA:256" gives #orpha256 and #256. */
export function codeKeys(system: string, code: string): string[] {
  const value = withoutZeros(bare(code.replace(/^[^:]*:/u, '')));
  return [`#${bare(system)}${value}`, `#${value}`];
}

/**
 * What a text would be found by if it were a code, in any usual spelling: "ORPHA 256", "orpha:256", "MIM #128100",
 * "ICD-10: G24.1". None if it does not look like one.
 */
export function codeKeysAsked(text: string): string[] {
  const asked =
    /^\s*([a-z]+(?:[\s-]?1[01](?:[\s-]?cm)?(?=[\s:#_-]))?)?[\s:#_-]*([a-z]{0,2}[\d.]*\d[a-z\d.]*)\s*$/iu.exec(text);
  if (!asked) return [];
  const [, before = '', code = ''] = asked;
  const system = bare(before);
  const value = withoutZeros(bare(code));
  const joined = withoutZeros(bare(`${before}${code}`));
  // the name of a vocabulary alone
  if (/^icd1[01]$/u.test(joined)) return [];
  if (system === '') return [`#${value}`];
  return [...new Set([`#${spoken[system] ?? system}${value}`, `#${joined}`])];
}
