import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { citeSources, type TextContext } from '#modules/knowledge/index.ts';
import { Bodies } from '#ui/bodies/bodies.tsx';
import { bodyPatterns } from '#ui/bodies/regions.ts';
import { Facts } from '#ui/facts/facts.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { weave } from '#ui/words/weave.ts';
import type { Axis, AxisValue, Band, Provenance, RegionsRule } from './axis.ts';
import { namesOf, type AxisPlace, type ConditionEntry } from './condition.ts';
import { Words } from './condition.figures.tsx';

interface AxisFactsProps {
  axis: Axis;
  /** Absent: all values of the axis. */
  place?: AxisPlace;
  /** The wider condition whose place this is, if it is not that of the page's own condition. */
  from?: Pick<ConditionEntry, 'names'>;
  /** Where the reader can mark parts of the body, if the axis has rules for them. */
  mapHref?: string;
  context: TextContext;
}

/**
 * An axis of classification with the values that a condition takes on it, its version, what is not known of it, and the rules
 * with where they come from. Called, not rendered as an element: it numbers citations.
 */
export function AxisFacts({ axis, place, from, mapHref, context }: AxisFactsProps) {
  const { i18n } = context;
  const shown = place ? axis.values.filter(({ id }) => place.values.includes(id)) : axis.values;
  const name = inLanguage(axis.name, i18n.language).text;
  const drawn = shown.every(({ id }) => bodyPatterns[id]);
  const whole = from && <AboutWhole condition={from} i18n={i18n} />;
  const cite = (named: Provenance) =>
    named.source ? citeSources(i18n, context.citations, [named.source], name) : undefined;
  const facts = drawn ? [] : factsOf(axis, shown, i18n, cite);
  const caption = (
    <>
      {weave(i18n, 'axis.version', { version: <Words text={axis.version} i18n={i18n} /> })}
      {cite(axis)}
      {axis.unknown && (
        <>
          {' '}
          <Words text={axis.unknown} i18n={i18n} />
        </>
      )}
    </>
  );
  const more = (
    <>
      {mapHref && (
        <p>
          <WayOn href={mapHref}>{i18n.t('axes.map-link')}</WayOn>
        </p>
      )}
      {rulesOf(axis, context, cite)}
    </>
  );
  if (drawn)
    return (
      <div class="axis across">
        {whole}
        <Bodies
          i18n={i18n}
          id={`axis-${axis.id}`}
          title={name}
          patterns={shown.map(({ id, name, means }) => ({
            regions: bodyPatterns[id]!,
            name: inLanguage(name, i18n.language).text,
            means: <Words text={means} i18n={i18n} />,
          }))}
          caption={caption}
        />
        {more}
      </div>
    );
  return (
    <div class="axis">
      {whole}
      <figure>
        <p class="figure-title">
          <Words text={axis.name} i18n={i18n} />
        </p>
        {facts}
        <figcaption>{caption}</figcaption>
      </figure>
      {more}
    </div>
  );
}

/** That something is not the form's own. Stands before it, in words. */
export const AboutWhole = ({ condition, i18n }: { condition: Pick<ConditionEntry, 'names'>; i18n: I18n }) => (
  <p class="about-whole">{i18n.t('forms.about-whole', { condition: namesOf(condition, i18n.language).inSentence })}</p>
);

type Cite = (named: Provenance) => Child;

/** Values with their meaning; in groups, where the axis asks several questions. */
function factsOf({ rule }: Axis, shown: readonly AxisValue[], i18n: I18n, cite: Cite): Child {
  const facts = (values: readonly AxisValue[]) => (
    <Facts
      facts={values.map((value) => ({
        name: <Words text={value.name} i18n={i18n} />,
        values: [
          <>
            <Words text={value.means} i18n={i18n} />
            {cite(value)}
          </>,
        ],
      }))}
    />
  );
  const groups = rule?.kind === 'groups' ? rule.groups : [];
  const filled = groups.flatMap(({ name, values }) => {
    const those = shown.filter(({ id }) => values.includes(id));
    return those.length > 0 ? [{ name, those }] : [];
  });
  if (filled.length < 2) return facts(shown);
  return filled.map(({ name, those }) => (
    <>
      <p class="axis-group">
        <Words text={name} i18n={i18n} />
      </p>
      {facts(those)}
    </>
  ));
}

/** Where the rules of an axis come from: folded away, since few need it; nothing if there is no more to say than the source. */
function rulesOf({ rule, values, name }: Axis, { i18n }: TextContext, cite: Cite): Child {
  const ours = (named: Provenance) =>
    named.ours && <> {weave(i18n, 'axes.ours', { reading: <Words text={named.ours} i18n={i18n} /> })}</>;
  const nameOf = (id: string) => <Words text={values.find((value) => value.id === id)?.name ?? name} i18n={i18n} />;
  if (rule?.kind === 'regions')
    return (
      <Fold summary={i18n.t('axes.rules')}>
        <p>{i18n.t('axes.order')}</p>
        <ol>
          {rule.order.map((each) => (
            <li>
              <b>{nameOf(each.value)}</b>:{' '}
              <Words text={values.find(({ id }) => id === each.value)?.means ?? name} i18n={i18n} />
              {cite(each)}
              {ours(each)}
            </li>
          ))}
        </ol>
        <p>
          <b>{i18n.t('axes.neighbours')}</b>
        </p>
        <Facts facts={neighboursOf(rule, i18n)} />
        {rule.neighbours.map((each) => (
          <p class="small">
            {cite(each)}
            {ours(each)}
          </p>
        ))}
      </Fold>
    );
  if (rule?.kind === 'bands')
    return (
      <Fold summary={i18n.t('axes.rules')}>
        <p>
          <Words text={rule.of} i18n={i18n} />
          {cite(rule)}
          {ours(rule)}
        </p>
        <Facts facts={rule.bands.map((band) => ({ name: nameOf(band.value), values: [boundsInWords(band, i18n)] }))} />
      </Fold>
    );
  const read = rule?.groups.filter((group) => group.ours) ?? [];
  if (read.length === 0) return null;
  return (
    <Fold summary={i18n.t('axes.rules')}>
      {read.map((group) => (
        <p>
          <b>
            <Words text={group.name} i18n={i18n} />
          </b>
          :{cite(group)}
          {ours(group)}
        </p>
      ))}
    </Fold>
  );
}

/** "more than 0.9, less than 1.15": each bound as the rule has it. */
const boundsInWords = (band: Band, i18n: I18n): string =>
  (['from', 'above', 'to', 'below'] as const)
    .flatMap((bound) =>
      band[bound] === undefined ? [] : [i18n.t(`axes.${bound}`, { number: i18n.number(band[bound]) })],
    )
    .join(', ');

/** Each part with the parts that count as its neighbours. */
const neighboursOf = ({ regions, neighbours }: RegionsRule, i18n: I18n) =>
  regions.map(({ id, name }) => ({
    name: <Words text={name} i18n={i18n} />,
    values: [
      i18n.list(
        regions
          .filter((other) =>
            neighbours.some(({ pairs }) => pairs.some((pair) => pair.includes(id) && pair.includes(other.id))),
          )
          .filter((other) => other.id !== id)
          .map((other) => inLanguage(other.inSentence, i18n.language).text),
      ),
    ],
  }));
