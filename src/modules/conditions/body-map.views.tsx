import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type Localised } from '#platform/i18n/languages.ts';
import { createCitations, createTextContext, SourcesPart } from '#modules/knowledge/index.ts';
import { BodyMap } from '#ui/body-map/body-map.tsx';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Choices } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { AxisFacts } from './axis.figures.tsx';
import type { RegionsRule } from './axis.ts';
import type { BodyMapIsland } from './body-map-island.ts';
import { bodyMapPath, type BodyMapData } from './body-map-page.ts';
import { conditionPath, Words } from './condition.figures.tsx';
import { namesOf } from './condition.ts';
import { classifyDistribution, type Mark } from './distribution.ts';
import {
  distributionMessages,
  wordsOfDistribution,
  type DistributionMessage,
  type DistributionVocabulary,
} from './distribution-words.ts';

const formId = 'body-map-form';

const argumentsOf = ['regions', 'value', 'held', 'others', 'one', 'other', 'groups'];

function islandOf({ axis, rule }: BodyMapData, i18n: I18n): BodyMapIsland {
  const text = (words: Localised) => inLanguage(words, i18n.language).text;
  const places = Object.fromEntries(argumentsOf.map((name) => [name, `{${name}}`]));
  return {
    rule: {
      ...rule,
      // the browser asks for no names and no sources
      regions: rule.regions.map(({ id, side, pair }) => ({ id, side, pair })) as RegionsRule['regions'],
      neighbours: rule.neighbours.map(({ pairs }) => ({ pairs })),
      order: rule.order.map(({ value, when, doubt, also }) => ({
        value,
        when,
        ...(doubt && { doubt: {} as NonNullable<typeof doubt> }),
        ...(also && { also: { pair: also.pair } as NonNullable<typeof also> }),
      })),
    },
    separators: separatorsOf(i18n),
    messages: Object.fromEntries(
      distributionMessages.map((message) => [message, i18n.t(`bodymap.${message}`, places)]),
    ) as Record<DistributionMessage, string>,
    values: Object.fromEntries(axis.values.map(({ id, name }) => [id, text(name)])),
    regions: Object.fromEntries(rule.regions.map(({ id, inSentence }) => [id, text(inSentence)])),
    doubts: Object.fromEntries(rule.order.flatMap(({ value, doubt }) => (doubt ? [[value, text(doubt.says)]] : []))),
    also: Object.fromEntries(
      rule.order.flatMap(({ value, also }) =>
        also ? [[value, { with: text(also.with), without: text(also.without) }]] : [],
      ),
    ),
  };
}

/** Taken from the server's own lists, so that the browser, whose locale may differ, writes them alike. */
function separatorsOf(i18n: I18n): BodyMapIsland['separators'] {
  const [, two = ''] = /^a(.*)b$/u.exec(i18n.list(['a', 'b'])) ?? [];
  const [, first = '', last = ''] = /^a(.*)b(.*)c$/u.exec(i18n.list(['a', 'b', 'c'])) ?? [];
  return { two, first, last };
}

const vocabularyOf = (island: BodyMapIsland, i18n: I18n): DistributionVocabulary => ({
  say: (message, values) => i18n.t(`bodymap.${message}`, values),
  list: i18n.list,
  region: (id) => island.regions[id] ?? id,
  value: (id) => island.values[id] ?? id,
  doubt: (value) => island.doubts[value] ?? '',
  also: (value, withPair) => island.also[value]?.[withPair ? 'with' : 'without'] ?? '',
});

