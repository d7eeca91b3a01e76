import { Fold } from './fold.tsx';

export const title = 'Fold';
export const why = 'What only some need, folded away; it opens without a script, and by itself on paper.';
export const examples = {
  Closed: () => (
    <Fold summary="The same as a table">
      <p>Opens in place.</p>
    </Fold>
  ),
  Open: () => (
    <Fold summary="How we count" open>
      <p>Once a month, rounded down to the nearest five.</p>
    </Fold>
  ),
};
