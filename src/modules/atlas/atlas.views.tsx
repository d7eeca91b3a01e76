import type { SiteFrame } from '#ui/page/page.tsx';
import { Count } from '#ui/count/count.tsx';
import { PeopleLine } from '#ui/people-line/people-line.tsx';
import type { CommunityCount } from './atlas.repository.ts';
import { mapPath } from './map-paths.ts';

/** For the opening of a page: you are not the only one. Leads to the part about people on the same page. */
export const CommunityLine = ({ community, frame: { i18n } }: { community: CommunityCount; frame: SiteFrame }) => (
  <PeopleLine i18n={i18n} people={community.people ?? null} more={{ text: i18n.t('people.meet'), href: '#people' }} />
);

/** How many are here, with the day they were counted. `condition` as it stands inside a sentence. */
export const CommunityPart = ({
  community,
  condition,
  slug,
  frame,
}: {
  community: CommunityCount;
  condition: string;
  slug: string;
  frame: SiteFrame;
}) => (
  <Count
    i18n={frame.i18n}
    people={community.people ?? null}
    condition={condition}
    counted={community.countedAt}
    demo={frame.demo}
  >
    <a href={frame.i18n.path(mapPath({ condition: { slug } }))}>{frame.i18n.t('map.see')}</a>
  </Count>
);
