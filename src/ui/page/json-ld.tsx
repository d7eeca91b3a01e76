import { rawHtml } from '../raw-html/raw-html.ts';

/** Data for machines. Not a script: browsers do not run it. No text can close the element, since every "<" is written \u003c. */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json">{rawHtml(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>
);
