import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import { CairnError } from '#platform/errors/errors.ts';
import { newToken } from '#platform/ids/ids.ts';
import { isWritten, loadPageWith, type AnswerPage, type AnswerRepository } from '#modules/answers/index.ts';
import { namesOf, type ConditionRepository } from '#modules/conditions/index.ts';
import type { SuggestionRepository } from '#modules/suggestions/index.ts';
import { checkText } from './check-text.usecases.ts';
import type { EditorView } from './editor-view.usecases.ts';
import { hintsFor } from './hints.ts';
import { createProposalRepository } from './proposal.repository.ts';
import type { Proposal, Typed } from './proposal.ts';
import { overlayOf } from './proposed-texts.usecases.ts';
import { loadTranslationView } from './translation-view.usecases.ts';

export const newTab = (): string => newToken().slice(0, 16);

/** What a form holds before anything is typed: the draft, or else the text as readers see it. */
export const typedAtFirst = ({ answer: { revision } }: AnswerPage, draft: Proposal | undefined, name: string): Typed =>
  draft ?? {
    short: revision.short.trim(),
    body: revision.body.trim(),
    claims: {},
    sources: [],
    translation: null,
    why: '',
    authorName: name,
    suggestionId: null,
  };

/** What is translated from, where nobody has written in this language yet. */
const originalOf = ({ answer, english }: AnswerPage): EditorView['original'] =>
  isWritten(answer.revision) ? undefined : english?.revision;

/** Gathers what the page of the editor shows. */
export function createEditorLoader({
  database,
  clock,
  conditions,
  answers,
  suggestions,
}: {
  database: Database;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  suggestions: SuggestionRepository;
}) {
  const proposals = createProposalRepository(database);

  async function findSuggestion(page: AnswerPage, id: string | null | undefined): Promise<EditorView['suggestion']> {
    const found = id ? await suggestions.find(id) : undefined;
    return found?.answerId === page.answer.id ? found : undefined;
  }

  /** The page as it would be; undefined where the text cannot be read. */
  async function previewOf(page: AnswerPage, typed: Typed): Promise<AnswerPage | undefined> {
    try {
      const revision = { ...page.answer.revision, short: typed.short, body: typed.body };
      return await loadPageWith(page, { revision, overlay: overlayOf(typed) }, conditions);
    } catch (error) {
      if (error instanceof CairnError) return undefined;
      throw error;
    }
  }

  /** The words to begin a translation with. */
  function originalText(page: AnswerPage): Partial<Pick<Typed, 'short' | 'body'>> {
    const original = originalOf(page);
    return original ? { short: original.short.trim(), body: original.body.trim() } : {};
  }

  async function load(
    page: AnswerPage,
    typed: Typed,
    { accountId, noted, ...more }: { accountId: string; noted?: string | undefined } & Partial<EditorView>,
  ): Promise<EditorView> {
    const { id: conditionId } = page.condition;
    const names = namesOf(page.condition, page.answer.language);
    const reading = {
      language: page.answer.language === 'es' ? ('es' as const) : ('en' as const),
      names: [names.preferred, names.inSentence, ...names.synonyms],
    };
    const [preview, checked, suggestion, others, aside, translation] = await Promise.all([
      previewOf(page, typed),
      checkText(page, typed, { database, clock }),
      findSuggestion(page, typed.suggestionId),
      proposals.listOthers(conditionId, page.answer.id, accountId),
      proposals.findAside(conditionId, page.answer.id, accountId),
      loadTranslationView(page, typed, { noted, answers }),
    ]);
    return {
      page,
      preview,
      typed,
      claimsTyped: {},
      claimProblems: [],
      tab: newTab(),
      seen: more.draft?.version ?? 0,
      draft: undefined,
      checked,
      hints: {
        short: hintsFor(typed.short, { ...reading, limit: 6 }),
        body: hintsFor(typed.body, { ...reading, limit: 8 }),
      },
      suggestion,
      translation,
      comments: null,
      others,
      aside,
      original: originalOf(page),
      search: undefined,
      paste: undefined,
      trouble: undefined,
      saved: false,
      ...more,
    };
  }

  return { load, findSuggestion, originalText };
}
