import { TrieRouter } from 'hono/router/trie-router';
import { expect, inject, test } from 'vitest';
import { findPages, missing } from './pages.ts';

const site = inject('site');
const routes = inject('routes');

const ofOnePerson =
  'for whoever has signed in; src/modules/privacy/rights.routes.test.ts and tests/journeys/rights.test.ts';

const ofAuthors = 'of members: src/modules/experiences/experience.routes.test.ts, tests/journeys/experiences.test.ts';

/** Routes that no page walk visits, and who tests them instead. */
const excused: Record<string, string> = {
  'GET /robots.txt': 'for search engines; tested below',
  'GET /sitemap.xml': 'read by every walk',
  'POST /conditions/:slug/body-map': 'src/app/forms.test.tsx, and tests/journeys/body-map.test.ts without JavaScript',
  'GET /me/security': 'of somebody who is signed in; src/modules/accounts/security.test.ts',
  'POST /me/security/password': 'src/modules/accounts/security.test.ts',
  'POST /me/security/password/remove': 'src/modules/accounts/security.test.ts',
  'POST /me/security/passkeys/offer': 'src/modules/accounts/security.test.ts',
  'POST /me/security/passkeys': 'src/modules/accounts/security.test.ts',
  'POST /me/security/passkeys/:id/remove': 'src/modules/accounts/security.test.ts',
  'POST /me/security/sessions/others/end': 'src/modules/accounts/security.test.ts',
  'POST /me/security/sessions/:id/end': 'src/modules/accounts/security.test.ts',
  'GET /me/security/second-factor': 'src/modules/accounts/security.test.ts',
  'POST /me/security/second-factor/begin': 'src/modules/accounts/security.test.ts',
  'POST /me/security/second-factor': 'src/modules/accounts/security.test.ts',
  'POST /me/security/second-factor/backup-codes': 'src/modules/accounts/security.test.ts',
  'POST /me/security/second-factor/end': 'src/modules/accounts/security.test.ts',
  'GET /me/security/address': 'src/modules/accounts/security.test.ts',
  'POST /me/security/address': 'src/modules/accounts/security.test.ts',
  'POST /sign-in/new-address': 'src/modules/accounts/security.test.ts',
  'POST /sign-in/old-address': 'src/modules/accounts/security.test.ts',
  'POST /sign-in/password': 'src/modules/accounts/security.test.ts',
  'POST /sign-in/passkey/offer': 'src/modules/accounts/security.test.ts',
  'POST /sign-in/passkey': 'src/modules/accounts/security.test.ts',
  'GET /sign-in/second-factor': 'leads to /sign-in; src/modules/accounts/security.test.ts',
  'POST /sign-in/second-factor': 'src/modules/accounts/security.test.ts',
  'GET /steward': 'of stewards; src/modules/accounts/staff.test.ts',
  'GET /steward/staff': 'of stewards; src/modules/accounts/staff.test.ts',
  'POST /steward/staff': 'src/modules/accounts/staff.test.ts',
  'POST /steward/staff/remove': 'src/modules/accounts/staff.test.ts',
  'GET /steward/record': 'of stewards; src/modules/accounts/staff.test.ts',
  'GET /me': 'of members: src/modules/members/me.routes.test.ts, tests/journeys/joining.test.ts',
  'GET /me/profile': 'of members: the same',
  'POST /me/profile': 'the same',
  'GET /me/conditions': 'of members: the same',
  'POST /me/conditions': 'the same',
  'GET /me/consents': 'of members: the same',
  'POST /me/consents': 'the same',
  'GET /me/seen': 'of members: the same',
  'POST /me/seen': 'the same',
  'GET /me/experiences': ofAuthors,
  'POST /me/experiences/state': ofAuthors,
  'GET /me/experiences/:id': ofAuthors,
  'POST /me/experiences/:id': ofAuthors,
  'GET /me/experiences/:id/readers': ofAuthors,
  'POST /me/experiences/:id/readers': ofAuthors,
  'GET /me/experiences/:id/check': ofAuthors,
  'POST /me/experiences/:id/check': ofAuthors,
  'GET /me/experiences/:id/history': ofAuthors,
  'POST /conditions/:slug/experiences/new': ofAuthors,
  'GET /conditions/:slug/experiences/:id':
    'src/modules/experiences/experience.routes.test.ts; ids differ on every site',
  'POST /conditions/:slug/experiences/:id/react': 'src/modules/experiences/experience.routes.test.ts',
  'POST /conditions/:slug/experiences/:id/replies': 'src/modules/experiences/experience.routes.test.ts',
  'GET /join/done': 'of members: src/modules/members/join.routes.test.ts, tests/journeys/joining.test.ts',
  'GET /join/part': 'of whoever is joining: the same',
  'POST /join/part': 'the same',
  'POST /join/:step': 'the same',
  'POST /sign-in': 'src/modules/accounts/sign-in.test.ts',
  'POST /sign-in/link': 'src/modules/accounts/sign-in.test.ts',
  'POST /sign-out': 'src/modules/accounts/sign-in.test.ts',
  'GET /me/export': ofOnePerson,
  'GET /me/export/everything.json': ofOnePerson,
  'GET /me/export/everything.html': ofOnePerson,
  'GET /me/export/schema.json': 'data for machines; src/modules/privacy/rights.routes.test.ts',
  'GET /me/leave': ofOnePerson,
  'POST /me/leave': ofOnePerson,
  'GET /me/leave/now': ofOnePerson,
  'POST /me/leave/now': ofOnePerson,
  'POST /me/stay': ofOnePerson,
  'GET /me/stayed': ofOnePerson,
  'GET /me/record': ofOnePerson,
  'GET /steward/alerts': ofOnePerson,
  'GET /map.svg': 'a picture; journeys/map.test.ts',
  'GET /map.png': 'a picture; journeys/map.test.ts',
  'GET /groups/:group/map.svg': 'a picture; journeys/map.test.ts',
  'GET /groups/:group/map.png': 'a picture; journeys/map.test.ts',
  'GET /conditions/:slug/map.svg': 'a picture; journeys/map.test.ts',
  'GET /conditions/:slug/map.png': 'a picture; journeys/map.test.ts',
  'GET /review': 'of reviewers; src/modules/review/review.routes.test.tsx',
  'GET /review/profile': 'of reviewers; src/modules/review/review.routes.test.tsx',
  'POST /review/profile': 'src/modules/review/review.routes.test.tsx',
  'POST /review/profile/mail': 'src/modules/review/review.routes.test.tsx',
  'POST /review/profile/topics': 'src/modules/review/profile.routes.test.tsx',
  'GET /review/:slug/:question/:language': 'of reviewers; src/modules/review/review.routes.test.tsx',
  'POST /review/:slug/:question/:language': 'src/modules/review/review.routes.test.tsx',
  'GET /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}':
    'of reviewers; src/modules/editing/editing.routes.test.tsx',
  'POST /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}':
    'src/modules/editing/editing.routes.test.tsx',
  'POST /review/:slug/:question/:language/comments': 'src/modules/review/comment.routes.test.tsx',
  'POST /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}/comments':
    'src/modules/editing/editing.routes.test.tsx',
  'GET /conditions/:slug/questions/:question/history/compare': 'leads on; src/modules/editing/editing.routes.test.tsx',
  'GET /review/:slug/:question/:language/edit': 'of those who write; src/modules/editing/editing.routes.test.tsx',
  'POST /review/:slug/:question/:language/edit': 'src/modules/editing/editing.routes.test.tsx',
  'GET /review/sources': 'of those who write; src/modules/editing/source-room.routes.test.tsx',
  'GET /review/sources/:key': 'of those who write; src/modules/editing/source-room.routes.test.tsx',
  'POST /review/sources/:key': 'src/modules/editing/source-room.routes.test.tsx',
  'GET /review/unwritten/:language': 'of those who write; src/modules/editing/unwritten.routes.test.tsx',
  'GET /review/suggestions': 'of reviewers; src/modules/suggestions/suggestion.routes.test.tsx',
  'POST /review/suggestions': 'src/modules/suggestions/suggestion.routes.test.tsx',
  'POST /conditions/:slug/questions/:question/suggest': 'src/modules/suggestions/suggestion.routes.test.tsx',
  'GET /moderate':
    'of moderators; src/modules/moderation/moderation.routes.test.tsx, tests/journeys/moderation.test.ts',
  'GET /moderate/figures': 'of moderators: the same',
  'POST /moderate/next': 'the same',
  'POST /moderate/many': 'the same',
  'POST /moderate/undo': 'the same',
  'GET /moderate/:id': 'of moderators: the same',
  'POST /moderate/:id': 'the same',
  'POST /report/:kind/:id': 'the same',
  'GET /me/decisions': 'of somebody who is signed in: the same',
  'GET /me/decisions/:id': 'of somebody who is signed in: the same',
  'POST /me/decisions/:id/appeal': 'the same',
  'GET /steward/reviewers': 'of stewards; src/modules/review/review.routes.test.tsx',
  'POST /steward/reviewers': 'src/modules/review/review.routes.test.tsx',
  'GET /search/suggest': 'data for the search field; asked for by journeys/search.test.ts',
  'GET /sitemap/:number{[0-9]+}': 'the shipped pack fits into one file; tested in sitemap.test.ts',
};

