/** Invented conditions in the shapes of the official files; nothing here is anybody's data. */

export const packet = (code: number, label: string, more: object = {}) =>
  JSON.stringify({
    ORPHApacketId: String(code),
    creationDate: '2025-12-09 10:41:42',
    version: '1.0 [2025-03-03]',
    ORPHAcode: String(code),
    Label: label,
    DisorderType: { value: 'Disease' },
    ...more,
  });

export const stillness = packet(11, 'Stillness', {
  Synonyms: [{ Synonym: 'Example disease' }, { Synonym: 'Waiting sickness' }],
  ExternalReferences: [
    {
      ExternalReference: {
        Source: 'OMIM',
        Reference: '100100',
        DisorderMappingRelation: 'E (Exact mapping: the two concepts are equivalent)',
      },
    },
    {
      ExternalReference: {
        Source: 'OMIM',
        Reference: '100200',
        DisorderMappingRelation: 'BTNT (ORPHAcode is broader than the targeted code used to represent it)',
      },
    },
  ],
  TextSection: { TextSectionType: 'Definition', Contents: 'A disorder in which nothing moves for a while.' },
  Parents: { Parent: [{ ORPHAcode: '1', Label: 'Examples' }] },
  Phenotypes: [
    { Phenotype: { HPOId: 'HP:0000101', HPOTerm: 'Immobility', HPOFrequency: 'Very frequent (99-80%)' } },
    { Phenotype: { HPOId: 'HP:0000102', HPOTerm: 'Haste', HPOFrequency: 'Excluded (0%)' } },
  ],
  Prevalences: {
    Prevalence: [
      {
        Source: '12345678[PMID]',
        PrevalenceType: 'Point prevalence',
        PrevalenceQualification: 'Value and class',
        PrevalenceClass: '1-9 / 100 000',
        ValMoy: 'no data',
        PrevalenceGeographic: 'Europe',
      },
      {
        Source: '23456789[PMID]',
        PrevalenceType: 'Point prevalence',
        PrevalenceQualification: 'Value and class',
        PrevalenceClass: '1-9 / 100 000',
        ValMoy: 'no data',
        PrevalenceGeographic: 'Europe',
      },
      {
        Source: 'ORPHANET',
        PrevalenceType: 'Annual incidence',
        PrevalenceQualification: 'Value and class',
        PrevalenceClass: '<1 / 1 000 000',
        ValMoy: '0.06',
        PrevalenceGeographic: 'Spain',
      },
      {
        Source: 'ORPHANET',
        PrevalenceType: 'Point prevalence',
        PrevalenceQualification: 'Class only',
        PrevalenceClass: 'Unknown',
        ValMoy: '0.0',
        PrevalenceGeographic: 'Worldwide',
      },
    ],
  },
  AverageAgeOfOnsets: [{ AverageAgeOfOnset: { value: 'Childhood' } }],
  TypeOfInheritances: { TypeOfInheritance: [{ value: 'Autosomal recessive' }] },
});

export const examples = packet(1, 'Examples', { DisorderType: { value: 'Category' } });
export const packets = `${examples}\n${stillness}\n${packet(12, 'Restlessness')}\n`;

export const list = (...rows: [id: string, label: string, synonyms?: string][]) =>
  ['ID\tLABEL\tSYNONYMS', ...rows.map(([id, label, synonyms = '']) => `${id}\t${label}\t${synonyms}`), ''].join('\n');

const header = [
  '# curie_map:',
  '#   MONDO: http://purl.obolibrary.org/obo/MONDO_',
  '#   Orphanet: http://www.orpha.net/ORDO/Orphanet_',
  '# mapping_set_id: http://purl.obolibrary.org/obo/mondo/mappings/mondo_exactmatch_orphanet.sssom.tsv',
  '# mapping_set_version: http://purl.obolibrary.org/obo/mondo/releases/2026-08-04/mappings/mondo_exactmatch_orphanet.sssom.tsv',
  'subject_id\tsubject_label\tpredicate_id\tobject_id\tobject_label\tmapping_justification',
];
export const mappings = (...rows: [subject: string, label: string, object: string, predicate?: string][]) =>
  [
    ...header,
    ...rows.map(
      ([subject, label, object, predicate = 'skos:exactMatch']) =>
        `${subject}\t${label}\t${predicate}\t${object}\t\tsemapv:ManualMappingCuration`,
    ),
    '',
  ].join('\n');

export const edges = (...pairs: [child: string, parent: string][]) =>
  ['x\tp\ty', ...pairs.map(([child, parent]) => `${child}\trdfs:subClassOf\t${parent}`), ''].join('\n');

export const symptomGraph = JSON.stringify(
  {
    graphs: [
      {
        id: 'http://purl.obolibrary.org/obo/hp.json',
        meta: { version: 'http://purl.obolibrary.org/obo/hp/releases/2025-05-06/hp.json' },
        nodes: [
          {
            id: 'http://purl.obolibrary.org/obo/HP_0000101',
            lbl: 'Immobility',
            type: 'CLASS',
            meta: {
              definition: { val: 'Absence of movement.' },
              synonyms: [
                {
                  pred: 'hasExactSynonym',
                  val: 'Not moving',
                  synonymType: 'http://purl.obolibrary.org/obo/hp#layperson',
                },
                { pred: 'hasExactSynonym', val: 'Akinesis' },
                { pred: 'hasRelatedSynonym', val: 'Rest' },
              ],
            },
          },
          { id: 'http://purl.obolibrary.org/obo/HP_0000102', lbl: 'Haste', type: 'CLASS' },
          { id: 'http://purl.obolibrary.org/obo/HP_0000103', lbl: 'obsolete Hurry', meta: { deprecated: true } },
          { id: 'http://purl.obolibrary.org/obo/BFO_0000050', lbl: 'part of', type: 'PROPERTY' },
        ],
        edges: [
          {
            sub: 'http://purl.obolibrary.org/obo/HP_0000101',
            pred: 'is_a',
            obj: 'http://purl.obolibrary.org/obo/HP_0000102',
          },
        ],
      },
    ],
  },
  undefined,
  2,
);

export const mondoGraph = (...nodes: object[]) =>
  JSON.stringify({
    graphs: [
      {
        id: 'http://purl.obolibrary.org/obo/mondo.json',
        meta: { version: 'http://purl.obolibrary.org/obo/mondo/releases/2026-08-04/mondo.json' },
        nodes,
        edges: [],
      },
    ],
  });

export const annotations = (
  ...rows: [disease: string, symptom: string, frequency?: string, qualifier?: string, aspect?: string][]
) =>
  [
    '#description: "invented"',
    '#version: 2025-05-06',
    'database_id\tdisease_name\tqualifier\thpo_id\treference\tevidence\tonset\tfrequency\tsex\tmodifier\taspect\tbiocuration',
    ...rows.map(
      ([disease, symptom, frequency = '', qualifier = '', aspect = 'P']) =>
        `${disease}\tx\t${qualifier}\t${symptom}\tPMID:1\tPCS\t\t${frequency}\t\t\t${aspect}\tx`,
    ),
    '',
  ].join('\n');

export const babelon = (...rows: [symptom: string, words: string, status?: string][]) =>
  [
    'source_language\ttranslation_language\tsubject_id\tsource_value\tpredicate_id\ttranslation_value\ttranslation_status',
    ...rows.map(([symptom, words, status = 'OFFICIAL']) => `en\tes\t${symptom}\tx\trdfs:label\t${words}\t${status}`),
    '',
  ].join('\n');
