import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { CaseView } from './case.views.tsx';
import { moderationPolicy } from './moderation.policy.ts';
import { measures, type DeskForm, type DeskProblem } from './moderation.schemas.ts';
import { undoMinutes, type DecisionKind } from './moderation.ts';
import { casePath } from './queue.views.tsx';
import { ruleOfReason, rules, type Rule } from './rules.ts';

/** What can be decided now, and by whom; or why nothing can. */
export function DecideBox({ view, frame }: { view: CaseView; frame: SiteFrame }) {
  const { i18n } = frame;
  const { state, now, text, names } = view;
  const me = view.me.accountId;
  const action = i18n.path(casePath(text.id));
  const refused = view.refused && (
    <Notice role="status">
      <p>{i18n.t(`moderate.refused.${view.refused}`)}</p>
    </Notice>
  );
  if (!view.decides) return <p>{i18n.t('moderate.only-moderators')}</p>;
  if (text.authorId === me) return <p>{i18n.t('moderate.own')}</p>;
  const holder = state.holder;
  if (holder?.moderatorId === me)
    return (
      <>
        {refused}
        <DecisionForm view={view} action={action} i18n={i18n} />
        <form method="post" action={action}>
          <input type="hidden" name="act" value="release" />
          <Button kind="second">{i18n.t('moderate.release')}</Button>
        </form>
      </>
    );
  const taken = holder && holder.until > now;
  return (
    <>
      <h2>{i18n.t('moderate.decision')}</h2>
      {refused}
      {taken ? (
        <p>
          {i18n.t('moderate.taken', {
            name: names.get(holder.moderatorId ?? '') ?? i18n.t('moderate.somebody'),
            time: holder.until.toISOString().slice(11, 16),
          })}
        </p>
      ) : (
        <form class="flow" method="post" action={action}>
          <p>{i18n.t('moderate.free')}</p>
          <input type="hidden" name="act" value="take" />
          <Button>{i18n.t('moderate.take')}</Button>
        </form>
      )}
    </>
  );
}

const fieldOf: Record<DeskProblem, string> = {
  decision: 'decision',
  rule: 'rule',
  said: 'said',
  long: 'said',
  question: 'question',
};

function DecisionForm({ view, action, i18n }: { view: CaseView; action: string; i18n: I18n }) {
  const { state, wrong, typed: form } = view;
  const error = (problem: DeskProblem) => (wrong === problem ? i18n.t(`moderate.wrong.${problem}`) : undefined);
  const decided = { moderatorId: state.decision?.moderatorId ?? null, authorId: view.text.authorId };
  if (state.appeal && !moderationPolicy.decideAppeal(view.me, decided))
    return <p>{i18n.t('moderate.appeal.not-you')}</p>;
  return (
    <form class="flow" method="post" action={action}>
      {wrong && (
        <ErrorSummary
          title={i18n.t('moderate.wrong.title')}
          reassurance={i18n.t('moderate.wrong.kept')}
          errors={[{ text: i18n.t(`moderate.wrong.${wrong}`), href: `#${fieldOf[wrong]}` }]}
        />
      )}
      <input type="hidden" name="act" value="decide" />
      <input type="hidden" name="version" value={view.version} />
      <Choices
        id="decision"
        legend={i18n.t(state.appeal ? 'moderate.appeal.decision' : 'moderate.decision')}
        name="decision"
        error={error('decision')}
        choices={decisionsFor(view).map((decision) => ({
          value: decision,
          text: i18n.t(`moderate.decide.${decision}`),
          help: i18n.t(`moderate.decide.${decision}-means`),
          checked: form?.decision === decision,
        }))}
      />
      {!state.appeal && <RuleAndMeasure view={view} form={form} error={error} i18n={i18n} />}
      <Field
        i18n={i18n}
        id="said"
        name="said"
        kind="textarea"
        label={i18n.t('moderate.said')}
        help={i18n.t('moderate.said-help', { language: i18n.languageName(view.text.language as 'en') })}
        error={error('said') ?? error('long')}
        value={form?.said}
        optional
      />
      <ButtonRow>
        <Button>{i18n.t('moderate.record')}</Button>
        <Button kind="second" name="next" value="1">
          {i18n.t('moderate.record-next')}
        </Button>
      </ButtonRow>
      <p class="help">{i18n.t('moderate.undo-help', { minutes: undoMinutes })}</p>
    </form>
  );
}

function decisionsFor({ state, answers }: CaseView): (DecisionKind | 'uphold' | 'reverse')[] {
  if (state.appeal) return ['reverse', 'uphold'];
  const first: DecisionKind[] = state.standing === 'shown' && !state.flags.changed ? ['keep'] : ['approve'];
  return [...first, ...(answers.length > 0 ? (['note'] as const) : []), 'ask-for-change', 'hide', 'remove'];
}

/** The rule that most of what was reported points at. */
function likelyRule({ state }: CaseView): Rule | undefined {
  const counted = new Map<Rule, number>();
  for (const { reason, weight } of state.reports)
    counted.set(ruleOfReason[reason], (counted.get(ruleOfReason[reason]) ?? 0) + weight);
  return [...counted].sort(([, a], [, b]) => b - a)[0]?.[0];
}

function RuleAndMeasure({
  view,
  form,
  error,
  i18n,
}: {
  view: CaseView;
  form: DeskForm | undefined;
  error: (problem: DeskProblem) => string | undefined;
  i18n: I18n;
}) {
  const rule = form ? form.rule : likelyRule(view);
  const standing = view.author?.standing;
  const possible = measures.filter(
    (measure) => (measure === 'lift') === (standing === 'restricted' || standing === 'banned'),
  );
  return (
    <>
      {view.answers.length > 0 && (
        <Field
          i18n={i18n}
          id="question"
          name="question"
          kind="select"
          label={i18n.t('moderate.question')}
          help={i18n.t('moderate.question-help')}
          error={error('question')}
          value={form?.question ?? view.text.questionId ?? ''}
          options={[
            { value: '', text: i18n.t('moderate.question-none') },
            ...view.answers.map(({ questionId, title }) => ({ value: questionId, text: title })),
          ]}
        />
      )}
      <Field
        i18n={i18n}
        id="rule"
        name="rule"
        kind="select"
        label={i18n.t('moderate.rule')}
        help={i18n.t('moderate.rule-help')}
        error={error('rule')}
        value={rule ?? ''}
        options={[
          { value: '', text: i18n.t('moderate.rule-none') },
          ...rules.map((each) => ({ value: each, text: i18n.t(`moderation.rule.${each}`) })),
        ]}
      />
      {view.text.authorId !== null && (
        <Field
          i18n={i18n}
          id="author"
          name="author"
          kind="select"
          label={i18n.t('moderate.measure')}
          value={form?.author ?? ''}
          options={[
            { value: '', text: i18n.t('moderate.measure.none') },
            ...possible.map((measure) => ({ value: measure, text: i18n.t(`moderate.measure.${measure}`) })),
          ]}
        />
      )}
    </>
  );
}
