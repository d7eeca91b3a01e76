import type { Child } from 'hono/jsx';
import {
  answerFor,
  answerPath,
  listAnsweredWithInherited,
  plainAnswer,
  type AnswerRepository,
} from '#modules/answers/index.ts';
import {
  AboutWhole,
  namesOf,
  titleOfQuestion,
  type Ancestor,
  type CompareBeside,
  type Condition,
} from '#modules/conditions/index.ts';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import { foreign } from '#platform/i18n/i18n.ts';
import { inLanguage } from '#platform/i18n/languages.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { RelatedLinks } from '#ui/related/related.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';

/** The question that a reader of a comparison goes on with, if the catalogue has it. */
const lookAlikesQuestion = 'look-alikes';

/** What each of two look-alikes says of all that it is mistaken for. */
export async function lookAlikesBeside(
  pair: readonly Condition[],
  answers: AnswerRepository,
  { i18n }: SiteFrame,
): Promise<CompareBeside> {
  const links = await Promise.all(
    pair.map(async (condition) => {
      const answered = await answers.listAnswered(condition.id);
      return answered
        .filter(({ question }) => question.id === lookAlikesQuestion)
        .map(({ question }) => ({
          text: titleOfQuestion(condition, question, i18n.language),
          href: i18n.path(answerPath(condition.slug, question.id)),
        }));
    }),
  );
  return { links: links.flat() };
}

/**
 * The questions of a condition for its own page, and the short answer to the first of them. Answers taken over from wider
 * conditions stand below its own, marked; the opening never speaks of a wider condition.
 */
export async function questionsBeside(
  condition: Condition,
  ancestors: readonly Ancestor[],
  answers: AnswerRepository,
  { i18n }: SiteFrame,
) {
  const answered = await listAnsweredWithInherited({ condition, ancestors, answers });
  const own = answered.filter(({ from }) => !from);
  const first = own[0]?.question;
  const answer = first && answerFor(await answers.listPublished(condition.id, first.id), i18n.language);
  const short = answer && plainAnswer(answer.revision, condition.claims, i18n.in(answer.language)).short;
  const linkOf = (questionId: string) => i18n.path(answerPath(condition.slug, questionId));
  const links = (questions: typeof answered) => (
    <RelatedLinks
      links={questions.map(({ question, from }) => ({
        text: titleOfQuestion(from ?? condition, question, i18n.language),
        href: linkOf(question.id),
      }))}
    />
  );
  const inherited = ancestors.flatMap((from): Child[] => {
    const those = answered.filter((each) => each.from === from);
    return those.length > 0 ? [<AboutWhole condition={from} i18n={i18n} />, links(those)] : [];
  });
  const panel: Panel = {
    id: 'questions',
    title: i18n.t('answers.questions'),
    content: (
      <div class="across flow">
        {own.length > 0 && links(own)}
        {own.length === 0 && ancestors[0] && (
          <p>
            {i18n.t('forms.none-own', {
              form: namesOf(condition, i18n.language).inSentence,
              parent: namesOf(ancestors[0], i18n.language).inSentence,
            })}
          </p>
        )}
        {inherited}
      </div>
    ),
  };
  return {
    description: short,
    opening:
      first && answer ? (
        <>
          <div {...foreign(i18n, answer.language)}>
            <ShortAnswer i18n={i18n}>{short}</ShortAnswer>
          </div>
          <p>
            <WayOn href={linkOf(first.id)}>{i18n.t('answers.whole')}</WayOn>
          </p>
        </>
      ) : (
        <p class="lede">{inLanguage(condition.summary, i18n.language).text}</p>
      ),
    panel,
  };
}
