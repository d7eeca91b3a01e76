import type { Child } from 'hono/jsx';
import { html } from 'hono/html';
import { setImmediate as othersFirst } from 'node:timers/promises';
import { memberRoles, type MemberRole } from '#modules/members/index.ts';
import { findRegion, nameOfRegion } from '#modules/regions/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag, MessageKey } from '#platform/i18n/languages.ts';
import type { PersonExport } from './export.schemas.ts';
import { listSections } from './export.usecases.ts';

/** In the order in which people look for things. */
const order: readonly (keyof PersonExport)[] = [
  'account', 'profile', 'memberships', 'experiences', 'replies', 'drafts', 'experienceVersions', 'reactions', 'consents',
  'joining', 'decisionsAboutYou', 'yourReports', 'wordsToModerators', 'yourModeration', 'staffActsAboutYou',
  'yourActsAsStaff', 'staffRoles', 'reviewerProfiles', 'proposals', 'textsWritten', 'commentsOnTexts', 'commentsDone',
  'sessions', 'passkeys', 'passwords', 'secondFactors', 'mails',
]; // prettier-ignore

const style = [
  ':root{color-scheme:light dark;font:1.0625rem/1.6 system-ui,sans-serif}',
  'body{max-width:44rem;margin:2rem auto;padding:0 1rem}',
  'h2{margin-top:3rem;border-bottom:2px solid}',
  'dl{margin:1.5rem 0;border-top:1px solid #8888}',
  'dl div{display:grid;grid-template-columns:minmax(8rem,14rem) 1fr;gap:0 1rem;padding:.3rem 0;break-inside:avoid}',
  'dt{opacity:.8}dd{margin:0;white-space:pre-wrap;overflow-wrap:anywhere}',
  '@media (max-width:30rem){dl div{grid-template-columns:1fr}}',
].join('');

const kebab = (name: string) => name.replace(/[A-Z]/gu, (letter) => `-${letter.toLowerCase()}`);
const isTag = (value: string) => /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/u.test(value);
const isTime = (value: string) => /^\d{4}-\d\d-\d\dT[\d:.]+Z$/u.test(value);

function Value({ name, value, i18n }: { name: string; value: unknown; i18n: I18n }): Child {
  if (value === null || value === undefined || value === '') return <i>{i18n.t('export.unset')}</i>;
  if (typeof value === 'boolean') return i18n.t(value ? 'export.yes' : 'export.no');
  // years are not quantities: no thousands separator
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') {
    if (name === 'region') return findRegion(value) ? nameOfRegion(value, i18n) : value;
    if (name === 'language' && isTag(value)) return i18n.languageName(value as LanguageTag);
    if (name === 'role' && memberRoles.includes(value as MemberRole)) return i18n.t(`role.${value as MemberRole}`);
    return isTime(value) ? <time datetime={value}>{i18n.date(value)}</time> : value;
  }
  if (name === 'condition') return (value as { name: string }).name;
  return JSON.stringify(value, null, 2);
}

/** What fields are called: looked up once, for there may be a hundred thousand. */
function namer(i18n: I18n): (field: string) => string {
  const names = new Map<string, string>();
  return (field) => {
    let name = names.get(field);
    if (name === undefined) names.set(field, (name = i18n.t(`export.field.${kebab(field)}` as MessageKey)));
    return name;
  };
}

const Row = ({
  row,
  nameOf,
  i18n,
}: {
  row: Record<string, unknown>;
  nameOf: (field: string) => string;
  i18n: I18n;
}) => (
  <dl>
    {Object.entries(row).map(([name, value]) => (
      <div>
        <dt>{nameOf(name)}</dt>
        <dd>
          <Value name={name} value={value} i18n={i18n} />
        </dd>
      </div>
    ))}
  </dl>
);

/** So many are drawn before others who wait for this process get their turn. */
const atOnce = 100;

/**
 * Everything about one person, to read: a whole document that needs nothing else, also in ten years. Piece by piece, so
 * that who has written ten thousand things holds up nobody.
 */
export async function* writeExportFile(whole: PersonExport, i18n: I18n): AsyncGenerator<string> {
  const title = i18n.t('export.file.title', { site: whole.site.name });
  const made = i18n.t('export.file.made', { day: i18n.date(whole.madeAt), email: whole.account.email });
  const nameOf = namer(i18n);
  const head = (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{title}</title>
      <style>{style}</style>
    </head>
  );
  yield `<!DOCTYPE html><html lang="${i18n.language}" dir="${i18n.direction}">${await markup(head)}<body>`;
  yield await markup(
    <>
      <h1>{title}</h1>
      <p>{made}</p>
    </>,
  );
  for (const name of order) {
    const part = whole[name] as Record<string, unknown> | Record<string, unknown>[] | null;
    const rows = part === null ? [] : Array.isArray(part) ? part : [part];
    yield await markup(<h2>{i18n.t(`export.part.${kebab(name)}` as MessageKey)}</h2>);
    if (rows.length === 0) yield await markup(<p>{i18n.t('export.file.none')}</p>);
    for (let from = 0; from < rows.length; from += atOnce) {
      const some = rows.slice(from, from + atOnce);
      yield await markup(
        <>
          {some.map((row) => (
            <Row row={row} nameOf={nameOf} i18n={i18n} />
          ))}
        </>,
      );
      await othersFirst();
    }
  }
  yield '</body></html>';
}

const markup = async (element: Child) => String(await html`${element}`);

/** All parts of the export that the file shows; a test compares them with the register. */
export const shownParts = (): { shown: readonly string[]; registered: readonly string[] } => ({
  shown: order,
  registered: listSections().map(({ section }) => section.name),
});
