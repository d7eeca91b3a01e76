import type { Child } from 'hono/jsx';
import { conditionPath, namesOf, type Condition, type ConditionEntry } from '#modules/conditions/index.ts';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { Facts } from '#ui/facts/facts.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { IndexNames } from '#ui/index-list/index-list.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { Prose } from '#ui/part/part.tsx';
import { WordList, WordsOf } from '#ui/word-list/word-list.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { weave } from '#ui/words/weave.ts';
import { bands, nameOfSymptom, type Band, type Symptom } from './symptoms.ts';
import { vocabularies, type VocabularyId } from './vocabulary.ts';
import type { Listing, VocabularyData } from './vocabulary-page.ts';

/** What vocabularies put on the page of a condition. */
export interface VocabularyBeside {
  opening: Child;
  description: string | undefined;
  /** For a condition nobody has written about here: before everything else. */
  before: Panel[];
  /** For every condition. */
  after: Panel[];
}

/** Words of a vocabulary that are English, marked as such on pages of other languages. */
const English = ({ i18n, children }: { i18n: I18n; children: Child }) => {
  const marks = foreign(i18n, 'en');
  return marks.lang ? <span {...marks}>{children}</span> : <>{children}</>;
};

/** A message for one of a vocabulary's fixed words, or the word itself. */
function wordOf(i18n: I18n, kind: 'onset' | 'inheritance' | 'class' | 'kind' | 'place', word: string): Child {
  const key = `vocabularies.${kind}.${word
    .toLowerCase()
    .replace(/</gu, 'under')
    .replace(/>/gu, 'over')
    .replace(/[^a-z0-9]+/gu, '-')
    .replace(/^-|-$/gu, '')}`;
  const known: Partial<Record<string, MessageKey>> = fixedWords;
  return known[key] ? i18n.t(known[key]) : <English i18n={i18n}>{word}</English>;
}

const keys = [
  'vocabularies.class.1-5-10-000',
  'vocabularies.class.1-9-1-000-000',
  'vocabularies.class.1-9-100-000',
  'vocabularies.class.6-9-10-000',
  'vocabularies.class.over1-1000',
  'vocabularies.class.under1-1-000-000',
  'vocabularies.inheritance.autosomal-dominant',
  'vocabularies.inheritance.autosomal-recessive',
  'vocabularies.inheritance.mitochondrial-inheritance',
  'vocabularies.inheritance.multigenic-multifactorial',
  'vocabularies.inheritance.oligogenic',
  'vocabularies.inheritance.semi-dominant',
  'vocabularies.inheritance.x-linked-dominant',
  'vocabularies.inheritance.x-linked-recessive',
  'vocabularies.inheritance.y-linked',
  'vocabularies.kind.biological-anomaly',
  'vocabularies.kind.category',
  'vocabularies.kind.clinical-group',
  'vocabularies.kind.clinical-subtype',
  'vocabularies.kind.clinical-syndrome',
  'vocabularies.kind.disease',
  'vocabularies.kind.etiological-subtype',
  'vocabularies.kind.histopathological-subtype',
  'vocabularies.kind.malformation-syndrome',
  'vocabularies.kind.morphological-anomaly',
  'vocabularies.kind.particular-clinical-situation-in-a-disease-or-syndrome',
  'vocabularies.onset.adolescent',
  'vocabularies.onset.adult',
  'vocabularies.onset.all-ages',
  'vocabularies.onset.antenatal',
  'vocabularies.onset.childhood',
  'vocabularies.onset.elderly',
  'vocabularies.onset.infancy',
  'vocabularies.onset.neonatal',
  'vocabularies.place.europe',
  'vocabularies.place.worldwide',
] as const satisfies MessageKey[];
const fixedWords = Object.fromEntries(keys.map((key) => [key, key]));

