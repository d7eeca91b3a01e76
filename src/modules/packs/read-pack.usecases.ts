import type { Question } from '#modules/answers/index.ts';
import { systemClock, type Clock } from '#platform/clock/clock.ts';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, type Localised } from '#platform/i18n/languages.ts';
import { applySchema, applyToEach } from './apply-schema.ts';
import { axisSchema, toAxis } from './axis.schemas.ts';
import { checkAnswer } from './check-answer.ts';
import { checkConditionReferences } from './check-conditions.ts';
import { checkSharedReferences, checkShownWords, checkUnused } from './check-shared.ts';
import { daysOfEnglish } from './check-translation.ts';
import { claimOf } from './claim.schemas.ts';
import { collectFaults, type Fault, type Faults } from './faults.ts';
import { knownIn, type LocatedFiles, type Uses } from './known.ts';
import { readJson, readYaml, type Located } from './located.ts';
import { readPackFiles } from './pack.files.ts';
import type { Pack, PackAnswer } from './pack.ts';
import type { ReadingReport } from './reading-report.ts';
import {
  conditionSchema,
  featureSchema,
  lookAlikesSchema,
  packSchema,
  pairSchema,
  questionSchema,
  termSchema,
} from './pack.schemas.ts';
import { sourceSchema } from './source.schemas.ts';
import { idSchema } from './words.schemas.ts';

export interface PackReading {
  /** Everything, validated; absent if there is a fault. Warnings do not count. */
  pack?: Pack;
  faults: Fault[];
  report: ReadingReport[];
}

/** Reads and checks the pack in a folder (docs/domain/packs.md). Writes nothing, follows no link, and never throws for what it finds. */
export async function readPack(folder: string, { clock = systemClock }: { clock?: Clock } = {}): Promise<PackReading> {
  const faults = collectFaults();
  const texts = await readPackFiles(folder, faults);
  if (!texts) {
    faults.add('.', { line: 1 }, `There is no folder ${folder}. Give the folder of a pack.`);
    return { faults: faults.sorted(), report: [] };
  }
  const files = locateFiles(texts, faults);
  const today = clock.now().toISOString().slice(0, 10);
  const uses: Uses = { sources: new Set(), terms: new Set() };
  const known = knownIn(files);
  const shared = readShared(files, faults);
  const conditions = [...files.conditions].flatMap(([, located]) =>
    located ? [applySchema(conditionSchema, located, [], faults)] : [],
  );
  checkSharedReferences(files, known, uses, faults);
  checkConditionReferences(files, known, uses, faults, today);
  for (const located of [
    files.pack,
    files.questions,
    files.axes,
    files.glossary,
    files.lookAlikes,
    ...files.conditions.values(),
  ])
    if (located) checkShownWords(located, faults);
  const languages = createLanguages();
  const i18nOf = { en: createI18n(languages, 'en'), es: createI18n(languages, 'es') };
  const written = answersIn(texts);
  const english = daysOfEnglish(written);
  const checked = written.map((file) => checkAnswer(file, { known, uses, faults, i18nOf, today, english }));
  checkUnused(files, uses, faults);
  const found = faults.sorted();
  const report = checked.flatMap(({ report }) => report ?? []);
  if (found.some(({ severity }) => severity === 'fault')) return { faults: found, report };
  return {
    pack: {
      ...assemble(
        shared,
        conditions,
        checked.flatMap(({ answer }) => answer ?? []),
      ),
      files: texts,
    },
    faults: found,
    report,
  };
}

const slugPattern = /^conditions\/([^/]+)\//u;

