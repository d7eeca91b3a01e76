import { sql, type Kysely } from 'kysely';

/**
 * Search among a hundred thousand names (docs/decisions/018): names by the words and keys that they are found by,
 * and a dictionary of those words, from which a mistyped one is mended.
 * The index is made anew, by the new rules, at the next start.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`drop function likely_names(text, text, integer)`.execute(db);
  await sql`drop index search_names_letters, search_names_folded`.execute(db);
  await sql`alter table search_names rename column folded to words`.execute(db);
  await sql`alter table search_names add column written boolean not null default false`.execute(db);
  await sql`alter table search_names add column lexemes tsvector not null default ''`.execute(db);
  // until all of it is made anew, names are found by their words
  await sql`
    update search_names set lexemes = array_to_tsvector(array_remove(string_to_array(words, ' '), ''))`.execute(db);
  await sql`
    alter table search_names alter column written drop default, alter column lexemes drop default`.execute(db);
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

  // The planner guesses that a word it knows nothing of stands in many names, and that reading all of them until some are
  // found is quicker than the index: it is a hundred times slower. These functions take that choice away, for this alone.
  await sql`
    create function near_words(asked text[], begun text[])
      returns table (place integer, word text, names integer)
      language sql stable set enable_seqscan = off
    as $$
      select asked.place::integer - 1, near.word, near.names
      from unnest(asked) with ordinality as asked (word, place)
      cross join lateral (
        select w.word, w.names from search_words as w where w.word = asked.word collate "C"
        union
        (select w.word, w.names from search_words as w where w.spellings && spellings_of(asked.word) limit 60)
      ) as near
      union
      select cardinality(asked) - 1, completed.word, completed.names
      from unnest(begun) as begun (word)
      cross join lateral (
        select w.word, w.names from search_words as w
        where w.word > begun.word collate "C" and w.word < (begun.word || chr(1114111)) collate "C"
        order by w.names desc limit 12
      ) as completed
    $$`.execute(db);
  await sql`
    create function names_found(keys tsquery, holding tsquery, long integer, most integer, most_holding integer)
      returns table (condition_id uuid, language text, kind text, name text, words text, written boolean)
      language sql stable set enable_seqscan = off
    as $$
      (select n.condition_id, n.language, n.kind, n.name, n.words, n.written
       from search_names as n where n.lexemes @@ keys limit most)
      union
      (select n.condition_id, n.language, n.kind, n.name, n.words, n.written
       from search_names as n where n.written and n.lexemes @@ holding limit most)
      union
      (select h.condition_id, h.language, h.kind, h.name, h.words, h.written
       from (select * from search_names as n where n.lexemes @@ holding limit most_holding) as h
       order by abs(length(h.words) - long) limit most)
    $$`.execute(db);

  // by which rules the index was made, and how many of its names changed since words were counted; no row before the first time
  await sql`
    create table search_state (
      only_row boolean primary key default true check (only_row),
      rules integer not null,
      uncounted integer not null
    )`.execute(db);
}
