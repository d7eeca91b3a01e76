import { describe, expect, it } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { markupOf } from '../gallery/markup.ts';
import { Intervals, type IntervalPoint } from './intervals.tsx';
import { figure, scaleFor } from './scale.ts';

const i18n = createI18n(createLanguages(), 'en');
const point = (value: number | null, low: number | null = null, high: number | null = null): IntervalPoint => ({
  value,
  low,
  high,
  interval: low === null ? null : 'ci95',
  place: 'Worldwide',
  year: 2022,
  source: '[1]',
});
const draw = (...rows: { label: string; points: IntervalPoint[] }[]) =>
  markupOf(<Intervals i18n={i18n} id="f" title="How many" unit="per-100000" groups={[{ rows }]} />);

describe('figure of intervals', () => {
  it('puts every value inside the figure, in order, and ten times as many the same step on', () => {
    const scale = scaleFor('per-100000', [0.09, 1, 10, 188], i18n);
    const at = [0.09, 1, 10, 188].map(scale.across);
    expect([...at].sort((a, b) => a - b)).toEqual(at);
    expect(Math.min(...at)).toBeGreaterThan(0);
    expect(Math.max(...at)).toBeLessThan(100);
    expect(scale.across(100) - scale.across(10)).toBeCloseTo(scale.across(10) - scale.across(1), 0);
  });

  it('names the marks as one in so many people', () => {
    expect(scaleFor('per-100000', [1, 100], i18n).ticks.map(({ lines }) => lines.join(' '))).toContain('1 in 10,000');
  });

  it.each([[[3]], [[0.2]], [[55_000]], [[1, 1]]])(
    'has something to compare with even for a single value %s',
    (values) => {
      expect(scaleFor('per-100000', values, i18n).ticks.length).toBeGreaterThanOrEqual(2);
    },
  );

  it('starts at nothing where values are compared by their length', () => {
    const scale = scaleFor('years', [3, 47], i18n);
    expect(scale.ticks[0]!.lines).toEqual(['0']);
    expect(scale.across(47)).toBeLessThanOrEqual(100);
  });

  it('draws each study of the same people under one name, with its place and its number', async () => {
    const page = await draw({ label: 'Voice box', points: [point(0.4, 0.09, 1.83), point(35.1)] });
    const figure = page.split('<figcaption')[0]!;
    expect(figure.match(/<b>Voice box<\/b>/g)).toHaveLength(1);
    expect(figure.match(/Worldwide, 2022/g)).toHaveLength(2);
    expect(figure.match(/<svg class="reach"/g)).toHaveLength(2);
    for (const number of ['0.4', '35.1']) expect(figure).toContain(`<span class="value">${number}`);
  });

  it('puts the mark of a study beside its drawing, so that either leads to the source', async () => {
    const mark = <a class="cite" href="#source-1" />;
    const figure = (await draw({ label: 'Neck', points: [{ ...point(9.95), mark }] })).split('<figcaption')[0]!;
    expect(figure).toMatch(/<div class="study">(?:(?!<\/div>).)*href="#source-1"(?:(?!<\/div>).)*<svg class="reach"/);
  });

  it('says below the figure which counts cannot both be right', async () => {
    const rows = [{ label: 'Neck', points: [point(1), point(11)] }];
    const page = await markupOf(
      <Intervals
        i18n={i18n}
        id="f"
        title="How many"
        unit="per-100000"
        groups={[{ rows }]}
        conflicts={['They differ.']}
      />,
    );
    expect(page).toContain('<li>They differ.</li>');
  });

  it('says in the table how each was counted, where that is known', async () => {
    const page = await draw({ label: 'Neck', points: [{ ...point(1), method: 'Door to door' }, point(2)] });
    const table = page.split('<table')[1]!;
    for (const words of ['How it was counted', 'Door to door', 'not given']) expect(table).toContain(words);
    expect(await draw({ label: 'Neck', points: [point(1)] })).not.toContain('How it was counted');
  });

  it('gives the same numbers, unrounded, in a table with their sources', async () => {
    const table = (await draw({ label: 'Clinics', points: [point(16.43, 12.09, 22.32)] })).split('<table')[1]!;
    for (const words of ['16.43', '12.09 to 22.32', 'Worldwide, 2022', '[1]']) expect(table).toContain(words);
  });

  it('shows a range without a value as a range', async () => {
    expect(await draw({ label: 'Studies', points: [point(null, 12, 60)] })).toContain('12 to 60');
  });

  it('writes numbers as the language does', () => {
    expect(figure(createI18n(createLanguages(), 'es'), 'percent', 16.4)).toBe('16,4\u00a0%');
    expect(figure(i18n, 'people', 12_345)).toBe('12,345');
  });
});
