import type { I18n } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import type { Question } from '#modules/answers/index.ts';
import {
  comparePath,
  numbersPath,
  titleOfPair,
  titleOfQuestion,
  type ConditionEntry,
} from '#modules/conditions/index.ts';
import {
  claimText,
  DoubtTag,
  markOf,
  Reference,
  sourceInBrief,
  sourcePath,
  type Source,
} from '#modules/knowledge/index.ts';
import { deskPath } from '#modules/review/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Desk, Queue } from '#ui/desk/desk.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Paging } from '#ui/paging/paging.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { Resting } from './source-room.usecases.ts';
import { sourceRoomPath } from './source-room.ts';

const roomsPath = '/review/sources';

/** Sources found by words, those that nobody should rest on first. */
export function SourceRoomsPage({
  view: { typed, found, total, page, last },
  frame,
}: {
  view: {
    typed: string;
    found: readonly { id: string; csl: Source }[];
    total: number;
    page: number;
    last: number;
  };
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const query = typed.trim() === '' ? '' : `&q=${encodeURIComponent(typed)}`;
  return (
    <Page frame={frame} current="you" meta={{ title: i18n.t('source-room.title'), path: roomsPath, noindex: true }}>
      <PageHead
        title={i18n.t('source-room.title')}
        lede={i18n.t('source-room.lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('desk.title'), href: i18n.path('/review') }]} />}
      />
      <section class="part flow">
        <form class="flow" method="get" action={i18n.path(roomsPath)} role="search">
          <Field
            i18n={i18n}
            id="q"
            name="q"
            label={i18n.t('source-room.find')}
            help={i18n.t('source-room.find-help')}
            value={typed}
          />
          <Button kind="second">{i18n.t('editing.find-go')}</Button>
        </form>
      </section>
      <section class="part flow" aria-labelledby="found">
        <h2 id="found">{i18n.t('source-room.found', { count: total })}</h2>
        {found.length > 0 ? (
          <Queue
            start={1}
            items={found.map(({ id, csl }) => {
              const { title, published } = sourceInBrief(csl);
              const { doubt } = markOf(csl);
              return {
                href: i18n.path(sourceRoomPath(id)),
                title,
                text: [published, id].filter(Boolean).join(' · '),
                tag: doubt ? <Tag kind="alarm">{i18n.t(`sources.${doubt}`)}</Tag> : null,
              };
            })}
          />
        ) : (
          <Empty title={i18n.t('source-room.none')}>{i18n.t('source-room.none-means')}</Empty>
        )}
        <Paging
          i18n={i18n}
          current={page}
          last={last}
          href={(number) => i18n.path(`${roomsPath}?page=${number}${query}`)}
        />
      </section>
    </Page>
  );
}

/** What is in the way of a mark. `other`: somebody else has marked it since the page was opened. */
export type MarkTrouble = 'choice' | 'note' | 'long' | 'other';

export interface SourceRoomView {
  csl: Source;
  resting: Resting;
  conditions: ReadonlyMap<string, ConditionEntry>;
  questions: ReadonlyMap<string, Question>;
}

interface TypedMark {
  mark?: 'stands' | 'retracted' | 'superseded' | undefined;
  note: string;
}

/** One source whole, everything that rests on it, and whether it stands. */
export function SourceRoomPage({
  view,
  typed,
  trouble,
  done,
  frame,
}: {
  view: SourceRoomView;
  typed?: TypedMark;
  trouble?: MarkTrouble;
  /** It was marked just now. */
  done: boolean;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const { csl } = view;
  const { title } = sourceInBrief(csl);
  const { doubt } = markOf(csl);
  return (
    <Page
      frame={frame}
      current="you"
      meta={{ title: i18n.t('sources.one', { name: title }), path: sourceRoomPath(csl.id), noindex: true }}
    >
      <PageHead
        title={title}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('desk.title'), href: i18n.path('/review') },
              { text: i18n.t('source-room.title'), href: i18n.path(roomsPath) },
            ]}
          />
        }
      >
        {trouble && (
          <ErrorSummary
            title={i18n.t('source-room.not-yet')}
            reassurance={i18n.t('desk.wrong.kept')}
            errors={[
              {
                text: i18n.t(`source-room.wrong.${trouble}`),
                href: trouble === 'note' || trouble === 'long' ? '#note' : '#mark',
              },
            ]}
          />
        )}
        {done && (
          <Notice kind="knowledge" role="status">
            <p>{i18n.t(doubt ? 'source-room.done-marked' : 'source-room.done-stands')}</p>
          </Notice>
        )}
        <p>
          <Reference csl={csl} language={i18n.language} /> <DoubtTag csl={csl} i18n={i18n} />
        </p>
        <p>
          <WayOn href={i18n.path(sourcePath(csl.id))}>{i18n.t('source-room.quoted')}</WayOn>
        </p>
        <p>
          <WayOn href="#mark">{i18n.t('source-room.to-mark')}</WayOn>
        </p>
      </PageHead>
      <Desk decide={<MarkForm view={view} typed={typed} trouble={trouble} i18n={i18n} />}>
        <RestingOn view={view} i18n={i18n} />
      </Desk>
    </Page>
  );
}

