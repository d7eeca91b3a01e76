import { Hono, type Context } from 'hono';
import { z } from 'zod';
import { signedInOf, type SignedIn } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { AnswerRepository } from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import type { SourceMark } from '#modules/knowledge/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import { sourceUnknown } from './editing.errors.ts';
import { editingPolicy, roleOf } from './editing.policy.ts';
import { listResting, markSourceOnSite } from './source-room.usecases.ts';
import { createSourceRoomRepository } from './source-room.repository.ts';
import { inOneLine, mostNote, sourceRoomPath, wordsToFind } from './source-room.ts';
import { SourceRoomPage, SourceRoomsPage, type MarkTrouble } from './source-room.views.tsx';

export interface SourceRoomOptions {
  frame: SiteFrame;
  database: Database;
  events: Events;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  /** Written into the record of what staff did, in the transaction that does it. */
  audit: (entry: {
    signedIn: SignedIn;
    role: 'steward' | 'editor' | 'reviewer';
    act: string;
    object: string;
    details: Readonly<Record<string, string>>;
    transaction: Database;
  }) => Promise<void>;
}

const line = (max: number) =>
  z
    .string()
    .catch('')
    .transform((value) => inOneLine(value.slice(0, max * 4)));
const doubt = z.enum(['stands', 'retracted', 'superseded']);
const markForm = z.object({
  mark: doubt.optional().catch(undefined),
  note: line(mostNote),
  seen: doubt.catch('stands'),
  'seen-note': line(mostNote),
});
type MarkForm = z.output<typeof markForm>;

const atOnce = 30;
const pageNumber = z.coerce.number().int().min(1).max(100_000).catch(1);

const asMark = (chosen: z.output<typeof doubt>, note: string): SourceMark =>
  chosen === 'stands' ? { doubt: undefined, note: '' } : { doubt: chosen, note };

/** Staff find sources, see what rests on each, and say whether it stands. In one language. */
export function createSourceRoomRoutes(options: SourceRoomOptions): Hono {
  const { frame, database, conditions, answers, audit } = options;
  const { i18n } = frame;
  const sources = createSourceRoomRepository(database);
  const routes = new Hono();

  /** For those who write; to everybody else there is no such page. */
  function requireStaff(c: Context): SignedIn {
    const signedIn = signedInOf(c);
    if (!signedIn || !editingPolicy.markSources(signedIn)) throw sourceUnknown();
    c.header('cache-control', 'private, no-store');
    return signedIn;
  }

  routes.get('/review/sources', async (c) => {
    requireStaff(c);
    const typed = (c.req.query('q') ?? '').slice(0, 500);
    const words = wordsToFind(typed);
    const page = pageNumber.parse(c.req.query('page'));
    const { sources: found, total } = await sources.search(words, { offset: (page - 1) * atOnce, limit: atOnce });
    const last = Math.max(1, Math.ceil(total / atOnce));
    return c.html(<SourceRoomsPage view={{ typed, found, total, page, last }} frame={frame} />);
  });

  async function find(key: string) {
    const csl = /^[\w.-]{1,100}$/u.test(key) ? await sources.find(key) : undefined;
    if (!csl) throw sourceUnknown({ key });
    return csl;
  }

  async function viewOf(key: string) {
    const csl = await find(key);
    const resting = await listResting(key, database);
    const ids = [...resting.texts, ...resting.claims].map(({ conditionId }) => conditionId);
    const [found, questions] = await Promise.all([
      conditions.listByIds([...new Set([...ids, ...resting.pairs.flat()])]),
      answers.listQuestions(),
    ]);
    return {
      csl,
      resting,
      conditions: new Map(found.map((condition) => [condition.id, condition])),
      questions: new Map(questions.map((question) => [question.id, question])),
    };
  }

  routes.get('/review/sources/:key', async (c) => {
    requireStaff(c);
    const view = await viewOf(c.req.param('key'));
    return c.html(<SourceRoomPage view={view} done={c.req.query('done') !== undefined} frame={frame} />);
  });

  routes.post('/review/sources/:key', async (c) => {
    const signedIn = requireStaff(c);
    const key = c.req.param('key');
    const form = markForm.parse(await c.req.parseBody());
    const again = async (problem: MarkTrouble, status: 409 | 422) =>
      c.html(
        <SourceRoomPage view={await viewOf(key)} typed={form} trouble={problem} done={false} frame={frame} />,
        status,
      );
    await find(key);
    const problem = troubleIn(form);
    if (problem) return again(problem, 422);
    const outcome = await markSourceOnSite(
      {
        key,
        mark: asMark(form.mark!, form.note),
        seen: asMark(form.seen, form['seen-note']),
        alongside: (transaction) =>
          audit({
            signedIn,
            role: roleOf(signedIn),
            act: `source.${form.mark!}`,
            object: key,
            details: { note: form.note },
            transaction,
          }),
      },
      options,
    );
    if (outcome === 'unknown') throw sourceUnknown({ key });
    if (outcome === 'other') return again('other', 409);
    return c.redirect(i18n.path(`${sourceRoomPath(key)}?done`), 303);
  });

  return routes;
}

function troubleIn({ mark, note }: MarkForm): MarkTrouble | undefined {
  if (!mark) return 'choice';
  if (mark === 'stands') return undefined;
  if (note === '') return 'note';
  return note.length > mostNote ? 'long' : undefined;
}
