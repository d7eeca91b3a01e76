import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { Fold } from '../fold/fold.tsx';
import { Table } from '../table/table.tsx';
import { figure, scaleFor, type IntervalUnit, type Scale } from './scale.ts';

/** One study's number. `value`, or `low` and `high`, or all three. */
export interface IntervalPoint {
  value: number | null;
  low: number | null;
  high: number | null;
  /** 95 % confidence interval, or the range between the studies found. */
  interval: 'ci95' | 'range' | null;
  place: string;
  year: number;
  /** A citation, for the table. */
  source: Child;
  /** The same for the figure: a mark that leads to the source, and whose drawing leads there too. */
  mark?: Child;
  /** How it was counted, for the table. */
  method?: Child;
}

/** Who was counted, and what the studies found: a line for each. */
export interface IntervalRow {
  label: string;
  points: readonly IntervalPoint[];
}

interface IntervalsProps {
  i18n: I18n;
  /** Of the figure, unique on the page. */
  id: string;
  title: string;
  unit: IntervalUnit;
  groups: readonly { title?: string; rows: readonly IntervalRow[] }[];
  /** Counts that cannot all be right, each in a sentence. */
  conflicts?: readonly string[];
  /** What else a reader should know. */
  note?: Child;
}

const unitWords = {
  'per-100000': 'intervals.per-100000',
  percent: 'intervals.of-people',
  years: 'intervals.years',
  ratio: 'intervals.ratio',
  people: 'intervals.people',
  minutes: 'intervals.minutes',
} as const satisfies Record<IntervalUnit, MessageKey>;

const numbersOf = ({ value, low, high }: IntervalPoint) => [value, low, high].filter((n) => n !== null);

const whereAndWhen = ({ place, year }: IntervalPoint): string => `${place}, ${year}`;

const says = (i18n: I18n, unit: IntervalUnit, { value, low, high }: IntervalPoint, digits?: number): string =>
  value !== null
    ? figure(i18n, unit, value, digits)
    : i18n.t('intervals.from-to', { low: figure(i18n, unit, low!, digits), high: figure(i18n, unit, high!, digits) });

/** x in per cent and y in em: one drawing fits every width and every text size. */
function Drawing({ point: { value, low, high, interval }, scale }: { point: IntervalPoint; scale: Scale }) {
  const x = (at: number) => `${scale.across(at)}%`;
  return (
    <svg class="reach" height="1.3em" width="100%" aria-hidden="true">
      {low !== null && high !== null && (
        <>
          <line class={interval === 'range' ? 'range' : undefined} x1={x(low)} x2={x(high)} y1="0.65em" y2="0.65em" />
          <line x1={x(low)} x2={x(low)} y1="0.35em" y2="0.95em" />
          <line x1={x(high)} x2={x(high)} y1="0.35em" y2="0.95em" />
        </>
      )}
      {value !== null && <circle class={low === null ? 'bare' : undefined} cx={x(value)} cy="0.65em" r="0.42em" />}
    </svg>
  );
}

/** Studies of the same people stand under one name, each with its place and its own drawing, which leads to its source. */
function Row({ i18n, row, unit, scale }: { i18n: I18n; row: IntervalRow; unit: IntervalUnit; scale: Scale }) {
  const [only, second] = row.points;
  const studyOf = (point: IntervalPoint, name: Child) => (
    <div class="study">
      <p class="row-head">
        {name}{' '}
        <span class="value">
          {says(i18n, unit, point)}
          {point.mark}
        </span>
      </p>
      <Drawing point={point} scale={scale} />
    </div>
  );
  if (only && !second) return <li>{studyOf(only, <b>{row.label}</b>)}</li>;
  return (
    <li>
      <p class="row-head">
        <b>{row.label}</b>
      </p>
      {row.points.map((point) => studyOf(point, <span class="soft">{whereAndWhen(point)}</span>))}
    </li>
  );
}

