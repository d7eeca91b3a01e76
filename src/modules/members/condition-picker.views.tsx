import type { I18n } from '#platform/i18n/i18n.ts';
import { Button } from '#ui/button/button.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Group, LookUp } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { Link } from '#ui/trail/trail.tsx';
import type { DetailFaults, TypedDetails } from './details-form.ts';
import { memberRoles, membershipStates, mostConditions } from './member.ts';
import type { NamedCondition } from './named-condition.ts';
import { yearText } from './profile-fields.views.tsx';

/** Conditions while they are being chosen. */
export interface PickedConditions {
  /** What is looked up; null: nothing yet. */
  query: string | null;
  found: readonly NamedCondition[];
  chosen: readonly { condition: NamedCondition; typed: TypedDetails; faults: DetailFaults }[];
  tooMany: boolean;
}

const fieldsOfYears = { firstSymptoms: 'first', diagnosis: 'diagnosis' } as const;

/** Every fault among what was typed, for the summary of the page. */
export const faultsIn = ({ chosen, tooMany }: Pick<PickedConditions, 'chosen' | 'tooMany'>, i18n: I18n): Link[] => [
  ...(tooMany ? [{ text: i18n.t('join.conditions.too-many', { most: mostConditions }), href: '#q' }] : []),
  ...chosen.flatMap(({ condition, faults }) =>
    (['firstSymptoms', 'diagnosis'] as const).flatMap((field) => {
      const fault = faults[field];
      if (!fault) return [];
      const text = `${condition.name}: ${yearText(fault, { i18n, minimumAge: 0 })}`;
      return [{ text, href: `#${fieldsOfYears[field]}-${condition.id}` }];
    }),
  ),
];

/** How somebody belongs to one condition: as much of it as they like. */
export function DetailFields({
  i18n,
  typed,
  faults,
  withRole = false,
}: {
  i18n: I18n;
  typed: TypedDetails;
  faults: DetailFaults;
  withRole?: boolean;
}) {
  const id = typed.conditionId;
  const year = (field: 'firstSymptoms' | 'diagnosis') => {
    const fault = faults[field];
    return (
      <Field
        i18n={i18n}
        id={`${fieldsOfYears[field]}-${id}`}
        name={`${fieldsOfYears[field]}-${id}`}
        label={i18n.t(field === 'firstSymptoms' ? 'join.years.first' : 'join.years.diagnosis')}
        error={fault && yearText(fault, { i18n, minimumAge: 0 })}
        value={typed[field]}
        inputmode="numeric"
        maxlength={10}
        autocomplete="off"
      />
    );
  };
  const hasYears = [typed.firstSymptoms, typed.diagnosis].some((each) => each.trim() !== '');
  return (
    <>
      {withRole && (
        <Choices
          legend={i18n.t('me.conditions.role')}
          name={`role-${id}`}
          choices={memberRoles.map((role) => ({
            value: role,
            text: i18n.t(`me.role.${role}`),
            checked: role === typed.role,
          }))}
        />
      )}
      <Choices
        legend={i18n.t('join.state')}
        name={`state-${id}`}
        choices={membershipStates.map((state) => ({
          value: state,
          text: i18n.t(`join.state.${state}`),
          checked: state === typed.state,
        }))}
      />
      <Fold summary={i18n.t('join.years')} open={hasYears}>
        <p class="help">{i18n.t('join.years.help')}</p>
        <div class="side-by-side">
          {year('firstSymptoms')}
          {year('diagnosis')}
        </div>
      </Fold>
    </>
  );
}

/** What a search found, to be ticked; says so when it found nothing. */
export function FoundConditions({ i18n, query, found }: { i18n: I18n } & Pick<PickedConditions, 'query' | 'found'>) {
  if (query === null || query.trim() === '') return null;
  if (found.length === 0)
    return (
      <Notice role="status">
        <p>{i18n.t('join.conditions.none', { query })}</p>
      </Notice>
    );
  return (
    <div class="flow">
      <Choices
        id="found"
        legend={i18n.t('join.conditions.found', { query })}
        name="add"
        type="checkbox"
        choices={found.map(({ id, name }) => ({ value: id, text: name, checked: found.length === 1 }))}
      />
      <p>
        <Button kind="second" name="act" value="add">
          {i18n.t('join.conditions.add')}
        </Button>
      </p>
    </div>
  );
}

export const ConditionLookUp = ({ i18n, query }: { i18n: I18n; query: string | null }) => (
  <LookUp
    id="q"
    name="q"
    label={i18n.t('join.conditions.look-up')}
    help={i18n.t('join.conditions.look-up-help')}
    value={query ?? ''}
    button={{ text: i18n.t('join.conditions.search'), name: 'act', value: 'search' }}
  />
);

/** Looks conditions up by name, and lists those that are chosen with what is said about them. One form, no script. */
export function ConditionPicker({ i18n, picked }: { i18n: I18n; picked: PickedConditions }) {
  const { query, found, chosen } = picked;
  return (
    <>
      <ConditionLookUp i18n={i18n} query={query} />
      <FoundConditions i18n={i18n} query={query} found={found} />
      {chosen.length > 0 && (
        <div class="groups">
          <p role="status">{i18n.t('join.conditions.chosen', { count: chosen.length })}</p>
          {chosen.map(({ condition, typed, faults }) => (
            <Group legend={condition.name}>
              <input type="hidden" name="chosen" value={condition.id} />
              <DetailFields i18n={i18n} typed={typed} faults={faults} />
              <p>
                <Button kind="second" name="remove" value={condition.id}>
                  {i18n.t('join.conditions.remove', { condition: condition.name })}
                </Button>
              </p>
            </Group>
          ))}
        </div>
      )}
    </>
  );
}
