import { sql, type Kysely } from 'kysely';

/** How a text in another language came about, and which English text it renders. */
export async function up(db: Kysely<unknown>): Promise<void> {
  // Beside the version, which never changes: somebody may find later that it says what a newer English text says. Whether a
  // clinician checked it is not kept here: only a signature says that.
  await sql`
    create table revision_translations (
      condition_id uuid not null,
      revision_id uuid not null,
      made_by text not null check (made_by in ('machine', 'person')),
      -- the day of the English text; the atlas may not hold that version
      source_date date not null,
      source_revision_id uuid,
      -- who said so last, and what the pack said when it last spoke: what was said on the site since is not undone by it
      origin text not null check (origin in ('pack', 'site')),
      pack_made_by text,
      pack_source_date date,
      noted_at timestamptz not null,
      primary key (condition_id, revision_id),
      foreign key (condition_id, revision_id) references revisions (condition_id, id),
      foreign key (condition_id, source_revision_id) references revisions (condition_id, id)
    )`.execute(db);

  // A corrected slip of the pen says what the version before it said: the first of such a row stands for all of them.
  await sql`
    create function text_root(condition uuid, revision uuid) returns uuid language sql stable as $$
      with recursive chain (id, depth) as (
        select revision, 0
        union all
        select w.base_revision_id, depth + 1 from chain
          join site_revisions w on w.condition_id = condition and w.revision_id = chain.id and w.way = 'typo'
      )
      select id from chain order by depth desc limit 1
    $$`.execute(db);

  await sql`alter table proposals add column translation jsonb`.execute(db);
}
