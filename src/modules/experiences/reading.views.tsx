import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { memberRoles, type MemberRole } from '#modules/members/index.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { Empty } from '#ui/empty/empty.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Form, Hidden } from '#ui/form/form.tsx';
import { Invite } from '#ui/invite/invite.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Part } from '#ui/part/part.tsx';
import { Tag } from '#ui/tag/tag.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { AskedConsent } from './asked-consent.ts';
import { Findings } from './check.views.tsx';
import type { ReadingOrder } from './experience.repository.ts';
import {
  reactionKinds,
  titleOf,
  yearsSince,
  type AnswerNote,
  type Experience,
  type ReactionKind,
  type Reply,
} from './experience.ts';
import { AnswerNotes, ExperienceStone } from './experience.views.tsx';
import { qaPage } from './experience.json-ld.ts';
import { CrisisHelp } from './help-lines.views.tsx';
import { StateForm, standingText } from './mine.views.tsx';
import type { OwnExperience } from './own.repository.ts';
import type { Finding } from './revealing.ts';
import { OwnWords, trailOf, type Subject } from './write.views.tsx';
import { draftPath, experiencePath, experiencesPath, reportPath, writePath } from './writing-paths.ts';

/** The address of a list in an order, from a place on. */
function listQuery(order: ReadingOrder, questionId: string | undefined, after?: string): string {
  const query = new URLSearchParams();
  if (questionId) query.set('question', questionId);
  if (order.by !== 'newest') query.set('order', order.by);
  if (order.by === 'alike') {
    query.set('role', order.role);
    if (order.years) query.set('years', order.years);
  }
  if (after) query.set('after', after);
  return query.size > 0 ? `?${query}` : '';
}

function Orders({
  order,
  questionId,
  path,
  i18n,
}: {
  order: ReadingOrder;
  questionId: string | undefined;
  path: string;
  i18n: I18n;
}) {
  const link = (by: 'newest' | 'helpful') => (
    <li>
      {order.by === by ? (
        <span aria-current="true">{i18n.t(`order.${by}`)}</span>
      ) : (
        <a href={i18n.path(path) + listQuery({ by }, questionId)}>{i18n.t(`order.${by}`)}</a>
      )}
    </li>
  );
  return (
    <>
      <nav class="orders" aria-label={i18n.t('order.label')}>
        <ul role="list">
          {link('newest')}
          {link('helpful')}
        </ul>
      </nav>
      <Fold summary={i18n.t('order.alike')} open={order.by === 'alike'}>
        <form class="form" method="get" action={i18n.path(path)}>
          <Hidden fields={[['order', 'alike'], ...(questionId ? [['question', questionId] as const] : [])]} />
          <div class="side-by-side">
            <Field
              i18n={i18n}
              id="role"
              name="role"
              kind="select"
              label={i18n.t('order.role')}
              value={order.by === 'alike' ? order.role : 'living-with-it'}
              options={memberRoles
                .filter((role) => role !== 'researcher')
                .map((value: MemberRole) => ({ value, text: i18n.t(`role.${value}`) }))}
            />
            <Field
              i18n={i18n}
              id="years"
              name="years"
              kind="select"
              label={i18n.t('order.years')}
              value={order.by === 'alike' ? (order.years ?? '') : ''}
              options={[
                { value: '', text: i18n.t('order.any-years') },
                ...yearsSince.map((value) => ({ value, text: i18n.t(`years.${value}`) })),
              ]}
            />
          </div>
          <ButtonRow>
            <Button kind="second">{i18n.t('order.show')}</Button>
          </ButtonRow>
        </form>
      </Fold>
    </>
  );
}

