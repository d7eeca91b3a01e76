import type { RootContent } from 'mdast';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { newId } from '#platform/ids/ids.ts';
import { parseAnswer, type AnswerPage, type Revision } from '#modules/answers/index.ts';
import { plainInline, plainWords } from '#modules/knowledge/index.ts';
import { createCommentRepository } from './comment.repository.ts';
import { mostCommentLetters, mostOpenComments, type CommentRole } from './comment.ts';
import { allPassages, apart, passagesOf, type Passages } from './passages.ts';
import { commentNotFound } from './review.errors.ts';

export interface Commenter {
  accountId: string;
  name: string | null;
  role: CommentRole;
}

/** The passages of a version, in its own language, with numbers as they are now. `i18n`: of any language. */
export function passagesOfPage(
  page: AnswerPage,
  i18n: I18n,
  { short, body }: Pick<Revision, 'short' | 'body'> = page.answer.revision,
): Passages {
  const own = new Map(page.condition.claims.map((claim) => [claim.id, claim]));
  const context = {
    i18n: i18n.in(page.answer.language),
    conditionSlug: page.condition.slug,
    claim: (reference: string) => own.get(reference) ?? page.otherClaims.get(reference),
  };
  const text = body === page.answer.revision.body ? page.text : parseAnswer(body);
  return passagesOf(plainInline(short, context), apart(text), (node: RootContent) => plainWords(node, context));
}

export type Commented = { id: string } | { problem: 'empty' | 'long' | 'full' };

/**
 * Says something about a passage of a version. The same words at the same passage, sent twice, are one comment.
 * Throws `review.comment_not_found` for a passage that the version does not have.
 */
export async function comment(
  page: AnswerPage,
  { revision, place, text, by, i18n }: { revision: Revision; place: string; text: string; by: Commenter; i18n: I18n },
  { database, clock }: { database: Database; clock: Clock },
): Promise<Commented> {
  const passage = allPassages(passagesOfPage(page, i18n, revision)).find(({ id }) => id === place);
  if (!passage) throw commentNotFound();
  if (text === '') return { problem: 'empty' };
  if ([...text].length > mostCommentLetters) return { problem: 'long' };
  return database.transaction().execute(async (transaction) => {
    const comments = createCommentRepository(transaction);
    await comments.lock(page.answer.id);
    const open = (await comments.list(page.condition.id, page.answer.id)).filter(({ doneAt }) => !doneAt);
    const same = open.find(
      (each) =>
        each.accountId === by.accountId &&
        each.field === passage.field &&
        each.passage === passage.text &&
        each.text === text,
    );
    if (same) return { id: same.id };
    if (open.length >= mostOpenComments) return { problem: 'full' };
    const id = newId();
    await comments.add({
      id,
      conditionId: page.condition.id,
      answerId: page.answer.id,
      revisionId: revision.id,
      field: passage.field,
      passage: passage.text,
      text,
      accountId: by.accountId,
      authorName: by.name,
      authorRole: by.role,
      createdAt: clock.now(),
      doneAt: null,
      doneBy: null,
    });
    return { id };
  });
}

/** Marks a comment as done, or as open again. Throws `review.comment_not_found`. */
export async function settleComment(
  { answerId, id, done, by }: { answerId: string; id: string; done: boolean; by: Commenter },
  { database, clock }: { database: Database; clock: Clock },
): Promise<void> {
  const settled = await createCommentRepository(database).settle(
    id,
    answerId,
    done ? { at: clock.now(), accountId: by.accountId, name: by.name } : undefined,
  );
  if (!settled) throw commentNotFound();
}