test('Every route is visited by a walk, or excused with a reason', async () => {
  const router = new TrieRouter<string>();
  for (const route of routes) if (route.startsWith('GET ')) router.add('GET', route.slice(4), route);
  const visited = new Set<string>();
  for (const path of [...(await findPages(site)), ...Object.keys(missing)])
    for (const [route] of router.match('GET', new URL(path, site).pathname)[0]) visited.add(route);
  expect(routes.filter((route) => !visited.has(route) && !(route in excused))).toEqual([]);
});

test('No excuse outlives its route', () => {
  expect(Object.keys(excused).filter((route) => !routes.includes(route))).toEqual([]);
});

test.each(['/healthz', '/readyz', '/metrics', '/robots.txt'])('%s answers machines', async (path) => {
  const response = await fetch(site + path);
  expect(response.status).toBe(200);
  expect((await response.text()).length).toBeGreaterThan(0);
  expect(response.headers.get('set-cookie')).toBeNull();
});

test('robots.txt lets search engines in, and shows them the sitemap', async () => {
  const text = await (await fetch(`${site}/robots.txt`)).text();
  expect(text).toMatch(/^Sitemap: https?:\/\/\S+\/sitemap\.xml$/m);
  expect(text).not.toMatch(/^Disallow: \/$/m);
});

test('A path that is no route answers 404 in the reader’s language, without saying anything of the inside', async () => {
  for (const path of ['/wp-login.php', '/.env', '/es/nada', '/conditions/../../etc/passwd', '/%E0%A4%A']) {
    const response = await fetch(site + path);
    expect([400, 404], path).toContain(response.status);
    expect(await response.text()).not.toMatch(/node_modules|\.tsx?:|Error:|select |postgres/i);
  }
});

test('Writing to a page that is only read is refused', async () => {
  for (const method of ['POST', 'PUT', 'DELETE']) {
    const { status } = await fetch(`${site}/conditions/dystonia`, { method });
    expect([403, 404, 405], method).toContain(status);
  }
});
