import { sql, type Kysely } from 'kysely';

/** Who can sign in, with what, and until when; what staff may do, and what they did; mail that waits; limits over all processes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table accounts (
      id uuid primary key,
      email text not null unique check (email = lower(email)),
      email_verified boolean not null default false,
      name text not null default '',
      image text,
      language text not null default 'en',
      two_factor_enabled boolean not null default false,
      demo boolean not null default false,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);

  await sql`
    create table sessions (
      id uuid primary key,
      account_id uuid not null references accounts (id) on delete cascade,
      token text not null unique,
      expires_at timestamptz not null,
      ip_address text check (ip_address is null),
      user_agent text,
      second_factor_at timestamptz,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index sessions_account on sessions (account_id)`.execute(db);

  await sql`
    create table credentials (
      id uuid primary key,
      account_id uuid not null references accounts (id) on delete cascade,
      provider text not null,
      provider_account text not null,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index credentials_account on credentials (account_id)`.execute(db);

  await sql`
    create table verifications (
      id uuid primary key,
      identifier text not null,
      value text not null,
      expires_at timestamptz not null,
      created_at timestamptz not null default now(),
      updated_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index verifications_identifier on verifications (identifier)`.execute(db);
  await sql`create index verifications_expiry on verifications (expires_at)`.execute(db);

  await sql`
    create table passkeys (
      id uuid primary key,
      account_id uuid not null references accounts (id) on delete cascade,
      name text,
      public_key text not null,
      credential_id text not null unique,
      counter integer not null,
      device_type text not null,
      backed_up boolean not null,
      transports text,
      aaguid text,
      created_at timestamptz not null default now()
    )`.execute(db);
  await sql`create index passkeys_account on passkeys (account_id)`.execute(db);

  await sql`
    create table two_factors (
      id uuid primary key,
      account_id uuid not null references accounts (id) on delete cascade,
      secret text not null,
      backup_codes text not null,
      verified boolean not null default false,
      used_step bigint not null default 0,
      created_at timestamptz not null
    )`.execute(db);
  await sql`create unique index two_factors_account on two_factors (account_id, verified)`.execute(db);

  await sql`
    create table staff_roles (
      account_id uuid not null references accounts (id) on delete cascade,
      role text not null check (role in ('steward', 'moderator', 'reviewer')),
      granted_by uuid references accounts (id) on delete set null,
      granted_at timestamptz not null,
      primary key (account_id, role)
    )`.execute(db);

  // Nothing refers to accounts by a key: the record outlives whom it is about, without their name.
  await sql`
    create table audit_records (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      actor_id uuid,
      actor_role text not null,
      act text not null,
      about_account_id uuid,
      object text,
      details jsonb not null default '{}'
    )`.execute(db);
  await sql`create index audit_records_about on audit_records (about_account_id, id)`.execute(db);
  await sql`create index audit_records_actor on audit_records (actor_id, id)`.execute(db);
  await sql`
    create function keep_audit_record() returns trigger language plpgsql as $$
    begin
      if tg_op = 'UPDATE'
        and (old.actor_id is not distinct from new.actor_id or new.actor_id is null)
        and (old.about_account_id is not distinct from new.about_account_id or new.about_account_id is null)
        and (new.id, new.at, new.actor_role, new.act, new.object, new.details)
          is not distinct from (old.id, old.at, old.actor_role, old.act, old.object, old.details)
      then return new; end if;
      raise exception 'An audit record is never changed or removed; only whom it names can be forgotten.';
    end $$`.execute(db);
  await sql`
    create trigger audit_records_stay before update or delete on audit_records
    for each row execute function keep_audit_record()`.execute(db);

  await sql`
    create table mails (
      id uuid primary key,
      account_id uuid references accounts (id) on delete cascade,
      recipient text not null,
      subject text not null,
      body text not null,
      language text not null,
      created_at timestamptz not null,
      sent_at timestamptz
    )`.execute(db);
  await sql`create index mails_account on mails (account_id)`.execute(db);

  // Lost in a crash, which is all right: a limit then begins anew.
  await sql`
    create unlogged table rate_limits (
      key text primary key,
      used integer not null,
      since timestamptz not null,
      until timestamptz not null
    )`.execute(db);
  await sql`create index rate_limits_until on rate_limits (until)`.execute(db);
}