/** A version and its day as its keepers give them; where a file gives neither, the day on which it was brought in. */
const versionOf = (i18n: I18n, { version, released, importedAt }: Listing): string => {
  if (!released) return i18n.t('vocabularies.version-none', { day: i18n.date(importedAt) });
  if (!version || version === released) return i18n.t('vocabularies.version-day', { day: i18n.date(released) });
  return i18n.t('vocabularies.version-whole', { version, day: i18n.date(released) });
};

/** Which vocabularies a page is made from, in what version; and that nobody here wrote or reviewed it. */
function Provenance({ listings, isWritten, i18n }: { listings: readonly Listing[]; isWritten: boolean; i18n: I18n }) {
  const live = listings.filter(({ withdrawnVersion }) => withdrawnVersion === null);
  const gone = listings.filter(({ withdrawnVersion }) => withdrawnVersion !== null);
  if (isWritten && gone.length === 0) return null;
  const names = [...new Set(live.map(({ vocabulary }) => vocabularies[vocabulary].name))];
  return (
    <Notice kind="knowledge">
      {!isWritten && (
        <p>
          <b>{i18n.t('vocabularies.not-written')}</b>{' '}
          {live.length > 0 && i18n.t('vocabularies.made-from', { names: i18n.list(names) })}{' '}
          {i18n.t('vocabularies.not-reviewed')}
        </p>
      )}
      {gone.map(({ vocabulary, withdrawnVersion }) => (
        <p>
          <b>
            {i18n.t('vocabularies.withdrawn', {
              name: vocabularies[vocabulary].name,
              version: withdrawnVersion!,
            })}
          </b>{' '}
          {i18n.t('vocabularies.withdrawn-means')}
        </p>
      ))}
      {!isWritten && live.length > 0 && (
        <p class="small soft">
          {live
            .map((listing) => `${vocabularies[listing.vocabulary].name} ${listing.termId}, ${versionOf(i18n, listing)}`)
            .join(' · ')}
        </p>
      )}
    </Notice>
  );
}

/** Where the words and data of one vocabulary come from, as its licence asks. */
export function Attribution({
  vocabulary,
  i18n,
  short = false,
}: {
  vocabulary: VocabularyId;
  i18n: I18n;
  /** After words that say what comes from there. */
  short?: boolean;
}) {
  const { attribution, url, licence } = vocabularies[vocabulary];
  return (
    <>
      {weave(i18n, short ? 'vocabularies.attribution-short' : 'vocabularies.attribution', {
        who: (
          <a href={url} rel="noopener noreferrer">
            {attribution}
          </a>
        ),
        licence: (
          <a href={licence.url} rel="noopener noreferrer license">
            {licence.name}
          </a>
        ),
      })}
    </>
  );
}

const Definition = ({ definition, i18n }: { definition: NonNullable<VocabularyData['definition']>; i18n: I18n }) => (
  <Prose>
    <blockquote {...foreign(i18n, 'en')}>
      <p>{definition.text}</p>
    </blockquote>
    <p class="small soft">
      {i18n.t('vocabularies.in-their-words', { name: vocabularies[definition.vocabulary].name })}{' '}
      <Attribution vocabulary={definition.vocabulary} i18n={i18n} />
    </p>
  </Prose>
);

const ages = ['Antenatal', 'Neonatal', 'Infancy', 'Childhood', 'Adolescent', 'Adult', 'Elderly'];
const inOrderOfLife = (onset: readonly string[]) =>
  [...onset].sort((one, other) => ages.indexOf(one) - ages.indexOf(other));

