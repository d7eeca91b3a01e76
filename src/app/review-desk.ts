import { Hono } from 'hono';
import { createStaffRepository, type AccountServices } from '#modules/accounts/index.ts';
import type { AnswerRepository, DrawMechanism } from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import {
  createEditingRoutes,
  createProposalRepository,
  createSourceRoomRoutes,
  lookUpAt,
  proposedTextsOf,
} from '#modules/editing/index.ts';
import { createReviewRoutes, type ReviewRepository } from '#modules/review/index.ts';
import { createSuggestionRoutes, type SuggestionRepository } from '#modules/suggestions/index.ts';
import type { SignedIn } from '#platform/auth/signed-in.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';

/** What these pages put into the record of staff acts, in words. */
export const reviewActs: Readonly<Record<string, MessageKey>> = {
  'reviewer.added': 'reviewers.act.added',
  'reviewer.verified': 'reviewers.act.verified',
  'reviewer.stopped': 'reviewers.act.stopped',
  'reviewer.resumed': 'reviewers.act.resumed',
  'suggestion.closed': 'suggestions.act.closed',
  'suggestion.opened': 'suggestions.act.opened',
  'text.handed-in': 'editing.act.handed-in',
  'text.typo': 'editing.act.typo',
  'text.urgent': 'editing.act.urgent',
  'text.put-aside': 'editing.act.put-aside',
  'text.brought-back': 'editing.act.brought-back',
  'text.reopened': 'editing.act.reopened',
  'text.translation': 'editing.act.translation',
  'source.retracted': 'source-room.act.retracted',
  'source.superseded': 'source-room.act.superseded',
  'source.stands': 'source-room.act.stands',
};

/** The desk of reviewers, the pages about them, and suggestions of readers: over accounts and a record they do not know. */
export function createReviewDesk({
  accounts: { database, clock, audit, rateLimit },
  frame,
  events,
  conditions,
  answers,
  reviews,
  suggestions,
  drawMechanism,
  editorScript,
  lookUpUrls,
}: {
  frame: SiteFrame;
  accounts: AccountServices;
  events: Events;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  reviews: ReviewRepository;
  suggestions: SuggestionRepository;
  drawMechanism: DrawMechanism;
  editorScript: string;
  /** Of catalogues, where whoever runs the site has named any. */
  lookUpUrls: Parameters<typeof lookUpAt>[0];
}): Hono {
  const note = ({
    signedIn,
    act,
    object,
    about,
    role,
    details,
    transaction = database,
  }: {
    signedIn: SignedIn;
    role?: 'steward' | 'editor' | 'reviewer';
    act: string;
    object: string;
    about?: string | null;
    details?: Readonly<Record<string, string>>;
    transaction?: Database;
  }) =>
    audit.note(transaction, {
      actorId: signedIn.accountId,
      actorRole: role ?? (['steward', 'reviewer'] as const).find((each) => signedIn.staff.includes(each)) ?? 'editor',
      act,
      object,
      ...(about && { aboutAccountId: about }),
      ...(details && { details }),
    });
  const common = { frame, clock, conditions, answers, audit: note };
  const routes = new Hono();
  // before the desk, whose addresses have as many steps
  routes.route('/', createSuggestionRoutes({ ...common, suggestions, rateLimit }));
  routes.route('/', createSourceRoomRoutes({ ...common, database, events }));
  routes.route(
    '/',
    createEditingRoutes({
      ...common,
      lookUp: lookUpAt(lookUpUrls),
      script: editorScript,
      database,
      events,
      reviews,
      suggestions,
      drawMechanism,
    }),
  );
  routes.route(
    '/',
    createReviewRoutes({
      ...common,
      database,
      events,
      reviews,
      drawMechanism,
      proposed: proposedTextsOf({ database, events, clock, conditions, answers }),
      nameOfWriter: (accountId) => createProposalRepository(database).findNameOf(accountId),
      countSuggestions: () => suggestions.countOpen(),
      async findReviewerAccount(email) {
        const staff = await createStaffRepository(database).list();
        return staff.find((member) => member.email === email && member.role === 'reviewer')?.accountId;
      },
    }),
  );
  return routes;
}
