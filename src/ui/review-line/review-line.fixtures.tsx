import type { I18n } from '#platform/i18n/i18n.ts';
import { ReviewLine, type SignedReview } from './review-line.tsx';

const signed: SignedReview = {
  state: 'signed',
  updated: '2026-04-07',
  reviewed: '2026-04-21',
  due: '2029-04-21',
  reviewer: { name: 'Dr Ada Example', href: '#ui-review-line', credential: 'neurologist', fictional: true },
};

export const title = 'Who stands behind it';
export const why = 'States that differ in shape and words. Only a signature on that very version makes the tick.';
export const examples = {
  'Not yet reviewed': (i18n: I18n) => <ReviewLine i18n={i18n} review={{ state: 'unsigned', updated: '2026-04-07' }} />,
  Signed: (i18n: I18n) => <ReviewLine i18n={i18n} review={signed} />,
  Overdue: (i18n: I18n) => (
    <ReviewLine i18n={i18n} review={{ ...signed, state: 'overdue', reviewed: '2023-05-02', due: '2026-05-02' }} />
  ),
  'A slip of the pen corrected since': (i18n: I18n) => (
    <ReviewLine i18n={i18n} review={{ ...signed, state: 'retouched' }} />
  ),
  'Edited since': (i18n: I18n) => <ReviewLine i18n={i18n} review={{ ...signed, state: 'edited' }} />,
  Lapsed: (i18n: I18n) => (
    <ReviewLine i18n={i18n} review={{ ...signed, state: 'lapsed', reviewed: '2022-05-02', due: '2025-05-02' }} />
  ),
  Withdrawn: (i18n: I18n) => (
    <ReviewLine
      i18n={i18n}
      review={{ state: 'withdrawn', updated: '2026-04-07', on: '2026-10-01', reason: 'Source 3 was retracted.' }}
    />
  ),
  'Not this version': (i18n: I18n) => (
    <ReviewLine
      i18n={i18n}
      review={{
        state: 'unsigned',
        updated: '2026-10-01',
        before: { name: 'Dr Ada Example', day: '2026-04-21', href: '#ui-review-line' },
      }}
    />
  ),
};
