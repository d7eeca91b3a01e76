import { Table } from './table.tsx';

export const title = 'Tables';
export const why =
  'Hairlines, aligned numbers. In a narrow place every row turns into a small list; nothing scrolls sideways.';
export const examples = {
  Words: () => (
    <Table
      caption="Two conditions compared"
      columns={[{ text: 'Dystonia' }, { text: 'Muscle cramp', heading: <a href="#ui-table">Muscle cramp</a> }]}
      rows={[
        {
          head: 'What you notice',
          cells: ['Twisting or pulling that follows a pattern.', 'A sudden, painful, hard knot in a muscle.'],
        },
        {
          head: 'When it comes',
          cells: ['Often when you move on purpose.', 'All at once. It lasts seconds to minutes.'],
        },
      ]}
    />
  ),
  Numbers: () => (
    <Table
      caption="What people said helped"
      corner="Outcome"
      columns={[
        { text: 'People', number: true },
        { text: '95 % interval', number: true },
      ]}
      rows={[
        { head: 'Helped a lot', cells: ['55', '37 to 55 %'] },
        { head: 'Did not help', cells: ['20', '11 to 24 %'] },
      ]}
    />
  ),
};
