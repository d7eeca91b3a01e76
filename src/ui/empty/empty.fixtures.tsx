import { Empty } from './empty.tsx';

export const title = 'Nothing here yet';
export const why = 'A free place, not a fault. Says what is true, and one thing to do.';
export const examples = {
  'No experience': () => (
    <Empty title="No one has shared yet.">Until then, people with a related condition may know the way.</Empty>
  ),
  'Nothing found': () => (
    <Empty
      stones={['grey']}
      title="Nothing found for “distonnia”."
      action={{ text: 'See all conditions', href: '#ui-empty' }}
    >
      You can also search for what you feel, such as “neck turns”.
    </Empty>
  ),
};
