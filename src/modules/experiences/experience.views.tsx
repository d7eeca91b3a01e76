import { foreign, type I18n } from '#platform/i18n/i18n.ts';
import { conditionPath, namesOf, type ConditionEntry } from '#modules/conditions/index.ts';
import { Empty } from '#ui/empty/empty.tsx';
import { Experience as ExperienceCard } from '#ui/experience/experience.tsx';
import { PageHead } from '#ui/page-head/page-head.tsx';
import { Page, type SiteFrame } from '#ui/page/page.tsx';
import { Trail } from '#ui/trail/trail.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';
import type { Experience } from './experience.ts';

export const experiencesPath = (slug: string): string => `/conditions/${slug}/experiences`;

const byline = ({ authorName, role }: Experience, i18n: I18n): string =>
  i18n.t('experiences.by', { name: authorName ?? i18n.t('experiences.without-name'), role: i18n.t(`role.${role}`) });

/** One experience, in the language its author wrote. */
export const ExperienceStone = ({ experience, i18n, level }: { experience: Experience; i18n: I18n; level: 2 | 3 }) => (
  <div {...foreign(i18n, experience.language)}>
    <ExperienceCard
      i18n={i18n}
      id={experience.id}
      title={experience.title}
      by={byline(experience, i18n)}
      demo={experience.demo}
      level={level}
    >
      {experience.body.split(/\n{2,}/u).map((paragraph) => (
        <p>{paragraph}</p>
      ))}
    </ExperienceCard>
  </div>
);

/** The newest experiences on another page, how many there are, and the way to all. Honest when there is none. */
export function ExperiencesPart({
  experiences,
  total,
  conditionSlug,
  i18n,
}: {
  experiences: readonly Experience[];
  /** Of the whole condition or of one question, whichever the page is about. */
  total: number;
  conditionSlug: string;
  i18n: I18n;
}) {
  if (total === 0)
    return (
      <Empty stones={['place']} title={i18n.t('experiences.none')}>
        {i18n.t('experiences.none-means')}
      </Empty>
    );
  return (
    <div class="experiences">
      <p>{i18n.t('experiences.shared', { count: total })}</p>
      {experiences.map((experience) => (
        <ExperienceStone experience={experience} i18n={i18n} level={3} />
      ))}
      <p>
        <WayOn href={i18n.path(experiencesPath(conditionSlug))}>{i18n.t('experiences.all')}</WayOn>
      </p>
    </div>
  );
}

/** All public experiences of a condition, newest first. */
export function ExperiencesPage({
  condition,
  experiences,
  next,
  frame,
}: {
  condition: ConditionEntry;
  experiences: readonly Experience[];
  /** The last one shown, if there are more. */
  next: string | undefined;
  frame: SiteFrame;
}) {
  const { i18n } = frame;
  const names = namesOf(condition, i18n.language);
  const path = experiencesPath(condition.slug);
  const title = i18n.t('experiences.title', { condition: names.inSentence });
  return (
    <Page frame={frame} current="conditions" meta={{ title, path, noindex: true }}>
      <PageHead
        title={title}
        lede={i18n.t('experiences.lede')}
        trail={
          <Trail
            i18n={i18n}
            steps={[
              { text: i18n.t('conditions.title'), href: i18n.path('/conditions') },
              { text: names.preferred, href: conditionPath(condition, i18n) },
            ]}
          />
        }
      />
      <section class="part">
        <h2 class="visually-hidden">{i18n.t('experiences.newest')}</h2>
        {experiences.length === 0 ? (
          <Empty
            title={i18n.t('experiences.none')}
            action={{
              text: i18n.t('experiences.back', { condition: names.preferred }),
              href: conditionPath(condition, i18n),
            }}
          >
            {i18n.t('experiences.none-means')}
          </Empty>
        ) : (
          experiences.map((experience) => <ExperienceStone experience={experience} i18n={i18n} level={3} />)
        )}
        {next && (
          <p>
            <WayOn href={`${i18n.path(path)}?after=${next}`}>{i18n.t('experiences.more')}</WayOn>
          </p>
        )}
      </section>
    </Page>
  );
}
