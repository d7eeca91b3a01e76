import type { I18n } from '#platform/i18n/i18n.ts';
import {
  answerPath,
  behindInWords,
  changedParagraphs,
  isWritten,
  makers,
  TranslationSays,
  type Revision,
} from '#modules/answers/index.ts';
import { Button } from '#ui/button/button.tsx';
import { Change } from '#ui/change/change.tsx';
import { Choices } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { EditorView } from './editor-view.usecases.ts';

/** Who translated a text, which English version it renders, and what changed in English since. */
export function TranslationFields({ view, i18n }: { view: EditorView; i18n: I18n }) {
  const { translation, page, trouble } = view;
  if (!translation) return null;
  const { english, before } = translation;
  const said = page.answer.revision.translation;
  const current = said?.source?.id === english.id;
  const written = isWritten(page.answer.revision);
  const version = (number: number) => i18n.t('answers.translated-version', { number });
  return (
    <section class="flow" id="translation" aria-labelledby="translation-title">
      <h2 id="translation-title">{i18n.t('editing.translation')}</h2>
      <p>
        {said ? (
          <TranslationSays page={page} i18n={i18n} />
        ) : written ? (
          i18n.t('desk.translation-unknown')
        ) : (
          i18n.t('editing.translation-new', { version: version(english.number) })
        )}{' '}
        {behindInWords(page, i18n)}{' '}
        <a
          href={i18n.in('en').path(`${answerPath(page.condition.slug, page.question.id)}/history/${english.number}`)}
          hreflang="en"
        >
          {i18n.t('editing.translation-english', { number: english.number })}
        </a>
      </p>
      {before && <EnglishChanges before={before} now={english} i18n={i18n} />}
      <input type="hidden" name="english" value={english.id} />
      <Choices
        id="made-by"
        legend={i18n.t('editing.made-by')}
        help={said || !written ? undefined : i18n.t('editing.made-by-help', { version: version(english.number) })}
        name="made-by"
        error={trouble?.problem === 'made-by' ? i18n.t('editing.trouble.made-by') : undefined}
        choices={makers.map((maker) => ({
          value: maker,
          text: i18n.t(`editing.made-by-${maker}`),
          help: i18n.t(`editing.made-by-${maker}-means`),
          checked: translation.madeBy === maker,
        }))}
      />
      {said && !current && (
        <Choices
          legend={i18n.t('editing.renders')}
          name="renders"
          choices={[
            {
              value: 'now',
              text: i18n.t('editing.renders-now', { version: version(english.number) }),
              checked: translation.renders === 'now',
            },
            {
              value: 'before',
              text: i18n.t('editing.renders-before', {
                version: said.source
                  ? version(said.source.number)
                  : i18n.t('answers.translated-day', { day: i18n.date(said.of) }),
              }),
              checked: translation.renders === 'before',
            },
          ]}
        />
      )}
      {written && (
        <>
          <Button kind="second" name="act" value={`confirm ${page.answer.revision.id}`}>
            {i18n.t(page.original ? 'editing.confirm-behind' : 'editing.confirm')}
          </Button>
          <p class="help">{i18n.t('editing.confirm-help')}</p>
        </>
      )}
    </section>
  );
}

/** The English text, with what went and what came since it was translated: in English, words around it, too. */
function EnglishChanges({
  before,
  now,
  i18n: { language, in: inLanguage },
}: {
  before: Revision;
  now: Revision;
  i18n: I18n;
}) {
  const i18n = inLanguage('en');
  const pieces = (
    [
      ['english-short', 'answers.short', before.short, now.short],
      ['english-body', 'history.body', before.body, now.body],
    ] as const
  ).filter(([, , one, other]) => one !== other);
  return (
    <div class="flow" lang={language === 'en' ? undefined : 'en'}>
      {pieces.map(([id, part, one, other]) => (
        <Change
          i18n={i18n}
          id={id}
          title={i18n.t('editing.english-changes', { part: i18n.t(part) })}
          paragraphs={changedParagraphs(one, other).filter((paragraph) =>
            paragraph.some(({ added, removed }) => added ?? removed),
          )}
        />
      ))}
    </div>
  );
}

/** That it was noted, and how to say again what was said before. */
export function TranslationNoted({ view, path, i18n }: { view: EditorView; path: string; i18n: I18n }) {
  const { page, translation } = view;
  if (translation?.noted === undefined) return null;
  return (
    <Notice kind="knowledge" role="status">
      <p>
        {i18n.t('editing.noted')}{' '}
        {page.answer.revision.translation ? (
          <TranslationSays page={page} i18n={i18n} />
        ) : (
          i18n.t('desk.translation-unknown')
        )}
      </p>
      <form method="post" action={i18n.path(path)}>
        <Button kind="second" name="act" value={`unconfirm ${page.answer.revision.id} ${translation.noted}`}>
          {i18n.t('editing.noted-undo')}
        </Button>
      </form>
    </Notice>
  );
}
