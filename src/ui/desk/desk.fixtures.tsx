import { Button } from '../button/button.tsx';
import { Tag } from '../tag/tag.tsx';
import { Desk, Evidence, Queue } from './desk.tsx';

export const title = 'Review desk';
export const why = 'For somebody with ten minutes between two patients: what waits, one text, one decision.';
export const examples = {
  'What waits': () => (
    <Queue
      items={[
        {
          href: '#ui-desk',
          title: 'How is cervical dystonia treated?',
          text: 'English, version 4',
          tag: <Tag kind="alarm">overdue since 2 May 2026</Tag>,
        },
        {
          href: '#ui-desk',
          title: 'Is writer’s cramp inherited?',
          text: 'English, version 1',
          tag: <Tag>never reviewed</Tag>,
        },
      ]}
    />
  ),
  'What waits, several to be marked': () => (
    <Queue
      items={['Buy the oil that cured me', 'Cheap pills, today only'].map((title) => ({
        href: '#ui-desk',
        title,
        text: 'advertising, reported by 3 people',
        tag: <>waits for 2 hours</>,
        pick: { name: 'ui-chosen', value: title, label: `Mark “${title}”` },
      }))}
    />
  ),
  'One text': () => (
    <Desk
      decide={
        <>
          <h2>Before you sign</h2>
          <Button type="button">Record my decision</Button>
        </>
      }
    >
      <p>No single spot is at fault. Several parts of the brain work as a network.</p>
      <Evidence>
        <p>Source 8: loss of inhibition, in small groups of people.</p>
      </Evidence>
    </Desk>
  ),
};
