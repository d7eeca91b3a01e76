import type { I18n } from '#platform/i18n/i18n.ts';

/** What the buttons do; `map.island.ts` listens. */
const moves = ['up', 'down', 'left', 'right'] as const;

/** Only a script can bring a map closer, so these are not there without one. A line under them tells the place that is met. */
export const MapTools = ({ i18n, region }: { i18n: I18n; region: string }) => (
  <div class="map-tools" data-script hidden data-map-tools data-view={region} data-label={i18n.t('map.keys')}>
    <p class="map-met" data-met data-hint={i18n.t('map.hint')}>
      {i18n.t('map.hint')}
    </p>
    <div class="button-row">
      <button class="plain-button" type="button" data-zoom="closer">
        {i18n.t('map.closer')}
      </button>
      <button class="plain-button" type="button" data-zoom="further" hidden>
        {i18n.t('map.further')}
      </button>
      {moves.map((move) => (
        <button class="plain-button" type="button" data-zoom={move} hidden>
          {i18n.t(`map.${move}`)}
        </button>
      ))}
      <button class="plain-button" type="button" data-zoom="whole" hidden>
        {i18n.t('map.whole')}
      </button>
    </div>
  </div>
);
