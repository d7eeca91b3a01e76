import type { I18n } from '#platform/i18n/i18n.ts';
import { bodyRegions } from '../bodies/regions.ts';
import { BodyMap } from './body-map.tsx';

export const title = 'Body map';
export const why = 'A figure and a list of the same checkboxes: tap either; both are in step without a script.';
export const examples = {
  'Neck and right arm': (i18n: I18n) => (
    <BodyMap
      i18n={i18n}
      legend="Parts that are affected"
      parts={bodyRegions.map((id) => ({ id, name: i18n.t(`bodies.${id}`), checked: /neck|right-arm/u.test(id) }))}
    >
      <div class="pattern">
        <p class="pattern-name">Segmental</p>
        <p>The neck and the right arm are neighbours.</p>
      </div>
    </BodyMap>
  ),
};
