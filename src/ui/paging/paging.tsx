import type { I18n } from '#platform/i18n/i18n.ts';

interface PagingProps {
  i18n: I18n;
  /** Counted from 1. */
  current: number;
  last: number;
  href: (page: number) => string;
}

/** Pages with names and numbers, each large enough to hit. Nothing where all fits on one page. */
export function Paging({ i18n, current, last, href }: PagingProps) {
  if (last < 2) return null;
  const near = [1, current - 1, current, current + 1, last].filter((page) => page >= 1 && page <= last);
  const pages = [...new Set(near)].sort((a, b) => a - b);
  return (
    <nav aria-label={i18n.t('paging.label')}>
      <ol class="pages" role="list">
        {current > 1 && (
          <li>
            <a href={href(current - 1)} rel="prev">
              {i18n.t('paging.previous')}
            </a>
          </li>
        )}
        {pages.map((page, i) => (
          <>
            {i > 0 && page - pages[i - 1]! > 1 && <li aria-hidden="true">…</li>}
            <li>
              {page === current ? (
                <span aria-current="page">
                  <span class="visually-hidden">{i18n.t('paging.page')} </span>
                  {i18n.number(page)}
                </span>
              ) : (
                <a href={href(page)}>
                  <span class="visually-hidden">{i18n.t('paging.page')} </span>
                  {i18n.number(page)}
                </a>
              )}
            </li>
          </>
        ))}
        {current < last && (
          <li>
            <a href={href(current + 1)} rel="next">
              {i18n.t('paging.next')}
            </a>
          </li>
        )}
      </ol>
    </nav>
  );
}
