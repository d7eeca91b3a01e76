import type { I18n } from '#platform/i18n/i18n.ts';
import { escapeHtml, rawHtml } from '../raw-html/raw-html.ts';

export interface PlaceRow {
  code: string;
  name: string;
  href: string;
  /** A released count; null where none may be told. */
  people: number | null;
}

/** Large places side by side, each whole to press: the first step down from the world. */
export const PlaceSteps = ({ i18n, title, places }: { i18n: I18n; title: string; places: readonly PlaceRow[] }) => (
  <section class="place-steps" aria-labelledby="steps-title">
    <h2 class="like-h3" id="steps-title">
      {title}
    </h2>
    <ul role="list">
      {places.map(({ code, name, href, people }) => (
        <li>
          <a href={href} data-region={code}>
            <span>{name}</span>{' '}
            {people === null ? <span class="soft">{i18n.t('map.untold-short')}</span> : <b>{i18n.number(people)}</b>}
          </a>
        </li>
      ))}
    </ul>
  </section>
);

interface PlaceListProps {
  i18n: I18n;
  title: string;
  /** Rows with a number, in the order asked for. */
  told: readonly PlaceRow[];
  /** Rows without one, by name. */
  untold: readonly PlaceRow[];
  sorted: 'name' | 'number';
  /** Where the same page is sorted the other way. */
  sortHref: { name: string; number: string };
}

/** A row, as text: as elements, two hundred of them took a fifth of the page of the world. */
const rowMarkup = ({ code, name, href, people }: PlaceRow, i18n: I18n): string => {
  const link = `<a href="${escapeHtml(href)}" data-region="${escapeHtml(code)}">${escapeHtml(name)}</a>`;
  const number = people === null ? '' : escapeHtml(i18n.number(people));
  return `<tr data-row="${escapeHtml(code)}"><th scope="row">${link}</th><td class="number">${number}</td></tr>`;
};

/** The map as a table: the same places and numbers, to be read in the order one likes; then the places without a number. */
export const PlaceList = ({ i18n, title, told, untold, sorted, sortHref }: PlaceListProps) => {
  const heading = (by: 'name' | 'number', text: string) => (
    <th
      scope="col"
      class={by === 'number' ? 'number' : undefined}
      aria-sort={sorted === by ? (by === 'name' ? 'ascending' : 'descending') : undefined}
    >
      <a href={sortHref[by]}>{text}</a>
    </th>
  );
  return (
    <section class="place-list" id="places" aria-labelledby="places-title">
      <h2 id="places-title">{title}</h2>
      {told.length > 0 && (
        <table class="places">
          <caption class="visually-hidden">{title}</caption>
          <thead>
            <tr>
              {heading('name', i18n.t('map.place'))}
              {heading('number', i18n.t('map.members'))}
            </tr>
          </thead>
          <tbody>{rawHtml(told.map((row) => rowMarkup(row, i18n)).join(''))}</tbody>
        </table>
      )}
      {untold.length > 0 && (
        <>
          <h3>{i18n.t('map.untold')}</h3>
          <ul class="place-columns" role="list">
            {untold.map(({ code, name, href }) => (
              <li>
                <a href={href} data-region={code}>
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
};
