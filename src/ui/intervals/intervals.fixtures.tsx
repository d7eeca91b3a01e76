import type { I18n } from '#platform/i18n/i18n.ts';
import { Citations } from '../citation/citation.tsx';
import { Intervals, type IntervalPoint } from './intervals.tsx';

const point = (
  i18n: I18n,
  number: number,
  value: number | null,
  low: number | null,
  high: number | null,
  place = 'Worldwide',
): IntervalPoint => ({
  value,
  low,
  high,
  interval: low === null ? null : value === null ? 'range' : 'ci95',
  place,
  year: 2022,
  source: <Citations i18n={i18n} cited={[{ number, occurrence: 7 }]} />,
});

export const title = 'Numbers with how sure they are';
export const why = 'One scale for all studies, disagreement shown and said, and the same as a table with sources.';
export const examples = {
  'Logarithmic, with a disagreement': (i18n: I18n) => (
    <Intervals
      i18n={i18n}
      id="figure-common"
      title="People with dystonia in every 100,000"
      unit="per-100000"
      groups={[
        {
          title: 'All dystonia',
          rows: [
            { label: 'People seen in clinics', points: [point(i18n, 3, 16.43, 12.09, 22.32)] },
            { label: 'Isolated dystonia, many studies', points: [point(i18n, 4, 30.85, 5.06, 187.74)] },
            { label: 'Hannover, a city in Germany', points: [point(i18n, 5, 60.1, null, null, 'Germany')] },
          ],
        },
        {
          title: 'By part of the body',
          rows: [
            { label: 'Neck', points: [point(i18n, 6, 9.95, 3.51, 28.17)] },
            { label: 'Voice box', points: [point(i18n, 8, 0.4, 0.09, 1.83), point(i18n, 9, 35.1, null, null)] },
          ],
        },
      ]}
    />
  ),
  'In per cent, with a range': (i18n: I18n) => (
    <Intervals
      i18n={i18n}
      id="figure-share"
      title="In how many it spread"
      unit="percent"
      groups={[
        {
          rows: [
            { label: 'Adults, in five years', points: [point(i18n, 10, null, 15, 30)] },
            { label: 'Children', points: [point(i18n, 11, 57, 41, 72)] },
          ],
        },
      ]}
    />
  ),
};
