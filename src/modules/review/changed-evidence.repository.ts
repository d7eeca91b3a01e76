import { sql } from 'kysely';

const claimNow = sql`to_jsonb(k) - 'condition_id' - 'position' - 'interval_kind' - 'source_key'
  || jsonb_build_object('interval', k.interval_kind, 'source', k.source_key)`;
/** Signatures hold texts in Unicode NFC. */
const nfc = (value: typeof claimNow) => sql`normalize((${value})::text, NFC)::jsonb`;

/**
 * Whether a number or a source is not as the signature of a row of `review_standings as s` signed it: what the page tells its
 * readers as “edited since its review”, asked for a whole queue at once.
 */
export const evidenceChanged = sql<boolean>`(s.signature is not null and (
  exists (
    select from jsonb_each((s.signature ->> 'canonical')::jsonb -> 'sources') as signed (key, csl)
    left join sources x on x.id = signed.key
    where ${nfc(sql`coalesce(x.csl, 'null')`)} <> signed.csl)
  or exists (
    select from jsonb_each((s.signature ->> 'canonical')::jsonb -> 'claims') as signed (key, claim)
    left join conditions o on signed.key like '%/%' and o.slug = split_part(signed.key, '/', 1)
    left join claims k
      on k.condition_id = case when signed.key like '%/%' then o.id else s.condition_id end
      and k.id = split_part(signed.key, '/', case when signed.key like '%/%' then 2 else 1 end)
    where k.id is null or jsonb_strip_nulls(${nfc(claimNow)}) <> jsonb_strip_nulls(signed.claim))
  -- a figure of all numbers of a measure has one more
  or exists (
    select from claims k
    where k.condition_id = s.condition_id and not jsonb_exists((s.signature ->> 'canonical')::jsonb -> 'claims', k.id)
      and (s.signature ->> 'canonical')::jsonb ->> 'body' ~ ('::claims[{]measure="?' || k.measure || '"?[}]'))))`;
