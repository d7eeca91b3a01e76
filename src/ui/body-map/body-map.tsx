import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { faceLines, hasFigure, regionBorders, regionPaths, tapAreas, type BodyRegion } from '../bodies/regions.ts';
import { bodyClipId, bodyId } from '../stones/sprite.tsx';

export interface BodyMapPart {
  id: string;
  name: Child;
  checked: boolean;
}

/** The whole body, and its head so large that a finger finds its parts. */
const views = {
  whole: { viewBox: '0 -12 100 196', parts: (id: BodyRegion) => id !== 'larynx' },
  head: { viewBox: '30 -1 40 58', parts: (id: BodyRegion) => /face|larynx|neck/u.test(id) },
};

/** The voice box lies on the neck: it is drawn, and found, above it. */
const inDrawingOrder = (parts: readonly BodyMapPart[]) =>
  parts
    .flatMap(({ id }) => (hasFigure(id) ? [id] : []))
    .sort((a, b) => Number(a === 'larynx') - Number(b === 'larynx'));

/**
 * Parts of the body to mark, as a figure and as a list. There is one checkbox for each part, in the list; each part of the
 * figure is another label of it, so both are in step without a script, and assistive technology meets only the list.
 */
export const BodyMap = ({
  i18n,
  legend,
  form,
  parts,
  children,
}: {
  i18n: I18n;
  legend: string;
  /** The id of the form that sends the marks. It holds only its buttons, so that paper shows the marks without it. */
  form?: string;
  parts: readonly BodyMapPart[];
  /** Below the list: the answer. */
  children?: Child;
}) => (
  <div class="body-map">
    <div class="body-map-figures">
      {(['whole', 'head'] as const).map((view) => (
        <Figure i18n={i18n} view={view} parts={inDrawingOrder(parts).filter(views[view].parts)} />
      ))}
      <p class="small soft">{i18n.t('bodymap.figure')}</p>
    </div>
    <div class="body-map-list">
      <fieldset>
        <legend>{legend}</legend>
        {parts.map(({ id, name, checked }) => (
          <label class="choice">
            <input
              id={`region-${id}`}
              aria-labelledby={`region-${id}-name`}
              form={form}
              type="checkbox"
              name="region"
              value={id}
              checked={checked}
            />
            <span id={`region-${id}-name`}>{name}</span>
          </label>
        ))}
      </fieldset>
      {children}
    </div>
  </div>
);

function Figure({ i18n, view, parts }: { i18n: I18n; view: keyof typeof views; parts: readonly BodyRegion[] }) {
  const { viewBox } = views[view];
  return (
    <div class={`body-map-figure ${view}`} aria-hidden="true">
      <svg viewBox={viewBox} focusable="false">
        <use href={`#${bodyId}`} />
        <g clip-path={`url(#${bodyClipId})`}>
          {parts.map((id) => (
            <path class={`area area-${id}`} d={regionPaths[id]} />
          ))}
          <path class="border" d={regionBorders} />
        </g>
        {view === 'head' ? (
          Object.entries(faceLines).map(([id, d]) => <path class={`face face-${id}`} d={d} />)
        ) : (
          <>
            <text x="20" y="-3" text-anchor="middle">
              {i18n.t('bodymap.right')}
            </text>
            <text x="80" y="-3" text-anchor="middle">
              {i18n.t('bodymap.left')}
            </text>
          </>
        )}
      </svg>
      {parts.map((id) => (
        <label for={`region-${id}`}>
          <svg viewBox={viewBox} focusable="false">
            <path d={tapAreas[id]} />
          </svg>
        </label>
      ))}
    </div>
  );
}
