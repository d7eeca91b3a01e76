import type { I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Facts } from '#ui/facts/facts.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Queue } from '#ui/desk/desk.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { BehindSection, BehindTag, type BehindText } from './behind.views.tsx';
import { deskPath, proposedPath } from './desk.views.tsx';
import type { WaitingText } from './proposed-text.usecases.ts';
import type { Reviewer } from './review.policy.ts';
import { DuePart, type DueView } from './due.views.tsx';
import type { Load, QueueEntry } from './queue.repository.ts';
import { ageOf, type Standing } from './review.ts';
import { credentialOf } from './review.words.ts';

const Invented = ({ reviewer, i18n }: { reviewer: Reviewer; i18n: I18n }) =>
  reviewer.fictional ? <Tag kind="demo">{i18n.t('review-line.fictional')}</Tag> : null;

/** Where a text of the queue stands, in a word or two. */
function StandingTag({ entry, today, i18n }: { entry: QueueEntry; today: string; i18n: I18n }) {
  const { state, dueOn } = entry;
  if (state === 'in-review') return <Tag kind="knowledge">{i18n.t('desk.on-a-desk')}</Tag>;
  if (state === 'changes-asked') return <Tag>{i18n.t('desk.changes-asked')}</Tag>;
  if (state === 'withdrawn') return <Tag kind="alarm">{i18n.t('desk.withdrawn')}</Tag>;
  if (dueOn && ageOf(dueOn, today) !== 'in-date')
    return <Tag kind="alarm">{i18n.t('desk.overdue', { day: i18n.date(dueOn) })}</Tag>;
  if (entry.evidenceChanged) return <Tag kind="alarm">{i18n.t('desk.changed')}</Tag>;
  if (dueOn) return <>{i18n.t('desk.due', { day: i18n.date(dueOn) })}</>;
  return <Tag>{i18n.t(entry.signedBefore ? 'desk.changed' : 'desk.never')}</Tag>;
}

export interface QueueView extends DueView {
  reviewer: Reviewer | undefined;
  /** `behind`: a translation that the English text has gone on from. */
  entries: readonly (QueueEntry & { title: string; slug: string; behind: boolean })[];
  behind: { texts: readonly BehindText[]; total: number };
  counts: readonly { language: string; texts: number; signed: number; overdue: number; soon: number }[];
  /** Texts that readers see once they are signed. */
  proposed: readonly (WaitingText & { title: string; slug: string; state: Standing['state'] })[];
  /** Of readers, that wait. */
  suggestions: number;
  /** In the reviewer's languages. */
  total: number;
  page: number;
  today: string;
  /** The reviewer's own, in words: what is about them stands first. */
  topics: readonly string[];
  load: (Load & { most: number }) | undefined;
}

/** Where a proposal stands. */
function ProposedTag({ state, i18n }: { state: Standing['state']; i18n: I18n }) {
  if (state === 'in-review') return <Tag kind="knowledge">{i18n.t('desk.on-a-desk')}</Tag>;
  if (state === 'changes-asked') return <Tag>{i18n.t('desk.changes-asked')}</Tag>;
  return <Tag kind="knowledge">{i18n.t('desk.proposed-tag')}</Tag>;
}

