import type { Child } from 'hono/jsx';
import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonLink, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Hidden } from '#ui/form/form.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { NamedCondition } from '#modules/members/index.ts';
import type { Draft } from './draft.ts';
import { titleOf, type ItemRef } from './experience.ts';
import { CrisisHelp } from './help-lines.views.tsx';
import type { Item } from './item.repository.ts';
import type { OwnItem } from './own.repository.ts';
import { OwnWords } from './write.views.tsx';
import { decisionsPath, draftPath, experiencePath, minePath } from './writing-paths.ts';

export type StateAct = 'withdraw' | 'back' | 'delete' | 'discard';

/** One press that changes what became of a text. */
export const StateForm = ({
  i18n,
  item,
  act,
  children,
}: {
  i18n: I18n;
  item: ItemRef;
  act: StateAct;
  children: Child;
}) => (
  <form method="post" action={i18n.path(`${minePath}/state`)}>
    <Hidden
      fields={[
        ['kind', item.kind],
        ['id', item.id],
        ['act', act],
      ]}
    />
    <Button kind="second">{children}</Button>
  </form>
);

const Removal = ({ i18n, item, means }: { i18n: I18n; item: ItemRef; means: string }) => (
  <Fold summary={i18n.t('mine.delete')}>
    <p>{means}</p>
    <StateForm i18n={i18n} item={item} act="delete">
      {i18n.t('mine.delete-now')}
    </StateForm>
  </Fold>
);

export const standingText = ({ state, standing }: Pick<OwnItem, 'state' | 'standing'>, i18n: I18n): string =>
  state === 'withdrawn' ? i18n.t('mine.state.withdrawn') : i18n.t(`mine.state.${standing}`);

function OwnText({ item, condition, i18n }: { item: OwnItem; condition: NamedCondition; i18n: I18n }) {
  const isExperience = item.kind === 'experience';
  const under = experiencePath(condition.slug, isExperience ? item.id : item.experienceId!);
  return (
    <section class="part lesser" aria-labelledby={`mine-${item.id}`}>
      <h2 id={`mine-${item.id}`}>
        <a href={i18n.path(isExperience ? under : `${under}#reply-${item.id}`)}>
          {isExperience ? titleOf(item) : i18n.t('mine.reply')}
        </a>
      </h2>
      <div class="flow">
        <p>
          <Tag kind={item.state === 'published' && item.standing === 'shown' ? 'people' : 'plain'}>
            {standingText(item, i18n)}
          </Tag>{' '}
          {i18n.t('mine.where', {
            condition: condition.name,
            day: i18n.date(item.publishedAt),
            readers: i18n.t(`mine.readers.${item.audience}`),
          })}
        </p>
        {!isExperience && <p>{titleOf({ title: '', body: item.body })}</p>}
        {item.state === 'published' && item.standing !== 'shown' && <p>{i18n.t(`mine.means.${item.standing}`)}</p>}
        {item.standing !== 'shown' && item.standing !== 'held' && (
          <p>
            <WayOn href={i18n.path(decisionsPath)}>{i18n.t('mine.decisions')}</WayOn>
          </p>
        )}
        <ButtonRow>
          {isExperience && item.standing !== 'removed' && (
            <ButtonLink kind="second" href={i18n.path(draftPath(item.id))}>
              {i18n.t('mine.change')}
            </ButtonLink>
          )}
          <StateForm i18n={i18n} item={item} act={item.state === 'published' ? 'withdraw' : 'back'}>
            {i18n.t(item.state === 'published' ? 'mine.withdraw' : 'mine.bring-back')}
          </StateForm>
          {isExperience && (
            <ButtonLink kind="second" href={i18n.path(draftPath(item.id, 'history'))}>
              {i18n.t('mine.history')}
            </ButtonLink>
          )}
        </ButtonRow>
        <Removal
          i18n={i18n}
          item={item}
          means={i18n.t(isExperience ? 'mine.delete-means' : 'mine.delete-reply-means')}
        />
      </div>
    </section>
  );
}

