import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type Localised } from '#platform/i18n/languages.ts';
import { renderInline, Sanitized, type TextContext } from '#modules/knowledge/index.ts';
import { Table } from '#ui/table/table.tsx';
import { comparePath, inPairOrder, namesOf, type ConditionEntry, type LookAlike } from './condition.ts';

/** A text of the pack in the reader's language, or in English and marked as such. */
export function Words({ text, i18n }: { text: Localised; i18n: I18n }) {
  const { text: words, language } = inLanguage(text, i18n.language);
  return language === i18n.language ? <>{words}</> : <span {...foreign(i18n, language)}>{words}</span>;
}

/** The same for text with citations, which are numbered now and not when the element is drawn. */
export function citedWords(text: Localised, context: TextContext, where: string): Child {
  const { text: words, language } = inLanguage(text, context.i18n.language);
  const html = <Sanitized html={renderInline(words, context, where)} />;
  return language === context.i18n.language ? html : <span {...foreign(context.i18n, language)}>{html}</span>;
}

/** What the page of a pair is called, in the order of its address: "Dystonia or Parkinson’s disease?" */
export function titleOfPair(
  a: Pick<ConditionEntry, 'slug' | 'names'>,
  b: Pick<ConditionEntry, 'slug' | 'names'>,
  i18n: I18n,
): string {
  const [one, other] = inPairOrder(a.slug, b.slug)[0] === a.slug ? [a, b] : [b, a];
  return i18n.t('compare.title', {
    one: namesOf(one, i18n.language).preferred,
    other: namesOf(other, i18n.language).preferred,
  });
}

export const conditionPath = (entry: Pick<ConditionEntry, 'slug'>, i18n: I18n): string =>
  i18n.path(`/conditions/${entry.slug}`);

/** How many look-alikes fit beside a condition. */
const mostSideBySide = 3;

/** The condition beside those it is confused with, row by row; then what to ask. Never tells a reader what they have. */
export function LookAlikeTable({
  condition,
  lookAlikes,
  context,
}: {
  condition: Pick<ConditionEntry, 'names' | 'slug'>;
  lookAlikes: readonly LookAlike[];
  context: TextContext;
}) {
  const { i18n } = context;
  const title = i18n.t('look-alikes.title');
  const own = namesOf(condition, i18n.language).preferred;
  const others = lookAlikes.map(({ other }) => namesOf(other, i18n.language).preferred);
  const features = new Map(lookAlikes.flatMap(({ rows }) => rows.map((row) => [row.feature, row.featureName])));
  const cell = (text: Localised | undefined, of = context): Child =>
    text ? citedWords(text, of, title) : <span class="soft">{i18n.t('look-alikes.nothing')}</span>;
  // in a cell of the other condition, a claim without a slug is the other's
  const contexts = lookAlikes.map(({ other }): TextContext => ({
    ...context,
    conditionSlug: '',
    claim(reference) {
      const [slug, id] = reference.includes('/') ? reference.split('/') : [other.slug, reference];
      return context.claim(slug === context.conditionSlug ? id! : `${slug}/${id}`);
    },
  }));
  const ask = [...new Map(lookAlikes.flatMap((pair) => pair.ask).map((each) => [each.en, each])).values()];
  const links = lookAlikes.map(({ other }, index) => (
    <a href={i18n.path(comparePath(condition.slug, other.slug))}>{others[index]}</a>
  ));
  const rowOf = ({ rows }: LookAlike, feature: string) => rows.find((row) => row.feature === feature);
  const caption = i18n.t('look-alikes.caption', { names: i18n.list([own, ...others]) });
  // more columns than a page is wide: then a row each, with what tells most, and the rest on the page of the pair
  const telling = [...features].filter((_, index, all) => index === 0 || index === all.length - 1);
  const table =
    lookAlikes.length <= mostSideBySide ? (
      <Table
        caption={caption}
        captionHidden
        columns={[{ text: own }, ...links.map((heading, index) => ({ text: others[index]!, heading }))]}
        rows={[...features].map(([feature, name]) => {
          const rows = lookAlikes.map((pair) => rowOf(pair, feature));
          return {
            head: <Words text={name} i18n={i18n} />,
            cells: [cell(rows.find(Boolean)?.this), ...rows.map((row, index) => cell(row?.other, contexts[index]))],
          };
        })}
      />
    ) : (
      <Table
        caption={caption}
        captionHidden
        columns={telling.map(([, name]) => ({ text: inLanguage(name, i18n.language).text }))}
        rows={[
          {
            head: own,
            cells: telling.map(([id]) => cell(lookAlikes.map((pair) => rowOf(pair, id)).find(Boolean)?.this)),
          },
          ...lookAlikes.map((pair, index) => ({
            head: links[index],
            cells: telling.map(([id]) => cell(rowOf(pair, id)?.other, contexts[index])),
          })),
        ]}
      />
    );
  return (
    <figure class="across">
      {table}
      <p>{i18n.t('look-alikes.side-by-side')}</p>
      {lookAlikes
        .filter(({ together }) => together)
        .map(({ together }) => (
          <p>{citedWords(together!, context, title)}</p>
        ))}
      {ask.length > 0 && (
        <figcaption>
          <b>{i18n.t('look-alikes.ask')}</b>
          <ul>
            {ask.map((each) => (
              <li>
                <Words text={each} i18n={i18n} />
              </li>
            ))}
          </ul>
        </figcaption>
      )}
    </figure>
  );
}