function locateFiles(texts: ReadonlyMap<string, string>, faults: Faults): LocatedFiles {
  const read = (file: string, needed = false) => {
    const text = texts.get(file);
    if (text === undefined && needed)
      faults.add(file, { line: 1 }, 'This file is missing or cannot be read. A pack needs it.');
    return text === undefined ? undefined : (file.endsWith('.json') ? readJson : readYaml)(file, text, faults);
  };
  const slugs = new Set([...texts.keys()].flatMap((path) => slugPattern.exec(path)?.[1] ?? []));
  for (const slug of slugs)
    if (!idSchema.safeParse(slug).success)
      faults.add(
        `conditions/${slug}`,
        { line: 1 },
        'The name of a condition’s folder must be small letters and digits, with single hyphens between them.',
      );
  if (slugs.size === 0)
    faults.add('conditions', { line: 1 }, 'There is no condition here. Add conditions/<slug>/condition.yaml.');
  return {
    pack: read('pack.yaml', true),
    sources: read('sources.json', true),
    questions: read('questions.yaml', true),
    axes: read('axes.yaml') ?? empty(texts, 'axes.yaml'),
    glossary: read('glossary.yaml') ?? empty(texts, 'glossary.yaml'),
    lookAlikes: read('look-alikes.yaml') ?? empty(texts, 'look-alikes.yaml', { features: [], pairs: [] }),
    conditions: new Map([...slugs].map((slug) => [slug, read(`conditions/${slug}/condition.yaml`, true)])),
  };
}

/** A file that a pack can do without holds nothing; one that is there and cannot be read is not known. */
const empty = (texts: ReadonlyMap<string, string>, file: string, value: unknown = []): Located | undefined =>
  texts.has(file) ? undefined : { file, value, placeOf: () => ({ line: 1 }), placeOfWords: () => ({ line: 1 }) };

function readShared({ pack, sources, questions, axes, glossary, lookAlikes }: LocatedFiles, faults: Faults) {
  const list = <T extends Parameters<typeof applyToEach>[0]>(
    schema: T,
    located: Located | undefined,
    path: string[] = [],
  ) => (located ? applyToEach(schema, located, path, faults).map(({ data }) => data) : []);
  const hasLists = lookAlikes && applySchema(lookAlikesSchema, lookAlikes, [], faults);
  return {
    pack: pack && applySchema(packSchema, pack, [], faults),
    sources: list(sourceSchema, sources),
    questions: list(questionSchema, questions),
    axes: list(axisSchema, axes).map(toAxis),
    terms: list(termSchema, glossary),
    features: hasLists ? list(featureSchema, lookAlikes, ['features']) : [],
    pairs: hasLists ? list(pairSchema, lookAlikes, ['pairs']) : [],
  };
}

function* answersOf(texts: ReadonlyMap<string, string>) {
  for (const [file, text] of texts) {
    const [, condition, , language, name] = file.split('/');
    if (file.endsWith('.md'))
      yield { file, text, condition: condition!, language: language!, question: name!.replace(/\.md$/u, '') };
  }
}
const answersIn = (texts: ReadonlyMap<string, string>) => [...answersOf(texts)];

type Shared = ReturnType<typeof readShared>;
type ConditionFile = NonNullable<ReturnType<typeof applySchema<typeof conditionSchema>>>;

/** The pack as the rest of Cairn knows it. There are no faults, so everything that was asked for is there. */
function assemble(shared: Shared, conditions: (ConditionFile | undefined)[], answers: PackAnswer[]): Pack {
  const { 'urgent-help': urgentHelp, groups, ...pack } = shared.pack!;
  return {
    pack: { ...pack, urgentHelp },
    groups,
    sources: shared.sources.map((csl) => ({ id: csl.id, csl })),
    questions: shared.questions.map(({ 'review-months': reviewMonths, ...question }): Question => ({
      ...question,
      reviewMonths,
    })),
    axes: shared.axes,
    terms: shared.terms,
    features: shared.features,
    conditions: conditions.flatMap((condition) => condition ?? []).map(toKnowledge),
    lookAlikes: shared.pairs.map(({ conditions: [one, other], together, rows, ask }) => ({
      conditions: [one, other],
      together,
      rows: rows.map((row) => ({ feature: row.feature, texts: [row[one] as Localised, row[other] as Localised] })),
      ask,
    })),
    answers,
  };
}

function toKnowledge({
  'question-titles': questionTitles,
  names,
  axes,
  claims,
  ...condition
}: ConditionFile): Pack['conditions'][number] {
  const inOwnWords = Object.entries(names).map(([language, { 'in-sentence': inSentence, ...of }]) => [
    language,
    { ...of, inSentence },
  ]);
  return {
    ...condition,
    names: Object.fromEntries(inOwnWords) as Pack['conditions'][number]['names'],
    questionTitles,
    axisPlaces: axes,
    claims: claims.map(claimOf),
  };
}