const Ticks = ({ scale }: { scale: Scale }) => (
  <svg
    class="scale"
    height={scale.ticks.some(({ lines }) => lines.length > 1) ? '3.1em' : '1.9em'}
    width="100%"
    aria-hidden="true"
  >
    <line x1="0" x2="100%" y1="0" y2="0" />
    {scale.ticks.map(({ x, lines }) => (
      <>
        <line x1={`${x}%`} x2={`${x}%`} y1="0" y2="0.45em" />
        {lines.map((line, i) => (
          <text
            class={x < 8 ? 'first' : x > 92 ? 'last' : undefined}
            x={x < 8 ? '0' : x > 92 ? '100%' : `${x}%`}
            y={`${1.6 + i * 1.2}em`}
          >
            {line}
          </text>
        ))}
      </>
    ))}
  </svg>
);

/** Numbers with how sure they are, on one scale, and the same as a table. Every number has its source in the table. */
export function Intervals({ i18n, id, title, unit, groups, conflicts = [], note }: IntervalsProps) {
  const rows = groups.flatMap((group) => group.rows);
  const points = rows.flatMap((row) => row.points);
  const scale = scaleFor(unit, points.flatMap(numbersOf), i18n);
  const unitName = i18n.t(unitWords[unit]);
  const withMethod = points.some(({ method }) => method !== undefined);
  return (
    <div class="intervals">
      <figure aria-labelledby={`${id}-title`}>
        <p class="figure-title" id={`${id}-title`}>
          {title}
        </p>
        <div class="plot">
          <div class="rows">
            <svg class="grid" width="100%" height="100%" aria-hidden="true">
              {scale.ticks.map(({ x }) => (
                <line x1={`${x}%`} x2={`${x}%`} y1="0" y2="100%" />
              ))}
            </svg>
            {groups.map((group, i) => (
              <>
                <p class="row-head soft">
                  <span>{group.title}</span> {i === 0 && <span>{unitName}</span>}
                </p>
                <ul role="list">
                  {group.rows.map((row) => (
                    <Row i18n={i18n} row={row} unit={unit} scale={scale} />
                  ))}
                </ul>
              </>
            ))}
          </div>
          <Ticks scale={scale} />
        </div>
        <figcaption>
          <b>{i18n.t('intervals.read')}</b>{' '}
          {points.some((p) => p.value !== null && p.interval === 'ci95') && i18n.t('intervals.read-dot')}{' '}
          {points.some((p) => p.value !== null && p.low === null) && i18n.t('intervals.read-ring')}{' '}
          {points.some((p) => p.interval === 'range') && i18n.t('intervals.read-range')}{' '}
          {scale.logarithmic && i18n.t('intervals.read-log')} {note}
          {conflicts.length > 0 && (
            <ul class="conflicts">
              {conflicts.map((sentence) => (
                <li>{sentence}</li>
              ))}
            </ul>
          )}
        </figcaption>
      </figure>
      <Fold summary={i18n.t('intervals.table')}>
        <Table
          caption={title}
          captionHidden
          corner={i18n.t('intervals.who')}
          columns={[
            { text: unitName, number: true },
            { text: i18n.t('intervals.interval'), number: true },
            { text: i18n.t('intervals.where') },
            ...(withMethod ? [{ text: i18n.t('intervals.method') }] : []),
            { text: i18n.t('intervals.source') },
          ]}
          rows={groups.flatMap((group) =>
            group.rows.flatMap((row) =>
              row.points.map((point) => ({
                head: group.title ? `${group.title}: ${row.label}` : row.label,
                cells: [
                  says(i18n, unit, point, 6),
                  point.value === null || point.low === null
                    ? i18n.t('intervals.not-given')
                    : i18n.t('intervals.from-to', {
                        low: figure(i18n, unit, point.low, 6),
                        high: figure(i18n, unit, point.high!, 6),
                      }),
                  whereAndWhen(point),
                  ...(withMethod ? [point.method ?? <span class="soft">{i18n.t('intervals.not-given')}</span>] : []),
                  point.source,
                ],
              })),
            ),
          )}
        />
      </Fold>
    </div>
  );
}