/** How common it is in the world or, if that is not known, in Europe; when it begins; how it is passed on. */
function AtAGlance({ data: { content }, i18n }: { data: VocabularyData; i18n: I18n }) {
  const { kind, prevalence = [], onset = [], inheritance = [] } = content;
  const common = ['Worldwide', 'Europe'].flatMap((place) =>
    prevalence.filter((each) => each.kind === 'Point prevalence' && each.place === place && each.class),
  )[0];
  const over = prevalence.filter((each) => each.class === '>1 / 1000');
  const told = [...(common ? [common] : []), ...over.filter((each) => each !== common)];
  const facts = [
    ...(told.length > 0
      ? [
          {
            name: i18n.t('vocabularies.how-common'),
            values: told.map((each) => (
              <>
                {wordOf(i18n, 'class', each.class!)} <span class="soft">({wordOf(i18n, 'place', each.place)})</span>
              </>
            )),
          },
        ]
      : []),
    ...(onset.length > 0
      ? [
          {
            name: i18n.t('vocabularies.begins'),
            values: inOrderOfLife(onset).map((each) => wordOf(i18n, 'onset', each)),
          },
        ]
      : []),
    ...(inheritance.length > 0
      ? [
          {
            name: i18n.t('vocabularies.passed-on'),
            values: inheritance.map((each) => wordOf(i18n, 'inheritance', each)),
          },
        ]
      : []),
    ...(kind ? [{ name: i18n.t('vocabularies.filed-as'), values: [wordOf(i18n, 'kind', kind)] }] : []),
  ];
  return (
    <>
      <Facts facts={facts} />
      <Prose>
        <p class="small soft">
          {i18n.t('vocabularies.classes-mean')} <Attribution vocabulary="orphanet" i18n={i18n} />
        </p>
      </Prose>
    </>
  );
}

const bandTitles: Record<Band, MessageKey> = {
  all: 'vocabularies.band.all',
  most: 'vocabularies.band.most',
  many: 'vocabularies.band.many',
  some: 'vocabularies.band.some',
  few: 'vocabularies.band.few',
  unknown: 'vocabularies.band.unknown',
  none: 'vocabularies.band.none',
};

/** So many symptoms are open at once; those that are rarer are folded away. */
const mostOpen = 60;

function Symptoms({ data, i18n }: { data: VocabularyData; i18n: I18n }) {
  const named = data.symptoms.flatMap((symptom) => {
    const name = nameOfSymptom(data.symptomStatements.get(symptom.id) ?? [], i18n.language);
    return name ? [{ symptom, name }] : [];
  });
  const line = ({ symptom, name }: { symptom: Symptom; name: (typeof named)[number]['name'] }) => (
    <>
      <span {...foreign(i18n, name.plain.language)}>{name.plain.text}</span>
      {name.medical && (
        <>
          {' '}
          <span class="small soft" {...foreign(i18n, name.medical.language)}>
            {name.medical.text}
          </span>
        </>
      )}
      {symptom.counted && (
        <>
          {' '}
          <span class="small soft">({i18n.t('vocabularies.counted', symptom.counted)})</span>
        </>
      )}
    </>
  );
  const groups = bands.flatMap((band) => {
    const lines = named
      .filter(({ symptom }) => symptom.band === band)
      .sort((one, other) => i18n.compare(one.name.plain.text, other.name.plain.text));
    return lines.length > 0 ? [{ band, lines }] : [];
  });
  let shown = 0;
  const open = groups.filter(({ band, lines }, index) => {
    shown += lines.length;
    return band !== 'none' && (index === 0 || shown <= mostOpen);
  });
  const hpo = data.parts.find(({ vocabulary, part }) => vocabulary === 'hpo' && part === 'ontology');
  const title = ({ band, lines }: (typeof groups)[number]) =>
    i18n.t('vocabularies.band.count', { band: i18n.t(bandTitles[band]), count: lines.length });
  return (
    <>
      <Prose>
        <p>{i18n.t('vocabularies.symptoms-mean')}</p>
      </Prose>
      {groups.map((group) =>
        open.includes(group) ? (
          <WordsOf id={`symptoms-${group.band}`} title={i18n.t(bandTitles[group.band])} items={group.lines.map(line)} />
        ) : (
          <Fold summary={title(group)}>
            <WordList items={group.lines.map(line)} />
          </Fold>
        ),
      )}
      <Prose>
        <p class="small soft">
          {data.symptomSources.includes('orphanet') && (
            <>
              {i18n.t('vocabularies.frequencies-from')} <Attribution vocabulary="orphanet" i18n={i18n} short />{' '}
            </>
          )}
          {i18n.t('vocabularies.symptom-names-from')} <Attribution vocabulary="hpo" i18n={i18n} short />
          {hpo?.version && ` ${i18n.t('vocabularies.hpo-version', { version: hpo.version })}`}
        </p>
      </Prose>
    </>
  );
}

