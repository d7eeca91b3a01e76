import type { I18n } from '#platform/i18n/i18n.ts';
import { SearchForm } from './search-form.tsx';

export const title = 'Search';
export const why = 'One field, one button, and examples that work.';
export const examples = {
  Empty: (i18n: I18n) => (
    <SearchForm
      i18n={i18n}
      id="search-1"
      examples={[
        { text: 'dystonia', href: '#ui-search-form' },
        { text: 'eyelids that close', href: '#ui-search-form' },
      ]}
    />
  ),
};
