import { WordsOf } from './word-list.tsx';

export const title = 'Word lists';
export const why =
  'Many short things of one kind: symptoms, names. In columns where there is room, never in a line with commas.';
export const examples = {
  'Under a heading': () => (
    <WordsOf
      id="ui-words-of"
      title="Many people have this: 30 to 79 of 100"
      items={[
        'Shaking hands',
        'Stiff neck',
        <>
          Slow movements <span class="soft">Bradykinesia</span>
        </>,
        'Muscle cramp',
        'Tiredness',
      ]}
    />
  ),
};
