import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import {
  ClaimsFigure,
  ClaimsTable,
  claimsOf,
  citeSources,
  createCitations,
  createTextContext,
  measures,
  plainInline,
  SourcesPart,
  type Measure,
  type TextContext,
} from '#modules/knowledge/index.ts';
import { foreign } from '#platform/i18n/i18n.ts';
import { Contents } from '#ui/contents/contents.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Opening } from '#ui/opening/opening.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { Part, Prose } from '#ui/part/part.tsx';
import { Family } from '#ui/family/family.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { AboutWhole, AxisFacts } from './axis.figures.tsx';
import { bodyMapPath } from './body-map-page.ts';
import { conditionPath, LookAlikeTable, Words } from './condition.figures.tsx';
import { medicalCondition } from './condition.json-ld.ts';
import { numbersPath } from './rank-text.ts';
import { codeUrl, namesOf, type Condition } from './condition.ts';
import type { ConditionPageData } from './condition-page.ts';
import { relativesOf } from './family.ts';
import { bodyMapOwner, type InheritedPlace } from './inheritance.ts';

/** What other modules put on the page of a condition. */
export interface ConditionBeside {
  /** In the opening: the short answer to "What is it?", and who is here. */
  opening: Child;
  /** As plain text, for search engines. */
  description: string | undefined;
  /** The questions, before everything else; absent where nobody has written an answer. */
  questions: Panel | undefined;
  /** What vocabularies say, before what the condition itself has, and after it. */
  data: { before: Panel[]; after: Panel[] };
  /** People and what they wrote, after the knowledge. */
  people: Panel[];
}

/** As its keepers write it. */
const vocabularyName = (id: string) => id[0]!.toUpperCase() + id.slice(1);

/** Names, codes with links out, and when it was last changed. */
function NamesAndCodes({ condition, context }: { condition: Condition; context: TextContext }) {
  const { i18n } = context;
  const names = namesOf(condition, i18n.language);
  const codes = condition.codes.map(({ system, code, relation, source, vocabulary }) => {
    const url = codeUrl({ system, code });
    return {
      system,
      value: (
        <>
          {url ? (
            <a href={url} rel="noopener noreferrer">
              {code}
            </a>
          ) : (
            code
          )}{' '}
          {relation !== 'exact' && <span class="soft">{i18n.t(`conditions.code-${relation}`)}</span>}{' '}
          {vocabulary && condition.packId && (
            <span class="small soft">{i18n.t('conditions.according-to', { name: vocabularyName(vocabulary) })}</span>
          )}
          {source && citeSources(i18n, context.citations, [source], i18n.t('conditions.names-and-codes'))}
        </>
      ),
    };
  });
  const systems = [...new Set(codes.map(({ system }) => system))];
  const from = Map.groupBy(condition.namesFrom, ({ vocabulary }) => vocabulary);
  const given = new Set(condition.namesFrom.map(({ name }) => name));
  const own = names.synonyms.filter((name) => !given.has(name));
  const english = (name: string) => (i18n.language === 'en' ? name : <span {...foreign(i18n, 'en')}>{name}</span>);
  return (
    <Facts
      facts={[
        ...(own.length > 0 ? [{ name: i18n.t('conditions.also-called'), values: own }] : []),
        ...[...from].map(([vocabulary, all]) => ({
          name: i18n.t('conditions.names-from', { name: vocabularyName(vocabulary) }),
          values: all.map(({ name }) => english(name)),
        })),
        ...(names.narrower.length > 0 ? [{ name: i18n.t('conditions.forms'), values: names.narrower }] : []),
        ...systems.map((system) => ({
          name: system,
          values: codes.filter((code) => code.system === system).map(({ value }) => value),
        })),
      ]}
    />
  );
}

/** How common it is, is drawn; all other numbers are a table, folded away. */
const drawnMeasures: readonly Measure[] = ['point-prevalence', 'lifetime-prevalence', 'incidence', 'birth-prevalence'];

