import { Note } from './note.tsx';

export const title = 'Note';
export const why = 'A remark for the margin; on a narrow page it stays in the text.';
export const examples = {
  'Outside a part': () => (
    <Note>
      <p>Older pages speak of “muscle contractions”. In 2025 the experts dropped those words.</p>
    </Note>
  ),
};