function MarkForm({
  view: { csl, resting },
  typed,
  trouble,
  i18n,
}: {
  view: SourceRoomView;
  typed: TypedMark | undefined;
  trouble: MarkTrouble | undefined;
  i18n: I18n;
}) {
  const { doubt, note } = markOf(csl);
  const chosen = typed ? typed.mark : (doubt ?? 'stands');
  const signed = resting.texts.filter(({ signedOn }) => signedOn !== null).length;
  const wrong = (problems: readonly MarkTrouble[]) =>
    trouble && problems.includes(trouble) ? i18n.t(`source-room.wrong.${trouble}`) : undefined;
  return (
    <form class="flow" method="post" action={i18n.path(sourceRoomPath(csl.id))}>
      {trouble === 'other' && (
        <p>
          {i18n.t('source-room.now')} {doubt ? <DoubtTag csl={csl} i18n={i18n} /> : i18n.t('source-room.mark.stands')}
        </p>
      )}
      <input type="hidden" name="seen" value={doubt ?? 'stands'} />
      <input type="hidden" name="seen-note" value={note} />
      <Choices
        id="mark"
        legend={i18n.t('source-room.mark')}
        name="mark"
        error={wrong(['choice'])}
        choices={(['stands', 'retracted', 'superseded'] as const).map((value) => ({
          value,
          text: i18n.t(`source-room.mark.${value}`),
          help: i18n.t(`source-room.mark.${value}-means`),
          checked: value === chosen,
        }))}
      />
      <Field
        i18n={i18n}
        id="note"
        name="note"
        label={i18n.t('source-room.note')}
        help={i18n.t('source-room.note-help')}
        error={wrong(['note', 'long'])}
        value={typed?.note ?? note}
      />
      <ButtonRow>
        <Button>{i18n.t('source-room.save')}</Button>
      </ButtonRow>
      <p class="help">{i18n.t('source-room.effect', { count: signed })}</p>
    </form>
  );
}

/** Texts, numbers and look-alikes, each with the way to it. */
function RestingOn({ view: { resting, conditions, questions }, i18n }: { view: SourceRoomView; i18n: I18n }) {
  const { texts, claims, pairs } = resting;
  const nothing = texts.length === 0 && claims.length === 0 && pairs.length === 0;
  return (
    <section class="flow" aria-labelledby="rests">
      <h2 id="rests">{i18n.t('sources.rests')}</h2>
      {nothing && <Empty title={i18n.t('sources.rests-nothing')}>{i18n.t('sources.rests-nothing-means')}</Empty>}
      {texts.length > 0 && <h3>{i18n.t('source-room.texts', { count: texts.length })}</h3>}
      {texts.length > 0 && (
        <Queue
          items={texts.map(({ conditionId, slug, questionId, language, number, signedOn }) => ({
            href: i18n.path(deskPath(slug, questionId, language)),
            title: titleOfQuestion(
              { ...conditions.get(conditionId)!, questionTitles: {} },
              questions.get(questionId)!,
              i18n.language,
            ),
            text: i18n.t('desk.version', { language: i18n.languageName(language), number }),
            tag: signedOn ? (
              <Tag kind="knowledge">{i18n.t('source-room.signed', { day: i18n.date(signedOn) })}</Tag>
            ) : (
              <Tag>{i18n.t('source-room.unsigned')}</Tag>
            ),
          }))}
        />
      )}
      {claims.length > 0 && <h3>{i18n.t('sources.claims')}</h3>}
      {claims.length > 0 && (
        <Queue
          items={claims.map(({ slug, claim }) => ({
            href: i18n.path(numbersPath(slug)),
            title: inLanguage(claim.about, i18n.language).text,
            text: claimText(claim, 'whole', i18n),
            tag: null,
          }))}
        />
      )}
      {pairs.length > 0 && <h3>{i18n.t('source-room.pairs')}</h3>}
      {pairs.length > 0 && (
        <Queue
          items={pairs.map((ids) => {
            const [one, other] = ids.map((id) => conditions.get(id)!) as [ConditionEntry, ConditionEntry];
            return {
              href: i18n.path(comparePath(one.slug, other.slug)),
              title: titleOfPair(one, other, i18n),
              text: '',
              tag: null,
            };
          })}
        />
      )}
    </section>
  );
}
