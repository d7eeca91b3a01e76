import type { I18n } from '#platform/i18n/i18n.ts';
import { Change } from './change.tsx';

export const title = 'A change';
export const why = 'Added is underlined, removed is struck through; colour comes second.';
export const examples = {
  'One sentence': (i18n: I18n) => (
    <Change
      i18n={i18n}
      id="change-1"
      title="Short answer"
      paragraphs={[
        [
          { value: 'Dystonia is a movement disorder. ' },
          { value: 'Muscles contract on their own and', removed: true },
          { value: ' ' },
          { value: 'Parts of the body', added: true },
          { value: ' twist, pull or hold a position.' },
        ],
      ]}
    />
  ),
};
