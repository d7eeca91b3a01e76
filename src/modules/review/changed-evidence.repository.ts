import { sql } from 'kysely';
import type { Database } from '#platform/db/database.ts';

/** A signed number as its row is now; signatures hold texts in Unicode NFC. */
const claimNow = sql`(select jsonb_strip_nulls(to_jsonb(k) - 'condition_id' - 'position' - 'interval_kind' - 'source_key'
    || jsonb_build_object('interval', k.interval_kind, 'source', k.source_key))
  from claims k
  where k.condition_id = case when signed.key like '%/%'
      then (select o.id from conditions o where o.slug = split_part(signed.key, '/', 1)) else s.condition_id end
    and k.id = split_part(signed.key, '/', case when signed.key like '%/%' then 2 else 1 end))`;
const sourceNow = sql`(select x.csl from sources x where x.id = signed.key)`;

/** Which of these are not as they are now; looked up one by one, by key, and put into NFC only where they differ. */
const differs = (part: 'sources' | 'claims', now: typeof claimNow) => sql`exists (
  select from jsonb_each(signature.form -> ${sql.lit(part)}) as signed
  cross join lateral (select ${now} as value, jsonb_strip_nulls(signed.value) as was offset 0) now
  where case when jsonb_strip_nulls(now.value) = now.was then false
    else jsonb_strip_nulls(normalize(coalesce(now.value, 'null')::text, NFC)::jsonb) <> now.was end)`;

/** A figure of all numbers of a measure draws one that nobody signed. */
const drawsMore = sql`exists (
  select from claims k
  where signature.form ->> 'body' like '%::claims{%' and k.condition_id = s.condition_id
    and not jsonb_exists(signature.form -> 'claims', k.id)
    and signature.form ->> 'body' ~ ('::claims[{]measure="?' || k.measure || '"?[}]'))`;

/**
 * Whether a number or a source is not as the signature of a row of `review_standings as s` signed it: what the page tells its
 * readers as “edited since its review”. It takes about half a millisecond for each signed text.
 */
const evidenceChanged = sql<boolean>`(
  select ${differs('sources', sourceNow)} or ${differs('claims', claimNow)} or ${drawsMore}
  from (select (s.signature ->> 'canonical')::jsonb as form offset 0) signature)`;

const changesOfKnowledge = sql`coalesce((select count from knowledge_changes), 0)`;

/**
 * Looks again at what signed texts rest on, if any number or source changed since it was last looked at; nothing is done
 * otherwise. Two who come at once do not look twice.
 */
export async function lookAtEvidence(database: Database): Promise<void> {
  const isOutdated = sql`s.signature is not null and s.evidence_seen_at < ${changesOfKnowledge}`;
  const { rows } = await sql`select from review_standings s where ${isOutdated} limit 1`.execute(database);
  if (rows.length === 0) return;
  await database.transaction().execute(async (transaction) => {
    await sql`select pg_advisory_xact_lock(hashtext('review evidence'))`.execute(transaction);
    // one statement, one moment: what is counted is what is looked at
    await sql`
      update review_standings s set evidence_changed = ${evidenceChanged}, evidence_seen_at = ${changesOfKnowledge}
      where ${isOutdated}`.execute(transaction);
  });
}
