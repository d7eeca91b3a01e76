import type { Generated } from 'kysely';
import type { ItemKind } from './items.ts';
import type { Act, ActKind, Standing } from './moderation.ts';
import type { Rule } from './rules.ts';

export type ModerationTables = {
  moderation_acts: {
    number: Generated<number>;
    id: string;
    item_kind: ItemKind;
    item_id: string;
    kind: ActKind;
    at: Date;
    author_id: string | null;
    reporter_id: string | null;
    moderator_id: string | null;
    batch: string | null;
    undoes: string | null;
    reason: NonNullable<Act['reason']> | null;
    weight: number | null;
    rule: Rule | null;
    until: Date | null;
    waited_seconds: number | null;
    tier: number | null;
    question_id: string | null;
    said: string | null;
    language: string | null;
  };
  moderation_texts: {
    act_id: string;
    /** Whose words they are; null: of somebody without an account. */
    owner_id: string | null;
    /** Who wrote the text that the act is about. */
    about_id: string | null;
    title: string | null;
    body: string;
    at: Date;
  };
  moderation_cases: {
    item_id: string;
    item_kind: ItemKind;
    standing: Standing;
    tier: number | null;
    lightness: number;
    waiting_since: Date | null;
    reasons: string[];
    reporters: number;
    holder_id: string | null;
    held_until: Date | null;
    version: number;
  };
};
