import type { StaffRole } from '#platform/auth/signed-in.ts';

export type AccountTables = {
  accounts: {
    id: string;
    email: string;
    email_verified: boolean;
    name: string;
    language: string;
    two_factor_enabled: boolean;
    demo: boolean;
    created_at: Date;
    updated_at: Date;
  };
  verifications: {
    id: string;
    identifier: string;
    value: string;
    expires_at: Date;
    created_at: Date;
    updated_at: Date;
  };
  credentials: {
    id: string;
    account_id: string;
    provider: string;
    provider_account: string;
    password: string | null;
    created_at: Date;
    updated_at: Date;
  };
  passkeys: { id: string; account_id: string; name: string | null; created_at: Date };
  two_factors: {
    id: string;
    account_id: string;
    secret: string;
    backup_codes: string;
    verified: boolean;
    used_step: number;
    created_at: Date;
  };
  staff_roles: { account_id: string; role: StaffRole; granted_by: string | null; granted_at: Date };
  sessions: { id: string; account_id: string };
};
