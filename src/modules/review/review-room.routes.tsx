import type { Context } from 'hono';
import type { SignedIn, StaffRole } from '#platform/auth/signed-in.ts';
import type { Clock } from '#platform/clock/clock.ts';
import type { Database } from '#platform/db/database.ts';
import type { Events } from '#platform/events/events.ts';
import type { AnswerRepository, DrawMechanism } from '#modules/answers/index.ts';
import type { ConditionRepository } from '#modules/conditions/index.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { ProposedTexts } from './proposed-text.usecases.ts';
import type { QueueRepository } from './queue.repository.ts';
import type { Reviewer } from './review.policy.ts';
import type { ReviewRepository } from './review.repository.ts';
import type { createWishesRepository } from './wishes.repository.ts';
import type { Topics } from './wishes.ts';

/** What the rooms of reviewers are made with. */
export interface ReviewRoutesOptions {
  frame: SiteFrame;
  database: Database;
  events: Events;
  clock: Clock;
  conditions: ConditionRepository;
  answers: AnswerRepository;
  reviews: ReviewRepository;
  drawMechanism: DrawMechanism;
  /** The account that has this address and the role of a reviewer. */
  findReviewerAccount: (email: string) => Promise<string | undefined>;
  proposed: ProposedTexts;
  /** As somebody of the staff last signed what they wrote; undefined: they wrote nothing yet. */
  nameOfWriter: (accountId: string) => Promise<string | undefined>;
  /** How many suggestions of readers wait: another room keeps them. */
  countSuggestions: () => Promise<number>;
  /** Written into the record of what staff did. */
  audit: (entry: { signedIn: SignedIn; act: string; object: string; about?: string | null }) => Promise<void>;
}

/** What every room of reviewers is handed besides. */
export interface ReviewRoom extends ReviewRoutesOptions {
  /** Staff only; to everybody else there is no such page. */
  requireStaff: (c: Context, roles: readonly StaffRole[]) => SignedIn;
  profileOf: (signedIn: SignedIn) => Promise<Reviewer | undefined>;
  /** Throws `review.not_a_reviewer`. */
  ownProfile: (signedIn: SignedIn) => Promise<Reviewer>;
  wishes: ReturnType<typeof createWishesRepository>;
  queue: QueueRepository;
  /** What texts are called, and the addresses of their conditions. */
  titlesOf: (
    entries: readonly { conditionId: string; questionId: string }[],
  ) => Promise<{ slug: string; title: string }[]>;
  /** Topics in words, the groups first. */
  namesOfTopics: (topics: Topics) => Promise<string[]>;
  /** Keeps what a profile says, and tells the pages that show it. */
  saveProfile: (reviewer: Reviewer) => Promise<void>;
  today: () => string;
}
