/** One answer of a pack as it is read: where it lies, what it answers in which language, and its text. */
export interface AnswerFile {
  file: string;
  condition: string;
  language: string;
  question: string;
  text: string;
}
