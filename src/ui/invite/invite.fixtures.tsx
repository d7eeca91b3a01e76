import { Invite } from './invite.tsx';

export const title = 'An invitation';
export const why = 'The seventh place on the cairn is the reader’s. One per page.';
export const examples = {
  'With a button': () => (
    <Invite title="There is room for your stone" action={{ text: 'Share your experience', href: '#ui-invite' }}>
      A few lines are enough. You choose who may read them.
    </Invite>
  ),
};
