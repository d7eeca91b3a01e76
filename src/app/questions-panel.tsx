import { answerFor, answerPath, plainAnswer, type AnswerRepository } from '#modules/answers/index.ts';
import { titleOfQuestion, type Condition } from '#modules/conditions/index.ts';
import { ShortAnswer } from '#ui/opening/opening.tsx';
import { foreign } from '#platform/i18n/i18n.ts';
import type { SiteFrame } from '#ui/page/page.tsx';
import type { Panel } from '#ui/part/panel.ts';
import { RelatedLinks } from '#ui/related/related.tsx';
import { WayOn } from '#ui/way-on/way-on.tsx';

/** The questions of a condition, and the short answer to the first of them, for the condition's own page. */
export async function questionsBeside(condition: Condition, answers: AnswerRepository, { i18n }: SiteFrame) {
  const answered = await answers.listAnswered(condition.id);
  const first = answered[0]?.question;
  const answer = first && answerFor(await answers.listPublished(condition.id, first.id), i18n.language);
  const short = answer && plainAnswer(answer.revision, condition.claims, i18n.in(answer.language)).short;
  const linkOf = (questionId: string) => i18n.path(answerPath(condition.slug, questionId));
  // never an empty list of questions
  const panel: Panel | undefined =
    answered.length === 0
      ? undefined
      : {
          id: 'questions',
          title: i18n.t('answers.questions'),
          content: (
            <div class="across">
              <RelatedLinks
                links={answered.map(({ question }) => ({
                  text: titleOfQuestion(condition, question, i18n.language),
                  href: linkOf(question.id),
                }))}
              />
            </div>
          ),
        };
  return {
    description: short,
    opening: first && answer && (
      <>
        <div {...foreign(i18n, answer.language)}>
          <ShortAnswer i18n={i18n}>{short}</ShortAnswer>
        </div>
        <p>
          <WayOn href={linkOf(first.id)}>{i18n.t('answers.whole')}</WayOn>
        </p>
      </>
    ),
    panel,
  };
}