/** Experiences with a condition, or in answer to one of its questions, in one of three orders. */
export function ExperiencesPage({
  frame,
  subject,
  questionId,
  experiences,
  notes,
  order,
  next,
  reader,
  first,
}: {
  frame: SiteFrame;
  subject: Subject;
  questionId: string | undefined;
  experiences: readonly Experience[];
  notes: ReadonlyMap<string, readonly AnswerNote[]>;
  order: ReadingOrder;
  /** The last one shown, if there are more. */
  next: string | undefined;
  reader: 'stranger' | 'member';
  /** The beginning of the list: where search engines may come. */
  first: boolean;
}) {
  const { i18n } = frame;
  const path = experiencesPath(subject.slug);
  const title = subject.question ?? i18n.t('experiences.title', { condition: subject.condition.inSentence });
  // a search engine is led to answers that their authors made public, and to nothing invented
  const answers = experiences.filter(({ audience, demo }) => audience === 'everyone' && !demo);
  const findable = questionId !== undefined && first && order.by === 'newest' && answers.length > 0;
  const share = i18n.path(writePath(subject.slug, questionId));
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{
        title,
        path: path + listQuery({ by: 'newest' }, questionId),
        noindex: !findable,
        ...(findable && {
          jsonLd: [
            qaPage({
              frame,
              path: path + listQuery({ by: 'newest' }, questionId),
              question: title,
              answers,
              slug: subject.slug,
            }),
          ],
        }),
      }}
    >
      <PageHead title={title} lede={i18n.t('experiences.lede')} trail={trailOf(subject, i18n)}>
        {questionId && (
          <p>
            <WayOn href={i18n.path(`/conditions/${subject.slug}/questions/${questionId}`)}>
              {i18n.t('experiences.to-answer')}
            </WayOn>
          </p>
        )}
        {experiences.length > 0 && <Orders order={order} questionId={questionId} path={path} i18n={i18n} />}
      </PageHead>
      <section class="part">
        <h2 class="visually-hidden">{i18n.t(order.by === 'newest' ? 'experiences.newest' : `order.${order.by}`)}</h2>
        {experiences.length === 0 ? (
          order.by === 'alike' ? (
            <>
              <Empty
                title={i18n.t('order.alike-none')}
                action={{
                  kind: 'does',
                  text: i18n.t('order.alike-all'),
                  href: i18n.path(path) + listQuery({ by: 'newest' }, questionId),
                }}
              >
                {i18n.t('order.alike-none-means')}
              </Empty>
              <Orders order={order} questionId={questionId} path={path} i18n={i18n} />
            </>
          ) : (
            <Empty
              title={i18n.t('experiences.none')}
              action={{ kind: 'people', text: i18n.t('experiences.share-first'), href: share }}
            >
              {i18n.t('experiences.none-means')}
            </Empty>
          )
        ) : (
          experiences.map((experience) => (
            <ExperienceStone experience={experience} i18n={i18n} level={3} slug={subject.slug}>
              {experience.audience === 'members' && <Tag>{i18n.t('audience.members')}</Tag>}
              <AnswerNotes notes={notes.get(experience.id) ?? []} slug={subject.slug} i18n={i18n} />
            </ExperienceStone>
          ))
        )}
        {next && (
          <p>
            <WayOn href={i18n.path(path) + listQuery(order, questionId, next)}>{i18n.t('experiences.more')}</WayOn>
          </p>
        )}
        {experiences.length > 0 && (
          <Invite title={i18n.t('experiences.room')} action={{ text: i18n.t('experiences.share'), href: share }}>
            {i18n.t('experiences.room-means')}
          </Invite>
        )}
        {reader === 'stranger' && <p class="small soft">{i18n.t('experiences.members-more')}</p>}
      </section>
    </Page>
  );
}

/** What a member has typed as a reply, and what stands against it. */
export interface ReplyForm {
  id: string;
  body: string;
  named: boolean | null;
  findings: readonly Finding[];
  problem?: 'empty' | 'long' | 'named' | 'consent' | 'forbidden' | undefined;
}

