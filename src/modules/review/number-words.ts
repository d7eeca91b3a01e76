import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { claimText, type Claim } from '#modules/knowledge/index.ts';

/** A number with all that a signature under it covers: what was measured, of whom, where, when, how, and by whom. */
export function numberInFull(claim: Claim, i18n: I18n): string {
  const { value, low, high, counted } = claim;
  const say = (text: Claim['about']) => inLanguage(text, i18n.language).text;
  const range = low !== null && high !== null && value !== null;
  return [
    claimText(claim, 'whole', i18n),
    ...(range ? [`${i18n.t(`desk.interval.${claim.interval ?? 'range'}`)} ${claimText(claim, 'range', i18n)}`] : []),
    i18n.t(`editing.measure.${claim.measure}`),
    say(claim.about),
    ...(counted ? [i18n.t(`editing.who.${counted.who}`), ...(counted.form ? [counted.form] : [])] : []),
    `${say(claim.place)}, ${claim.year}`,
    ...(claim.method ? [say(claim.method)] : []),
    `[@${claim.source}]`,
  ].join(' · ');
}
