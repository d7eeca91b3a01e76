import type { Child } from 'hono/jsx';
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
import { RelatedLinks } from '#ui/related/related.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { AxisFacts, conditionPath, LookAlikeTable, Words } from './condition.figures.tsx';
import { medicalCondition } from './condition.json-ld.ts';
import { codeUrl, namesOf, type Condition } from './condition.ts';
import type { ConditionPageData } from './condition-page.ts';

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

function partsOf(
  { condition, lookAlikes, axes }: ConditionPageData,
  context: TextContext,
): { id: string; title: string; content: Child }[] {
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
      {tables.length > 0 && <Fold summary={i18n.t('conditions.more-numbers')}>{tables}</Fold>}
    </>
  );
  const classified = condition.axisPlaces.flatMap((place) => {
    const axis = axes.find(({ id }) => id === place.axis);
    return axis ? [AxisFacts({ axis, place, context })] : [];
  });
  return [
    ...(condition.claims.length > 0 ? [{ id: 'numbers', title: i18n.t('conditions.numbers'), content: numbers }] : []),
    ...(classified.length > 0
      ? [{ id: 'classification', title: i18n.t('conditions.classification'), content: <>{classified}</> }]
      : []),
    ...(lookAlikes.length > 0
      ? [
          {
            id: 'look-alikes',
            title: i18n.t('look-alikes.title'),
            content: (
              <>
                <Prose>
                  <p>{i18n.t('look-alikes.intro')}</p>
                </Prose>
                {LookAlikeTable({ condition, lookAlikes, context })}
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
  const { condition, parent, children, lookAlikes } = data;
  const claims = new Map(condition.claims.map((claim) => [claim.id, claim]));
  const context = createTextContext({
    i18n,
    citations: createCitations(data.sources.keys()),
    conditionSlug: condition.slug,
    claim: (id) => claims.get(id),
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
              ...(parent
                ? [{ text: namesOf(parent, i18n.language).preferred, href: conditionPath(parent, i18n) }]
                : []),
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
      {children.length > 0 && (
        <Part id="forms" title={i18n.t('conditions.forms')} stones={0} lesser>
          <RelatedLinks
            links={children.map((child) => ({
              text: namesOf(child, i18n.language).preferred,
              href: conditionPath(child, i18n),
            }))}
          />
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
