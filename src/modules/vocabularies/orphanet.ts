import { fileCutShort } from './vocabulary.errors.ts';
import { nameOf, type Line, type Reading } from './reading.ts';
import { orphaId, type DiseaseSymptom, type Prevalence, type Statement, type TermCode } from './vocabulary.ts';

/** Longer than any definition of Orphanet, shorter than a book. */
const longestText = 10_000;

type Json = Record<string, unknown>;

/**
 * The objects that hold `key`, however deep: the packets wrap lists in four ways, after the number of entries and the
 * hand that made them (`[{Prevalence: {…}}]`, `{Prevalence: [{…}]}` …).
 */
function objectsWith(key: string, value: unknown): Json[] {
  if (Array.isArray(value)) return value.flatMap((each) => objectsWith(key, each));
  if (typeof value !== 'object' || value === null) return [];
  const held = (value as Json)[key];
  if (held !== undefined && (typeof held !== 'object' || held === null)) return [value as Json];
  return Object.values(value).flatMap((each) => objectsWith(key, each));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** Orphanet's words for nothing. */
const isNothing = (text: string) => /^(no data( available)?|not yet documented|unknown|not applicable|)$/iu.test(text);

/** How the code of the other system relates to Orphanet's: E, BTNT and NTBT of its mapping relations. */
function relationOf(text: string): TermCode['relation'] | undefined {
  if (text.startsWith('E ')) return 'exact';
  // “ORPHAcode is broader than the targeted code”: the code is the narrower of the two
  if (text.startsWith('BTNT')) return 'narrow';
  return text.startsWith('NTBT') ? 'broad' : undefined;
}

function codesOf(packet: Json): TermCode[] {
  const codes = objectsWith('Source', packet.ExternalReferences).flatMap((reference): TermCode[] => {
    const relation = relationOf(textOf(reference.DisorderMappingRelation));
    const code = textOf(reference.Reference);
    return reference.Source === 'OMIM' && relation && /^\d{6}$/u.test(code) ? [{ system: 'OMIM', code, relation }] : [];
  });
  return [...new Map(codes.map((code) => [code.code, code])).values()];
}

function prevalenceOf(packet: Json): Prevalence[] {
  return objectsWith('PrevalenceType', packet.Prevalences).flatMap((each) => {
    const kind = textOf(each.PrevalenceType);
    const group = textOf(each.PrevalenceClass);
    const value = Number(textOf(each.ValMoy));
    // "0.0" stands for a number that was not given: no disease listed here has nobody
    const known = Number.isFinite(value) && value > 0;
    if (isNothing(kind) || (isNothing(group) && !known)) return [];
    const source = textOf(each.Source);
    return [
      {
        kind,
        ...(!isNothing(group) && { class: group }),
        ...(known && { value }),
        qualification: textOf(each.PrevalenceQualification),
        place: textOf(each.PrevalenceGeographic),
        ...(source && { source: source.slice(0, 200) }),
      },
    ];
  });
}

/** Of 100 people, as Orphanet's classes of frequency have it. */
const frequencies: Record<string, Pick<DiseaseSymptom, 'low' | 'high'>> = {
  'Obligate (100%)': { low: 100, high: 100 },
  'Very frequent (99-80%)': { low: 80, high: 99 },
  'Frequent (79-30%)': { low: 30, high: 79 },
  'Occasional (29-5%)': { low: 5, high: 29 },
  'Very rare (<4-1%)': { low: 1, high: 4 },
};

function symptomsOf(packet: Json): DiseaseSymptom[] {
  return objectsWith('HPOId', packet.Phenotypes).flatMap((each) => {
    const symptomId = textOf(each.HPOId);
    const frequency = textOf(each.HPOFrequency);
    if (!/^HP:\d{7}$/u.test(symptomId)) return [];
    return [{ symptomId, excluded: frequency.startsWith('Excluded'), ...frequencies[frequency] }];
  });
}

function toStatement(packet: Json, line: number, reading: Reading): Statement | undefined {
  const termId = `ORPHA:${textOf(packet.ORPHAcode)}`;
  if (!orphaId.test(termId)) return void reading.reject(line, 'a packet without an ORPHAcode');
  const label = nameOf(textOf(packet.Label), line, reading);
  if (!label) return void reading.reject(line, `${termId} has no name`);
  const kind = textOf((packet.DisorderType as Json | undefined)?.value);
  const synonyms = objectsWith('Synonym', packet.Synonyms).flatMap(
    (each) => nameOf(textOf(each.Synonym), line, reading) ?? [],
  );
  const definition = textOf((packet.TextSection as Json | undefined)?.Contents);
  const values = (key: string, of: unknown) =>
    objectsWith(key, of)
      .map((each) => textOf(each[key]))
      .filter((text) => !isNothing(text));
  const onset = values('value', packet.AverageAgeOfOnsets);
  const inheritance = values('value', packet.TypeOfInheritances);
  const codes = codesOf(packet);
  const prevalence = prevalenceOf(packet);
  if (definition.length > longestText)
    reading.reject(line, `the definition of ${termId} has ${definition.length} characters`);
  return {
    termId,
    content: {
      label,
      lists: true,
      ...(kind === 'Category' && { category: true }),
      ...(kind && { kind }),
      ...(synonyms.length > 0 && { synonyms }),
      ...(definition && definition.length <= longestText && { definition }),
      ...(codes.length > 0 && { codes }),
      ...(prevalence.length > 0 && { prevalence }),
      ...(onset.length > 0 && { onset }),
      ...(inheritance.length > 0 && { inheritance }),
    },
    parents: [...new Set(objectsWith('ORPHAcode', packet.Parents).map((each) => `ORPHA:${textOf(each.ORPHAcode)}`))],
    symptoms: symptomsOf(packet),
  };
}

/** ORPHApackets, one JSON object a line, with or without the `Orphapacket` that the single files have around them. */
export async function* readPackets(lines: AsyncIterable<Line>, reading: Reading): AsyncGenerator<Statement> {
  let versioned = false;
  for await (const { text, number, unfinished } of lines) {
    if (text.trim() === '') continue;
    const packet = parse(text);
    if (!packet) {
      if (unfinished) throw fileCutShort(reading.file, number);
      reading.reject(number, 'this line is no JSON object');
      continue;
    }
    if (!versioned) {
      versioned = true;
      const released = /^\d{4}-\d{2}-\d{2}/u.exec(textOf(packet.creationDate))?.[0];
      reading.version(textOf(packet.version).slice(0, 80) || (released ?? ''), released);
    }
    const statement = toStatement(packet, number, reading);
    if (statement) yield statement;
  }
}

function parse(text: string): Json | undefined {
  try {
    const value = JSON.parse(text) as unknown;
    if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
    const inner = (value as Json).Orphapacket;
    return typeof inner === 'object' && inner !== null ? (inner as Json) : (value as Json);
  } catch {
    return undefined;
  }
}
