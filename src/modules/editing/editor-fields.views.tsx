import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import type { LanguageTag } from '#platform/i18n/languages.ts';
import { mostWordsInShort, type AnswerFault } from '#modules/packs/index.ts';
import { FieldFaults, Readings } from '#ui/editor/editor.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import type { EditorView } from './editor-view.usecases.ts';
import { siteWordsOf } from './fault-words.ts';
import type { Hint } from './hints.ts';

/** The words themselves: the short answer and the text, with what is counted in them and what is to be put right. */
export function WordsFields({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { typed } = view;
  const { language } = view.page.answer;
  return (
    <>
      <div class="flow">
        <Field
          i18n={i18n}
          id="short"
          name="short"
          kind="textarea"
          label={i18n.t('answers.short')}
          help={i18n.t('editing.short-help', { most: mostWordsInShort })}
          value={typed.short}
          lang={language}
        />
        <div id="live-short" data-live>
          <ShortReadings view={view} i18n={i18n} />
          <Faults field="short" view={view} i18n={i18n} />
        </div>
      </div>
      <div class="flow">
        <Field
          i18n={i18n}
          id="body"
          name="body"
          kind="textarea"
          label={i18n.t('history.body')}
          help={i18n.t('editing.body-help')}
          value={typed.body}
          lang={language}
        />
        <div id="live-body" data-live>
          <BodyReadings view={view} i18n={i18n} />
          <Faults field="body" view={view} i18n={i18n} />
          <Hints hints={[...view.hints.short, ...view.hints.body]} language={language} i18n={i18n} />
        </div>
        <Fold summary={i18n.t('editing.how')}>
          <MarkdownHelp i18n={i18n} />
        </Fold>
      </div>
    </>
  );
}

const grade = (value: number, i18n: I18n) => i18n.number(value, { maximumFractionDigits: 1 });

function ShortReadings({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { report } = view.checked;
  if (!report) return null;
  const tooMany = report.shortWords > mostWordsInShort;
  return (
    <Readings
      readings={[
        {
          name: i18n.t('editing.words'),
          value: i18n.t('editing.words-of', { words: report.shortWords, most: mostWordsInShort }),
          ...(tooMany && { over: i18n.t('editing.too-many') }),
        },
        {
          name: i18n.t('editing.school-year'),
          value: grade(report.short.grade, i18n),
          ...(!report.short.readable && { over: i18n.t('editing.over', { most: 6 }) }),
        },
      ]}
    />
  );
}

function BodyReadings({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { report } = view.checked;
  if (!report) return null;
  return (
    <Readings
      readings={[
        { name: i18n.t('editing.words'), value: i18n.number(report.body.words) },
        {
          name: i18n.t('editing.school-year'),
          value: grade(report.body.grade, i18n),
          ...(!report.body.readable && { over: i18n.t('editing.over', { most: 8 }) }),
        },
      ]}
    />
  );
}

/** What is wrong in a field, in the words of the site where there are any. */
function Faults({ field, view, i18n }: { field: AnswerFault['field']; view: EditorView; i18n: I18n }) {
  const says = ({ reason }: AnswerFault): Child => {
    const words = siteWordsOf(reason);
    return words.key ? i18n.t(words.key, words.values) : <span lang="en">{words.reason}</span>;
  };
  return (
    <FieldFaults
      id={`faults-${field}`}
      faults={view.checked.faults
        // nobody is told that what they have not begun is empty
        .filter((fault) => fault.field === field && (view.typed[field] !== '' || view.trouble !== undefined))
        .map((fault) => ({
          ...(field === 'body' && { where: i18n.t('editing.line', { line: fault.line }) }),
          says: says(fault),
        }))}
    />
  );
}

function Hints({ hints, language, i18n }: { hints: readonly Hint[]; language: LanguageTag; i18n: I18n }) {
  if (hints.length === 0) return null;
  return (
    <Fold summary={i18n.t('editing.hints', { count: hints.length })}>
      <ul>
        {hints.map(({ sentence, words }) => (
          <li>
            <q lang={language}>{sentence}</q> {i18n.t('editing.hint', { words })}
          </li>
        ))}
      </ul>
    </Fold>
  );
}

const MarkdownHelp = ({ i18n }: { i18n: I18n }) => (
  <dl class="flow">
    {(
      [
        ['## …', 'heading'],
        ['[@albanese2013]', 'cite'],
        [':claim[prevalence-steeves-2012]', 'claim'],
        [':term[…]{#basal-ganglia}', 'term'],
        ['[…](/conditions/dystonia)', 'link'],
        [':::note … :::', 'note'],
      ] as const
    ).map(([code, key]) => (
      <div>
        <dt>
          <code>{code}</code>
        </dt>
        <dd>{i18n.t(`editing.how-${key}`)}</dd>
      </div>
    ))}
  </dl>
);
