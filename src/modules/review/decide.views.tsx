import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { DeskView } from './desk.usecases.ts';
import { checks, undoMinutes } from './review.ts';

/** How much somebody has taken on, where it is as much as they wanted, or more: told, never forbidden. */
function MuchOnDesk({ view: { load, standing, reviewer }, i18n }: { view: DeskView; i18n: I18n }) {
  if (!load) return null;
  const mine = standing.state === 'in-review' && standing.reviewerId === reviewer?.id;
  if (load.onDesk < load.most || (mine && load.onDesk === load.most)) return null;
  return <p class="help">{i18n.t('desk.much', { desk: load.onDesk, most: load.most })}</p>;
}

/** What can be decided now, and by whom; or why nothing can. */
export function Decide({ view, path, frame }: { view: DeskView; path: string; frame: SiteFrame }) {
  const { i18n } = frame;
  const { standing, reviewer, refusals, holder } = view;
  const action = i18n.path(path);
  const mine = reviewer !== undefined && standing.reviewerId === reviewer.id;
  const undoable =
    mine &&
    !view.carried &&
    (standing.state === 'signed' || standing.state === 'changes-asked') &&
    view.now.getTime() - standing.since!.getTime() <= undoMinutes * 60_000;
  if (!reviewer) return <p>{i18n.t('desk.no-profile')}</p>;
  if (standing.state === 'in-review' && mine) return <DecisionForm view={view} action={action} i18n={i18n} />;
  const says: Child =
    standing.state === 'in-review'
      ? i18n.t('desk.taken', { name: holder?.name ?? '', day: i18n.date(standing.since!) })
      : standing.state === 'changes-asked'
        ? i18n.t('desk.asked', { name: (holder ?? reviewer).name, note: standing.note ?? '' })
        : standing.state === 'signed'
          ? i18n.t('desk.signed-by', { name: standing.signature!.signatory.name })
          : standing.state === 'withdrawn'
            ? i18n.t('desk.withdrawn-by', { note: standing.note ?? '' })
            : i18n.t('desk.free');
  return (
    <>
      <h2>{i18n.t('desk.decision')}</h2>
      <p class="said">{says}</p>
      {standing.state === 'waiting' && standing.note && (
        <p class="said">{i18n.t('desk.handed-back', { note: standing.note })}</p>
      )}
      {undoable && (
        <form method="post" action={action}>
          <input type="hidden" name="act" value="undo" />
          <Button kind="second">{i18n.t('desk.undo')}</Button>
        </form>
      )}
      {standing.state !== 'in-review' &&
        (refusals.length > 0 ? (
          <Notice role="note">
            <p>{i18n.t('desk.may-not')}</p>
            <ul>
              {refusals.map((reason) => (
                <li>{i18n.t(`desk.refusal.${reason}`)}</li>
              ))}
            </ul>
          </Notice>
        ) : (
          <form method="post" action={action}>
            <input type="hidden" name="act" value="take" />
            <Button kind={undoable ? 'second' : 'does'}>
              {i18n.t(standing.state === 'signed' ? 'desk.take-again' : 'desk.take')}
            </Button>
            <MuchOnDesk view={view} i18n={i18n} />
          </form>
        ))}
      {standing.state === 'signed' && (
        <form class="flow" method="post" action={action}>
          <Field
            i18n={i18n}
            id="reason"
            name="note"
            kind="textarea"
            label={i18n.t('desk.withdraw-why')}
            help={i18n.t('desk.withdraw-help')}
            error={wrongWords(view.wrong, i18n)}
            value={view.wrong?.note}
          />
          <input type="hidden" name="act" value="withdraw" />
          <Button kind="second">{i18n.t('desk.withdraw')}</Button>
        </form>
      )}
    </>
  );
}

const wrongField = { checks: 'checks', note: 'note', long: 'note', decision: 'decisions' } as const;

/** What is wrong with the words, if anything is. */
const wrongWords = (wrong: DeskView['wrong'], i18n: I18n): string | undefined =>
  wrong?.problem === 'note' || wrong?.problem === 'long' ? i18n.t(`desk.wrong.${wrong.problem}`) : undefined;

function DecisionForm({ view, action, i18n }: { view: DeskView; action: string; i18n: I18n }) {
  const { wrong, fingerprint, refusals } = view;
  return (
    <form class="flow" method="post" action={action}>
      {wrong && (
        <ErrorSummary
          title={i18n.t('desk.wrong.title')}
          reassurance={i18n.t('desk.wrong.kept')}
          errors={[{ text: i18n.t(`desk.wrong.${wrong.problem}`), href: `#${wrongField[wrong.problem]}` }]}
        />
      )}
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="shown" value={fingerprint} />
      <MuchOnDesk view={view} i18n={i18n} />
      {refusals.length > 0 && (
        <Notice role="note">
          <p>{i18n.t('desk.may-not')}</p>
          <ul>
            {refusals.map((reason) => (
              <li>{i18n.t(`desk.refusal.${reason}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      <div id="checks">
        <Choices
          legend={i18n.t('desk.checks')}
          name="check"
          type="checkbox"
          error={wrong?.problem === 'checks' ? i18n.t('desk.wrong.checks') : undefined}
          choices={checks.map((check) => ({
            value: check,
            text: i18n.t(`desk.check.${check}`),
            checked: wrong?.checked.includes(check) ?? false,
          }))}
        />
      </div>
      <div id="decisions">
        <Choices
          legend={i18n.t('desk.decision')}
          name="decision"
          error={wrong?.problem === 'decision' ? i18n.t('desk.wrong.decision') : undefined}
          choices={(['approve', 'ask-changes', 'hand-back'] as const).map((decision) => ({
            value: decision,
            text: i18n.t(`desk.decide.${decision}`),
            help: i18n.t(`desk.decide.${decision}-means`),
            checked: wrong?.decision === decision,
          }))}
        />
      </div>
      <Field
        i18n={i18n}
        id="note"
        name="note"
        kind="textarea"
        label={i18n.t('desk.note')}
        help={i18n.t('desk.note-help')}
        error={wrongWords(wrong, i18n)}
        value={wrong?.note}
        optional
      />
      <ButtonRow>
        <Button>{i18n.t('desk.record')}</Button>
      </ButtonRow>
      <p class="help">{i18n.t('desk.undo-help', { minutes: undoMinutes })}</p>
    </form>
  );
}
