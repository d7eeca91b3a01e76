import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { CommentIndex, Comments, type ShownComment } from '#ui/comments/comments.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { quoteOf, type Comment, type PlacedComments } from './comment.ts';
import type { DeskView } from './desk.usecases.ts';
import type { Passage } from './passages.ts';

export const commentsPath = (desk: string): string => `${desk}/comments`;

const quoted = (passage: string, i18n: I18n, longest = 300) =>
  i18n.t('comments.quote', { quote: quoteOf(passage, longest) });

/** Who said it: a name where there is one, and what they are. */
const whoOf = ({ authorName, authorRole }: Comment, i18n: I18n): string =>
  authorName
    ? i18n.t('comments.who', { name: authorName, role: i18n.t(`staff.role.${authorRole}`) })
    : i18n.t(`staff.role.${authorRole}`);

const whenDone = ({ doneAt, doneBy }: Comment, i18n: I18n): string => {
  const day = i18n.date(doneAt!);
  return doneBy ? i18n.t('comments.done-by', { day, name: doneBy }) : i18n.t('comments.done-on', { day });
};

interface Shown {
  /** Where the form of a comment goes. */
  action?: string;
  /** The language of the text, if that is not the page's. */
  lang?: string | undefined;
  withQuote?: boolean;
}

const shownComment = (comment: Comment, { action, lang, withQuote = false }: Shown, i18n: I18n): ShownComment => ({
  id: comment.id,
  who: whoOf(comment, i18n),
  when: i18n.date(comment.createdAt),
  text: comment.text,
  ...(withQuote && { quote: quoted(comment.passage, i18n), ...(lang && { lang }) }),
  ...(action && {
    action: (
      <form method="post" action={action}>
        <input type="hidden" name="comment" value={comment.id} />
        <Button kind="second" name="act" value={comment.doneAt ? 'reopen' : 'done'}>
          {i18n.t(comment.doneAt ? 'comments.reopen' : 'comments.done')}
          <span class="visually-hidden"> {quoted(comment.text, i18n, 60)}</span>
        </Button>
      </form>
    ),
  }),
});

/** What stands at one place: of an item of a list, with its words. */
export const commentsAt = (
  passages: readonly Passage[],
  placed: PlacedComments,
  shown: Shown,
  i18n: I18n,
): ShownComment[] =>
  passages.flatMap(({ id, kind }) =>
    (placed.at.get(id) ?? []).map((each) => shownComment(each, { ...shown, withQuote: kind !== 'text' }, i18n)),
  );

/** The form under a place: about the one passage that is there, or one of several. */
export function CommentForm({
  passages,
  view,
  action,
  lang,
  i18n,
}: {
  passages: readonly Passage[];
  view: DeskView;
  action: string;
  lang?: string | undefined;
  i18n: I18n;
}) {
  const wrong = wrongAt(passages, view);
  const usual = passages.find(({ kind }) => kind === 'text') ?? passages[0]!;
  const chosen = wrong?.place ?? usual.id;
  return (
    <form class="flow" method="post" action={action}>
      <input type="hidden" name="revision" value={view.page.answer.revision.id} />
      {passages.length === 1 ? (
        <input type="hidden" name="passage" value={chosen} />
      ) : (
        <Choices
          legend={i18n.t('comments.about')}
          name="passage"
          choices={passages.map(({ id, text }) => ({
            value: id,
            text: <span lang={lang}>{quoteOf(text, 80)}</span>,
            checked: id === chosen,
          }))}
        />
      )}
      <Field
        i18n={i18n}
        id={`say-${chosen}`}
        name="text"
        kind="textarea"
        label={i18n.t('comments.text')}
        error={wrong && i18n.t(`comments.wrong.${wrong.problem}`)}
        value={wrong?.text}
      />
      <ButtonRow>
        <Button kind="second" name="act" value="add">
          {i18n.t('comments.add')}
        </Button>
      </ButtonRow>
    </form>
  );
}

/** What was wrong with a comment, if it was about one of these passages of this version. */
export const wrongAt = (passages: readonly Passage[], { wrongComment, page }: DeskView) =>
  wrongComment?.revisionId === page.answer.revision.id && passages.some(({ id }) => id === wrongComment.place)
    ? wrongComment
    : undefined;

