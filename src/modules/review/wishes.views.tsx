import type { I18n } from '#platform/i18n/i18n.ts';
import { Button, ButtonRow } from '#ui/button/button.tsx';
import { ErrorSummary } from '#ui/error-summary/error-summary.tsx';
import { Choices, Field } from '#ui/field/field.tsx';
import { Part } from '#ui/part/part.tsx';
import type { Load } from './queue.repository.ts';
import { mostLoad, mostTopics, type Wishes } from './wishes.ts';

/** What was typed into the form and could not be taken. */
export interface WrongWishes {
  problems: readonly WishesProblem[];
  /** Addresses that lead to no condition. */
  unknown: readonly string[];
  groups: readonly string[];
  conditions: string;
  load: string;
}
export type WishesProblem = 'topics' | 'too-many' | 'load';

const fieldOf = { topics: 'topic-conditions', 'too-many': 'topic-conditions', load: 'load' } as const;

/** Which texts a reviewer would have first, and how many at a time. */
export function WishesPart({
  wishes,
  groups,
  topicSlugs,
  load,
  wrong,
  i18n,
}: {
  wishes: Wishes;
  groups: readonly { id: string; name: string }[];
  topicSlugs: readonly string[];
  load: Load;
  wrong: WrongWishes | undefined;
  i18n: I18n;
}) {
  const says: Record<WishesProblem, string> = {
    topics: i18n.t('reviewers.wrong.topics', { names: i18n.list(wrong?.unknown ?? []) }),
    'too-many': i18n.t('reviewers.wrong.too-many-topics', { most: mostTopics }),
    load: i18n.t('reviewers.wrong.load', { most: mostLoad }),
  };
  const error = (field: (typeof fieldOf)[WishesProblem]) =>
    wrong?.problems.filter((problem) => fieldOf[problem] === field).map((problem) => says[problem])[0];
  return (
    <Part id="topics" title={i18n.t('reviewers.topics-title')} stones={1}>
      <form class="flow" method="post" action={i18n.path('/review/profile/topics')}>
        {wrong && (
          <ErrorSummary
            title={i18n.t('desk.wrong.title')}
            reassurance={i18n.t('desk.wrong.kept')}
            errors={wrong.problems.map((problem) => ({ text: says[problem], href: `#${fieldOf[problem]}` }))}
          />
        )}
        <p>
          {i18n.t('reviewers.load-now', {
            desk: load.onDesk,
            most: wishes.load,
            soon: load.soon,
            overdue: load.overdue,
          })}
        </p>
        {groups.length > 0 && (
          <Choices
            legend={i18n.t('reviewers.topic-groups')}
            help={i18n.t('reviewers.topics-help')}
            name="group"
            type="checkbox"
            choices={groups.map(({ id, name }) => ({
              value: id,
              text: name,
              checked: (wrong?.groups ?? wishes.groupIds).includes(id),
            }))}
          />
        )}
        <Field
          i18n={i18n}
          id="topic-conditions"
          name="conditions"
          label={i18n.t('reviewers.topic-conditions')}
          help={i18n.t('reviewers.topic-conditions-help')}
          error={error('topic-conditions')}
          value={wrong?.conditions ?? topicSlugs.join(', ')}
          optional
        />
        <Field
          i18n={i18n}
          id="load"
          name="load"
          inputmode="numeric"
          label={i18n.t('reviewers.load-wish')}
          help={i18n.t('reviewers.load-help')}
          error={error('load')}
          value={wrong?.load ?? String(wishes.load)}
        />
        <ButtonRow>
          <Button kind="second">{i18n.t('reviewers.digest-save')}</Button>
        </ButtonRow>
      </form>
    </Part>
  );
}
