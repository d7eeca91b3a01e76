import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage, type Localised } from '#platform/i18n/languages.ts';
import { renderInline, Sanitized, type TextContext } from '#modules/knowledge/index.ts';
import { Table } from '#ui/table/table.tsx';
import { namesOf, type ConditionEntry, type LookAlike } from './condition.ts';

/** A text of the pack in the reader's language, or in English and marked as such. */
export function Words({ text, i18n }: { text: Localised; i18n: I18n }) {
  const { text: words, language } = inLanguage(text, i18n.language);
  return language === i18n.language ? <>{words}</> : <span {...foreign(i18n, language)}>{words}</span>;
}

/** The same for text with citations, which are numbered now and not when the element is drawn. */
function citedWords(text: Localised, context: TextContext, where: string): Child {
  const { text: words, language } = inLanguage(text, context.i18n.language);
  const html = <Sanitized html={renderInline(words, context, where)} />;
  return language === context.i18n.language ? html : <span {...foreign(context.i18n, language)}>{html}</span>;
}

export const conditionPath = (entry: Pick<ConditionEntry, 'slug'>, i18n: I18n): string =>
  i18n.path(`/conditions/${entry.slug}`);

/** The condition beside those it is confused with, row by row; then what to ask. Never tells a reader what they have. */
export function LookAlikeTable({
  condition,
  lookAlikes,
  context,
}: {
  condition: Pick<ConditionEntry, 'names'>;
  lookAlikes: readonly LookAlike[];
  context: TextContext;
}) {
  const { i18n } = context;
  const title = i18n.t('look-alikes.title');
  const own = namesOf(condition, i18n.language).preferred;
  const others = lookAlikes.map(({ other }) => namesOf(other, i18n.language).preferred);
  const features = new Map(lookAlikes.flatMap(({ rows }) => rows.map((row) => [row.feature, row.featureName])));
  const cell = (text: Localised | undefined): Child =>
    text ? citedWords(text, context, title) : <span class="soft">{i18n.t('look-alikes.nothing')}</span>;
  const ask = [...new Map(lookAlikes.flatMap((pair) => pair.ask).map((each) => [each.en, each])).values()];
  return (
    <figure class="across">
      <Table
        caption={i18n.t('look-alikes.caption', { names: i18n.list([own, ...others]) })}
        captionHidden
        columns={[
          { text: own },
          ...lookAlikes.map(({ other }, index) => ({
            text: others[index]!,
            heading: <a href={conditionPath(other, i18n)}>{others[index]}</a>,
          })),
        ]}
        rows={[...features].map(([feature, name]) => {
          const rows = lookAlikes.map((pair) => pair.rows.find((row) => row.feature === feature));
          return {
            head: <Words text={name} i18n={i18n} />,
            cells: [cell(rows.find(Boolean)?.this), ...rows.map((row) => cell(row?.other))],
          };
        })}
      />
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
