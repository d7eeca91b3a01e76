import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { titleOfQuestion } from '#modules/conditions/index.ts';
import { claimText, formatSource, sourcePath } from '#modules/knowledge/index.ts';
import { Change } from '#ui/change/change.tsx';
import { Evidence } from '#ui/desk/desk.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AnswerPage } from './answer-page.ts';
import { parseAnswer } from './answer-text.ts';
import { changedParagraphs, historyPath, pathOfPair, sourceOf, trailOf } from './history.views.tsx';
import { translationInWords } from './translation.views.tsx';

/** What a version names: citation keys, and claims by their references. */
function namedIn({ answer }: AnswerPage) {
  const [short, body] = [parseAnswer(answer.revision.short), parseAnswer(answer.revision.body)];
  const ids = (kind: 'citations' | 'claims') => new Set([...short[kind], ...body[kind]].map(({ id }) => id));
  return { sources: ids('citations'), claims: ids('claims') };
}

const only = (here: ReadonlySet<string>, there: ReadonlySet<string>) => [...here].filter((id) => !there.has(id));

/** Two versions of one answer: what went, what came, word by word, and which numbers and sources. */
export function PairPage({
  before,
  page,
  reviews,
  frame,
}: {
  before: AnswerPage;
  page: AnswerPage;
  /** By revision. */
  reviews: ReadonlyMap<string, Child>;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const [old, now] = [before.answer.revision, page.answer.revision];
  const question = titleOfQuestion(page.condition, page.question, i18n.language);
  const title = i18n.t('history.pair', { from: old.number, to: now.number });
  const marked = foreign(i18n, page.answer.language);
  const words = [
    ['change-short', i18n.t('answers.short'), old.short, now.short],
    ['change-body', i18n.t('history.body'), old.body, now.body],
  ] as const;
  const changed = words.filter(([, , one, other]) => one !== other);
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title: `${title}: ${question}`,
        path: pathOfPair(page, old.number, now.number),
        noindex: true,
        alternates: page.languages,
      }}
    >
      <PageHead
        title={title}
        lede={question}
        trail={trailOf(page, i18n, [{ text: i18n.t('history.title'), href: i18n.path(historyPath(page)) }])}
      >
        <Facts
          facts={[old, now].map((revision) => ({
            name: i18n.t('history.version', { number: revision.number }),
            values: [
              <a href={i18n.path(`${historyPath(page)}/${revision.number}`)}>
                {i18n.t('history.of', { day: i18n.date(revision.textDate) })}
              </a>,
              sourceOf(revision, i18n),
              translationInWords(revision.translation, i18n),
              reviews.get(revision.id) ?? i18n.t('history.not-reviewed'),
            ].filter((value) => value !== ''),
          }))}
        />
        {old.number !== now.number && (
          <p>
            <WayOn href={i18n.path(pathOfPair(page, now.number, old.number))}>{i18n.t('history.pair-turned')}</WayOn>
          </p>
        )}
      </PageHead>
      <section class="part flow" aria-labelledby="words">
        <h2 id="words">{i18n.t('history.pair-words')}</h2>
        {changed.length === 0 && <p>{i18n.t('history.pair-same')}</p>}
        <div class="flow" {...marked}>
          {changed.map(([id, name, one, other]) => (
            <Change
              i18n={i18n}
              id={id}
              title={name}
              paragraphs={changedParagraphs(one, other).filter((pieces) =>
                pieces.some(({ added, removed }) => added ?? removed),
              )}
            />
          ))}
        </div>
        <Named before={before} page={page} i18n={i18n} />
      </section>
    </Page>
  );
}

/** Numbers and sources that only one of the two names. */
function Named({ before, page, i18n }: { before: AnswerPage; page: AnswerPage; i18n: I18n }) {
  const [old, now] = [namedIn(before), namedIn(page)];
  const claimOf = (of: AnswerPage, id: string) =>
    of.condition.claims.find((claim) => claim.id === id) ?? of.otherClaims.get(id);
  const lines = [
    ...only(old.claims, now.claims).map((id) => ({ key: 'history.pair-claim-gone' as const, of: before, id })),
    ...only(now.claims, old.claims).map((id) => ({ key: 'history.pair-claim-new' as const, of: page, id })),
  ].map(({ key, of, id }) => {
    const claim = claimOf(of, id);
    return <p>{i18n.t(key, { number: claim ? claimText(claim, 'whole', i18n) : id })}</p>;
  });
  const sources = [
    ...only(old.sources, now.sources).map((id) => ({ key: 'desk.source-gone' as const, of: before, id })),
    ...only(now.sources, old.sources).map((id) => ({ key: 'desk.source-new' as const, of: page, id })),
  ].map(({ key, of, id }) => (
    <p>
      <a href={i18n.path(sourcePath(id))}>{id}</a>{' '}
      {i18n.t(key, { source: of.sources.has(id) ? formatSource(of.sources.get(id), i18n.language).text : id })}
    </p>
  ));
  if (lines.length + sources.length === 0) return null;
  return (
    <>
      <h3>{i18n.t('history.pair-evidence')}</h3>
      <Evidence>
        {lines}
        {sources}
      </Evidence>
    </>
  );
}
