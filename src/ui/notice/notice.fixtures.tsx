import { Stone } from '../stones/stones.tsx';
import { Notice } from './notice.tsx';

export const title = 'Notices';
export const why = 'Few and plain, never louder than the text they stand by.';
export const examples = {
  Quiet: () => (
    <Notice role="status">
      <p>
        Your choice is kept. <a href="#ui-notice">Undo</a>
      </p>
    </Notice>
  ),
  Knowledge: () => (
    <Notice kind="knowledge">
      <p>
        This answer changed on 7 April 2026. <a href="#ui-notice">See what changed</a>
      </p>
    </Notice>
  ),
  People: () => (
    <Notice kind="people" stone={<Stone name="e" kind="person" />}>
      <p>
        <b>Could somebody recognise you?</b> You mention your age, a small town and a rare job.
      </p>
      <p>Change the words, or leave them: it is your story.</p>
    </Notice>
  ),
};
