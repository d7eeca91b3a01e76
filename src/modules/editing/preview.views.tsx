import type { I18n } from '#platform/i18n/i18n.ts';
import { renderParts, textContextOf, type AnswerPage, type DrawMechanism } from '#modules/answers/index.ts';
import { formatSource, renderInline, Sanitized } from '#modules/knowledge/index.ts';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { EditorView } from './editor-view.usecases.ts';

/** How the text would look to readers. */
export function Preview({
  view,
  frame: { i18n },
  drawMechanism,
}: {
  view: EditorView;
  frame: SiteFrame;
  drawMechanism: DrawMechanism;
}) {
  const { preview } = view;
  return (
    <>
      <h2>{i18n.t('editing.preview')}</h2>
      <div id="live-preview" data-live class="flow">
        {view.typed.short === '' && view.typed.body === '' ? (
          <p class="soft">{i18n.t('editing.preview-empty')}</p>
        ) : preview ? (
          <PreviewText page={preview} i18n={i18n} drawMechanism={drawMechanism} />
        ) : (
          <p>{i18n.t('editing.no-preview')}</p>
        )}
      </div>
    </>
  );
}

function PreviewText({ page, i18n, drawMechanism }: { page: AnswerPage; i18n: I18n; drawMechanism: DrawMechanism }) {
  const { language, revision } = page.answer;
  const context = textContextOf(page, i18n.in(language));
  const short = renderInline(revision.short, context, i18n.t('answers.short'));
  const parts = renderParts(page, context, drawMechanism);
  const cited = context.citations.used();
  return (
    <div class="flow" lang={language}>
      <ShortAnswer i18n={i18n}>
        <Sanitized html={short} />
      </ShortAnswer>
      {parts.map((part) => (
        <section class="flow">
          {part.title && <h3>{part.title}</h3>}
          {part.blocks.map((block) =>
            block.kind === 'figure' ? <>{block.figure}</> : <Sanitized html={block.html} />,
          )}
        </section>
      ))}
      {cited.length > 0 && (
        <ol>
          {cited.map(({ key }) => (
            <li>{formatSource(page.sources.get(key), i18n.language).text}</li>
          ))}
        </ol>
      )}
    </div>
  );
}
