import {
  conditionPath,
  medicalCondition,
  namesOf,
  Words,
  type Condition,
  type ConditionEntry,
} from '#modules/conditions/index.ts';
import {
  createCitations,
  createTextContext,
  plainInline,
  renderInline,
  Sanitized,
  SourcesPart,
  type TextContext,
} from '#modules/knowledge/index.ts';
import type { MessageKey } from '#platform/i18n/languages.ts';
import { Contents } from '#ui/contents/contents.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Opening, ShortAnswer } from '#ui/opening/opening.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { PageTools } from '#ui/page-tools/page-tools.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { ReviewLine } from '#ui/review-line/review-line.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { Urgent } from '#ui/urgent/urgent.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { criticalSurround } from './calibration.ts';
import { panelsOf, type Figure, type FoundFigure } from './figure.ts';
import { MechanismFigure, type FigureAssets } from './figure.views.tsx';
import { healthy, presets } from './settings.ts';
import { Specialists } from './specialists.views.tsx';
import sources from './sources.json' with { type: 'json' };

export const mechanismPath = (slug: string): string => `/conditions/${slug}/mechanism`;

/** Whatever the figure rests on comes with it, so that any pack can use it: CSL-JSON by key. */
const ownSources = new Map<string, unknown>(sources.map((source) => [source.id, source]));

/** The day on which the words of this page were last changed. */
const wordsUpdated = '2026-11-24';

/** What each part says, message by message: the order is the order on the page. */
const texts = {
  reading: ['wish', 'brakes', 'arm', 'others'],
  honest: ['measured', 'model', 'fitted', 'predicted', 'thin', 'ours'],
  wrong: ['rhythm', 'surgery', 'surround', 'gpe', 'sides', 'missing', 'channels'],
  careful: ['you', 'network', 'gaba', 'cramp', 'both'],
} as const satisfies Record<string, readonly string[]>;

type TextPart = keyof typeof texts;

/** How the model stands where two movements get through instead of one, in percent of what is healthy. */
const margin = () => ({
  critical: criticalSurround() / healthy.surround,
  chosen: presets.dystonia.surround / healthy.surround,
});

/** A list of messages in markdown; called, so that citations are numbered in the order of reading. */
function textOf(part: TextPart, context: TextContext) {
  const { i18n } = context;
  const { critical, chosen } = margin();
  const percent = (value: number) => i18n.number(value, { style: 'percent', maximumFractionDigits: 1 });
  const where = i18n.t(`mechanism.page.${part}`);
  const items = texts[part].map((name) => {
    const words = i18n.t(`mechanism.${part}.${name}` as MessageKey, {
      critical: percent(critical),
      chosen: percent(chosen),
    });
    return <Sanitized html={renderInline(words, context, where)} />;
  });
  return (
    <Prose>
      <ul>
        {items.map((item) => (
          <li>{item}</li>
        ))}
      </ul>
    </Prose>
  );
}

/** The figure on a page of its own: to play with, to link to, and to read how far it goes. */
export function MechanismPage({
  condition,
  parent,
  urgentHelp,
  figure,
  found,
  assets,
  frame,
}: {
  condition: Condition;
  parent: ConditionEntry | undefined;
  urgentHelp: { en: string; es?: string } | undefined;
  figure: Figure;
  found: FoundFigure;
  assets: FigureAssets;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { inSentence } = namesOf(condition, i18n.language);
  const title = i18n.t('mechanism.page.title', { condition: inSentence });
  const context = createTextContext({
    i18n,
    citations: createCitations(ownSources),
    conditionSlug: condition.slug,
    claim: () => undefined,
    term: () => undefined,
  });
  const parts = (Object.keys(texts) as TextPart[]).map((part) => ({
    id: part,
    title: i18n.t(`mechanism.page.${part}`),
    content: textOf(part, context),
  }));
  const specialists = Specialists({ context });
  const list = SourcesPart({ i18n, citations: context.citations, sources: ownSources, withPages: false });
  const all = [
    { id: 'figure', title: i18n.t('mechanism.page.figure') },
    ...parts,
    { id: 'specialists', title: i18n.t('mechanism.page.specialists') },
    { id: 'sources', title: i18n.t('sources.title') },
  ];
  const description = i18n.t('mechanism.page.lede');
  const about = medicalCondition(condition, [], {
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
        description,
        path: mechanismPath(condition.slug),
        ogType: 'article',
        jsonLd: [{ '@context': 'https://schema.org', ...about }],
      }}
    >
      <Opening
        title={title}
        stones={parts.length + 1}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
              ...[parent, condition].flatMap((each) =>
                each ? [{ text: namesOf(each, i18n.language).preferred, href: conditionPath(each, i18n) }] : [],
              ),
            ]}
          />
        }
      >
        <ShortAnswer i18n={i18n}>{description}</ShortAnswer>
        <p>{i18n.t('mechanism.page.lede-not')}</p>
        <ReviewLine i18n={i18n} review={{ state: 'unsigned', updated: wordsUpdated }} />
        <p>
          <WayOn href={found.href}>{i18n.t('mechanism.page.read-answer')}</WayOn>
        </p>
      </Opening>
      <Contents i18n={i18n} parts={all.map(({ id, title: text }) => ({ id, text }))} />
      <Part id="figure" title={i18n.t('mechanism.page.figure')}>
        <MechanismFigure
          i18n={i18n}
          figure={figure}
          panels={panelsOf(figure)}
          assets={assets}
          language={found.language}
        />
      </Part>
      {parts.map((part, index) => (
        <Part id={part.id} title={part.title} stones={index + 1}>
          {part.content}
        </Part>
      ))}
      <Part id="specialists" title={i18n.t('mechanism.page.specialists')} stones={parts.length + 1}>
        <Fold summary={i18n.t('mechanism.page.specialists-fold')}>{specialists}</Fold>
      </Part>
      <Urgent i18n={i18n} href={i18n.path('/help')} disclaimer>
        {urgentHelp && <Words text={urgentHelp} i18n={i18n} />}
      </Urgent>
      <section class="part">
        <PageTools i18n={i18n} />
      </section>
      {list}
    </Page>
  );
}
