import type { I18n } from '#platform/i18n/i18n.ts';
import { Count } from './count.tsx';

export const title = 'How many are here';
export const why = 'The number beside its date and its rounding, and a mound of as many pebbles.';
export const examples = {
  Counted: (i18n: I18n) => <Count i18n={i18n} people={805} condition="dystonia" counted="2026-11-01" demo />,
  'Not shown': (i18n: I18n) => <Count i18n={i18n} people={null} condition="dystonia" />,
};
