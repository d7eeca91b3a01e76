import { RelatedLinks } from './related.tsx';

export const title = 'Where to read on';
export const why = 'Questions or conditions, each a whole row to press.';
export const examples = {
  'Two questions': () => (
    <RelatedLinks
      links={[
        { text: 'How is dystonia treated?', href: '#ui-related' },
        { text: 'Is it inherited?', href: '#ui-related' },
      ]}
    />
  ),
};