function partsOf(data: ConditionPageData, context: TextContext): { id: string; title: string; content: Child }[] {
  const { condition, ancestors, lookAlikes, inheritedLookAlikes, axes, places } = data;
  const { i18n, citations } = context;
  const { inSentence } = namesOf(condition, i18n.language);
  const drawn = drawnMeasures.flatMap((measure) => {
    const claims = claimsOf(condition.claims, measure);
    const title = i18n.t(`claims.${measure}`, { condition: inSentence });
    return claims.length > 0 ? [ClaimsFigure({ claims, id: `claims-${measure}`, title, i18n, citations })] : [];
  });
  const others = measures.filter(
    (measure) => !drawnMeasures.includes(measure) && claimsOf(condition.claims, measure).length > 0,
  );
  const tables = others.map((measure) =>
    ClaimsTable({
      claims: claimsOf(condition.claims, measure),
      caption: i18n.t(`claims.${measure}`, { condition: inSentence }),
      i18n,
      citations,
    }),
  );
  const numbers = (
    <>
      {drawn}
      <p>
        <WayOn href={i18n.path(numbersPath(condition.slug))}>{i18n.t('numbers.link')}</WayOn>
      </p>
      {tables.length > 0 && <Fold summary={i18n.t('conditions.more-numbers')}>{tables}</Fold>}
      {ancestors[0] && <NumbersAbove of={ancestors[0]} i18n={i18n} />}
    </>
  );
  const factsOf = ({ place }: InheritedPlace) => {
    const axis = axes.find(({ id }) => id === place.axis);
    const owner = axis && bodyMapOwner(axis, condition, ancestors);
    return axis ? [AxisFacts({ axis, place, mapHref: owner && i18n.path(bodyMapPath(owner)), context })] : [];
  };
  const classified = [
    ...places.filter(({ from }) => !from).flatMap(factsOf),
    // one mark for all that comes from one wider condition; folded, since it says what can be, not what this form is
    ...ancestors.flatMap((above) => {
      const facts = places.filter(({ from }) => from === above).flatMap(factsOf);
      const { inSentence: whole } = namesOf(above, i18n.language);
      return facts.length > 0 ? [<Fold summary={i18n.t('forms.about-whole', { condition: whole })}>{facts}</Fold>] : [];
    }),
  ];
  return [
    ...(condition.claims.length > 0 || ancestors.length > 0
      ? [{ id: 'numbers', title: i18n.t('conditions.numbers'), content: numbers }]
      : []),
    ...(classified.length > 0
      ? [{ id: 'classification', title: i18n.t('conditions.classification'), content: <>{classified}</> }]
      : []),
    ...(lookAlikes.length > 0 || inheritedLookAlikes
      ? [
          {
            id: 'look-alikes',
            title: i18n.t('look-alikes.title'),
            content: (
              <>
                <Prose>
                  <p>{i18n.t('look-alikes.intro')}</p>
                </Prose>
                {inheritedLookAlikes && <AboutWhole condition={inheritedLookAlikes.from} i18n={i18n} />}
                {inheritedLookAlikes
                  ? LookAlikeTable({
                      condition: inheritedLookAlikes.from,
                      lookAlikes: inheritedLookAlikes.lookAlikes,
                      context,
                    })
                  : LookAlikeTable({ condition, lookAlikes, context })}
              </>
            ),
          },
        ]
      : []),
    {
      id: 'names-and-codes',
      title: i18n.t('conditions.names-and-codes'),
      content: NamesAndCodes({ condition, context }),
    },
  ];
}

/** Numbers belong to what was counted: those of a wider condition are linked, and not taken over. */
const NumbersAbove = ({ of, i18n }: { of: ConditionPageData['ancestors'][number]; i18n: I18n }) => {
  const parent = namesOf(of, i18n.language).inSentence;
  return (
    <p>
      {i18n.t('forms.numbers', { parent })}{' '}
      <a href={`${conditionPath(of, i18n)}#numbers`}>{i18n.t('forms.numbers-link', { parent })}</a>
    </p>
  );
};

/** The page of a condition: what it is, its questions, numbers, place among others, people. */
export function ConditionPage({
  data,
  frame,
  beside,
}: {
  data: ConditionPageData;
  frame: SiteFrame;
  beside: ConditionBeside;
}) {
  const { i18n } = frame;
  const { condition, ancestors, children, lookAlikes } = data;
  const claims = new Map(condition.claims.map((claim) => [claim.id, claim]));
  const context = createTextContext({
    i18n,
    citations: createCitations(data.sources),
    conditionSlug: condition.slug,
    claim: (reference) => claims.get(reference) ?? data.otherClaims.get(reference),
    term: () => undefined,
  });
  const title = namesOf(condition, i18n.language).preferred;
  const parts = partsOf(data, context);
  const sources = SourcesPart({ i18n, citations: context.citations, sources: data.sources });
  const path = `/conditions/${condition.slug}`;
  const panels = [
    ...(beside.questions ? [beside.questions] : []),
    ...beside.data.before,
    ...parts,
    ...beside.data.after,
    ...beside.people,
  ];
  const about = medicalCondition(condition, lookAlikes, {
    i18n,
    origin: frame.origin,
    plain: (markdown) => plainInline(markdown, context),
  });
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title,
        description: beside.description ?? inLanguage(condition.summary, i18n.language).text,
        path,
        // the vocabulary's own page is the better one to find: this one says nothing that is not there
        noindex: condition.packId === null,
        jsonLd: [{ '@context': 'https://schema.org', ...about }],
      }}
    >
      <Opening
        title={condition.names[i18n.language as 'es'] ? title : <span {...foreign(i18n, 'en')}>{title}</span>}
        stones={Math.min(6, parts.length + 1)}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
              ...ancestors.toReversed().map((each) => ({
                text: namesOf(each, i18n.language).preferred,
                href: conditionPath(each, i18n),
              })),
            ]}
          />
        }
      >
        {beside.opening}
      </Opening>
      <Contents
        i18n={i18n}
        parts={[
          ...panels.map(({ id, title, ...panel }) => ({
            id,
            text: title,
            people: 'people' in panel && Boolean(panel.people),
          })),
          ...(sources ? [{ id: 'sources', text: i18n.t('sources.title') }] : []),
        ]}
      />
      {panels.map((panel, index) => (
        <Part id={panel.id} title={panel.title} stones={index === 0 ? undefined : Math.min(6, index)}>
          {panel.content}
        </Part>
      ))}
      {(children.length > 0 || ancestors.length > 0) && (
        <Part id="place" title={i18n.t('forms.place')} stones={0} lesser>
          <Family i18n={i18n} relatives={relativesOf(data, i18n)} />
        </Part>
      )}
      <Urgent i18n={i18n} href={i18n.path('/help')} disclaimer>
        {data.urgentHelp && <Words text={data.urgentHelp} i18n={i18n} />}
      </Urgent>
      <section class="part">
        <PageTools i18n={i18n} />
      </section>
      {sources}
    </Page>
  );
}
