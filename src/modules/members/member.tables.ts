import type { ConsentKind } from './consent.ts';
import type { Draft } from './joining.ts';
import type { MemberRole, MembershipState } from './member.ts';
import type { ColumnType, Generated } from 'kysely';

export type MemberTables = {
  members: {
    id: string;
    demo: boolean;
    joined_at: Date;
    account_id: string | null;
    role: MemberRole | null;
    display_name: string | null;
    region: string | null;
    birth_year: number | null;
    shows_country: Generated<boolean>;
    joined: Generated<boolean>;
    leaving_on: Date | null;
    leaving_keeps_experiences: Generated<boolean>;
  };
  memberships: {
    condition_id: string;
    member_id: string;
    role: MemberRole | null;
    state: MembershipState | null;
    first_symptoms_year: number | null;
    diagnosis_year: number | null;
    listed: Generated<boolean>;
    since: Generated<Date>;
  };
  consents: {
    id: string;
    account_id: string;
    kind: ConsentKind;
    version: string;
    language: string;
    wording: string;
    agreed_at: Date;
    withdrawn_at: Date | null;
  };
  joinings: { account_id: string; draft: ColumnType<Draft>; changed_at: Date };
};
