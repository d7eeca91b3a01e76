import { readHtml, type Source } from '#support/html.ts';

/** One page of the site as a reader without an account gets it. */
export interface WalkedPage {
  path: string;
  status: number;
  headers: Headers;
  html: string;
  source: Source;
}

/** Pages that stand in no sitemap: they are not for search engines, or they change with the question asked. */
const unlisted = [
  '/search',
  '/search?q=distonia',
  '/search?q=xyzzyplugh',
  '/search?q=blepharoplasty',
  '/search?q=%F0%9F%AB%A8',
  '/search?q=dystonia&page=99',
  '/search?q=%3Cscript%3Ealert(1)%3C%2Fscript%3E',
  '/conditions?q=tremor',
  '/conditions/dystonia/questions/what-is-it/history',
  '/conditions/dystonia/questions/what-is-it/history/1',
  '/conditions/dystonia/questions/what-is-it/history/1...1',
  '/conditions/dystonia/experiences',
  '/conditions/dystonia/experiences?question=what-is-it',
  '/conditions/dystonia/experiences?order=helpful',
  '/conditions/dystonia/experiences?order=alike&role=family&years=over-10',
  '/conditions/dystonia/experiences/new',
  '/es/conditions/dystonia/experiences/new?question=what-is-it',
  '/conditions/dystonia/people',
  '/groups/movement-disorders/map',
  '/groups/movement-disorders/map/europe',
  '/ui',
  '/conditions/dystonia/questions/what-is-it/suggest',
  '/reviewers',
  '/reviewers/ada-example',
  '/reviewers/ben-beispiel',
  '/sign-in',
  '/left',
  '/join',
  '/join/too-young',
  '/outbox',
  '/es/search?q=distonia',
  '/es/conditions/dystonia/people',
  '/es/join',
  '/es/conditions/dystonia/questions/what-is-it/history',
];

/** Pages that say that something is not there, and the status they must have. */
export const missing: Record<string, number> = {
  '/no-such-page': 404,
  '/es/no-such-page': 404,
  '/conditions/distonia': 404,
  '/conditions/essential-tremor/body-map': 404,
  '/conditions/dystonia/questions/no-such-question': 404,
  '/conditions/essential-tremor/compare/muscle-cramp': 404,
  '/sources/no-such-source': 404,
  '/map/atlantis': 404,
  '/groups/no-such-group/map': 404,
  '/conditions/dystonia/map/spain': 404,
  '/people/00000000-0000-4000-8000-000000000000': 404,
  '/join/no-such-step': 404,
  '/conditions/dystonia/experiences/00000000-0000-4000-8000-000000000000': 404,
  '/reviewers/no-such-reviewer': 404,
  '/report/experience/00000000-0000-4000-8000-000000000000': 404,
  '/sign-in/link': 410,
  '/sign-in/new-address': 410,
  '/sign-in/old-address': 410,
  '/conditions/dystonia/questions/what-is-it/history/999': 404,
  '/conditions/essential-tremor/mechanism': 404,
};

/** Maps are drawn by the same code from shapes that have a test of their own: these stand for hundreds. */
const walkedMaps = /^(\/es)?(\/map(\/(europe|es))?|\/conditions\/(dystonia|blepharospasm)\/map|\/groups\/[^/]+\/map)$/;
const isMap = (path: string) => /\/map(\/|$)/.test(path);

/** Every page a reader can reach: what the sitemap lists, and what it cannot list. A new page is walked by being listed. */
export async function findPages(site: string): Promise<string[]> {
  const listed = (await readSitemap(site, '/sitemap.xml')).filter((path) => !isMap(path) || walkedMaps.test(path));
  const gallery = (await walk(site, '/ui')).source.links.filter((link) => link.startsWith('/ui/'));
  return [...new Set([...listed, ...unlisted, ...gallery])].sort();
}

async function readSitemap(site: string, path: string): Promise<string[]> {
  const response = await fetch(site + path);
  if (response.status !== 200) throw new Error(`${path} answers ${response.status}`);
  const xml = await response.text();
  const paths = Array.from(xml.matchAll(/<loc>([^<]+)<\/loc>/g), ([, address = '']) => pathOf(address));
  if (!xml.includes('<sitemapindex')) return paths;
  return (await Promise.all(paths.map((each) => readSitemap(site, each)))).flat();
}

const pathOf = (address: string) => {
  const { pathname, search } = new URL(address.replaceAll('&amp;', '&'));
  return pathname + search;
};

export async function walk(site: string, path: string): Promise<WalkedPage> {
  const { status, headers, html } = await get(site, path);
  return { path, status, headers, html, source: readHtml(html) };
}

async function get(site: string, path: string) {
  const ask = () => fetch(site + path, { redirect: 'manual' });
  // the server closes a connection that nobody used for a minute, perhaps at the moment when it is used again
  const response = await ask().catch(ask);
  return { status: response.status, headers: response.headers, html: await response.text() };
}

/** What a page is made from: pages of one kind differ in their words only. */
export function kindOf(path: string): string {
  const { pathname, search } = new URL(path, 'http://site');
  const bare = pathname.replace(/^\/(es|en-XA|ar-XB)(?=\/|$)/, '') || '/';
  const kind = bare
    .replace(/^\/conditions\/[^/]+/, '/conditions/:condition')
    .replace(/^\/groups\/[^/]+/, '/groups/:group')
    .replace(/\/questions\/[^/]+/, '/questions/:question')
    .replace(/\/compare\/[^/]+/, '/compare/:other')
    .replace(/\/history\/[^/]+/, '/history/:number')
    .replace(/\/experiences\/(?!new$)[^/]+/, '/experiences/:id')
    .replace(/^\/(sources|glossary|reviewers)\/[^/]+/, '/$1/:id')
    .replace(/^(\/conditions\/:condition)?\/map\/[^/]+/, '/map/:place');
  return search ? `${kind}?` : kind;
}

/** The languages of a path: `/es/conditions` is in Spanish. */
export const languageOf = (path: string) => /^\/(es|en-XA|ar-XB)(?=[/?]|$)/.exec(path)?.[1] ?? 'en';

/** The same page in a language that only tests have. */
export const inPseudo = (language: 'en-XA' | 'ar-XB', path: string) => `/${language}${path === '/' ? '' : path}`;
