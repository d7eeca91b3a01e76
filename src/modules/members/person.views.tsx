import type { I18n } from '#platform/i18n/i18n.ts';
import { Person as Card } from '#ui/person/person.tsx';
import type { MembershipState } from './member.ts';
import type { NamedCondition } from './named-condition.ts';
import type { Person } from './person.ts';

export const personPath = (id: string): string => `/people/${id}`;

export const nameOf = ({ displayName }: Pick<Person, 'displayName'>, i18n: I18n): string =>
  displayName ?? i18n.t('person.nameless');

const capital = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);

/** "Lives with dystonia, diagnosed". */
function lineOf(
  { conditionId, role, state }: Person['conditions'][number],
  named: ReadonlyMap<string, NamedCondition>,
  i18n: I18n,
): string | undefined {
  const condition = named.get(conditionId)?.inSentence;
  if (condition === undefined) return undefined;
  const how = i18n.t(`person.line.${role ?? 'none'}`, { condition });
  return state === null ? capital(how) : `${capital(how)}, ${stateText(state, i18n)}`;
}

export const stateText = (state: MembershipState, i18n: I18n): string => i18n.t(`me.state.${state}`);

/** Somebody, as one viewer may know them: `personFor` cuts everything else away before it comes here. */
export function PersonCard({
  person,
  named,
  i18n,
  linked = false,
  level,
}: {
  person: Person;
  named: ReadonlyMap<string, NamedCondition>;
  i18n: I18n;
  /** With the way to their own page. */
  linked?: boolean;
  level?: 1 | 3;
}) {
  const lines = person.conditions.map((each) => lineOf(each, named, i18n)).filter((line) => line !== undefined);
  return (
    <Card
      i18n={i18n}
      id={person.id}
      name={nameOf(person, i18n)}
      href={linked ? i18n.path(personPath(person.id)) : undefined}
      lines={person.country === null ? lines : [...lines, i18n.regionName(person.country)]}
      demo={person.demo}
      level={level}
    />
  );
}
