import { raw } from 'hono/html';

/** Data for machines. Not a script: browsers do not run it. No text can close the element, since every "<" is written \u003c. */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
);
