import type { AnswerText, Question } from '#modules/answers/index.ts';
import type { Knowledge } from '#modules/conditions/index.ts';

/** A whole pack that was found without fault, ready to be imported. */
export interface Pack extends Knowledge {
  questions: Question[];
  answers: PackAnswer[];
  /** As they were read, by their path in the pack. */
  files?: ReadonlyMap<string, string>;
}

/** An answer with the slug of its condition. */
export interface PackAnswer extends AnswerText {
  condition: string;
}
