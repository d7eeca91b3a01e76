import { sql, type Kysely } from 'kysely';

/**
 * Search among a hundred thousand names (docs/decisions/018): names by the words and keys that they are found by,
 * and a dictionary of those words, from which a mistyped one is mended.
 * What it replaces is made from other tables, and made again at the next start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop function likely_names(text, text, integer)`.execute(db);
  await sql`drop table search_names`.execute(db);

  await sql`
    create table search_names (
      condition_id uuid not null references conditions (id) on delete cascade,
      position integer not null,
      language text not null,
      kind text not null check (kind in ('preferred', 'synonym', 'narrower', 'code')),
      name text not null,
      words text not null,
      written boolean not null,
      lexemes tsvector not null,
      primary key (condition_id, position)
    )`.execute(db);
  // without a list of pending entries, which every search would have to read through after an import
  await sql`create index search_names_lexemes on search_names using gin (lexemes) with (fastupdate = off)`.execute(db);
  await sql`
    create index search_names_written on search_names using gin (lexemes) with (fastupdate = off)
      where written`.execute(db);

  // a word as it is, and with each one of its letters left out: two words that share one of these are one typo apart
  await sql`
    create function spellings_of(word text) returns text[] language sql immutable strict parallel safe as $$
      select case when length(word) between 4 and 40
        then array(select distinct overlay(word placing '' from place for 1) from generate_series(1, length(word)) as place) || word
        else array[word] end
    $$`.execute(db);
  await sql`
    create table search_words (
      word text collate "C" primary key,
      names integer not null,
      spellings text[] not null generated always as (spellings_of(word)) stored
    )`.execute(db);
  await sql`create index search_words_spellings on search_words using gin (spellings) with (fastupdate = off)`.execute(
    db,
  );
  await sql`
    create index search_words_letters on search_words using gin (word gin_trgm_ops) with (fastupdate = off)`.execute(
    db,
  );

  // by which rules the index was made, and how many of its names changed since words were counted; 0 before the first time
  await sql`create table search_state (rules integer not null, uncounted integer not null)`.execute(db);
  await sql`insert into search_state values (0, 0)`.execute(db);
}
