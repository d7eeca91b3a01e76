import type { Child } from 'hono/jsx';
import {
  claimsOf,
  createCitations,
  createTextContext,
  formatSource,
  GroupedClaimsFigure,
  plainInline,
  SourcesPart,
  type Claim,
  type TextContext,
} from '#modules/knowledge/index.ts';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type Localised } from '#platform/i18n/languages.ts';
import { Compare } from '#ui/compare/compare.tsx';
import { Contents } from '#ui/contents/contents.tsx';
import { Opening } from '#ui/opening/opening.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Related } from '#ui/related/related.tsx';
import { Trail, type Link } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { ComparePageData } from './compare-page.ts';
import { comparePageData } from './compare.json-ld.ts';
import { citedWords, conditionPath, titleOfPair, Words } from './condition.figures.tsx';
import { medicalCondition } from './condition.json-ld.ts';
import { comparePath, namesOf, rowAnchor, type Condition } from './condition.ts';
import { wholeCounts } from './numbers-page.ts';
import { numbersPath } from './rank-text.ts';

/** Where to read on about two look-alikes: what other modules have to say of them. */
export interface CompareBeside {
  links: Link[];
}

/** Two look-alikes side by side. Helps a reader to ask; never says what anybody has. */
export function ComparePage({
  data,
  frame,
  beside,
}: {
  data: ComparePageData;
  frame: SiteFrame;
  beside: CompareBeside;
}) {
  const { i18n } = frame;
  const { one, other } = data;
  const [context, contextOfOther] = contextsOf(data, i18n);
  const title = titleOfPair(one, other, i18n);
  const [first, second] = [one, other].map((each) => namesOf(each, i18n.language).inSentence) as [string, string];
  const description = i18n.t('compare.lede', { one: first, other: second });
  const parts = partsOf(data, i18n, context, contextOfOther);
  // after everything that cites
  const sources = SourcesPart({ i18n, citations: context.citations, sources: data.sources });
  const path = comparePath(one.slug, other.slug);
  const jsonLd = comparePageData({
    i18n,
    origin: frame.origin,
    path,
    title,
    description,
    about: [one, other].map((each) =>
      medicalCondition(each, [], {
        i18n,
        origin: frame.origin,
        plain: (markdown) => plainInline(markdown, context),
      }),
    ),
    citations: context.citations.used().map(({ key }) => formatSource(data.sources.get(key), i18n.language)),
  });
  const linkOf = (condition: Condition): Link => ({
    text: namesOf(condition, i18n.language).preferred,
    href: conditionPath(condition, i18n),
  });
  return (
    <Page frame={frame} current="conditions" meta={{ title, description, path, ogType: 'article', jsonLd: [jsonLd] }}>
      <Opening
        title={title}
        stones={Math.min(6, parts.length)}
        trail={
          <Trail
            i18n={i18n}
            steps={[{ text: i18n.t('conditions.title'), href: i18n.path('/conditions') }, linkOf(one)]}
          />
        }
      >
        <p class="lede">{description}</p>
        <p>{i18n.t('compare.no-diagnosis')}</p>
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
      <Related title={i18n.t('compare.read-on')} links={[linkOf(one), linkOf(other), ...beside.links]} />
    </Page>
  );
}

/** One for each side, so that a cell's claims are those of its own condition; both count the same citations. */
function contextsOf({ one, other, claims, sources }: ComparePageData, i18n: I18n): [TextContext, TextContext] {
  const citations = createCitations(sources);
  const of = (condition: Condition): TextContext => {
    const own = new Map(condition.claims.map((claim) => [claim.id, claim]));
    return createTextContext({
      i18n,
      citations,
      conditionSlug: condition.slug,
      claim: (reference) => own.get(reference) ?? claims.get(reference),
      term: () => undefined,
    });
  };
  return [of(one), of(other)];
}

/** Cells and figures are called, not rendered as elements: citations are numbered in the order of reading. */
function partsOf(
  { one, other, pair }: ComparePageData,
  i18n: I18n,
  context: TextContext,
  contextOfOther: TextContext,
): { id: string; title: string; content: Child }[] {
  const sides = [one, other].map((each) => ({
    name: namesOf(each, i18n.language).preferred,
    href: conditionPath(each, i18n),
  }));
  const nameOf = (text: Localised) => inLanguage(text, i18n.language).text;
  const table = (
    <Compare
      caption={i18n.t('look-alikes.caption', { names: i18n.list(sides.map(({ name }) => name)) })}
      sides={sides as [(typeof sides)[number], (typeof sides)[number]]}
      rows={pair.rows.map((row) => ({
        id: rowAnchor(row.feature),
        name: <Words text={row.featureName} i18n={i18n} />,
        cells: [
          citedWords(row.this, context, nameOf(row.featureName)),
          citedWords(row.other, contextOfOther, nameOf(row.featureName)),
        ],
      }))}
    />
  );
  const together = pair.together && citedWords(pair.together, context, i18n.t('compare.together'));
  const figure = frequencyFigure(one, other, context);
  return [
    { id: 'side-by-side', title: i18n.t('compare.side-by-side'), content: <div class="across">{table}</div> },
    ...(together
      ? [
          {
            id: 'together',
            title: i18n.t('compare.together'),
            content: (
              <Prose>
                <p>{together}</p>
              </Prose>
            ),
          },
        ]
      : []),
    ...(pair.ask.length > 0
      ? [
          {
            id: 'ask',
            title: i18n.t('compare.ask'),
            content: (
              <Prose>
                <p>{i18n.t('compare.ask-intro')}</p>
                <ul>
                  {pair.ask.map((each) => (
                    <li>
                      <Words text={each} i18n={i18n} />
                    </li>
                  ))}
                </ul>
              </Prose>
            ),
          },
        ]
      : []),
    ...(figure ? [{ id: 'how-common', title: i18n.t('numbers.how-common'), content: figure }] : []),
  ];
}

/** A few counts a side are enough here; all of them stand on the pages of the numbers. */
const mostCounts = 3;

/** How common both are, where both have counts; says so where those are not of the same people. */
function frequencyFigure(one: Condition, other: Condition, { i18n, citations }: TextContext): Child {
  const whole = [one, other].map((each) => wholeCounts(each.claims)) as [Claim[], Claim[]];
  const alike = whole.every((claims) => claims.length > 0);
  const shown = alike ? whole : [one, other].map((each) => claimsOf(each.claims, 'point-prevalence'));
  if (shown.some((claims) => claims.length === 0)) return null;
  const figure = GroupedClaimsFigure({
    groups: [one, other].map((each, index) => ({
      title: namesOf(each, i18n.language).preferred,
      claims: shown[index]!.slice(0, mostCounts),
    })),
    id: 'how-common-figure',
    title: i18n.t('numbers.beside-figure'),
    i18n,
    citations,
  });
  return (
    <>
      {!alike && (
        <Prose>
          <p>{i18n.t('compare.not-alike')}</p>
        </Prose>
      )}
      {figure}
      <Prose>
        <ul>
          {[one, other].map((each) => (
            <li>
              <WayOn href={i18n.path(numbersPath(each.slug))}>
                {i18n.t('numbers.title', { condition: namesOf(each, i18n.language).preferred })}
              </WayOn>
            </li>
          ))}
        </ul>
      </Prose>
    </>
  );
}
