import type { Child } from 'hono/jsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Form, Hidden } from '#ui/form/form.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { ConditionLookUp, DetailFields, faultsIn, FoundConditions } from './condition-picker.views.tsx';
import { toTyped, type DetailFaults, type TypedDetails } from './details-form.ts';
import type { Kept } from './kept-page.ts';
import type { Membership } from './member.ts';
import { detailsText, MyPageFrame, myPath } from './me.views.tsx';
import type { NamedCondition } from './named-condition.ts';
import { peoplePath } from './people.views.tsx';

/** What a membership was, carried by the page that can give it back. */
export const undoFields = (left: Membership): [string, string][] => [
  ['act', 'undo'],
  ['condition', left.conditionId],
  [`role-${left.conditionId}`, left.role ?? ''],
  [`state-${left.conditionId}`, left.state ?? ''],
  [`first-${left.conditionId}`, String(left.firstSymptomsYear ?? '')],
  [`diagnosis-${left.conditionId}`, String(left.diagnosisYear ?? '')],
  ['listed', left.listed ? 'yes' : ''],
  ['since', left.since.toISOString()],
];

export interface MyConditionsState {
  query: string | null;
  found: readonly NamedCondition[];
  /** What was typed about one condition and cannot be stored as it stands. */
  typed?: { details: TypedDetails; faults: DetailFaults };
  /** What was left just now, and can be had back. */
  left?: { condition: NamedCondition; membership: Membership };
  tooMany: boolean;
  said?: Child;
}

export function MyConditionsPage({
  frame,
  kept,
  mayAdd,
  state,
}: {
  frame: SiteFrame;
  kept: Kept;
  /** They agree that what they say about their health is kept. */
  mayAdd: boolean;
  state: MyConditionsState;
}) {
  const { i18n } = frame;
  const { member, named } = kept;
  const action = i18n.path(myPath('conditions'));
  const { left, typed } = state;
  const errors = faultsIn(
    {
      tooMany: state.tooMany,
      chosen: typed
        ? [{ condition: named.get(typed.details.conditionId)!, typed: typed.details, faults: typed.faults }]
        : [],
    },
    i18n,
  );
  return (
    <MyPageFrame
      frame={frame}
      page="conditions"
      lede={i18n.t('me.conditions.lede')}
      said={
        left ? (
          <>
            <p>{i18n.t('me.conditions.left', { condition: left.condition.inSentence })}</p>
            <form method="post" action={action}>
              <Hidden fields={undoFields(left.membership)} />
              <Button kind="second">{i18n.t('me.conditions.undo', { condition: left.condition.inSentence })}</Button>
            </form>
          </>
        ) : (
          state.said && <p>{state.said}</p>
        )
      }
    >
      <section class="part">
        {errors.length > 0 && (
          <ErrorSummary title={i18n.t('join.not-yet')} reassurance={i18n.t('join.not-lost')} errors={errors} />
        )}
        {member.memberships.length === 0 && (
          <Empty title={i18n.t('me.conditions.none')}>{i18n.t('me.conditions.none-means')}</Empty>
        )}
        <div class="groups">
          {member.memberships.map((membership) => {
            const condition = named.get(membership.conditionId);
            if (!condition) return null;
            const open = typed?.details.conditionId === condition.id ? typed : undefined;
            return (
              <section class="group" aria-labelledby={`c-${condition.id}`}>
                <h2 class="like-h3" id={`c-${condition.id}`}>
                  {condition.name}
                </h2>
                <p>
                  {detailsText(membership, i18n)}{' '}
                  {membership.listed && <Tag kind="people">{i18n.t('me.conditions.listed')}</Tag>}
                </p>
                <WayOn href={i18n.path(peoplePath(condition.slug))}>
                  {i18n.t('me.conditions.people', { condition: condition.inSentence })}
                </WayOn>
                <Fold summary={i18n.t('me.conditions.change')} open={open !== undefined}>
                  <Form action={action}>
                    <input type="hidden" name="condition" value={condition.id} />
                    <DetailFields
                      i18n={i18n}
                      typed={open?.details ?? toTyped(condition.id, membership)}
                      faults={open?.faults ?? {}}
                      withRole
                    />
                    <ButtonRow>
                      <Button name="act" value="save">
                        {i18n.t('me.conditions.save')}
                      </Button>
                    </ButtonRow>
                  </Form>
                </Fold>
                <form method="post" action={action}>
                  <Hidden fields={[['condition', condition.id]]} />
                  <ButtonRow>
                    <Button kind="second" name="act" value="leave">
                      {i18n.t('me.conditions.leave', { condition: condition.inSentence })}
                    </Button>
                  </ButtonRow>
                </form>
              </section>
            );
          })}
        </div>
      </section>
      <Part id="add" title={i18n.t('me.conditions.add')}>
        {mayAdd ? (
          <Form action={`${action}#add`}>
            <ConditionLookUp i18n={i18n} query={state.query} />
            <FoundConditions i18n={i18n} query={state.query} found={state.found} />
          </Form>
        ) : (
          <div class="flow">
            <p>{i18n.t('me.conditions.no-health')}</p>
            <ButtonLink href={`${i18n.path(myPath('consents'))}#health`}>{i18n.t('me.consents.title')}</ButtonLink>
          </div>
        )}
      </Part>
    </MyPageFrame>
  );
}
