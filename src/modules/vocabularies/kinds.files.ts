import { readAnnotations, readLayWords, readTranslation } from './hpo.ts';
import { readEdges, readList } from './mondo.ts';
import { readOntology } from './ontology.files.ts';
import { readPackets } from './orphanet.ts';
import type { OpenFile, Reading } from './reading.ts';
import { linesOf } from './source.files.ts';
import { mappingSetOf, readMappings } from './sssom.ts';
import { hpoId, mondoId, type Statement, type VocabularyId } from './vocabulary.ts';

/** How one kind of file is known, and read. */
interface KindOfFile {
  /** For people, when a file is none of these. */
  description: string;
  /** The part of the vocabulary that a file of this kind is, told by its beginning; undefined: another kind. */
  part(start: string): string | undefined;
  read(file: OpenFile, reading: Reading): AsyncGenerator<Statement>;
}

const isTable = (start: string, heading: RegExp) => heading.test(start.replace(/^(#.*(\r?\n|$))*/u, '')) || undefined;

const graph = (ids: RegExp, lists: boolean, prefix: string): KindOfFile => ({
  description: lists ? 'mondo.json (OBO graph)' : 'hp.json (OBO graph)',
  part: (start) => (/^\s*\{\s*"graphs"\s*:/u.test(start) && start.includes(prefix) ? 'ontology' : undefined),
  read: (file, reading) => readOntology(file, ids, lists, reading),
});

export const kindsOfFile: Record<VocabularyId, readonly KindOfFile[]> = {
  orphanet: [
    {
      description: 'ORPHApackets as JSON lines',
      part: (start) => (/^\s*\{/u.test(start) && start.includes('"ORPHAcode"') ? 'packets' : undefined),
      read: (file, reading) => readPackets(linesOf(file), reading),
    },
  ],
  mondo: [
    graph(mondoId, true, 'mondo'),
    {
      description: 'mappings (*.sssom.tsv)',
      part: (start) =>
        isTable(start, /^([^\n]*\t)?subject_id\t/u) && start.includes('predicate_id') ? mappingSetOf(start) : undefined,
      read: (file, reading) => readMappings(linesOf(file), reading),
    },
    {
      description: 'lists with synonyms (ID LABEL SYNONYMS)',
      part: (start) => isTable(start, /^ID\tLABEL\tSYNONYMS/u) && 'list',
      read: (file, reading) => readList(linesOf(file), reading),
    },
    {
      description: 'edges (x p y, or subject predicate object)',
      part: (start) => (isTable(start, /^(x\tp\ty|([^\n]*\t)?subject\tpredicate\tobject)/u) ? 'edges' : undefined),
      read: (file, reading) => readEdges(linesOf(file), reading),
    },
  ],
  hpo: [
    graph(hpoId, false, 'hp'),
    {
      description: 'phenotype.hpoa',
      part: (start) => (isTable(start, /^database_id\tdisease_name\tqualifier\thpo_id/u) ? 'annotations' : undefined),
      read: (file, reading) => readAnnotations(linesOf(file), reading),
    },
    {
      description: 'translations (*.babelon.tsv, *.synonyms.tsv)',
      part: (start) => translationPart(start),
      read: (file, reading) => readTranslation(linesOf(file), reading),
    },
    {
      description: 'everyday words (layperson-synonyms.tsv)',
      part: (start) => (start.startsWith('?term\t') ? 'lay-words' : undefined),
      read: (file, reading) => readLayWords(linesOf(file), reading),
    },
  ],
};

/** The language is in a column of Babelon, in the second line of a table of synonyms. */
function translationPart(start: string): string | undefined {
  const [heading = '', first = ''] = start.split(/\r?\n/u);
  const columns = heading.split('\t');
  if (!columns.includes('subject_id') || !columns.includes('translation_value')) return undefined;
  const language = first.split('\t')[columns.indexOf('translation_language')];
  if (language && /^[a-z]{2,3}$/u.test(language)) return `labels-${language}`;
  const marked = /hasExactSynonym@([a-z]{2,3})/u.exec(first)?.[1];
  return marked && `synonyms-${marked}`;
}