export interface ExperiencePageProps {
  frame: SiteFrame;
  subject: Subject;
  experience: Experience;
  notes: ReadonlyMap<string, readonly AnswerNote[]>;
  replies: readonly Reply[];
  /** The last reply shown, if there are more. */
  next: string | undefined;
  /** Of a member who reads: what they have pressed, and the form of a reply. Undefined: a stranger. */
  member?:
    | {
        id: string;
        displayName: string | null;
        reactions: readonly ReactionKind[];
        form: ReplyForm;
        consent?: AskedConsent | undefined;
      }
    | undefined;
  /** For its author: where it stands. */
  own?: OwnExperience | undefined;
  crisis?: { country: string | null } | undefined;
  said?: Child;
}

function Reactions({ i18n, path, pressed }: { i18n: I18n; path: string; pressed: readonly ReactionKind[] }) {
  return (
    <div class="reactions">
      {reactionKinds.map((kind) => {
        const on = pressed.includes(kind);
        return (
          <form method="post" action={i18n.path(`${path}/react`)}>
            <Hidden
              fields={[
                ['kind', kind],
                ['on', on ? 'no' : 'yes'],
              ]}
            />
            <button class="button second" type="submit" aria-pressed={on ? 'true' : 'false'}>
              {i18n.t(`react.${kind}`)}
            </button>
          </form>
        );
      })}
      <p class="small soft">{i18n.t('react.means')}</p>
    </div>
  );
}

function ReplyCard({
  reply,
  notes,
  slug,
  mine,
  i18n,
}: {
  reply: Reply;
  notes: readonly AnswerNote[];
  slug: string;
  mine: boolean;
  i18n: I18n;
}) {
  return (
    <article class="reply" id={`reply-${reply.id}`}>
      <div class="flow" {...foreign(i18n, reply.language)}>
        <OwnWords body={reply.body} />
      </div>
      <p class="by">
        {reply.authorName ?? i18n.t('experiences.without-name')}, {i18n.date(reply.publishedAt)}{' '}
        {reply.demo && <Tag kind="demo">{i18n.t('experience.demo')}</Tag>}
        {!mine && <a href={i18n.path(reportPath({ kind: 'reply', id: reply.id }))}>{i18n.t('report.reply')}</a>}
      </p>
      {mine && (
        <StateForm i18n={i18n} item={{ kind: 'reply', id: reply.id }} act="withdraw">
          {i18n.t('mine.withdraw')}
        </StateForm>
      )}
      <AnswerNotes notes={notes} slug={slug} i18n={i18n} />
    </article>
  );
}

function ReplyPart({
  i18n,
  path,
  member: { form, displayName, consent },
}: {
  i18n: I18n;
  path: string;
  member: NonNullable<ExperiencePageProps['member']>;
}) {
  const error = form.problem && i18n.t(`reply.problem.${form.problem}`);
  const field = form.problem === 'consent' ? '#agree' : form.problem === 'named' ? '#named' : '#reply';
  return (
    <Part id="answer" title={i18n.t('reply.title')} lesser>
      <Form action={i18n.path(`${path}/replies`)}>
        {error && (
          <ErrorSummary
            title={i18n.t('write.not-yet')}
            reassurance={i18n.t('write.nothing-lost')}
            errors={[{ text: error, href: field }]}
          />
        )}
        {form.findings.length > 0 && <Findings text={form.body} findings={form.findings} i18n={i18n} />}
        <Hidden fields={[['id', form.id]]} />
        <Field
          i18n={i18n}
          id="reply"
          name="body"
          kind="textarea"
          label={i18n.t('reply.words')}
          help={i18n.t('reply.words-help')}
          value={form.body}
        />
        {displayName !== null && (
          <Choices
            legend={i18n.t('readers.named')}
            name="named"
            id="named"
            choices={[
              { value: 'no', text: i18n.t('experiences.without-name'), checked: form.named === false },
              { value: 'yes', text: displayName, checked: form.named === true },
            ]}
          />
        )}
        {consent && (
          <fieldset class="field">
            <legend>{consent.title}</legend>
            <p class="help">{consent.text}</p>
            <input type="hidden" name="shown" value={consent.version} />
            <label class="choice">
              <input id="agree" type="checkbox" name="agree" value="yes" />
              <span>{i18n.t('check.agree')}</span>
            </label>
          </fieldset>
        )}
        <ButtonRow>
          <Button name="act" value={form.findings.length > 0 ? 'anyway' : 'send'}>
            {i18n.t(form.findings.length > 0 ? 'reply.send-anyway' : 'reply.send')}
          </Button>
        </ButtonRow>
      </Form>
    </Part>
  );
}

