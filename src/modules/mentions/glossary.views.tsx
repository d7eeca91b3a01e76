import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import { answerPath } from '#modules/answers/index.ts';
import { indexLetter, namesOf } from '#modules/conditions/index.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { GlossaryEntries, type GlossaryEntry } from '#ui/glossary/glossary.tsx';
import { IndexLetters } from '#ui/index-list/index-list.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import type { GlossaryTerm } from './glossary-page.ts';

const letterAnchor = (letter: string): string => (letter === '#' ? 'letter-other' : `letter-${letter}`);

/** The hard words of the atlas from A to Z. */
export function GlossaryPage({ terms, frame }: { terms: readonly GlossaryTerm[]; frame: SiteFrame }) {
  const { i18n } = frame;
  const wordOf = ({ term }: GlossaryTerm) => inLanguage(term, i18n.language).text;
  const sorted = [...terms].sort((a, b) => i18n.compare(wordOf(a), wordOf(b)));
  const byLetter = Map.groupBy(sorted, (term) => indexLetter(wordOf(term).replace(/^[^\p{L}\p{N}]+/u, '')));
  return (
    <Page
      frame={frame}
      meta={{ title: i18n.t('glossary.title'), description: i18n.t('glossary.lede'), path: '/glossary' }}
    >
      <PageHead title={i18n.t('glossary.title')} lede={i18n.t('glossary.lede')}>
        {terms.length > 0 && (
          <IndexLetters
            i18n={i18n}
            letters={[...byLetter.keys()].map((letter) => ({ letter, href: `#${letterAnchor(letter)}` }))}
          />
        )}
      </PageHead>
      {terms.length === 0 && (
        <Empty
          title={i18n.t('glossary.none')}
          action={{ text: i18n.t('conditions.all'), href: i18n.path('/conditions') }}
        />
      )}
      {[...byLetter].map(([letter, those]) => (
        <section class="index-group" aria-labelledby={letterAnchor(letter)}>
          <h2 id={letterAnchor(letter)}>{letter}</h2>
          <GlossaryEntries entries={those.map((term) => toEntry(term, i18n))} />
        </section>
      ))}
    </Page>
  );
}

function toEntry({ id, term, means, uses, total }: GlossaryTerm, i18n: I18n): GlossaryEntry {
  const { text, language } = inLanguage(term, i18n.language);
  const more = total - uses.length;
  return {
    id: `word-${id}`,
    term: text,
    means: inLanguage(means, i18n.language).text,
    ...foreign(i18n, language),
    uses: {
      label: i18n.t(uses.length > 0 ? 'glossary.used-in' : 'glossary.not-used'),
      links: uses.map(({ condition, question, anchor }) => ({
        text: `${namesOf(condition, i18n.language).preferred}: ${inLanguage(question.short, i18n.language).text}`,
        href: `${i18n.path(answerPath(condition.slug, question.id))}${anchor ? `#${anchor}` : ''}`,
      })),
      ...(more > 0 && { more: i18n.t('glossary.used-in-more', { count: more }) }),
    },
  };
}