/** What waits for a signature, the most urgent first. */
export function QueuePage({ view, frame }: { view: QueueView; frame: SiteFrame }) {
  const { i18n } = frame;
  const { reviewer, entries, counts, page, today } = view;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('desk.title'), path: '/review', noindex: true }}>
      <PageHead title={i18n.t('desk.title')} lede={i18n.t('desk.lede')}>
        {reviewer ? (
          <p>
            {i18n.t('desk.as', { name: reviewer.name, credential: credentialOf(reviewer, i18n) })}{' '}
            <Invented reviewer={reviewer} i18n={i18n} />{' '}
            <a href={i18n.path('/review/profile')}>{i18n.t('desk.profile-link')}</a>
          </p>
        ) : (
          <Notice role="note">
            <p>{i18n.t('desk.no-profile')}</p>
          </Notice>
        )}
        {view.load && (
          <p class="soft">
            {i18n.t('reviewers.load-now', {
              desk: view.load.onDesk,
              most: view.load.most,
              soon: view.load.soon,
              overdue: view.load.overdue,
            })}
          </p>
        )}
      </PageHead>
      <section class="part flow" aria-labelledby="dashboard">
        <h2 id="dashboard">{i18n.t('desk.share')}</h2>
        <Facts
          facts={counts.map(({ language, texts, signed, overdue, soon }) => ({
            name: i18n.languageName(language as never),
            values: [
              i18n.t('desk.share-of', {
                share: i18n.number(texts === 0 ? 0 : signed / texts, { style: 'percent' }),
                texts,
              }),
              i18n.t('desk.share-late', { overdue, soon }),
            ],
          }))}
        />
        <p>
          <WayOn href={i18n.path('/review/suggestions')}>
            {i18n.t('suggestions.link', { count: view.suggestions })}
          </WayOn>
        </p>
        <p>
          <WayOn href={i18n.path('/review/sources')}>{i18n.t('source-room.link')}</WayOn>
        </p>
        {page === 1 && (
          <p>
            <WayOn href="#due">{i18n.t('desk.due-link')}</WayOn>
          </p>
        )}
        <p>
          <WayOn href={i18n.path(`/review/unwritten/${i18n.language}`)}>{i18n.t('unwritten.title')}</WayOn>
        </p>
      </section>
      {view.proposed.length > 0 && (
        <section class="part flow" aria-labelledby="proposed">
          <h2 id="proposed">{i18n.t('desk.proposals')}</h2>
          <p>{i18n.t('desk.proposals-lede')}</p>
          <Queue
            items={view.proposed.map((each) => ({
              href: i18n.path(proposedPath(each.slug, each.questionId, each.language, each.number)),
              title: each.title,
              text: i18n.t('desk.proposed-by', {
                language: i18n.languageName(each.language),
                author: each.author,
                day: i18n.date(each.since),
                why: each.why,
              }),
              tag: <ProposedTag state={each.state} i18n={i18n} />,
            }))}
          />
        </section>
      )}
      <BehindSection {...view.behind} i18n={i18n} />
      <section class="part flow" aria-labelledby="waiting">
        <h2 id="waiting">{i18n.t('desk.waiting')}</h2>
        {view.topics.length > 0 && <p>{i18n.t('desk.topics-first', { topics: i18n.list(view.topics) })}</p>}
        <Fold summary={i18n.t('desk.order-title')}>
          <p>{i18n.t('desk.order')}</p>
        </Fold>
        {entries.length > 0 ? (
          <Queue
            start={(page - 1) * queueSize + 1}
            items={entries.map((entry) => ({
              href: i18n.path(deskPath(entry.slug, entry.questionId, entry.language)),
              title: entry.title,
              text: aboutEntry(entry, i18n),
              tag: (
                <>
                  <StandingTag entry={entry} today={today} i18n={i18n} /> {entry.behind && <BehindTag i18n={i18n} />}
                </>
              ),
            }))}
          />
        ) : (
          <Empty title={i18n.t('desk.nothing')}>{i18n.t('desk.nothing-text')}</Empty>
        )}
        <Paging
          i18n={i18n}
          current={page}
          last={Math.max(1, Math.ceil(view.total / queueSize))}
          href={(number) => i18n.path(`/review?page=${number}`)}
        />
      </section>
      {page === 1 && <DuePart view={view} i18n={i18n} />}
    </Page>
  );
}

/** Language, version, and how much it is read, where that is enough to say. */
function aboutEntry({ language, number, reads, topic }: QueueEntry, i18n: I18n): string {
  const version = i18n.t('desk.version', { language: i18n.languageName(language), number });
  return [version, reads > 0 && i18n.t('desk.read', { reads }), topic && i18n.t('desk.topic')]
    .filter((part) => part !== false)
    .join(' · ');
}

export const queueSize = 25;
