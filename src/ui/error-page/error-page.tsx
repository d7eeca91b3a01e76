import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { RelatedLinks } from '../related/related.tsx';
import { SearchForm } from '../search-form/search-form.tsx';
import { Cairn, Ground, Stone } from '../stones/stones.tsx';
import type { Link } from '../trail/trail.tsx';
import { weave } from '../words/weave.ts';

interface ErrorPageProps {
  i18n: I18n;
  title: string;
  /** What happened and what to do, in plain words. */
  children: Child;
  /** To read out to us; nothing of the inside. */
  reference?: string;
  /** Pages that may be meant. */
  suggestions?: readonly Link[];
  /** Where searching helps. */
  search?: boolean;
}

/** The way is lost, the landscape is not: for 404, 410, 429 and 500 alike. Put it straight into `Page`. */
export const ErrorPage = ({ i18n, title, children, reference, suggestions = [], search = false }: ErrorPageProps) => (
  <div class="error-page full sheet">
    <div class="error-page-text">
      <h1>{title}</h1>
      <p class="lede">{children}</p>
      {reference && (
        <p>{weave(i18n, 'error-page.reference', { reference: <code class="reference">{reference}</code> })}</p>
      )}
      {suggestions.length > 0 && (
        <section aria-labelledby="suggestions-title">
          <h2 class="like-h3" id="suggestions-title">
            {i18n.t('error-page.suggestions')}
          </h2>
          <RelatedLinks links={suggestions} />
        </section>
      )}
      {search && <SearchForm i18n={i18n} />}
    </div>
    <Ground>
      <Stone name="f" />
      <Cairn stones={2} size="large" detail />
    </Ground>
  </div>
);
