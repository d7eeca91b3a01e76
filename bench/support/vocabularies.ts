import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

/** A condition as the open vocabularies know it, put together from all of them. */
export interface KnownCondition {
  /** `MONDO:0007492`, or `ORPHA:256` where Mondo has none. */
  key: string;
  names: { language: string; kind: 'preferred' | 'synonym'; name: string }[];
  codes: { system: 'MONDO' | 'ORPHA' | 'OMIM' | 'ICD-10' | 'MeSH'; code: string }[];
}

/** Files of a bench, read with just enough care for a bench: what cannot be read is left out. */
async function* linesOf(folder: string, file: string): AsyncGenerator<string> {
  const path = join(folder, file);
  if (!existsSync(path)) throw new Error(`The bench needs ${file} in ${folder}: say where with --data=<folder>.`);
  const lines = createInterface({ input: createReadStream(path).pipe(createGunzip()), crlfDelay: Infinity });
  for await (const line of lines) if (line !== '' && !line.startsWith('#')) yield line;
}

class Conditions {
  readonly known = new Map<string, KnownCondition>();
  private readonly seen = new Set<string>();

  of(key: string): KnownCondition {
    let condition = this.known.get(key);
    if (!condition) this.known.set(key, (condition = { key, names: [], codes: [] }));
    return condition;
  }

  name(key: string, language: string, name: string | undefined): void {
    const clean = name?.trim();
    if (!clean || clean.length > 250 || /^obsolete /u.test(clean)) return;
    const id = `${key}\t${language}\t${clean.toLowerCase()}`;
    if (this.seen.has(id)) return;
    this.seen.add(id);
    const { names } = this.of(key);
    const preferred = !names.some((other) => other.language === language && other.kind === 'preferred');
    names.push({ language, kind: preferred ? 'preferred' : 'synonym', name: clean });
  }

  code(key: string, system: KnownCondition['codes'][number]['system'], code: string): void {
    const { codes } = this.of(key);
    if (!codes.some((other) => other.system === system && other.code === code)) codes.push({ system, code });
  }
}

type OrphanetReference = { Source?: string; Reference?: string; DisorderMappingRelation?: string };

/** Mondo (labels, synonyms, mappings), Orphanet, the Disease Ontology with its Spanish, and the Japanese NANDO. */
export async function readVocabularies(folder: string): Promise<KnownCondition[]> {
  const all = new Conditions();
  const mondoOf = new Map<string, string>();

  for await (const line of linesOf(folder, 'mondo/new-rare-diseases.tsv.gz')) {
    const [id = '', label, synonyms = ''] = line.split('\t');
    if (!id.startsWith('MONDO:')) continue;
    all.name(id, 'en', label);
    for (const synonym of synonyms.split('|')) all.name(id, 'en', synonym);
    all.code(id, 'MONDO', id);
  }

  for (const [file, system] of [
    ['orphanet', 'ORPHA'],
    ['omim', 'OMIM'],
    ['icd10cm', 'ICD-10'],
    ['mesh', 'MeSH'],
    ['doid', undefined],
    ['ncit', undefined],
  ] as const)
    for await (const line of linesOf(folder, `mondo/mondo_exactmatch_${file}.sssom.tsv.gz`)) {
      const [id = '', label, , object = '', objectLabel] = line.split('\t');
      if (!id.startsWith('MONDO:') || label?.startsWith('obsolete ')) continue;
      all.name(id, 'en', label);
      all.code(id, 'MONDO', id);
      if (file !== 'mesh') all.name(id, 'en', objectLabel);
      mondoOf.set(object, id);
      const code = object.replace(/^[^:]*:/u, '');
      if (system) all.code(id, system, system === 'ORPHA' ? `ORPHA:${code}` : code);
    }

  for await (const line of linesOf(folder, 'orphanet/orphapackets_2025-12.jsonl.gz')) {
    const packet = JSON.parse(line) as {
      ORPHAcode: string;
      Label: string;
      Synonyms: { Synonym: string }[] | null;
      ExternalReferences: (OrphanetReference & { ExternalReference?: OrphanetReference })[] | null;
    };
    const key = mondoOf.get(`Orphanet:${packet.ORPHAcode}`) ?? `ORPHA:${packet.ORPHAcode}`;
    all.name(key, 'en', packet.Label);
    for (const { Synonym } of packet.Synonyms ?? []) all.name(key, 'en', Synonym);
    all.code(key, 'ORPHA', `ORPHA:${packet.ORPHAcode}`);
    for (const each of packet.ExternalReferences ?? []) {
      const { Source, Reference, DisorderMappingRelation = '' } = each.ExternalReference ?? each;
      if (!Reference || !DisorderMappingRelation.startsWith('E ')) continue;
      if (Source === 'OMIM') all.code(key, 'OMIM', Reference);
      if (Source === 'ICD-10') all.code(key, 'ICD-10', Reference);
    }
  }

  for await (const line of linesOf(folder, 'doid/doid-es-translated.tsv.gz')) {
    const [id = '', predicate = '', english, spanish] = line.split('\t');
    const key = mondoOf.get(id);
    if (!key || !/label|hasExactSynonym/u.test(predicate)) continue;
    all.name(key, 'en', english);
    all.name(key, 'es', spanish);
  }

  let block: { labels: string; mondo?: string } = { labels: '' };
  const keep = () => {
    if (block.mondo && all.known.has(block.mondo))
      for (const [, name, language] of block.labels.matchAll(/"([^"]+)"@(en|ja)\b(?!-)/gu))
        all.name(block.mondo, language!, name);
  };
  for await (const line of linesOf(folder, 'nando/nando.ttl.gz')) {
    if (line.startsWith('<')) {
      keep();
      block = { labels: '' };
    }
    if (/rdfs:label|skos:(alt|pref)Label/u.test(line)) block.labels += line;
    const mondo = /skos:(?:exact|close)Match.*obo:MONDO_(\d{7})/u.exec(line)?.[1];
    if (mondo) block.mondo ??= `MONDO:${mondo}`;
  }
  keep();
  return [...all.known.values()].filter(({ names }) => names.length > 0);
}
