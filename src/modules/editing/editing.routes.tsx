import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import { realLanguages } from '#platform/i18n/languages.ts';
import {
  createTranslationRepository,
  isWritten,
  loadWritablePage,
  type AnswerPage,
  type AnswerRepository,
  type DrawMechanism,
  type PublishingWay,
} from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import {
  createCommentRepository,
  deskPath,
  OpenComments,
  proposedPath,
  type ReviewRepository,
} from '#modules/review/index.ts';
import type { SuggestionRepository } from '#modules/suggestions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { newNumber, readClaims } from './claim-form.ts';
import { editorNotFound } from './editing.errors.ts';
import { editingPolicy, roleOf } from './editing.policy.ts';
import { move, saveDraft, type Writing } from './draft.usecases.ts';
import { handIn, type Outcome } from './hand-in.usecases.ts';
import { createEditorLoader, newTab, typedAtFirst } from './editor-load.usecases.ts';
import { editPath, type EditorView, type Trouble } from './editor-view.usecases.ts';
import { EditorPage } from './editor.views.tsx';
import { HandedInPage } from './hand-in.views.tsx';
import { createProposalRepository } from './proposal.repository.ts';
import { mostLetters, type Proposal, type Typed } from './proposal.ts';
import { readOrLookUp, type LookUp } from './look-up.usecases.ts';
import {
  changedTranslation,
  fromAddress,
  inAddress,
  readTranslation,
  type TypedTranslation,
} from './translation-form.ts';
import { confirmTranslation, isOfThisQuestion } from './translation.usecases.ts';
import { createUnwrittenRoutes } from './unwritten.routes.tsx';

export interface EditingRoutesOptions {
  frame: SiteFrame;
  script: string;
  database: Database;
  events: Events;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  reviews: ReviewRepository;
  suggestions: SuggestionRepository;
  drawMechanism: DrawMechanism;
  /** Asks a catalogue what a DOI or a PMID is of. */
  lookUp: LookUp;
  /** Written into the record of what staff did. */
  audit: (entry: {
    signedIn: SignedIn;
    role: 'steward' | 'editor' | 'reviewer';
    act: string;
    object: string;
  }) => Promise<void>;
}

const text = (max: number) =>
  z
    .string()
    .catch('')
    .transform((value) => value.slice(0, max * 2));
const editForm = z.object({
  act: z.string().max(100).catch('save'),
  tab: z.string().max(100).catch(''),
  seen: z.coerce.number().int().min(0).max(1e9).catch(0),
  short: text(mostLetters.short).optional(),
  body: text(mostLetters.body).optional(),
  why: text(mostLetters.why),
  name: text(mostLetters.name),
  find: text(200),
  paste: text(mostLetters.paste),
  suggestion: z.uuid().optional().catch(undefined),
});

const path = '/review/:slug/:question/:language/edit';
type EditContext = Context<object, typeof path>;
const foundAtOnce = 12;

