import { Quotes } from './quotes.tsx';

export const title = 'Quotes';
export const why = 'What rests on a source, in its own words, each with the way to the place it stands in.';
export const examples = {
  'Of one condition': () => (
    <Quotes
      title="Dystonia"
      quotes={[
        {
          words: 'Doctors call this overflow, and it is what sets dystonia apart.',
          at: { text: 'What is it? · What happens', href: '#ui-quotes' },
        },
        { at: { text: 'The codes of this condition', href: '#ui-quotes' } },
      ]}
    />
  ),
};
