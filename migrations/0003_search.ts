import { sql, type Kysely } from 'kysely';

/** What search looks through: names and codes by likeness of letters, questions and short answers by words. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table search_names (
      condition_id uuid not null references conditions (id) on delete cascade,
      position integer not null,
      language text not null,
      kind text not null check (kind in ('preferred', 'synonym', 'narrower', 'code')),
      name text not null,
      folded text not null,
      primary key (condition_id, position)
    )`.execute(db);
  await sql`create index search_names_letters on search_names using gin (folded gin_trgm_ops)`.execute(db);
  await sql`create index search_names_folded on search_names (folded text_pattern_ops)`.execute(db);

  // how alike letters must be belongs to this one search, not to the whole connection
  await sql`
    create function likely_names(asked text, beginning text, most integer)
      returns table (condition_id uuid, language text, kind text, name text, folded text, similarity real, word_similarity real)
      language sql stable
      set pg_trgm.similarity_threshold = 0.3
      set pg_trgm.word_similarity_threshold = 0.45
    as $$
      select n.condition_id, n.language, n.kind, n.name, n.folded, similarity(n.folded, asked), word_similarity(asked, n.folded)
      from search_names n
      where n.folded % asked or asked <% n.folded or n.folded like beginning
      order by n.folded = asked desc, greatest(similarity(n.folded, asked), word_similarity(asked, n.folded) * 0.8) desc, n.folded
      limit most
    $$`.execute(db);

  await sql`
    create table search_answers (
      condition_id uuid not null references conditions (id) on delete cascade,
      question_id text not null,
      language text not null,
      title text not null,
      short text not null,
      words tsvector not null,
      primary key (condition_id, question_id, language)
    )`.execute(db);
  await sql`create index search_answers_words on search_answers using gin (words)`.execute(db);
}