/** One experience with what others answered. Its address stays while it can be read. */
export function ExperiencePage(props: ExperiencePageProps) {
  const { frame, subject, experience, notes, replies, next, member, own } = props;
  const { i18n } = frame;
  const path = experiencePath(subject.slug, experience.id);
  const hidden = own !== undefined && (own.state === 'withdrawn' || own.standing !== 'shown');
  const findable = experience.audience === 'everyone' && !experience.demo && !hidden;
  return (
    <Page
      frame={frame}
      current="conditions"
      meta={{ title: titleOf(experience), path, noindex: !findable, ogType: 'article' }}
    >
      <PageHead
        title={<span {...foreign(i18n, experience.language)}>{titleOf(experience)}</span>}
        lede={subject.question}
        trail={trailOf(subject, i18n)}
      >
        {props.said && <Notice role="status">{props.said}</Notice>}
        {own && (
          <Notice kind="people" role="note">
            <p>
              <b>{standingText(own, i18n)}</b>{' '}
              {own.state === 'published' && own.standing !== 'shown' && i18n.t(`mine.means.${own.standing}`)}
            </p>
            <ButtonRow>
              <a class="button second" href={i18n.path(draftPath(own.id))}>
                {i18n.t('mine.change')}
              </a>
              <StateForm
                i18n={i18n}
                item={{ kind: 'experience', id: own.id }}
                act={own.state === 'published' ? 'withdraw' : 'back'}
              >
                {i18n.t(own.state === 'published' ? 'mine.withdraw' : 'mine.bring-back')}
              </StateForm>
            </ButtonRow>
          </Notice>
        )}
      </PageHead>
      {props.crisis && <CrisisHelp country={props.crisis.country} i18n={i18n} />}
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('experiences.one')}</h2>
        <ExperienceStone experience={experience} i18n={i18n} level={3} titled={false}>
          <p class="small soft">
            {i18n.t('experiences.published', { day: i18n.date(experience.publishedAt) })}{' '}
            {experience.changedAt && i18n.t('experiences.changed', { day: i18n.date(experience.changedAt) })}{' '}
            {experience.audience === 'members' && <Tag>{i18n.t('audience.members')}</Tag>}
          </p>
          <AnswerNotes notes={notes.get(experience.id) ?? []} slug={subject.slug} i18n={i18n} />
          {member && !own && <Reactions i18n={i18n} path={path} pressed={member.reactions} />}
        </ExperienceStone>
        {!own && (
          <p>
            <a class="back" href={i18n.path(reportPath({ kind: 'experience', id: experience.id }))}>
              {i18n.t('report.experience')}
            </a>
          </p>
        )}
      </section>
      <Part id="replies" title={i18n.t('reply.list')} lesser>
        {replies.length === 0 && <p class="soft">{i18n.t(member ? 'reply.none' : 'reply.none-stranger')}</p>}
        {replies.map((reply) => (
          <ReplyCard
            reply={reply}
            notes={notes.get(reply.id) ?? []}
            slug={subject.slug}
            mine={member !== undefined && reply.authorId === member.id}
            i18n={i18n}
          />
        ))}
        {next && (
          <p>
            <WayOn href={`${i18n.path(path)}?after=${next}#replies`}>{i18n.t('reply.more')}</WayOn>
          </p>
        )}
      </Part>
      {member && !hidden && <ReplyPart i18n={i18n} path={path} member={member} />}
      <p class="part">
        <WayOn href={i18n.path(experiencesPath(subject.slug))}>{i18n.t('experiences.all')}</WayOn>
      </p>
    </Page>
  );
}
