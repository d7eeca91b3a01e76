import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { TwoTexts } from '#ui/editor/editor.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import type { EditorView, Trouble } from './editor-view.usecases.ts';

/** What is in the way, on top of the form; where two texts stand against each other, both. */
export function TroubleSummary({ view, trouble, i18n }: { view: EditorView; trouble: Trouble; i18n: I18n }) {
  const { problem } = trouble;
  const href = {
    'nothing-changed': '#body',
    'made-by': '#made-by',
    moved: '#translation',
    'only-translation': '#translation',
    'no-reason': '#why',
    'no-name': '#name',
    'not-a-slip': '#ways',
    'nothing-to-correct': '#ways',
    faults: view.checked.faults.some(({ field, severity }) => field === 'short' && severity === 'fault')
      ? '#short'
      : '#body',
    claims: '#numbers',
    'claims-changed': '#numbers',
    conflict: '#both',
    'other-window': '#both',
  }[problem];
  const language = view.page.answer.language;
  return (
    <>
      <ErrorSummary
        title={i18n.t(problem === 'claims' ? 'editing.number-not-yet' : 'editing.not-yet')}
        reassurance={i18n.t('desk.wrong.kept')}
        errors={[{ text: i18n.t(`editing.trouble.${problem}`), href }]}
      />
      {(trouble.problem === 'conflict' || trouble.problem === 'other-window') && (
        <section class="flow" id="both" aria-labelledby="both-title">
          <h2 id="both-title">{i18n.t('editing.both')}</h2>
          <p>{i18n.t(`editing.both-${trouble.problem}`)}</p>
          <TwoTexts
            texts={[
              { title: i18n.t('editing.yours'), text: whole(view.typed), lang: language },
              {
                title: i18n.t(trouble.problem === 'conflict' ? 'editing.theirs' : 'editing.other-window'),
                text: whole(trouble.theirs),
                lang: language,
              },
            ]}
          />
          <ButtonRow>
            <Button kind="second" name="act" value={trouble.problem === 'conflict' ? 'mine' : 'mine-window'}>
              {i18n.t(trouble.problem === 'conflict' ? 'editing.resolved' : 'editing.take-mine')}
            </Button>
            <Button kind="second" name="act" value={trouble.problem === 'conflict' ? 'theirs' : 'theirs-window'}>
              {i18n.t('editing.take-theirs')}
            </Button>
          </ButtonRow>
        </section>
      )}
    </>
  );
}

const whole = ({ short, body }: { short: string; body: string }) => `${short}\n\n${body}`;
