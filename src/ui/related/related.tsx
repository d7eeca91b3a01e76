import { Part } from '../part/part.tsx';
import type { Link } from '../trail/trail.tsx';

/** Where to read on: questions or conditions, each a whole row to press. */
export const RelatedLinks = ({ links }: { links: readonly Link[] }) => (
  <ul class="related" role="list">
    {links.map(({ text, href }) => (
      <li>
        <a href={href}>{text}</a>
      </li>
    ))}
  </ul>
);

/** As a part of a page, with a quieter heading ("People also ask"). */
export const Related = ({ id = 'related', title, links }: { id?: string; title: string; links: readonly Link[] }) => (
  <Part id={id} title={title} stones={0} lesser>
    <RelatedLinks links={links} />
  </Part>
);