/** A comment that was wrong, about a version that another one has taken the place of while it was written. */
function CommentOnOlder({
  view: { wrongComment, page },
  action,
  i18n,
}: {
  view: DeskView;
  action: string;
  i18n: I18n;
}) {
  if (!wrongComment || wrongComment.revisionId === page.answer.revision.id) return null;
  return (
    <form class="flow" method="post" action={action}>
      <input type="hidden" name="revision" value={wrongComment.revisionId} />
      <input type="hidden" name="passage" value={wrongComment.place} />
      <Field
        i18n={i18n}
        id={`say-${wrongComment.place}`}
        name="text"
        kind="textarea"
        label={i18n.t('comments.text')}
        help={i18n.t('comments.older')}
        error={i18n.t(`comments.wrong.${wrongComment.problem}`)}
        value={wrongComment.text}
      />
      <Button kind="second" name="act" value="add">
        {i18n.t('comments.add')}
      </Button>
    </form>
  );
}

/** All that was said about a text, with ways to where it stands; what is about words that are gone; what is done. */
export function CommentsSection({
  view,
  placed,
  action,
  lang,
  i18n,
}: {
  view: DeskView;
  placed: PlacedComments;
  action: string;
  lang?: string | undefined;
  i18n: I18n;
}) {
  const { open, changed, done } = placed;
  const justDone = done.find(({ id }) => id === view.justDone);
  const shown = { action, lang, withQuote: true };
  return (
    <section class="flow" aria-labelledby="comments">
      <h2 id="comments">{i18n.t('comments.title')}</h2>
      {justDone && (
        <Notice role="status">
          <p>{i18n.t('comments.just-done')}</p>
          <form method="post" action={action}>
            <input type="hidden" name="comment" value={justDone.id} />
            <Button kind="second" name="act" value="reopen">
              {i18n.t('comments.reopen')}
            </Button>
          </form>
        </Notice>
      )}
      <CommentOnOlder view={view} action={action} i18n={i18n} />
      <p>{i18n.t(open.length + changed.length === 0 ? 'comments.none' : 'comments.how')}</p>
      {open.length > 0 && (
        <CommentIndex
          links={open.map((comment) => ({
            href: `#comment-${comment.id}`,
            quote: quoted(comment.passage, i18n, 80),
            ...(lang && { lang }),
            said: whoOf(comment, i18n),
          }))}
        />
      )}
      {changed.length > 0 && (
        <>
          <h3 id="comments-changed">{i18n.t('comments.changed')}</h3>
          <Comments comments={changed.map((comment) => shownComment(comment, shown, i18n))} />
        </>
      )}
      {done.length > 0 && (
        <Fold summary={i18n.t('comments.done-so-far', { count: done.length })}>
          <Comments
            comments={done.map((comment) => ({
              ...shownComment(comment, shown, i18n),
              when: whenDone(comment, i18n),
            }))}
          />
        </Fold>
      )}
      <p>
        <WayOn href="#decide">{i18n.t('comments.to-decision')}</WayOn>
      </p>
    </section>
  );
}

/** What waits to be answered in a text: for whoever writes it. Nothing where there is nothing. */
export function OpenComments({
  comments,
  href,
  lang,
  i18n,
}: {
  comments: readonly Comment[];
  /** The desk, where they stand at their passages; undefined where none shows this text yet. */
  href: string | undefined;
  lang?: string | undefined;
  i18n: I18n;
}) {
  const open = comments.filter(({ doneAt }) => doneAt === null);
  if (open.length === 0) return null;
  return (
    <Fold summary={i18n.t('comments.open', { count: open.length })} open>
      <Comments comments={open.map((comment) => shownComment(comment, { lang, withQuote: true }, i18n))} />
      {href && (
        <p>
          <WayOn href={href}>{i18n.t('comments.on-desk')}</WayOn>
        </p>
      )}
    </Fold>
  );
}

/** Comments as the words with which changes are asked: what was asked is in the record then. */
export const inNote = (comments: readonly Comment[], i18n: I18n): string =>
  comments.map(({ passage, text }) => i18n.t('comments.in-note', { quote: quoteOf(passage), text })).join('\n\n');
