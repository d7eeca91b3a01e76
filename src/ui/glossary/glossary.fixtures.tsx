import { GlossaryEntries } from './glossary.tsx';

export const title = 'Glossary';
export const why = 'A hard word in plain ones, and where it is used.';
export const examples = {
  Entries: () => (
    <GlossaryEntries
      entries={[
        {
          id: 'ui-word-overflow',
          term: 'Overflow',
          means: 'Movement that spills into a part of the body you did not mean to use.',
          uses: {
            label: 'Used in',
            links: [{ text: 'Dystonia: What is it?', href: '#ui-glossary' }],
            more: 'and in 2 more answers',
          },
        },
        {
          id: 'ui-word-tremor',
          term: 'Tremor',
          means: 'A rhythmic shaking that nobody chooses.',
          uses: { label: 'No answer in this language uses it yet.', links: [] },
        },
      ]}
    />
  ),
};
