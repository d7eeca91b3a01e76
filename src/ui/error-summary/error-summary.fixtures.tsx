import { ErrorSummary } from './error-summary.tsx';

export const title = 'Error summary';
export const why = 'Says what is in the way, and that nothing is lost.';
export const examples = {
  'Two faults': () => (
    <ErrorSummary
      title="Two things before we can take it"
      reassurance="Nothing is lost. Your words are saved."
      errors={[
        { text: 'Give it a title', href: '#f-title' },
        { text: 'Say what helped', href: '#f-text' },
      ]}
    />
  ),
};
