import type { I18n } from '#platform/i18n/i18n.ts';
import type { Link } from '../trail/trail.tsx';

interface SearchFormProps {
  i18n: I18n;
  /** What was searched for. */
  value?: string;
  /** Absent: `/search` in the reader's language. */
  action?: string;
  /** Absent: "What would you like to know?" */
  label?: string;
  /** Examples, each leading somewhere. */
  examples?: readonly Link[];
  /** Of the field, when a page has two. */
  id?: string;
}

/** The search over the whole atlas; `q` is sent by GET. With script, conditions are suggested while one types (`islands/suggestions.ts`). */
export function SearchForm({ i18n, value, action, label, examples = [], id = 'q' }: SearchFormProps) {
  return (
    <form class="search-form" action={action ?? i18n.path('/search')} method="get" role="search">
      <label for={id}>{label ?? i18n.t('search-form.label')}</label>
      <div class="search">
        <div class="search-field">
          <input
            class="input"
            id={id}
            name="q"
            type="search"
            value={value}
            maxlength={200}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            enterkeyhint="search"
            data-suggest={i18n.path('/search/suggest')}
          />
        </div>
        <button class="button" type="submit">
          {i18n.t('layout.search')}
        </button>
      </div>
      {examples.length > 0 && (
        <p class="try">
          <span>{i18n.t('search-form.examples')}</span>{' '}
          {examples.map(({ text, href }) => (
            <>
              <a href={href}>{text}</a>{' '}
            </>
          ))}
        </p>
      )}
    </form>
  );
}
