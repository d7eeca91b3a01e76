import type { I18n } from '#platform/i18n/i18n.ts';
import { realLanguages, type LanguageTag } from '#platform/i18n/languages.ts';
import type { Question } from '#modules/answers/index.ts';
import { namesOf, titleOfQuestion, type ConditionEntry } from '#modules/conditions/index.ts';
import { Queue } from '#ui/desk/desk.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { SearchForm } from '#ui/search-form/search-form.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { editPath, unwrittenPath } from './editor-view.usecases.ts';
import type { Gap } from './unwritten.repository.ts';

/** A gap with what readers see in its place: what is said of a wider condition, if anything is. */
type ShownGap = Gap & { question: Question; from: ConditionEntry | undefined };

export interface UnwrittenView {
  language: LanguageTag;
  /** That were searched for. */
  words: string;
  groups: readonly { condition: ConditionEntry; gaps: readonly ShownGap[] }[];
  /** How many questions nobody has answered, on all pages. */
  total: number;
  page: number;
  last: number;
}

/** Questions that nobody has answered yet, condition by condition: each leads to the editor. */
export function UnwrittenPage({
  view: { language, words, groups, total, page, last },
  frame,
}: {
  view: UnwrittenView;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const path = unwrittenPath(language);
  const others = realLanguages.filter((each) => each !== language);
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('unwritten.title'), path, noindex: true }}>
      <PageHead
        title={i18n.t('unwritten.title')}
        lede={i18n.t('unwritten.lede', { count: total, language: i18n.languageName(language) })}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      >
        {others.map((other) => (
          <p>
            <WayOn href={i18n.path(unwrittenPath(other))}>
              {i18n.t('unwritten.other-language', { language: i18n.languageName(other) })}
            </WayOn>
          </p>
        ))}
        <SearchForm
          i18n={i18n}
          id="condition"
          action={i18n.path(path)}
          label={i18n.t('unwritten.search')}
          value={words}
        />
      </PageHead>
      {groups.length === 0 && (
        <section class="part flow">
          <Empty title={i18n.t(words ? 'unwritten.none-found' : 'unwritten.none')}>
            {i18n.t(words ? 'unwritten.none-found-text' : 'unwritten.none-text')}
          </Empty>
        </section>
      )}
      {groups.length > 0 && (
        <section class="part flow" aria-label={i18n.t('unwritten.conditions')}>
          {groups.map((group) => (
            <Fold
              summary={i18n.t('unwritten.of', {
                name: capital(namesOf(group.condition, i18n.language).preferred, i18n),
                count: group.gaps.length,
              })}
              open={groups.length <= openAtOnce}
            >
              <Gaps {...group} language={language} i18n={i18n} />
            </Fold>
          ))}
        </section>
      )}
      <Paging
        i18n={i18n}
        current={page}
        last={last}
        href={(number) =>
          i18n.path(`${path}?${new URLSearchParams({ ...(words && { q: words }), page: String(number) }).toString()}`)
        }
      />
    </Page>
  );
}

/** Whoever has found a condition need not open it, too. */
const openAtOnce = 2;

const Gaps = ({
  condition,
  gaps,
  language,
  i18n,
}: UnwrittenView['groups'][number] & { language: LanguageTag; i18n: I18n }) => (
  <Queue
    items={gaps.map((gap) => {
      const translates = gap.inEnglish && language !== 'en';
      return {
        href: i18n.path(editPath(condition.slug, gap.questionId, language)),
        title: titleOfQuestion({ ...condition, questionTitles: {} }, gap.question, i18n.language),
        text: gap.from
          ? i18n.t('unwritten.from', { name: namesOf(gap.from, i18n.language).preferred })
          : i18n.t(translates ? 'unwritten.in-english' : 'unwritten.nothing'),
        tag: gap.begunBy ? (
          <Tag kind="people">{i18n.t('unwritten.begun', { name: gap.begunBy })}</Tag>
        ) : (
          <Tag>{i18n.t(translates ? 'unwritten.to-translate' : 'unwritten.to-write')}</Tag>
        ),
      };
    })}
  />
);

const capital = (text: string, i18n: I18n) => text.charAt(0).toLocaleUpperCase(i18n.language) + text.slice(1);
