import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { bodyClipId, bodyId } from '../stones/sprite.tsx';
import { regionPaths, type BodyRegion } from './regions.ts';

export interface BodyPattern {
  regions: readonly BodyRegion[];
  name: string;
  means: Child;
}

/** One quiet figure; the marked regions are cut from it, like countries on a map. */
export function Body({ i18n, regions }: { i18n: I18n; regions: readonly BodyRegion[] }) {
  const marked = i18n.list(regions.map((region) => i18n.t(`bodies.${region}`)));
  return (
    <svg class="body" viewBox="4 0 92 182" role="img" aria-label={i18n.t('bodies.marked', { marked })}>
      <use href={`#${bodyId}`} />
      <g clip-path={`url(#${bodyClipId})`}>
        {regions.map((region) => (
          <path class="on" d={regionPaths[region]} />
        ))}
      </g>
    </svg>
  );
}

/** Patterns of the body side by side, each with its name in words. `bodyPatterns` has those of dystonia. */
export const Bodies = ({
  i18n,
  id,
  title,
  patterns,
  caption,
}: {
  i18n: I18n;
  id: string;
  title: string;
  patterns: readonly BodyPattern[];
  caption?: Child;
}) => (
  <figure class="across" aria-labelledby={`${id}-title`}>
    <p class="figure-title" id={`${id}-title`}>
      {title}
    </p>
    <ul class="bodies" role="list">
      {patterns.map(({ regions, name, means }) => (
        <li>
          <Body i18n={i18n} regions={regions} />
          <p>
            <b>{name}</b> {means}
          </p>
        </li>
      ))}
    </ul>
    {caption && <figcaption>{caption}</figcaption>}
  </figure>
);
