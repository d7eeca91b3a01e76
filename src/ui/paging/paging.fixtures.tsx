import type { I18n } from '#platform/i18n/i18n.ts';
import { Paging } from './paging.tsx';

export const title = 'Pages';
export const why = 'Large, with names, and only as many as help.';
export const examples = {
  'In the middle': (i18n: I18n) => <Paging i18n={i18n} current={4} last={9} href={(page) => `#paging-${page}`} />,
};