/** Writing answers on the site, in one language of its pages. */
export function createEditingRoutes(options: EditingRoutesOptions): Hono {
  const { frame, script, database, events, clock, conditions, answers, reviews, suggestions, drawMechanism } = options;
  const { i18n } = frame;
  const hands = { database, events, clock };
  const proposals = createProposalRepository(database);
  const translations = createTranslationRepository(database);
  const editor = createEditorLoader({ database, clock, conditions, answers, suggestions });
  const routes = new Hono();

  /** For those who write; to everybody else there is no such page. */
  function requireWriter(c: Context): SignedIn {
    const signedIn = signedInOf(c);
    if (!signedIn || !editingPolicy.write(signedIn)) throw editorNotFound();
    c.header('cache-control', 'private, no-store');
    return signedIn;
  }

  async function load(c: EditContext): Promise<AnswerPage> {
    const { slug, question, language } = c.req.param();
    const tag = realLanguages.find((each) => each === language);
    if (!tag) throw editorNotFound();
    return loadWritablePage({ slug, questionId: question, language: tag, conditions, answers });
  }

  /** As the reviewer's own page has it, or as they signed last. */
  async function nameOf(signedIn: SignedIn): Promise<string> {
    return (await reviews.findReviewer({ accountId: signedIn.accountId }))?.name ?? '';
  }

  /** What was said about its passages and is to be done; `href`: where it stands at them. */
  async function commentsOn({ condition, answer }: AnswerPage, href: string | undefined) {
    const comments = await createCommentRepository(database).list(condition.id, answer.id);
    const lang = answer.language === i18n.language ? undefined : answer.language;
    return <OpenComments comments={comments} href={href} lang={lang} i18n={i18n} />;
  }

  /** With the comments, which stand at the published text, if there is one. */
  async function loadEditor(page: AnswerPage, typed: Typed, more: Parameters<typeof editor.load>[2]) {
    const { condition, question, answer } = page;
    const desk = i18n.path(deskPath(condition.slug, question.id, answer.language));
    const comments = await commentsOn(page, isWritten(answer.revision) ? desk : undefined);
    return editor.load(page, typed, { comments, ...more });
  }

  const show = (c: Context, view: EditorView, status: 200 | 409 | 422 = 200) =>
    c.html(<EditorPage view={view} frame={frame} script={script} drawMechanism={drawMechanism} />, status);

  async function showHandedIn(c: Context, page: AnswerPage, proposal: Proposal) {
    const { conditionId, revisionId } = proposal;
    const [standing, revision] = await Promise.all([
      reviews.findStanding({ conditionId, revisionId: revisionId! }),
      answers.findRevisionById(conditionId, revisionId!),
    ]);
    const { condition, question, answer } = page;
    const href = i18n.path(proposedPath(condition.slug, question.id, answer.language, revision!.number));
    return c.html(
      <HandedInPage
        page={page}
        proposal={proposal}
        state={standing.state === 'in-review' || standing.state === 'changes-asked' ? standing.state : 'waiting'}
        note={standing.note}
        href={href}
        comments={await commentsOn(page, undefined)}
        done={c.req.query('done') !== undefined}
        frame={frame}
      />,
    );
  }

  routes.get(path, async (c) => {
    const signedIn = requireWriter(c);
    const page = await load(c);
    const own = await drafted(page, signedIn);
    if (own?.state === 'submitted') return showHandedIn(c, page, own);
    const typed = typedAtFirst(page, own, await nameOf(signedIn));
    const asked = c.req.query('suggestion');
    const suggestion = await editor.findSuggestion(page, asked);
    return show(
      c,
      await loadEditor(
        page,
        { ...typed, suggestionId: suggestion ? asked! : typed.suggestionId },
        {
          accountId: signedIn.accountId,
          draft: own,
          saved: c.req.query('saved') !== undefined,
          noted: fromAddress(c.req.query('noted')) && c.req.query('noted'),
        },
      ),
    );
  });

  routes.post(path, async (c) => {
    const signedIn = requireWriter(c);
    const page = await load(c);
    const here = i18n.path(editPath(page.condition.slug, page.question.id, page.answer.language));
    const fields = z
      .record(z.string(), z.string())
      .catch({})
      .parse(await c.req.parseBody());
    const form = editForm.parse(fields);
    const [act = '', object = '', told] = form.act.split(' ');
    if (act === 'put-aside' || act === 'bring-back' || act === 'reopen') {
      const found = z.uuid().safeParse(object).success ? await proposals.find(object) : undefined;
      if (!found || !editingPolicy.putAside(signedIn, found)) throw editorNotFound();
      await move(object, act, hands);
      await options.audit({ signedIn, role: roleOf(signedIn), act: `text.${acts[act]}`, object });
      return c.redirect(here, 303);
    }
    if (act === 'unconfirm') {
      const translation = fromAddress(told);
      if (!translation || !page.english) throw editorNotFound();
      await note(signedIn, page, { revisionId: object, translation });
      return c.redirect(here, 303);
    }

    const own = await drafted(page, signedIn);
    const before = typedAtFirst(page, own?.state === 'draft' ? own : undefined, await nameOf(signedIn));
    const keys = new Set([...(await proposals.listTakenKeys()), ...before.sources.map(({ id }) => id)]);
    const { changes, problems } = readClaims(
      {
        claims: page.condition.claims,
        added: addedIn(before).filter(({ id }) => act !== 'drop-number' || id !== object),
        form: fields,
        // while somebody is still typing it, a new number is not there yet
        readNew: act !== 'preview',
      },
      { isSource: (key) => keys.has(key), thisYear: clock.now().getUTCFullYear() },
    );
    const asked = page.english && readTranslation(fields);
    const typed: Typed = {
      short: form.short ?? before.short,
      body: form.body ?? before.body,
      claims: changes,
      sources: before.sources,
      why: form.why,
      authorName: form.name,
      suggestionId: form.suggestion ?? before.suggestionId,
      translation: asked && act !== 'confirm' ? await changedIn(page, asked) : (before.translation ?? null),
    };
    if (act === 'from-original') Object.assign(typed, editor.originalText(page));
    const pasted = act === 'add-source' ? await readOrLookUp(form.paste, keys, options.lookUp) : undefined;
    if (pasted && 'sources' in pasted) typed.sources = [...typed.sources, ...pasted.sources];
    if (act === 'drop-source') typed.sources = typed.sources.filter(({ id }) => id !== object);

    const writing: Writing = { typed, authorId: signedIn.accountId, tab: form.tab, seen: form.seen };
    const again = async (more: Partial<EditorView>, status: 200 | 409 | 422 = 200) =>
      show(
        c,
        await loadEditor(page, more.draft ? { ...typed, sources: more.draft.sources } : typed, {
          accountId: signedIn.accountId,
          claimsTyped: claimsIn(fields, act === 'preview' || problems.some(({ id }) => id === newNumber)),
          claimProblems: problems,
          tab: form.tab || newTab(),
          seen: form.seen,
          ...more,
        }),
        status,
      );

    if (act.startsWith('mine') || act.startsWith('theirs')) return choose(c, act, { page, writing, own, here });
    if (act === 'submit' || act === 'typo' || act === 'urgent') {
      if (problems.length > 0) return again({ draft: own, trouble: { problem: 'claims' } }, 422);
      const way: PublishingWay = act === 'submit' ? 'review' : act;
      const outcome = await handIn(page, { writing, way }, hands);
      if (!('done' in outcome))
        return again(
          { draft: await drafted(page, signedIn), ...troubleOf(outcome) },
          outcome.problem === 'conflict' || outcome.problem === 'other-window' ? 409 : 422,
        );
      await options.audit({
        signedIn,
        role: roleOf(signedIn),
        act: `text.${way === 'review' ? 'handed-in' : way}`,
        object: outcome.proposal.id,
      });
      return c.redirect(
        way === 'review'
          ? `${here}?done`
          : i18n.path(deskPath(page.condition.slug, page.question.id, page.answer.language)),
        303,
      );
    }
    const saved = await saveDraft(page, writing, hands);
    if ('otherWindow' in saved)
      return again(
        { draft: saved.otherWindow, seen: form.seen, trouble: { problem: 'other-window', theirs: saved.otherWindow } },
        409,
      );
    const { draft } = saved;
    if (draft?.state === 'submitted') return c.redirect(here, 303);
    const seen = draft?.version ?? 0;
    if (act === 'confirm') {
      if (!asked) throw editorNotFound();
      if (!asked.madeBy) return again({ draft, seen, trouble: { problem: 'made-by' } }, 422);
      const said = page.answer.revision.translation;
      const translation = await changedIn(page, page.original ? { ...asked, renders: 'now' } : asked);
      if (!translation) return c.redirect(here, 303);
      const done = await note(signedIn, page, { revisionId: object, translation });
      if (!done) return again({ draft, seen, trouble: { problem: 'moved' } }, 409);
      return c.redirect(`${here}?noted=${inAddress(said)}`, 303);
    }
    if (pasted && 'problem' in pasted) return again({ draft, seen, paste: { text: form.paste, problem: pasted } }, 422);
    if (act === 'find') {
      const words = form.find.trim().split(/\s+/u).filter(Boolean).slice(0, 6);
      return again({
        draft,
        seen,
        search: {
          words: form.find,
          found: await proposals.searchSources(words, foundAtOnce),
          terms: await proposals.searchTerms(words, foundAtOnce),
        },
      });
    }
    if (act === 'preview') return again({ draft, seen });
    if (problems.length > 0) return again({ draft, seen, trouble: { problem: 'claims' } }, 422);
    return c.redirect(`${here}${act === 'save' ? '?saved' : act.endsWith('-number') ? '#numbers' : '#cite'}`, 303);
  });

  /** What the form says of the translation, if it is another thing than what is said. */
  async function changedIn(page: AnswerPage, asked: TypedTranslation) {
    const changed = changedTranslation(asked, page.answer.revision.translation);
    if (changed && !(await isOfThisQuestion(changed, page, translations))) throw editorNotFound();
    return changed;
  }

  /** Says of what readers see how it was translated; false: readers see another version by now. */
  async function note(signedIn: SignedIn, page: AnswerPage, what: Parameters<typeof confirmTranslation>[1]) {
    const outcome = await confirmTranslation(page, what, hands);
    if (outcome === 'unknown') throw editorNotFound();
    if (outcome === 'done')
      await options.audit({ signedIn, role: roleOf(signedIn), act: `text.${acts.confirm}`, object: what.revisionId });
    return outcome === 'done';
  }

  const drafted = ({ condition, question, answer }: AnswerPage, { accountId }: SignedIn) =>
    proposals.findOwn({ conditionId: condition.id, questionId: question.id, language: answer.language }, accountId);

  /** After two texts stood beside each other: the one is kept, or the other, and what it is changed from is what readers see. */
  async function choose(
    c: Context,
    act: string,
    { page, writing, own, here }: { page: AnswerPage; writing: Writing; own: Proposal | undefined; here: string },
  ) {
    if (own?.state !== 'draft') return c.redirect(here, 303);
    const { revision } = page.answer;
    const published = { ...writing.typed, short: revision.short.trim(), body: revision.body.trim() };
    // of another window, the other text is the draft itself
    const typed = act.startsWith('mine') ? writing.typed : act === 'theirs' ? published : own;
    await saveDraft(page, { ...writing, typed, tab: own.writtenIn }, hands);
    if (act === 'mine' || act === 'theirs') await proposals.setBase(own.id, isWritten(revision) ? revision.id : null);
    return c.redirect(here, 303);
  }

  routes.route('/', createUnwrittenRoutes({ frame, database, conditions, answers }));
  return routes;
}

const acts = {
  'put-aside': 'put-aside',
  'bring-back': 'brought-back',
  reopen: 'reopened',
  confirm: 'translation',
} as const;

/** Numbers of a draft that the condition does not have. */
const addedIn = ({ claims }: Typed) =>
  Object.values(claims).flatMap(({ before, now }) => (before === null ? [now] : []));

/** As they stand in the form: also what is no number. Once a new number is taken, its fields are empty for the next. */
const claimsIn = (fields: Readonly<Record<string, string>>, withNew: boolean): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).filter(
      ([name]) => name.startsWith('claim.') && (withNew || !name.startsWith(`claim.${newNumber}.`)),
    ),
  );

function troubleOf(outcome: Extract<Outcome, { problem: string }>): { trouble: Trouble } {
  if (outcome.problem === 'conflict') return { trouble: { problem: 'conflict', theirs: outcome.theirs } };
  if (outcome.problem === 'other-window') return { trouble: { problem: 'other-window', theirs: outcome.theirs } };
  if (outcome.problem === 'claims-changed') return { trouble: { problem: 'claims-changed', ids: outcome.ids } };
  return { trouble: { problem: outcome.problem } };
}
