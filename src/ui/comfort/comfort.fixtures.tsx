import type { I18n } from '#platform/i18n/i18n.ts';
import { PanelButton } from '../masthead/masthead.tsx';
import { PageTools } from '../page-tools/page-tools.tsx';

export const title = 'Comfort';
export const why =
  'The reader sets the page, at once and without a script. With one, it is remembered on the device, read aloud and printed.';
export const examples = {
  'Opens the panel': (i18n: I18n) => <PanelButton panel="comfort" text={i18n.t('layout.comfort')} />,
  'What a script adds': (i18n: I18n) => <PageTools i18n={i18n} />,
};
