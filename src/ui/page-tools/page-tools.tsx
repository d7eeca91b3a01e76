import type { I18n } from '#platform/i18n/i18n.ts';

/** Listen to the page, or take it along. Only a script can do either, so it is not there without one. */
export const PageTools = ({ i18n }: { i18n: I18n }) => (
  <div class="page-tools" data-script hidden>
    <button class="plain-button" type="button" data-read-aloud hidden>
      {i18n.t('page-tools.listen')}
    </button>
    <button class="plain-button" type="button" data-print>
      {i18n.t('page-tools.print')}
    </button>
  </div>
);
