import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type LanguageTag } from '#platform/i18n/languages.ts';
import { Citations as CitationMarks } from '#ui/citation/citation.tsx';
import { Intervals, type IntervalRow } from '#ui/intervals/intervals.tsx';
import { rawHtml } from '#ui/raw-html/raw-html.ts';
import { Sources } from '#ui/sources/sources.tsx';
import { Table } from '#ui/table/table.tsx';
import type { SanitizedHtml } from '#platform/markdown/html.ts';
import type { Citations } from './citations.ts';
import type { Claim, Measure } from './claim.ts';
import { claimText } from './claim-text.ts';
import { formatSource } from './source.ts';

/** Text that the markdown room has sanitized: the one place where HTML enters a page. */
export const Sanitized = ({ html }: { html: SanitizedHtml }) => <>{rawHtml(html)}</>;

/** Marks that lead to the sources with these keys; counted as a use of each. Nothing for keys that are not known. */
export function citeSources(i18n: I18n, citations: Citations, keys: readonly string[], where: string): Child {
  const cited = [...new Set(keys)].flatMap((key) => {
    const mark = citations.cite(key, where);
    return mark ? [{ number: mark.number, occurrence: Number(mark.anchorId.split('-').at(-1)) }] : [];
  });
  return cited.length > 0 ? <CitationMarks i18n={i18n} cited={cited} /> : null;
}

const perHundredThousand: readonly Measure[] = [
  'point-prevalence',
  'lifetime-prevalence',
  'incidence',
  'birth-prevalence',
];

/** Studies give a prevalence in percent or per 100,000; on one scale they can be compared. */
function onOneScale(claim: Claim): Claim {
  if (claim.unit !== 'percent' || !perHundredThousand.includes(claim.measure)) return claim;
  const times = (number: number | null) => (number === null ? null : Math.round(number * 1e6) / 1e3);
  return { ...claim, unit: 'per-100000', value: times(claim.value), low: times(claim.low), high: times(claim.high) };
}

/** Claims of one measure as a figure and a table, each number with its source. Nothing if there is no claim. */
export function ClaimsFigure({
  claims,
  id,
  title,
  i18n,
  citations,
}: {
  claims: readonly Claim[];
  /** Unique on the page. */
  id: string;
  title: string;
  i18n: I18n;
  citations: Citations;
}) {
  const [first, ...others] = claims.map(onOneScale);
  if (!first) return null;
  const drawn = [first, ...others.filter(({ unit }) => unit === first.unit)];
  const rows = new Map<string, IntervalRow['points'][number][]>();
  for (const { about, value, low, high, interval, place, year, source } of drawn) {
    const label = inLanguage(about, i18n.language).text;
    const points = rows.get(label) ?? [];
    rows.set(label, points);
    const where = inLanguage(place, i18n.language).text;
    points.push({
      value,
      low,
      high,
      interval,
      place: where,
      year,
      source: citeSources(i18n, citations, [source], title),
    });
  }
  return (
    <Intervals
      i18n={i18n}
      id={id}
      title={title}
      unit={first.unit}
      groups={[{ rows: [...rows].map(([label, points]) => ({ label, points })) }]}
    />
  );
}

/** Claims as a table, each with its number in words, where and when it was counted, and its source. */
export function ClaimsTable({
  claims,
  caption,
  i18n,
  citations,
}: {
  claims: readonly Claim[];
  caption: string;
  i18n: I18n;
  citations: Citations;
}) {
  return (
    <Table
      caption={caption}
      corner={i18n.t('claims.who')}
      columns={[{ text: i18n.t('claims.number') }, { text: i18n.t('claims.where') }, { text: i18n.t('claims.source') }]}
      rows={claims.map((claim) => ({
        head: inLanguage(claim.about, i18n.language).text,
        cells: [
          claimText(claim, 'whole', i18n),
          `${inLanguage(claim.place, i18n.language).text}, ${claim.year}`,
          citeSources(i18n, citations, [claim.source], caption),
        ],
      }))}
    />
  );
}

/** The sources that a page has cited, in the order of their numbers. Put it after everything that cites. */
export function SourcesPart({
  i18n,
  citations,
  sources,
}: {
  i18n: I18n;
  citations: Citations;
  /** CSL-JSON by key. */
  sources: ReadonlyMap<string, unknown>;
}) {
  const used = citations.used();
  if (used.length === 0) return null;
  return (
    <Sources
      i18n={i18n}
      sources={used.map(({ key, number }) => ({
        number,
        entry: <Reference csl={sources.get(key)} language={i18n.language} />,
      }))}
    />
  );
}

function Reference({ csl, language }: { csl: unknown; language: LanguageTag }) {
  const { text, links } = formatSource(csl, language);
  return (
    <>
      {text}{' '}
      {links.map(({ label, url }) => (
        <>
          <a href={url} rel="noopener noreferrer">
            {label}
          </a>{' '}
        </>
      ))}
    </>
  );
}
