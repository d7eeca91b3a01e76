import type { Child } from 'hono/jsx';
import {
  citeSources,
  ClaimsFigure,
  claimsOf,
  ClaimsTable,
  conflictText,
  createCitations,
  findConflicts,
  frequencies,
  GroupedClaimsFigure,
  isFrequency,
  measures,
  SourcesPart,
  type Citations,
} from '#modules/knowledge/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Contents } from '#ui/contents/contents.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Opening } from '#ui/opening/opening.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { weave } from '#ui/words/weave.ts';
import { conditionPath, Words } from './condition.figures.tsx';
import { namesOf, type ConditionEntry } from './condition.ts';
import { wholeCounts, type NumbersPageData } from './numbers-page.ts';
import { numbersPath, rankText } from './rank-text.ts';

/** Every number of a condition: compared with each other, with its neighbours, and as tables. */
export function NumbersPage({ data, frame }: { data: NumbersPageData; frame: SiteFrame }) {
  const { i18n } = frame;
  const { condition, parent } = data;
  const citations = createCitations(data.sources);
  const names = namesOf(condition, i18n.language);
  const title = i18n.t('numbers.title', { condition: names.preferred });
  const lede = i18n.t('numbers.lede', { condition: names.inSentence });
  const parts = partsOf(data, i18n, citations);
  // after everything that cites
  const sources = SourcesPart({ i18n, citations, sources: data.sources });
  const steps = [parent, condition].flatMap((each) => (each ? [linkTo(each, i18n)] : []));
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{ title, description: lede, path: numbersPath(condition.slug), noindex: condition.claims.length === 0 }}
    >
      <Opening
        title={title}
        stones={Math.min(6, parts.length)}
        trail={
          <Trail i18n={i18n} steps={[{ text: i18n.t('conditions.title'), href: i18n.path('/conditions') }, ...steps]} />
        }
      >
        <p class="lede">{lede}</p>
      </Opening>
      <Contents
        i18n={i18n}
        parts={[
          ...parts.map(({ id, title: text }) => ({ id, text })),
          ...(sources ? [{ id: 'sources', text: i18n.t('sources.title') }] : []),
        ]}
      />
      {parts.map((part, index) => (
        <Part id={part.id} title={part.title} stones={index === 0 ? undefined : Math.min(6, index)}>
          {part.content}
        </Part>
      ))}
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

const linkTo = (entry: ConditionEntry, i18n: I18n) => ({
  text: namesOf(entry, i18n.language).preferred,
  href: conditionPath(entry, i18n),
});

interface NumbersPart {
  id: string;
  title: string;
  content: Child;
}

/** Figures are called, not rendered as elements: citations are numbered in the order of reading. */
function partsOf(data: NumbersPageData, i18n: I18n, citations: Citations): NumbersPart[] {
  const { claims } = data.condition;
  const { inSentence } = namesOf(data.condition, i18n.language);
  if (claims.length === 0)
    return [
      {
        id: 'how-common',
        title: i18n.t('numbers.how-common'),
        content: (
          <Empty
            title={i18n.t('numbers.none')}
            action={{ text: i18n.t('conditions.all'), href: i18n.path('/conditions') }}
          >
            {i18n.t('numbers.none-means', { condition: inSentence })}
          </Empty>
        ),
      },
    ];
  const drawn = frequencies.flatMap((measure) => {
    const own = claimsOf(claims, measure);
    const title = i18n.t(`claims.${measure}`, { condition: inSentence });
    return own.length > 0
      ? [ClaimsFigure({ claims: own, id: `claims-${measure}`, title, withMethod: true, i18n, citations })]
      : [];
  });
  const beside = besidePart(data, i18n, citations);
  const others = measures.filter((measure) => !isFrequency(measure) && claimsOf(claims, measure).length > 0);
  const tables = others.map((measure) =>
    ClaimsTable({
      claims: claimsOf(claims, measure),
      caption: i18n.t(`claims.${measure}`, { condition: inSentence }),
      i18n,
      citations,
    }),
  );
  return [
    ...(drawn.length > 0
      ? [
          { id: 'how-common', title: i18n.t('numbers.how-common'), content: <>{drawn}</> },
          disagreePart(data, i18n, citations),
          beside,
        ]
      : []),
    ...(tables.length > 0 ? [{ id: 'others', title: i18n.t('numbers.others'), content: <>{tables}</> }] : []),
  ];
}

/** Conflicts by name: a reader must not have to find them in a figure. */
function disagreePart({ condition }: NumbersPageData, i18n: I18n, citations: Citations): NumbersPart {
  const title = i18n.t('numbers.disagree');
  const conflicts = findConflicts(condition.claims.filter(({ measure }) => isFrequency(measure))).map((conflict) => (
    <li>
      {conflictText(conflict, i18n)}
      {citeSources(
        i18n,
        citations,
        conflict.claims.map(({ source }) => source),
        title,
      )}
    </li>
  ));
  return {
    id: 'disagree',
    title,
    content: (
      <Prose>
        <p>{i18n.t(conflicts.length > 0 ? 'numbers.disagree-intro' : 'numbers.agree')}</p>
        {conflicts.length > 0 && <ul>{conflicts}</ul>}
      </Prose>
    ),
  };
}

/** Where the condition stands among others, and the counts that this was worked out from. */
function besidePart(data: NumbersPageData, i18n: I18n, citations: Citations): NumbersPart {
  const { condition, rank, neighbours, without } = data;
  const { preferred, inSentence } = namesOf(condition, i18n.language);
  const own = wholeCounts(condition.claims);
  const figure =
    own.length > 0 && neighbours.length > 0
      ? GroupedClaimsFigure({
          groups: [
            { title: preferred, claims: own },
            ...neighbours.map((each) => ({
              title: namesOf(each.condition, i18n.language).preferred,
              claims: each.claims,
            })),
          ],
          id: 'beside-figure',
          title: i18n.t('numbers.beside-figure'),
          i18n,
          citations,
        })
      : null;
  return {
    id: 'beside',
    title: i18n.t('numbers.beside'),
    content: (
      <>
        <Prose>
          {rank ? (
            <>
              <p>
                <b>{i18n.t('numbers.rank', { condition: inSentence, rank: rankText(rank, i18n) })}</b>{' '}
                {i18n.t(rank.first === rank.last ? 'numbers.rank-clear' : 'numbers.rank-overlap')}
              </p>
              <p>{i18n.t('numbers.rank-from')}</p>
            </>
          ) : (
            <p>{i18n.t('numbers.rank-none')}</p>
          )}
          {without.length > 0 && (
            <p>
              {weave(i18n, 'numbers.without', {
                conditions: (
                  <>
                    {without.map((each, index) => (
                      <>
                        {index > 0 && ', '}
                        <a href={linkTo(each, i18n).href}>{linkTo(each, i18n).text}</a>
                      </>
                    ))}
                  </>
                ),
              })}
            </p>
          )}
        </Prose>
        {figure}
      </>
    ),
  };
}
