import { Compare } from './compare.tsx';

export const title = 'Two side by side';
export const why = 'Look-alikes, row by row. On a phone each side keeps its name and its line.';
export const examples = {
  'Two rows': () => (
    <Compare
      caption="Dystonia and Parkinson's disease compared"
      sides={[
        { name: 'Dystonia', href: '#ui-compare' },
        { name: "Parkinson's disease", href: '#ui-compare' },
      ]}
      rows={[
        {
          id: 'ui-row-notice',
          name: 'What you notice',
          cells: ['Movements that follow the same pattern each time.', 'Slowness, together with stiffness or shaking.'],
        },
        {
          id: 'ui-row-when',
          name: 'When it comes',
          cells: ['Often when you move on purpose.', 'The shaking shows most at rest.'],
        },
      ]}
    />
  ),
};
