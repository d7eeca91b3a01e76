import { Button, ButtonLink, ButtonRow } from './button.tsx';

export const title = 'Buttons';
export const why =
  'A button is a stone: no two corners alike. Blue does something, lichen leads to people, outline is the quieter choice.';
export const examples = {
  Kinds: () => (
    <ButtonRow>
      <Button type="button">Search</Button>
      <Button type="button" kind="people">
        Share your experience
      </Button>
      <Button type="button" kind="second">
        See how it will look
      </Button>
      <Button type="button" disabled>
        Sending
      </Button>
    </ButtonRow>
  ),
  'A link that weighs as much': () => <ButtonLink href="#ui-button">Open the map</ButtonLink>,
};
