import type { Child } from 'hono/jsx';
import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Experience as ExperienceCard } from '#ui/experience/experience.tsx';
import { Fold } from '#ui/fold/fold.tsx';
import { Invite } from '#ui/invite/invite.tsx';
import { Notice } from '#ui/notice/notice.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import { titleOf, type AnswerNote, type Experience } from './experience.ts';
import { OwnWords } from './write.views.tsx';
import { experiencePath, experiencesPath, writePath } from './writing-paths.ts';

/** Nobody needs to know more exactly than "more than a hundred", and counting on would cost more the more there are. */
export const mostCounted = 101;

/** Who says it: the name they chose or none, whom it is about, and how long after the diagnosis, if they said so. */
export function byline({ authorName, role, relation, yearsSince }: Experience, i18n: I18n): string {
  const name = authorName ?? i18n.t('experiences.without-name');
  const who = i18n.t('experiences.by', { name, role: relation ? i18n.t(`by.${relation}`) : i18n.t(`role.${role}`) });
  return yearsSince ? i18n.t('experiences.by-years', { who, years: i18n.t(`by.years.${yearsSince}`) }) : who;
}

/** That the reviewed answer says otherwise, with the way to it: beside a text, never instead of it. */
export const AnswerNotes = ({ notes, slug, i18n }: { notes: readonly AnswerNote[]; slug: string; i18n: I18n }) => (
  <>
    {notes.map(({ questionId, words, language }) => (
      <Notice kind="knowledge" role="note">
        <p>
          <b>{i18n.t('note.title')}</b> {words && <span {...foreign(i18n, language)}>{words}</span>}
        </p>
        <p>
          <WayOn href={i18n.path(`/conditions/${slug}/questions/${questionId}`)}>{i18n.t('note.answer')}</WayOn>
        </p>
      </Notice>
    ))}
  </>
);

/** One experience, in the language its author wrote. What may hurt unprepared readers is folded, and says why. */
export function ExperienceStone({
  experience,
  i18n,
  level,
  slug,
  quiet = false,
  titled = true,
  children,
}: {
  experience: Experience;
  i18n: I18n;
  level: 2 | 3;
  /** Of the condition: then the title leads to the experience's own page. */
  slug?: string;
  /** A picture of it, not the thing: no mark of the demonstration. */
  quiet?: boolean;
  /** False where the page itself is called so. */
  titled?: boolean;
  /** What stands under it. */
  children?: Child;
}) {
  const { contentNotes: notes } = experience;
  const words = (
    <div {...foreign(i18n, experience.language)}>
      <OwnWords body={experience.body} />
    </div>
  );
  return (
    <ExperienceCard
      i18n={i18n}
      id={experience.id}
      {...(titled && { title: <span {...foreign(i18n, experience.language)}>{titleOf(experience)}</span> })}
      {...(slug && { href: i18n.path(experiencePath(slug, experience.id)) })}
      by={byline(experience, i18n)}
      demo={experience.demo && !quiet}
      level={level}
      after={children}
    >
      {notes.length > 0 ? (
        <Fold
          summary={i18n.t('experiences.folded', {
            notes: i18n.list(notes.map((note) => i18n.t(`content-note.${note}`))),
          })}
        >
          {words}
        </Fold>
      ) : (
        words
      )}
    </ExperienceCard>
  );
}

/** How many there are, as far as anybody counts. */
export const sharedText = (total: number, i18n: I18n): string =>
  total >= mostCounted
    ? i18n.t('experiences.shared-many', { count: i18n.number(mostCounted - 1) })
    : i18n.t('experiences.shared', { count: total });

/** The newest experiences on another page, how many there are, and the way to all. Honest when there is none. */
export function ExperiencesPart({
  experiences,
  total,
  conditionSlug,
  questionId,
  i18n,
}: {
  experiences: readonly Experience[];
  /** Of the whole condition or of one question, whichever the page is about; counted up to `mostCounted`. */
  total: number;
  conditionSlug: string;
  questionId?: string | undefined;
  i18n: I18n;
}) {
  const share = i18n.path(writePath(conditionSlug, questionId));
  if (total === 0)
    return (
      <Empty
        stones={['place']}
        title={i18n.t('experiences.none')}
        action={{ kind: 'people', text: i18n.t('experiences.share-first'), href: share }}
      >
        {i18n.t('experiences.none-means')}
      </Empty>
    );
  return (
    <div class="experiences">
      <p>{sharedText(total, i18n)}</p>
      {experiences.map((experience) => (
        <ExperienceStone experience={experience} i18n={i18n} level={3} slug={conditionSlug} />
      ))}
      <p>
        <WayOn href={i18n.path(experiencesPath(conditionSlug)) + (questionId ? `?question=${questionId}` : '')}>
          {i18n.t('experiences.all')}
        </WayOn>
      </p>
      <Invite title={i18n.t('experiences.room')} action={{ text: i18n.t('experiences.share'), href: share }}>
        {i18n.t('experiences.room-means')}
      </Invite>
    </div>
  );
}
