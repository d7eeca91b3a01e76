import type { I18n } from '#platform/i18n/i18n.ts';
import { Steps } from './steps.tsx';

export const title = 'Steps';
export const why = 'Where somebody is on a way of single questions: one stone for each answer they gave.';
export const examples = {
  'At the third': (i18n: I18n) => (
    <Steps i18n={i18n} step={3} answered={[true, true, false, false, false, false, false, false]} />
  ),
  'At the last, with one passed over': (i18n: I18n) => (
    <Steps i18n={i18n} step={8} answered={[true, true, true, false, true, true, true, false]} />
  ),
};
