import type { I18n } from '#platform/i18n/i18n.ts';
import type { Link } from '../trail/trail.tsx';
import { Stone } from '../stones/stones.tsx';

interface PeopleLineProps {
  i18n: I18n;
  /** A released count, already rounded down; null where it may not be shown. */
  people: number | null;
  /** Where to meet them, if there is such a page. */
  more?: Link;
}

/** "You are not the only one": stands in the opening, beside the review line. */
export const PeopleLine = ({ i18n, people, more }: PeopleLineProps) => (
  <div class="people-line">
    <Stone name="b" kind={people === null ? 'place' : 'person'} />
    <p>
      <b>{i18n.t(people === null ? 'people-line.hidden-title' : 'people-line.title')}</b>{' '}
      {people === null ? i18n.t('people-line.hidden') : i18n.t('people-line.count', { people })}{' '}
      {more && <a href={more.href}>{more.text}</a>}
    </p>
  </div>
);
