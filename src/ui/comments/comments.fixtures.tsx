import { Button } from '../button/button.tsx';
import { CommentIndex, Comments, Passage } from './comments.tsx';

export const title = 'Comments at a passage';
export const why = 'What staff say to each other about a paragraph: under it, folded away, one stop of the keyboard.';

const comments = [
  {
    id: 'ui-1',
    who: 'Ada Example, reviewer',
    when: '22 November 2026',
    text: 'In which people?\nThe source counted adults only.',
    action: (
      <Button kind="second" type="button">
        Done
      </Button>
    ),
  },
];
const form = <p>A field and a button.</p>;

export const examples = {
  'A paragraph with a comment': () => (
    <Passage id="ui-passage-1" comments={comments} summary="Comment" about="on “Some people hardly…”" form={form}>
      <p>Some people hardly notice it.</p>
    </Passage>
  ),
  'A paragraph without': () => (
    <Passage id="ui-passage-2" comments={[]} summary="Comment" about="on “It waits.”" form={form}>
      <p>It waits.</p>
    </Passage>
  ),
  'About words that are gone': () => (
    <Comments comments={[{ ...comments[0]!, id: 'ui-2', quote: '“Everybody notices it.”' }]} />
  ),
  'All of a text': () => (
    <CommentIndex links={[{ href: '#comment-ui-1', quote: '“Some people hardly notice it.”', said: 'Ada Example' }]} />
  ),
};
