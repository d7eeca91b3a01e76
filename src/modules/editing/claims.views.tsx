import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { claimText, type Claim } from '#modules/knowledge/index.ts';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { claimFields, nameOfField, shownIn } from './claim-form.ts';
import type { EditorView } from './editor-view.ts';

/**
 * The condition's numbers, each folded: a number is changed as a number, with its source, and never in a sentence. Those that
 * the text names come first.
 */
export function ClaimsFields({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { page, typed, claimProblems } = view;
  const { claims } = page.condition;
  const near = claims.filter(
    ({ id }) =>
      typed.claims[id] !== undefined ||
      claimProblems.some((problem) => problem.id === id) ||
      `${typed.short}${typed.body}`.includes(`[${id}]`),
  );
  const others = claims.filter((claim) => !near.includes(claim));
  return (
    <section class="flow" aria-labelledby="numbers">
      <h2 id="numbers">{i18n.t('editing.numbers')}</h2>
      <p class="help">{i18n.t('editing.numbers-help')}</p>
      {near.map((claim) => (
        <ClaimFields claim={claim} view={view} i18n={i18n} />
      ))}
      {others.length > 0 && (
        <Fold summary={i18n.t('editing.numbers-others', { count: others.length })}>
          {others.map((claim) => (
            <ClaimFields claim={claim} view={view} i18n={i18n} />
          ))}
        </Fold>
      )}
    </section>
  );
}

function ClaimFields({
  claim,
  view: { typed, claimsTyped, claimProblems },
  i18n,
}: {
  claim: Claim;
  view: EditorView;
  i18n: I18n;
}) {
  const now = typed.claims[claim.id]?.now ?? claim;
  const problems = claimProblems.filter(({ id }) => id === claim.id);
  const changed = typed.claims[claim.id] !== undefined;
  const about = inLanguage(claim.about, i18n.language).text;
  return (
    <Fold
      summary={`${changed ? `${i18n.t('editing.number-changed')} ` : ''}${claimText(now, 'whole', i18n)}. ${about}`}
      open={changed || problems.length > 0}
    >
      <p>
        <code data-cite={`:claim[${claim.id}]`}>{`:claim[${claim.id}]`}</code>
      </p>
      <div class="side-by-side">
        {claimFields.map((field) => {
          const name = nameOfField(claim.id, field);
          const problem = problems.find((each) => each.field === field);
          return (
            <Field
              i18n={i18n}
              id={name}
              name={name}
              label={i18n.t(`editing.number.${field}`)}
              value={claimsTyped[name] ?? shownIn(now, field)}
              error={problem && i18n.t(`editing.number-wrong.${problem.problem}`, { detail: problem.detail ?? '' })}
            />
          );
        })}
      </div>
    </Fold>
  );
}
