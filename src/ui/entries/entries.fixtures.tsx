import { Button } from '../button/button.tsx';
import { Entries } from './entries.tsx';

export const title = 'Entries';
export const why = 'What somebody has, a line each, with one thing that can be done with it.';
export const examples = {
  Sessions: () => (
    <Entries
      entries={[
        { head: 'Firefox on Windows', detail: 'This browser. Since 22 November 2026.' },
        {
          head: 'Safari on iPhone',
          detail: 'Last seen on 20 November 2026.',
          action: <Button kind="second">End this one</Button>,
        },
      ]}
    />
  ),
};