function Neighbours({ data, i18n }: { data: VocabularyData; i18n: I18n }) {
  const names = (entries: readonly ConditionEntry[]) =>
    entries
      .map((entry) => ({ ...nameIn(entry, i18n), href: conditionPath(entry, i18n) }))
      .sort((one, other) => i18n.compare(one.text, other.text))
      .map(({ text, language, href }) => ({ text, href, ...foreign(i18n, language) }));
  const more = data.belowCount - data.below.length;
  return (
    <>
      {data.above.length > 0 && (
        <section class="words-of" aria-labelledby="above">
          <h3 id="above">{i18n.t('vocabularies.above')}</h3>
          <IndexNames names={names(data.above)} />
        </section>
      )}
      {data.below.length > 0 && (
        <section class="words-of" aria-labelledby="below">
          <h3 id="below">{i18n.t('vocabularies.below')}</h3>
          <IndexNames names={names(data.below)} />
          {more > 0 && <p>{i18n.t('vocabularies.more-below', { count: more })}</p>}
        </section>
      )}
    </>
  );
}

const nameIn = ({ names }: Pick<Condition, 'names'>, i18n: I18n) => ({
  text: namesOf({ names }, i18n.language).preferred,
  language: names[i18n.language as 'es'] ? i18n.language : 'en',
});

const Invitation = ({ i18n }: { i18n: I18n }) => (
  <Prose>
    <p>{i18n.t('vocabularies.write-it-means')}</p>
    <p>
      <WayOn href={`${i18n.path('/vocabularies')}#write`}>{i18n.t('vocabularies.write-it-how')}</WayOn>
    </p>
  </Prose>
);

/** What vocabularies say of a condition, in parts of its page. Nothing that is not known has a part. */
export function besideOf(condition: Pick<Condition, 'packId'>, data: VocabularyData, i18n: I18n): VocabularyBeside {
  const isWritten = condition.packId !== null;
  const { content, definition, above, below, symptoms } = data;
  const part = (id: string, key: MessageKey, body: Child): Panel => ({ id, title: i18n.t(key), content: body });
  const glance = [content.prevalence, content.onset, content.inheritance, content.kind].some(Boolean);
  const before = isWritten
    ? []
    : [
        ...(definition
          ? [
              {
                id: 'definition',
                title: i18n.t('vocabularies.definition', { name: vocabularies[definition.vocabulary].name }),
                content: <Definition definition={definition} i18n={i18n} />,
              },
            ]
          : []),
        ...(glance ? [part('at-a-glance', 'vocabularies.at-a-glance', <AtAGlance data={data} i18n={i18n} />)] : []),
      ];
  const ofSymptoms =
    symptoms.length > 0 ? [part('symptoms', 'vocabularies.symptoms', <Symptoms data={data} i18n={i18n} />)] : [];
  const place =
    above.length + below.length > 0 && !isWritten
      ? [part('neighbours', 'vocabularies.neighbours', <Neighbours data={data} i18n={i18n} />)]
      : [];
  return {
    opening: <Provenance listings={data.listings} isWritten={isWritten} i18n={i18n} />,
    description: definition?.text.slice(0, 300),
    before: [...before, ...(isWritten ? [] : [...ofSymptoms, ...place])],
    after: isWritten ? ofSymptoms : [part('write', 'vocabularies.write-it', <Invitation i18n={i18n} />)],
  };
}
