import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { sourceInBrief } from '#modules/knowledge/index.ts';
import { Button } from '#ui/button/button.tsx';
import { SourcePicker } from '#ui/editor/editor.tsx';
import { Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import type { EditorView } from './editor-view.usecases.ts';
import type { Source } from './proposal.ts';

/** Sources to cite: those there are, found by words, and those that are new. */
export function Sources({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { search, paste, typed } = view;
  const { language } = view.page.answer;
  const asFound = ({ id, csl }: { id: string; csl: unknown }, action?: Child) => {
    const { title, published } = sourceInBrief(csl);
    return { cite: `[@${id}]`, title, text: published, action };
  };
  return (
    <section class="flow" aria-labelledby="sources-title" id="cite">
      <h2 id="sources-title">{i18n.t('editing.sources')}</h2>
      <div class="flow">
        <Field
          i18n={i18n}
          id="find"
          name="find"
          label={i18n.t('editing.find')}
          help={i18n.t('editing.find-help')}
          value={search?.words}
          optional
        />
        <Button kind="second" name="act" value="find">
          {i18n.t('editing.find-go')}
        </Button>
        {search &&
          (search.found.length + search.terms.length > 0 ? (
            <>
              {search.found.length > 0 && <SourcePicker sources={search.found.map((source) => asFound(source))} />}
              {search.terms.length > 0 && (
                <>
                  <h3>{i18n.t('editing.find-terms')}</h3>
                  <SourcePicker
                    sources={search.terms.map(({ id, term, means }) => {
                      const word = inLanguage(term, language).text;
                      return { cite: `:term[${word}]{#${id}}`, title: word, text: inLanguage(means, language).text };
                    })}
                  />
                </>
              )}
            </>
          ) : (
            <p role="status">{i18n.t('editing.find-none')}</p>
          ))}
      </div>
      {typed.sources.length > 0 && (
        <div class="flow">
          <h3>{i18n.t('editing.new-sources')}</h3>
          <SourcePicker
            sources={typed.sources.map((csl: Source) =>
              asFound(
                { id: csl.id, csl },
                <Button kind="second" name="act" value={`drop-source ${csl.id}`}>
                  {i18n.t('editing.drop-source')}
                </Button>,
              ),
            )}
          />
        </div>
      )}
      <Fold summary={i18n.t('editing.add-source')} open={paste?.problem !== undefined}>
        <Field
          i18n={i18n}
          id="paste"
          name="paste"
          kind="textarea"
          label={i18n.t('editing.paste')}
          help={i18n.t('editing.paste-help')}
          error={
            paste?.problem &&
            i18n.t(`editing.paste-wrong.${paste.problem.problem}`, { detail: paste.problem.detail ?? '' })
          }
          value={paste?.text}
          optional
        />
        <Button kind="second" name="act" value="add-source">
          {i18n.t('editing.paste-go')}
        </Button>
      </Fold>
    </section>
  );
}
