import type { Child } from 'hono/jsx';
import { ButtonLink } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { NamedCondition } from './named-condition.ts';
import type { Person } from './person.ts';
import { PersonCard, personPath } from './person.views.tsx';

export const peoplePath = (slug: string): string => `/conditions/${slug}/people`;

interface PeopleProps {
  frame: SiteFrame;
  condition: NamedCondition;
  /** How many people there are, as the newest release tells it: another room's words. */
  count: Child;
  shownFrom: number;
}

function PeoplePageFrame({ frame, condition, count, shownFrom, children }: PeopleProps & { children: Child }) {
  const { i18n } = frame;
  const title = i18n.t('meet.title', { condition: condition.inSentence });
  return (
    <Page frame={frame} current="conditions" meta={{ title, path: peoplePath(condition.slug), noindex: true }}>
      <PageHead
        title={title}
        lede={i18n.t('meet.lede')}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
              { text: condition.name, href: i18n.path(`/conditions/${condition.slug}`) },
            ]}
          />
        }
      />
      {children}
      <Part id="how-many" title={i18n.t('meet.how-many')} lesser>
        {count}
        <p class="small soft">{i18n.t('meet.hidden-too', { shownFrom })}</p>
      </Part>
    </Page>
  );
}

/** For everybody who does not belong to the condition, signed in or not: the same page. */
export function PeopleOutsidePage(props: PeopleProps) {
  const { frame, condition } = props;
  const { i18n } = frame;
  return (
    <PeoplePageFrame {...props}>
      <Part id="join" title={i18n.t('meet.join')}>
        <div class="flow">
          <p>{i18n.t('meet.join-means', { condition: condition.inSentence })}</p>
          <p>
            <ButtonLink kind="people" href={i18n.path('/join')}>
              {i18n.t('meet.join-do')}
            </ButtonLink>
          </p>
          <p class="small soft">
            {i18n.t('meet.join-member')} <a href={i18n.path('/me/conditions')}>{i18n.t('me.conditions.title')}</a>
          </p>
        </div>
      </Part>
    </PeoplePageFrame>
  );
}

/** For members who belong to the condition: those who wish to be found. */
export function PeopleInsidePage({
  people,
  next,
  ...props
}: PeopleProps & {
  people: readonly Person[];
  /** The last one shown, if there are more. */
  next: string | undefined;
}) {
  const { frame, condition } = props;
  const { i18n } = frame;
  const named = new Map([[condition.id, condition]]);
  return (
    <PeoplePageFrame {...props}>
      <Part id="listed" title={i18n.t('meet.listed')}>
        {people.length === 0 ? (
          <Empty title={i18n.t('meet.none')}>{i18n.t('meet.none-means')}</Empty>
        ) : (
          <ul class="people" role="list">
            {people.map((person) => (
              <li>
                <PersonCard
                  person={{
                    ...person,
                    conditions: person.conditions.filter((each) => each.conditionId === condition.id),
                  }}
                  named={named}
                  i18n={i18n}
                  linked
                />
              </li>
            ))}
          </ul>
        )}
        {next && (
          <p>
            <WayOn href={`${i18n.path(peoplePath(condition.slug))}?after=${next}`}>{i18n.t('meet.more')}</WayOn>
          </p>
        )}
        <p>
          <WayOn href={i18n.path('/me/seen')}>{i18n.t('meet.be-found')}</WayOn>
        </p>
      </Part>
    </PeoplePageFrame>
  );
}

/** One member, for another who shares a condition. */
export function PersonPage({
  frame,
  person,
  named,
}: {
  frame: SiteFrame;
  person: Person;
  named: ReadonlyMap<string, NamedCondition>;
}) {
  const { i18n } = frame;
  const shared = person.conditions.flatMap(({ conditionId }) => named.get(conditionId) ?? []);
  // the name of a person stands in no title: titles stay behind in the history of a browser
  return (
    <Page frame={frame} meta={{ title: i18n.t('person.nameless'), path: personPath(person.id), noindex: true }}>
      <header class="page-head">
        <PersonCard person={person} named={named} i18n={i18n} level={1} />
        <p class="lede">{i18n.t('person.lede')}</p>
      </header>
      <section class="part">
        {shared.map((condition) => (
          <p>
            <WayOn href={i18n.path(peoplePath(condition.slug))}>
              {i18n.t('person.back', { condition: condition.inSentence })}
            </WayOn>
          </p>
        ))}
      </section>
    </Page>
  );
}
