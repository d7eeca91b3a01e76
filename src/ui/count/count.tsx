import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '../empty/empty.tsx';
import { peoplePerPebble } from '../stones/draw.ts';
import { Mound } from '../stones/stones.tsx';
import { Tag } from '../tag/tag.tsx';
import { weave } from '../words/weave.ts';

interface CountProps {
  i18n: I18n;
  /** A released count, already rounded down to five; null where it may not be shown. */
  people: number | null;
  /** The condition, as it stands inside a sentence. */
  condition: string;
  /** The day of the release. */
  counted?: Date | string;
  /** Invented for a demo; said on the page. */
  demo?: boolean;
  /** A link to where they are. */
  children?: Child;
}

/** How many are here, as a number and a mound. Under the threshold: the same words for none and for a few, and no mound. */
export function Count({ i18n, people, condition, counted, demo = false, children }: CountProps) {
  if (people === null)
    return (
      <Empty stones={['place', 'place']} title={i18n.t('count.hidden')}>
        {i18n.t('count.hidden-means')} {children}
      </Empty>
    );
  const each = peoplePerPebble(people);
  const number = <b>{i18n.t('count.people', { people })}</b>;
  return (
    <div class="count">
      <p>{weave(i18n, 'count.live-with', { number }, { condition })}</p>
      <Mound people={people} label={i18n.t('count.mound', { pebbles: Math.floor(people / each) })} />
      <p>
        {i18n.t('count.pebble', { people: each })} {counted && i18n.t('count.counted', { day: i18n.date(counted) })}{' '}
        {i18n.t('count.rounded', { condition })} {children} {demo && <Tag kind="demo">{i18n.t('count.demo')}</Tag>}
      </p>
    </div>
  );
}
