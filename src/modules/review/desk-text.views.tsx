import type { I18n } from '#platform/i18n/i18n.ts';
import { renderParts, type AnswerPage, type DrawMechanism } from '#modules/answers/index.ts';
import { renderInline, Sanitized, type TextContext } from '#modules/knowledge/index.ts';
import { Passage as PassageWithComments } from '#ui/comments/comments.tsx';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import type { Child } from 'hono/jsx';
import { CommentForm, CommentsSection, commentsAt, wrongAt } from './comment.views.tsx';
import { passagesOfPage } from './comment.usecases.ts';
import { placeComments, quoteOf } from './comment.ts';
import type { DeskView } from './desk.usecases.ts';
import { allPassages, apart, type Passage } from './passages.ts';

/** The whole text, with a place to say something under each paragraph, and before it what was said. */
export function deskText({
  view,
  context,
  action,
  drawMechanism,
  i18n,
}: {
  view: DeskView;
  context: TextContext;
  /** Where comments go. */
  action: string;
  drawMechanism: DrawMechanism;
  i18n: I18n;
}): { comments: Child; text: Child } {
  const { answer } = view.page;
  const page: AnswerPage = { ...view.page, text: apart(view.page.text) };
  const lang = answer.language === i18n.language ? undefined : answer.language;
  const short = renderInline(answer.revision.short, context, i18n.t('answers.short'));
  const parts = renderParts(page, context, drawMechanism);
  const passages = passagesOfPage(view.page, i18n);
  const placed = placeComments(view.comments, allPassages(passages));
  const Place = ({ at, children }: { at: readonly Passage[]; children?: Child }) =>
    at.length === 0 ? (
      <>{children}</>
    ) : (
      <PassageWithComments
        id={`at-${at.at(-1)!.id}`}
        comments={commentsAt(at, placed, { action, lang }, i18n)}
        summary={i18n.t('comments.comment')}
        about={i18n.t('comments.on', { quote: quoteOf(at.at(-1)!.text, 40) })}
        open={wrongAt(at, view) !== undefined}
        form={<CommentForm passages={at} view={view} action={action} lang={lang} i18n={i18n} />}
      >
        {children && <div lang={lang}>{children}</div>}
      </PassageWithComments>
    );
  return {
    comments: <CommentsSection view={view} placed={placed} action={action} lang={lang} i18n={i18n} />,
    text: (
      <section class="flow" aria-labelledby="whole">
        <h2 id="whole">{i18n.t(view.before ? 'desk.whole' : 'desk.whole-first')}</h2>
        <div class="flow">
          <Place at={[passages.short]}>
            <ShortAnswer i18n={i18n}>
              <Sanitized html={short} />
            </ShortAnswer>
          </Place>
          {parts.map((part, index) => {
            const { heading, blocks } = passages.parts[index]!;
            return (
              <section class="flow prose">
                {part.title && <h3 lang={lang}>{part.title}</h3>}
                {heading && <Place at={[heading]} />}
                {part.blocks.map((block, nth) => (
                  <Place at={blocks[nth]!}>
                    {block.kind === 'figure' ? <>{block.figure}</> : <Sanitized html={block.html} />}
                  </Place>
                ))}
              </section>
            );
          })}
        </div>
      </section>
    ),
  };
}
