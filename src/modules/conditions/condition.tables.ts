import type { Generated } from 'kysely';
import type { Localised } from '#platform/i18n/languages.ts';
import type { AxisPlace, CodeSystem, ConditionKind } from './condition.ts';
import type { Claim, Counted, Measure, Source, Unit } from '#modules/knowledge/index.ts';

interface PackOwned {
  id: string;
  pack_id: string;
  position: number;
}

export type ConditionTables = {
  packs: {
    id: string;
    title: Localised;
    licence: string;
    languages: string[];
    maintainers: unknown;
    urgent_help: Localised;
    content_hash: string;
    imported_at: Date;
  };
  /** A vocabulary's own source belongs to no pack. */
  sources: { id: string; pack_id: string | null; position: number; csl: unknown };
  axes: PackOwned & {
    name: Localised;
    version: Localised;
    source_key: string;
    axis_values: unknown;
    rule: unknown;
    not_known: Localised | null;
  };
  glossary_terms: PackOwned & { term: Localised; means: Localised };
  condition_groups: PackOwned & { name: Localised };
  look_alike_features: PackOwned & { name: Localised };
  conditions: {
    id: string;
    slug: string;
    pack_id: string | null;
    kind: ConditionKind;
    group_id: string | null;
    parent_id: string | null;
    summary: Localised;
    question_titles: Record<string, Localised>;
    axis_places: AxisPlace[];
    content_hash: string;
    updated_at: Date;
    listed: Generated<boolean>;
  };
  former_slugs: { slug: string; condition_id: string };
  condition_names: {
    condition_id: string;
    language: string;
    kind: 'preferred' | 'synonym' | 'narrower';
    position: number;
    name: string;
    in_sentence: string | null;
    vocabulary: Generated<string | null>;
    folded: string;
  };
  condition_codes: {
    condition_id: string;
    system: CodeSystem;
    code: string;
    relation: 'exact' | 'broad' | 'narrow';
    source_key: string | null;
    position: number;
    vocabulary: Generated<string | null>;
  };
  claims: {
    condition_id: string;
    id: string;
    position: number;
    measure: Measure;
    about: Localised;
    counted: Counted | null;
    value: number | null;
    low: number | null;
    high: number | null;
    interval_kind: 'ci95' | 'range' | null;
    unit: Unit;
    place: Localised;
    year: number;
    method: Localised | null;
    source_key: string;
  };
  /** `before` is null where no pack has this number. */
  claim_edits: { condition_id: string; claim_id: string; before: Claim | null; claim: Claim; edited_at: Date };
  source_edits: { source_key: string; before: Source; csl: Source; edited_at: Date };
  look_alikes: {
    condition_id: string;
    other_id: string;
    pack_id: string;
    position: number;
    together: Localised | null;
    comparison: { feature: string; this: Localised; other: Localised }[];
    ask: Localised[];
  };
};
