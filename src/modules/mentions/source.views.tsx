import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { conditionPath, namesOf, numbersPath, titleOfPair, Words } from '#modules/conditions/index.ts';
import { claimText, DoubtTag, Reference, sourceInBrief, sourcePath } from '#modules/knowledge/index.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Part, Prose } from '#ui/part/part.tsx';
import { Quotes, type QuoteEntry } from '#ui/quotes/quotes.tsx';
import { Results } from '#ui/results/results.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { placeOf, type Mention } from './mention.ts';
import type { RestingCondition, SourcePageData } from './source-page.ts';
import type { MentionRepository } from './mention.repository.ts';

const pagePath = (path: string, page: number): string => (page > 1 ? `${path}?page=${page}` : path);

/** Every source of the atlas, in the order of its authors. */
export function SourceIndexPage({
  sources,
  page,
  lastPage,
  frame,
}: {
  sources: Awaited<ReturnType<MentionRepository['listSources']>>;
  page: number;
  lastPage: number;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const path = i18n.path('/sources');
  return (
    <Page
      frame={frame}
      meta={{
        title: i18n.t('sources.index'),
        description: i18n.t('sources.index-lede'),
        path: '/sources',
        noindex: page > 1,
      }}
    >
      <PageHead title={i18n.t('sources.index')} lede={i18n.t('sources.index-lede')} />
      <section class="part">
        <Results
          id="list"
          title={i18n.t('sources.title')}
          results={sources.map(({ key, csl, conditions }) => {
            const { title, published } = sourceInBrief(csl);
            const count = i18n.t('sources.mentions', { count: conditions });
            return {
              text: title,
              href: i18n.path(sourcePath(key)),
              means: [published, count].filter(Boolean).join(' · '),
            };
          })}
        />
        <Paging i18n={i18n} current={page} last={lastPage} href={(each) => pagePath(path, each)} />
      </section>
    </Page>
  );
}

/** One source, and every sentence, number and code that rests on it. */
export function SourcePage({ data, frame }: { data: SourcePageData; frame: SiteFrame }) {
  const { i18n } = frame;
  const { key, csl, resting, axes, page, lastPage } = data;
  const { title, published } = sourceInBrief(csl);
  const path = sourcePath(key);
  return (
    <Page
      frame={frame}
      meta={{
        // works of one title are told apart by who published them
        title: i18n.t('sources.one', { name: [title, published].filter(Boolean).join(' · ') }),
        description: i18n.t('sources.one-lede'),
        path,
        noindex: page > 1,
      }}
    >
      <PageHead
        title={title}
        lede={i18n.t('sources.one-lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('sources.index'), href: i18n.path('/sources') }]} />}
      />
      <Part id="reference" title={i18n.t('sources.reference')} lesser>
        <Prose>
          <p class="source-list">
            <Reference csl={csl} language={i18n.language} /> <DoubtTag csl={csl} i18n={i18n} />
          </p>
        </Prose>
      </Part>
      <Part id="rests" title={i18n.t('sources.rests')} stones={0}>
        {axes.length > 0 && (
          <Prose>
            <p>{i18n.t('sources.axes')}:</p>
            <ul>
              {axes.map(({ name, version }) => (
                <li>
                  <Words text={name} i18n={i18n} /> (<Words text={version} i18n={i18n} />)
                </li>
              ))}
            </ul>
          </Prose>
        )}
        {resting.map((each) => (
          <Quotes
            title={<a href={conditionPath(each.condition, i18n)}>{namesOf(each.condition, i18n.language).preferred}</a>}
            quotes={quotesOf(each, data, i18n)}
          />
        ))}
        {resting.length === 0 && axes.length === 0 && (
          <Empty title={i18n.t('sources.rests-nothing')}>{i18n.t('sources.rests-nothing-means')}</Empty>
        )}
        <Paging i18n={i18n} current={page} last={lastPage} href={(each) => pagePath(i18n.path(path), each)} />
      </Part>
    </Page>
  );
}

/** The sentences of a condition as its pages have them, then its numbers, then its codes. */
function quotesOf({ condition, mentions, claims, codes }: RestingCondition, data: SourcePageData, i18n: I18n) {
  const numbers = { text: i18n.t('sources.claims'), href: i18n.path(numbersPath(condition.slug)) };
  return [
    ...mentions.map((mention): QuoteEntry => ({
      words: mention.sentence,
      ...foreign(i18n, mention.language),
      at: linkTo(mention, condition, data, i18n),
    })),
    ...claims.map((claim): QuoteEntry => {
      const { text: about, language } = inLanguage(claim.about, i18n.language);
      const words = `${about}: ${claimText(claim, 'whole', i18n)} (${inLanguage(claim.place, i18n.language).text}, ${claim.year})`;
      return { words, ...foreign(i18n, language), at: numbers };
    }),
    ...(codes.length > 0
      ? [
          {
            // codes are no words of any language
            lang: 'zxx',
            words: codes.map(({ system, code }) => (code.startsWith(system) ? code : `${system} ${code}`)).join(', '),
            at: { text: i18n.t('sources.codes-of'), href: `${conditionPath(condition, i18n)}#names-and-codes` },
          },
        ]
      : []),
  ];
}

function linkTo(mention: Mention, condition: RestingCondition['condition'], data: SourcePageData, i18n: I18n) {
  const other = data.conditions.get(mention.otherId ?? '');
  const question = data.questions.get(mention.questionId ?? '');
  const page = question ? inLanguage(question.short, i18n.language).text : other && titleOfPair(condition, other, i18n);
  const part = mention.place === 'short' ? i18n.t('sources.short') : mention.heading;
  return {
    text: [page, part].filter(Boolean).join(' · '),
    href: i18n.path(placeOf(mention, condition.slug, other?.slug)),
  };
}
