import { Results } from './results.tsx';

export const title = 'Results';
export const why = 'What a search found, and why it was found.';
export const examples = {
  'By another name': () => (
    <Results
      id="results-example"
      title="Conditions"
      results={[
        {
          text: 'Dystonia',
          href: '#dystonia',
          means: 'movements and postures you did not choose',
          reason: 'A form of it: Blepharospasm',
        },
        { text: 'Essential tremor', href: '#essential-tremor', means: 'shaking of both arms when you use them' },
      ]}
    />
  ),
};