/** Where a reader marks parts of the body, and is told the pattern they make, and why. */
export function BodyMapPage({
  data,
  marks,
  frame,
}: {
  data: BodyMapData;
  /** What a reader without a script has sent. */
  marks: readonly Mark[];
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { condition, ancestors, axis, rule } = data;
  const context = createTextContext({
    i18n,
    citations: createCitations(data.sources),
    conditionSlug: condition.slug,
    claim: () => undefined,
    term: () => undefined,
  });
  const island = islandOf(data, i18n);
  const { preferred } = namesOf(condition, i18n.language);
  const path = bodyMapPath(condition);
  const facts = AxisFacts({ axis, context });
  const sources = SourcesPart({ i18n, citations: context.citations, sources: data.sources });
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title: i18n.t('bodymap.title-for', { condition: preferred }),
        description: i18n.t('bodymap.lede'),
        path,
        scripts: [frame.assets.bodyMap],
      }}
    >
      <PageHead
        title={i18n.t('bodymap.title')}
        lede={i18n.t('bodymap.lede')}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
              ...[...ancestors.toReversed(), condition].map((each) => ({
                text: namesOf(each, i18n.language).preferred,
                href: conditionPath(each, i18n),
              })),
            ]}
          />
        }
      />
      <section class="part" data-body-map={JSON.stringify(island)}>
        <h2 class="visually-hidden">{i18n.t('bodymap.mark')}</h2>
        <div class="across">
          <BodyMap
            i18n={i18n}
            legend={i18n.t('bodymap.mark')}
            form={formId}
            parts={rule.regions.map(({ id, name }) => ({
              id,
              name: <Words text={name} i18n={i18n} />,
              checked: marks.some(({ region }) => region === id),
            }))}
          >
            <Pattern island={island} marks={marks} i18n={i18n} />
            <Sides rule={rule} marks={marks} i18n={i18n} />
            <form id={formId} method="post" action={`${i18n.path(path)}#pattern`} autocomplete="off">
              <ButtonRow>
                <Button>{i18n.t('bodymap.show')}</Button>
                <ButtonLink kind="second" href={i18n.path(path)}>
                  {i18n.t('bodymap.clear')}
                </ButtonLink>
                <span data-script hidden>
                  <button class="button second" type="button" data-put-back hidden>
                    {i18n.t('bodymap.put-back')}
                  </button>
                </span>
              </ButtonRow>
              <div data-script hidden>
                <label class="choice">
                  <input type="checkbox" data-remember />
                  <span>{i18n.t('bodymap.remember')}</span>
                  <span class="help">{i18n.t('bodymap.remember-help')}</span>
                </label>
              </div>
            </form>
          </BodyMap>
        </div>
        <Notice role="note">
          <p>{i18n.t('bodymap.pattern-not')}</p>
        </Notice>
      </section>
      <Part id="privacy" title={i18n.t('bodymap.privacy')} stones={0} lesser>
        <Prose>
          <p>
            {i18n.t('bodymap.privacy-script')} {i18n.t('bodymap.privacy-plain')}
          </p>
        </Prose>
      </Part>
      <Part id="words" title={i18n.t('bodymap.words')} stones={0}>
        {facts}
      </Part>
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

/** The answer. A script writes it anew as parts are marked, and it is read out when it has settled. */
function Pattern({ island, marks, i18n }: { island: BodyMapIsland; marks: readonly Mark[]; i18n: I18n }) {
  const distribution = classifyDistribution(marks, island.rule);
  const { value, why, besides, ask } = wordsOfDistribution(distribution, vocabularyOf(island, i18n));
  return (
    <div class="pattern" id="pattern" tabindex={-1} role="status" aria-label={i18n.t('bodymap.pattern')}>
      <p class="pattern-name" data-value hidden={!value}>
        {value}
      </p>
      <p data-why>{why}</p>
      <p class="small" data-besides hidden={besides.length === 0}>
        {besides.join(' ')}
      </p>
      <p class="small" data-ask hidden={!ask}>
        {ask}
      </p>
    </div>
  );
}

/** The question back, for each part in the middle; hidden unless it decides something. */
function Sides({ rule, marks, i18n }: { rule: RegionsRule; marks: readonly Mark[]; i18n: I18n }) {
  const asked = classifyDistribution(marks, rule)?.ask?.regions ?? [];
  return (
    <>
      {rule.regions
        .filter(({ side }) => side === 'either')
        .map(({ id, name }) => {
          const told = marks.find(({ region }) => region === id)?.side;
          return (
            <div data-side={id} hidden={!told && !asked.includes(id)}>
              <Choices
                legend={i18n.t('bodymap.side-of', { region: inLanguage(name, i18n.language).text })}
                name={`side-${id}`}
                form={formId}
                choices={(['right', 'left', 'both'] as const).map((side) => ({
                  value: side,
                  text: i18n.t(`bodymap.side-${side}`),
                  checked: told === side,
                }))}
              />
            </div>
          );
        })}
    </>
  );
}
