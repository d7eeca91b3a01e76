import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type LanguageTag } from '#platform/i18n/languages.ts';
import { Citations as CitationMarks } from '#ui/citation/citation.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { Intervals, type IntervalRow } from '#ui/intervals/intervals.tsx';
import { rawHtml } from '#ui/raw-html/raw-html.ts';
import { Sources } from '#ui/sources/sources.tsx';
import { Table } from '#ui/table/table.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import type { SanitizedHtml } from '#platform/markdown/html.ts';
import type { Citations } from './citations.ts';
import { onOneScale, type Claim } from './claim.ts';
import { claimText } from './claim-text.ts';
import { conflictText } from './conflict-text.ts';
import { findConflicts } from './conflict.ts';
import { formatSource, linksIn } from './source.ts';
import { markOf, type Source } from './source-mark.ts';

/** Text that the markdown room has sanitized: the one place where HTML enters a page. */
export const Sanitized = ({ html }: { html: SanitizedHtml }) => <>{rawHtml(html)}</>;

/** Marks that lead to the sources with these keys; counted as a use of each. Nothing for keys that are not known. */
export function citeSources(i18n: I18n, citations: Citations, keys: readonly string[], where: string): Child {
  const cited = [...new Set(keys)].flatMap((key) => {
    const mark = citations.cite(key, where);
    if (!mark) return [];
    const { number, anchorId, doubt } = mark;
    const occurrence = Number(anchorId.split('-').at(-1));
    return [{ number, occurrence, ...(doubt && { doubt: i18n.t(`sources.${doubt}`) }) }];
  });
  return cited.length > 0 ? <CitationMarks i18n={i18n} cited={cited} /> : null;
}

/** Claims that stand together in a figure, under a title of their own where there are several groups. */
export interface ClaimsGroup {
  title?: string;
  claims: readonly Claim[];
}

/** Claims of one measure as a figure and a table, each number with its source. Nothing if there is no claim. */
export const ClaimsFigure = ({
  claims,
  ...rest
}: Omit<Parameters<typeof GroupedClaimsFigure>[0], 'groups'> & { claims: readonly Claim[] }) =>
  GroupedClaimsFigure({ groups: [{ claims }], ...rest });

/** The same in groups: a condition's own counts beside those of others, on one scale. */
export function GroupedClaimsFigure({
  groups,
  id,
  title,
  withMethod = false,
  i18n,
  citations,
}: {
  groups: readonly ClaimsGroup[];
  /** Unique on the page. */
  id: string;
  title: string;
  /** Says in the table how each was counted. */
  withMethod?: boolean;
  i18n: I18n;
  citations: Citations;
}) {
  const scaled = groups.map((group) => ({ ...group, claims: group.claims.map(onOneScale) }));
  const unit = scaled.flatMap(({ claims }) => claims)[0]?.unit;
  if (!unit) return null;
  const drawn = scaled
    .map((group) => ({ ...group, claims: group.claims.filter((claim) => claim.unit === unit) }))
    .filter(({ claims }) => claims.length > 0);
  // the marks of the figure come before those of the table, as a reader meets them
  const marked = drawn.map(({ title: name, claims }) => ({
    title: name,
    points: claims.map((claim) => ({ claim, mark: citeSources(i18n, citations, [claim.source], title) })),
  }));
  const rowsOf = (points: (typeof marked)[number]['points']): IntervalRow[] => {
    const byWhom = Map.groupBy(points, ({ claim }) => inLanguage(claim.about, i18n.language).text);
    return [...byWhom].map(([label, studies]) => ({
      label,
      points: studies.map(({ claim, mark }) => ({
        value: claim.value,
        low: claim.low,
        high: claim.high,
        interval: claim.interval,
        place: inLanguage(claim.place, i18n.language).text,
        year: claim.year,
        mark,
        source: citeSources(i18n, citations, [claim.source], title),
        ...(withMethod && claim.method && { method: inLanguage(claim.method, i18n.language).text }),
      })),
    }));
  };
  return (
    <Intervals
      i18n={i18n}
      id={id}
      title={title}
      unit={unit}
      groups={marked.map(({ title: name, points }) => ({ title: name, rows: rowsOf(points) }))}
      conflicts={groups.flatMap(({ claims }) => findConflicts(claims).map((each) => conflictText(each, i18n)))}
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

/** The page of a source: what in the atlas rests on it. */
export const sourcePath = (key: string): string => `/sources/${key}`;

/** The sources that a page has cited, in the order of their numbers. Put it after everything that cites. */
export function SourcesPart({
  i18n,
  citations,
  sources,
  withPages = true,
  pathOf = sourcePath,
}: {
  i18n: I18n;
  citations: Citations;
  /** CSL-JSON by key. */
  sources: ReadonlyMap<string, unknown>;
  /** False for sources that no pack brought: they have no page of their own. */
  withPages?: boolean;
  /** Where more is said of a source: its page, or for staff its room. */
  pathOf?: (key: string) => string;
}) {
  const used = citations.used();
  if (used.length === 0) return null;
  return (
    <Sources
      i18n={i18n}
      sources={used.map(({ key, number, doubt }) => ({
        number,
        entry: (
          <>
            <Reference csl={sources.get(key)} language={i18n.language} />{' '}
            {doubt && <DoubtTag csl={sources.get(key)} i18n={i18n} />}{' '}
            {withPages && (
              <a href={i18n.path(pathOf(key))} aria-label={i18n.t('sources.rests-on-it-of', { number })}>
                {i18n.t('sources.rests-on-it')}
              </a>
            )}
          </>
        ),
      }))}
    />
  );
}

/** That something on a page rests on a source that nobody should rest on; nothing where that is not so. After all that cites. */
export function DoubtNotice({
  i18n,
  citations,
  sources,
}: {
  i18n: I18n;
  citations: Citations;
  /** CSL-JSON by key. */
  sources: ReadonlyMap<string, unknown>;
}) {
  const doubtful = citations.used().filter(({ doubt }) => doubt !== undefined);
  if (doubtful.length === 0) return null;
  return (
    <Notice role="note">
      <p>
        {i18n.t('sources.doubt', { count: doubtful.length })}{' '}
        {doubtful.map(({ key, number, doubt }) => (
          <>
            <a href={`#source-${number}`}>{`[${number}]`}</a> {i18n.t(`sources.${doubt!}`)}
            <SaidIn csl={sources.get(key)} i18n={i18n} />{' '}
          </>
        ))}
      </p>
    </Notice>
  );
}

/** That nobody should rest on a source any more, and where that is said; nothing of one that stands. */
export function DoubtTag({ csl, i18n }: { csl: unknown; i18n: I18n }) {
  const { doubt } = markOf(csl as Source);
  if (!doubt) return null;
  return (
    <>
      <Tag kind="alarm">{i18n.t(`sources.${doubt}`)}</Tag>
      <SaidIn csl={csl} i18n={i18n} />
    </>
  );
}

const SaidIn = ({ csl, i18n }: { csl: unknown; i18n: I18n }) => {
  const { note } = markOf(csl as Source);
  if (note === '') return null;
  return (
    <>
      {' '}
      ({i18n.t('sources.said-in')}{' '}
      {linksIn(note).map(({ text, url }) =>
        url ? (
          <a href={url} rel="noopener noreferrer">
            {text}
          </a>
        ) : (
          text
        ),
      )}
      )
    </>
  );
};

/** A source as it is printed, with links to where it can be read. */
export function Reference({ csl, language }: { csl: unknown; language: LanguageTag }) {
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
