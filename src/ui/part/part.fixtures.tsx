import { Note } from '../note/note.tsx';
import { Part, Prose } from './part.tsx';

export const title = 'Part';
export const why = 'Opens with a ground line on which the cairn has grown by one stone.';
export const examples = {
  'The third part': () => (
    <Part id="a-part" title="What goes on in the brain" stones={3}>
      <Prose>
        <p>
          No single spot is at fault. Several parts of the brain that plan, choose and feel movement work as a network.
        </p>
        <Note>
          <p>A remark for the margin: beside the paragraph it follows, where there is room.</p>
        </Note>
        <p>In dystonia this network is out of tune.</p>
      </Prose>
    </Part>
  ),
  'A quieter one': () => (
    <Part id="lesser-part" title="People also ask" stones={0} lesser>
      <p>No stone lies on this ground.</p>
    </Part>
  ),
};
