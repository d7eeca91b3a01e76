import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { claimText, measures, populations, type Claim } from '#modules/knowledge/index.ts';
import { units } from '#modules/packs/index.ts';
import { Button } from '#ui/button/button.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import {
  meaningFields,
  nameOfField,
  newNumber,
  numberFields,
  shownIn,
  type ClaimField,
  type ClaimProblem,
} from './claim-form.ts';
import type { EditorView } from './editor-view.usecases.ts';

/**
 * The condition's numbers, each folded: a number is changed as a number, with its source, and never in a sentence. Those that
 * the text names, and those that are new, come first.
 */
export function ClaimsFields({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { page, typed, claimProblems, claimsTyped } = view;
  const added = Object.values(typed.claims).flatMap(({ before, now }) => (before === null ? [now] : []));
  const near = page.condition.claims.filter(
    ({ id }) =>
      typed.claims[id] !== undefined ||
      claimProblems.some((problem) => problem.id === id) ||
      `${typed.short}${typed.body}`.includes(`[${id}]`),
  );
  const others = page.condition.claims.filter((claim) => !near.includes(claim));
  const begun = Object.keys(claimsTyped).some((name) => name.startsWith(nameOfField(newNumber, 'value').slice(0, -5)));
  return (
    <section class="flow" aria-labelledby="numbers">
      <h2 id="numbers">{i18n.t('editing.numbers')}</h2>
      <p class="help">{i18n.t('editing.numbers-help')}</p>
      {[...added, ...near].map((claim) => (
        <ClaimFields claim={claim} isNew={added.includes(claim)} view={view} i18n={i18n} />
      ))}
      {others.length > 0 && (
        <Fold summary={i18n.t('editing.numbers-others', { count: others.length })}>
          {others.map((claim) => (
            <ClaimFields claim={claim} isNew={false} view={view} i18n={i18n} />
          ))}
        </Fold>
      )}
      <Fold summary={i18n.t('editing.number-add')} open={begun && claimProblems.some(({ id }) => id === newNumber)}>
        <p class="help">{i18n.t('editing.number-add-help')}</p>
        <Fields id={newNumber} shown={() => ''} fields={numberFields} view={view} i18n={i18n} />
        <Fields id={newNumber} shown={() => ''} fields={meaningFields} view={view} i18n={i18n} />
        <Button kind="second" name="act" value="add-number">
          {i18n.t('editing.number-add-go')}
        </Button>
      </Fold>
    </section>
  );
}

function ClaimFields({ claim, isNew, view, i18n }: { claim: Claim; isNew: boolean; view: EditorView; i18n: I18n }) {
  const { typed, claimProblems } = view;
  const now = typed.claims[claim.id]?.now ?? claim;
  const problems = claimProblems.filter(({ id }) => id === claim.id);
  const changed = typed.claims[claim.id] !== undefined;
  const about = inLanguage(now.about, i18n.language).text;
  const mark = isNew ? `${i18n.t('editing.number-new')} ` : changed ? `${i18n.t('editing.number-changed')} ` : '';
  const shown = (field: ClaimField) => shownIn(now, field);
  return (
    <Fold
      summary={`${mark}${claimText(now, 'whole', i18n)}. ${about}`}
      open={(changed && !isNew) || problems.length > 0}
    >
      <p>
        <code data-cite={`:claim[${claim.id}]`}>{`:claim[${claim.id}]`}</code>
      </p>
      <Fields id={claim.id} shown={shown} fields={numberFields} view={view} i18n={i18n} />
      <Fold
        summary={i18n.t('editing.number-meaning')}
        open={problems.some(({ field }) => (meaningFields as readonly ClaimField[]).includes(field))}
      >
        <Fields id={claim.id} shown={shown} fields={meaningFields} view={view} i18n={i18n} />
      </Fold>
      {isNew && (
        <Button kind="second" name="act" value={`drop-number ${claim.id}`}>
          {i18n.t('editing.number-drop')}
        </Button>
      )}
    </Fold>
  );
}

function Fields({
  id,
  shown,
  fields,
  view: { claimsTyped, claimProblems },
  i18n,
}: {
  id: string;
  shown: (field: ClaimField) => string;
  fields: readonly ClaimField[];
  view: EditorView;
  i18n: I18n;
}) {
  return (
    <div class="side-by-side">
      {fields.map((field) => {
        const name = nameOfField(id, field);
        const options = optionsOf(field, i18n);
        const [of, language] = field.split('.') as [ClaimField, string?];
        return (
          <Field
            i18n={i18n}
            id={name}
            name={name}
            label={
              language
                ? i18n.t('editing.number.in', {
                    field: i18n.t(wordsOf[of]!),
                    language: i18n.languageName(language as never),
                  })
                : i18n.t(`editing.number.${field as Exclude<ClaimField, `${string}.${string}`>}`)
            }
            {...(options && { kind: 'select' as const, options })}
            {...(language && { lang: language })}
            value={claimsTyped[name] ?? shown(field)}
            error={sayProblem(
              claimProblems.find((each) => each.id === id && each.field === field),
              i18n,
            )}
          />
        );
      })}
    </div>
  );
}

const wordsOf: Partial<Record<string, 'editing.number.about' | 'editing.number.place' | 'editing.number.method'>> = {
  about: 'editing.number.about',
  place: 'editing.number.place',
  method: 'editing.number.method',
};

const sayProblem = (problem: ClaimProblem | undefined, i18n: I18n) =>
  problem && i18n.t(`editing.number-wrong.${problem.problem}`, { detail: problem.detail ?? '' });

/** What there is to choose from, where a field is no free text. */
function optionsOf(field: ClaimField, i18n: I18n): { value: string; text: string }[] | undefined {
  const none = { value: '', text: i18n.t('editing.number-none') };
  switch (field) {
    case 'measure':
      return measures.map((value) => ({ value, text: i18n.t(`editing.measure.${value}`) }));
    case 'unit':
      return units.map((value) => ({ value, text: i18n.t(`editing.unit.${value}`) }));
    case 'interval':
      return [
        none,
        ...(['ci95', 'range'] as const).map((value) => ({ value, text: i18n.t(`editing.interval.${value}`) })),
      ];
    case 'who':
      return [none, ...populations.map((value) => ({ value, text: i18n.t(`editing.who.${value}`) }))];
    default:
      return undefined;
  }
}
