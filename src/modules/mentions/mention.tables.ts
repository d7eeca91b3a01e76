import type { LanguageTag, Localised } from '#platform/i18n/languages.ts';
import type { Claim } from '#modules/knowledge/index.ts';

/** Its own two tables, and what it reads of those of conditions and answers. */
export type MentionTables = {
  mentions: {
    condition_id: string;
    position: number;
    kind: 'source' | 'term';
    key: string;
    place: 'short' | 'part' | 'look-alike';
    question_id: string | null;
    other_id: string | null;
    anchor: string | null;
    heading: string | null;
    language: LanguageTag;
    seen_in: LanguageTag[];
    sentence: string;
  };
  mentions_filled: { condition_id: string };
  sources: { id: string; csl: unknown };
  glossary_terms: { id: string; term: Localised; means: Localised };
  axes: { id: string; name: Localised; version: Localised; source_key: string; position: number };
  conditions: { id: string; slug: string };
  condition_names: { condition_id: string; language: string; kind: string; name: string };
  condition_codes: { condition_id: string; system: string; code: string; source_key: string | null; position: number };
  claims: {
    condition_id: string;
    id: string;
    position: number;
    about: Localised;
    value: number | null;
    low: number | null;
    high: number | null;
    unit: Claim['unit'];
    place: Localised;
    year: number;
    source_key: string;
  };
};