/** Everything that somebody is writing and has written, with what became of it. */
export function MinePage({
  frame,
  drafts,
  items,
  conditions,
  said,
  crisis,
  wordsKeys,
  script,
}: {
  frame: SiteFrame;
  drafts: readonly Draft[];
  items: readonly OwnItem[];
  conditions: ReadonlyMap<string, NamedCondition>;
  /** What was just done, with the way back. */
  said?: Child;
  /** What was saved a moment ago sounds like danger. */
  crisis?: { country: string | null } | undefined;
  /** What waits on the device under these is safe on the server. */
  wordsKeys: readonly string[];
  script: string;
}) {
  const { i18n } = frame;
  const title = i18n.t('me.experiences.title');
  const published = new Set(items.map(({ id }) => id));
  return (
    <Page frame={frame} current="you" meta={{ title, path: minePath, noindex: true, scripts: [script] }}>
      <PageHead
        title={title}
        lede={i18n.t('mine.lede')}
        trail={<Trail i18n={i18n} steps={[{ text: i18n.t('me.title'), href: i18n.path('/me') }]} />}
      >
        {said && <Notice role="status">{said}</Notice>}
        {wordsKeys.map((key) => (
          <span hidden data-words-safe={key} />
        ))}
      </PageHead>
      {crisis && <CrisisHelp country={crisis.country} i18n={i18n} />}
      {drafts.length + items.length === 0 && (
        <section class="part">
          <h2 class="visually-hidden">{title}</h2>
          <Empty
            title={i18n.t('mine.none')}
            action={{ kind: 'people', text: i18n.t('mine.none-go'), href: i18n.path('/conditions') }}
          >
            {i18n.t('mine.none-means')}
          </Empty>
        </section>
      )}
      {drafts.length > 0 && (
        <Part id="drafts" title={i18n.t('mine.drafts')}>
          {drafts.map((draft, nth) => (
            <div class="flow">
              <h3>{titleOf(draft.content) || i18n.t('mine.untitled')}</h3>
              <p>
                <Tag>{i18n.t(published.has(draft.id) ? 'mine.draft-of-published' : 'mine.draft')}</Tag>{' '}
                {i18n.t('mine.draft-where', {
                  condition: conditions.get(draft.conditionId)?.name ?? '',
                  day: i18n.date(draft.changedAt),
                })}
              </p>
              <ButtonRow>
                <ButtonLink kind={nth === 0 ? 'people' : 'second'} href={i18n.path(draftPath(draft.id))}>
                  {i18n.t('mine.go-on')}
                </ButtonLink>
                <StateForm i18n={i18n} item={{ kind: 'experience', id: draft.id }} act="discard">
                  {i18n.t('mine.discard')}
                </StateForm>
              </ButtonRow>
            </div>
          ))}
        </Part>
      )}
      {items.map((item) => {
        const condition = conditions.get(item.conditionId);
        return condition && <OwnText item={item} condition={condition} i18n={i18n} />;
      })}
    </Page>
  );
}

/** Every text that an experience had, for its author. */
export function HistoryPage({ frame, item, condition }: { frame: SiteFrame; item: Item; condition: NamedCondition }) {
  const { i18n } = frame;
  const title = i18n.t('mine.history-title');
  return (
    <Page frame={frame} current="you" meta={{ title, path: draftPath(item.id, 'history'), noindex: true }}>
      <PageHead
        title={title}
        lede={i18n.t('mine.history-lede')}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('me.experiences.title'), href: i18n.path(minePath) },
              { text: titleOf(item), href: i18n.path(experiencePath(condition.slug, item.id)) },
            ]}
          />
        }
      />
      {item.revisions.map(({ version, title: was, body, at }) => (
        <Part id={`version-${version}`} title={i18n.t('mine.version', { version, day: i18n.date(at) })} lesser>
          <div class="flow prose">
            {was !== '' && (
              <p>
                <b>{was}</b>
              </p>
            )}
            <OwnWords body={body} />
          </div>
        </Part>
      ))}
    </Page>
  );
}
