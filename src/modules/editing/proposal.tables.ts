import type { ClaimChange, ProposalState, Source } from './proposal.ts';
import type { SiteTranslation } from '#modules/answers/index.ts';
import type { Claim } from '#modules/knowledge/index.ts';

export type ProposalTables = {
  proposals: {
    id: string;
    condition_id: string;
    answer_id: string;
    base_revision_id: string | null;
    state: ProposalState;
    short: string;
    body: string;
    claims: Record<string, ClaimChange>;
    sources: Source[];
    translation: SiteTranslation | null;
    why: string;
    author_id: string | null;
    author_name: string;
    suggestion_id: string | null;
    revision_id: string | null;
    /** Numbers as they were before it was published: for whoever takes that back. */
    claims_before: Record<string, Claim | null> | null;
    version: number;
    written_in: string;
    created_at: Date;
    changed_at: Date;
  };
};
