import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { newId } from '#platform/ids/ids.ts';
import type { StaffRole } from '#platform/auth/signed-in.ts';
import type { Role } from '#support/shared-site.ts';
import { signInAs } from '#support/sign-in.ts';
import { startSite, type TestSite } from '#support/site.ts';

/*
 * Who gets what. A new route is entered in one line; the test fails until it is, then asks for it as everybody.
 * 303 leads on (a stranger always to where one signs in), 404 hides that there is such a page.
 */
type Visitor = 'stranger' | Role;
const visitors: readonly Visitor[] = ['stranger', 'member', 'editor', 'reviewer', 'moderator', 'steward', 'resting'];
type Row = Record<Visitor, number>;

const everybody = (status = 200): Row => ({
  stranger: status,
  member: status,
  editor: status,
  reviewer: status,
  moderator: status,
  steward: status,
  resting: status,
});
const signedIn = (status = 200, stranger = 303): Row => ({ ...everybody(status), stranger });
/** Of those who have joined, which here the member alone has. Others are led to joining. */
const joined = (status = 200, stranger = 303): Row => ({ ...everybody(303), member: status, stranger });
/** The same where words wait in the page: of strangers until they sign in, of others until they have joined. */
const written = (status: number): Row => ({ ...everybody(200), member: status, stranger: 401 });
/** Of those who are joining, which the member has behind them. */
const joining = (status: number, stranger = 303): Row => ({ ...everybody(status), member: 303, stranger });
/** Of staff: strangers sign in first, who rests gives the second factor first, and for others there is no such page. */
const staff = (roles: readonly StaffRole[], status = 200): Row => ({
  ...everybody(404),
  stranger: 303,
  resting: 303,
  ...Object.fromEntries(roles.map((role) => [role, status])),
});
const reviewers = (status = 200): Row => staff(['reviewer'], status);
/** The desk of texts, which those who write them and stewards see too. */
const desk = (): Row => staff(['reviewer', 'editor', 'steward']);
const stewards = (status = 200): Row => staff(['steward'], status);

/** A form of staff: a stranger's is kept, to be sent again after signing in. */
const sent = (row: Row): Row => ({ ...row, stranger: 401 });

const none = '00000000-0000-4000-8000-000000000000';

/** What everybody may read: asked for on the site that is full. */
const reading: Record<string, [path: string, row: Row]> = {
  'GET /robots.txt': ['/robots.txt', everybody()],
  'GET /sitemap.xml': ['/sitemap.xml', everybody()],
  'GET /sitemap/:number{[0-9]+}': ['/sitemap/1', everybody()],
  'GET /': ['/', everybody()],
  'GET /about': ['/about', everybody()],
  'GET /about/editorial-policy': ['/about/editorial-policy', everybody()],
  'GET /about/funding': ['/about/funding', everybody()],
  'GET /about/advertising': ['/about/advertising', everybody()],
  'GET /privacy': ['/privacy', everybody()],
  'GET /accessibility': ['/accessibility', everybody()],
  'GET /help': ['/help', everybody()],
  'GET /ui': ['/ui', everybody()],
  'GET /ui/page-head': ['/ui/page-head', everybody()],
  'GET /ui/error-page': ['/ui/error-page', everybody()],
  'GET /ui/summit': ['/ui/summit', everybody()],
  'GET /ui/opening': ['/ui/opening', everybody()],
  'GET /conditions': ['/conditions', everybody()],
  'GET /conditions/:slug': ['/conditions/dystonia', everybody()],
  'GET /conditions/:slug/body-map': ['/conditions/dystonia/body-map', everybody()],
  'GET /conditions/:slug/numbers': ['/conditions/dystonia/numbers', everybody()],
  'GET /conditions/:slug/compare/:other': ['/conditions/dystonia/compare/parkinson-disease', everybody()],
  'GET /conditions/:slug/questions/:question': ['/conditions/dystonia/questions/what-is-it', everybody()],
  'GET /conditions/:slug/questions/:question/history': [
    '/conditions/dystonia/questions/what-is-it/history',
    everybody(),
  ],
  'GET /conditions/:slug/questions/:question/history/compare': [
    '/conditions/dystonia/questions/what-is-it/history/compare?from=1&to=1',
    everybody(302),
  ],
  'GET /conditions/:slug/questions/:question/history/:pair{[0-9]+\\.\\.\\.[0-9]+}': [
    '/conditions/dystonia/questions/what-is-it/history/1...1',
    everybody(),
  ],
  'GET /conditions/:slug/questions/:question/history/:number': [
    '/conditions/dystonia/questions/what-is-it/history/1',
    everybody(),
  ],
  'GET /conditions/:slug/mechanism': ['/conditions/dystonia/mechanism', everybody()],
  'GET /map': ['/map', everybody()],
  'GET /map/:place': ['/map/europe', everybody()],
  'GET /map.svg': ['/map.svg', everybody()],
  'GET /map.png': ['/map.png', everybody()],
  'GET /groups/:group/map': ['/groups/movement-disorders/map', everybody()],
  'GET /groups/:group/map/:place': ['/groups/movement-disorders/map/europe', everybody()],
  'GET /groups/:group/map.svg': ['/groups/movement-disorders/map.svg', everybody()],
  'GET /groups/:group/map.png': ['/groups/movement-disorders/map.png', everybody()],
  'GET /conditions/:slug/map': ['/conditions/dystonia/map', everybody()],
  'GET /conditions/:slug/map/:place': ['/conditions/dystonia/map/europe', everybody()],
  'GET /conditions/:slug/map.svg': ['/conditions/dystonia/map.svg', everybody()],
  'GET /conditions/:slug/map.png': ['/conditions/dystonia/map.png', everybody()],
  'GET /reviewers': ['/reviewers', everybody()],
  'GET /reviewers/:slug': ['/reviewers/nobody', everybody(404)],
  'GET /conditions/:slug/questions/:question/suggest': [
    '/conditions/dystonia/questions/what-is-it/suggest',
    everybody(),
  ],
  'GET /conditions/:slug/people': ['/conditions/dystonia/people', everybody()],
  'GET /conditions/:slug/experiences': ['/conditions/dystonia/experiences', everybody()],
  'GET /conditions/:slug/experiences/new': ['/conditions/dystonia/experiences/new', everybody()],
  'GET /conditions/:slug/experiences/:id': [`/conditions/dystonia/experiences/${none}`, everybody(404)],
  'GET /sources': ['/sources', everybody()],
  'GET /sources/:key': ['/sources/albanese2013', everybody()],
  'GET /glossary': ['/glossary', everybody()],
  'GET /vocabularies': ['/vocabularies', everybody()],
  'GET /search': ['/search?q=dystonia', everybody()],
  'GET /search/suggest': ['/search/suggest?q=dys', everybody()],
};

/** What belongs to one person or to staff, and all that changes something: asked for on a site of its own. */
const acting: Record<string, [row: Row, asked?: { path?: string; fields?: Record<string, string>; json?: object }]> = {
  'POST /conditions/:slug/body-map': [everybody(404), { path: '/conditions/dystonia/body-map' }],

  'GET /sign-in': [signedIn(303, 200)],
  'POST /sign-in': [everybody(), { fields: { address: 'anybody@example.org' } }],
  'GET /sign-in/link': [everybody(410)],
  'POST /sign-in/link': [signedIn(303, 410)],
  'POST /sign-in/password': [everybody(422), { fields: { address: 'anybody@example.org', password: 'x' } }],
  'POST /sign-in/passkey/offer': [everybody(), { json: {} }],
  'POST /sign-in/passkey': [everybody(422), { json: {} }],
  'GET /sign-in/second-factor': [everybody(303)],
  'POST /sign-in/second-factor': [everybody(303)],
  'GET /sign-in/new-address': [everybody(410)],
  'POST /sign-in/new-address': [everybody(410)],
  'GET /sign-in/old-address': [everybody(410)],
  'POST /sign-in/old-address': [everybody(410)],
  'POST /sign-out': [everybody(303)],
  'GET /outbox': [everybody()],

  'GET /join': [joining(303, 200)],
  'GET /join/too-young': [everybody()],
  'GET /join/done': [joined()],
  'GET /join/part': [joining(303)],
  'POST /join/part': [joining(303, 401)],
  'GET /join/:step': [joining(200), { path: '/join/age' }],
  'POST /join/:step': [joining(303, 401), { path: '/join/age' }],

  // staff who are no members find their work there
  'GET /me': [{ ...joined(), editor: 200, reviewer: 200, moderator: 200, steward: 200, resting: 200 }],
  'GET /me/profile': [joined()],
  'POST /me/profile': [joined(303, 401)],
  'GET /me/conditions': [joined()],
  'POST /me/conditions': [joined(200, 401)],
  'GET /me/consents': [joined()],
  'POST /me/consents': [joined(200, 401)],
  'GET /me/seen': [joined()],
  'POST /me/seen': [joined(200, 401)],
  'GET /people/:id': [everybody(404), { path: `/people/${none}` }],

  'GET /me/experiences': [joined()],
  'POST /me/experiences/state': [written(303)],
  'GET /me/experiences/:id': [joined(404), { path: `/me/experiences/${none}` }],
  'POST /me/experiences/:id': [written(404), { path: `/me/experiences/${none}` }],
  'GET /me/experiences/:id/readers': [joined(404), { path: `/me/experiences/${none}/readers` }],
  'POST /me/experiences/:id/readers': [written(404), { path: `/me/experiences/${none}/readers` }],
  'GET /me/experiences/:id/check': [joined(404), { path: `/me/experiences/${none}/check` }],
  'POST /me/experiences/:id/check': [written(404), { path: `/me/experiences/${none}/check` }],
  'GET /me/experiences/:id/history': [joined(404), { path: `/me/experiences/${none}/history` }],
  // on the empty site there is no such condition, and whoever is not a member is not told
  'POST /conditions/:slug/experiences/new': [written(404), { path: '/conditions/a/experiences/new' }],
  'POST /conditions/:slug/experiences/:id/react': [everybody(404), { path: `/conditions/a/experiences/${none}/react` }],
  'POST /conditions/:slug/experiences/:id/replies': [
    everybody(404),
    { path: `/conditions/a/experiences/${none}/replies` },
  ],

  'GET /me/security': [signedIn()],
  'POST /me/security/password': [signedIn(422)],
  'POST /me/security/password/remove': [signedIn(303)],
  'POST /me/security/passkeys/offer': [signedIn(200, 401), { json: {} }],
  'POST /me/security/passkeys': [signedIn(422, 401), { json: {} }],
  'POST /me/security/passkeys/:id/remove': [signedIn(303), { path: `/me/security/passkeys/${none}/remove` }],
  'POST /me/security/sessions/others/end': [signedIn(303)],
  'POST /me/security/sessions/:id/end': [signedIn(303), { path: `/me/security/sessions/${none}/end` }],
  'GET /me/security/second-factor': [signedIn()],
  'POST /me/security/second-factor/begin': [signedIn(303)],
  'POST /me/security/second-factor': [signedIn(303)],
  'POST /me/security/second-factor/backup-codes': [signedIn(303)],
  'POST /me/security/second-factor/end': [signedIn(303)],
  'GET /me/security/address': [signedIn()],
  'POST /me/security/address': [signedIn(422)],

  'POST /conditions/:slug/questions/:question/suggest': [everybody(404), { path: '/conditions/a/questions/b/suggest' }],
  'GET /review': [desk()],
  'GET /review/suggestions': [desk()],
  'GET /review/unwritten/:language': [desk(), { path: '/review/unwritten/en' }],
  'POST /review/suggestions': [sent(staff([]))],
  'GET /review/sources': [desk()],
  'GET /review/sources/:key': [staff([]), { path: '/review/sources/nobody1999' }],
  'POST /review/sources/:key': [sent(staff([])), { path: '/review/sources/nobody1999' }],
  'GET /review/profile': [reviewers(403)],
  'POST /review/profile': [sent(reviewers(403))],
  'POST /review/profile/mail': [sent(reviewers(403))],
  'POST /review/profile/topics': [sent(reviewers(403))],
  'GET /review/:slug/:question/:language': [staff([]), { path: '/review/a/b/en' }],
  'POST /review/:slug/:question/:language': [sent(reviewers(403)), { path: '/review/a/b/en' }],

  // of what is not there, or cannot be read, nobody learns that it is not
  'GET /report/:kind/:id': [everybody(404), { path: `/report/experience/${none}` }],
  'POST /report/:kind/:id': [everybody(404), { path: `/report/experience/${none}` }],
  'GET /moderate': [staff(['moderator', 'steward'])],
  'GET /moderate/figures': [staff(['moderator', 'steward'])],
  'POST /moderate/next': [sent(staff(['moderator'], 303))],
  'POST /moderate/many': [sent(staff(['moderator'], 303))],
  'POST /moderate/undo': [sent(staff([]))],
  'GET /moderate/:id': [staff([]), { path: `/moderate/${none}` }],
  'POST /moderate/:id': [sent(staff([])), { path: `/moderate/${none}` }],
  'GET /me/decisions': [signedIn()],
  'GET /me/decisions/:id': [signedIn(404), { path: `/me/decisions/${none}` }],
  'POST /me/decisions/:id/appeal': [signedIn(404, 401), { path: `/me/decisions/${none}/appeal` }],
  'GET /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}': [
    staff([]),
    { path: '/review/a/b/en/proposed/1' },
  ],
  'POST /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}': [
    sent(reviewers(403)),
    { path: '/review/a/b/en/proposed/1' },
  ],
  'POST /review/:slug/:question/:language/comments': [sent(staff([])), { path: '/review/a/b/en/comments' }],
  'POST /review/:slug/:question/:language/proposed/:number{[1-9][0-9]{0,8}}/comments': [
    sent(staff([])),
    { path: '/review/a/b/en/proposed/1/comments' },
  ],
  'GET /review/:slug/:question/:language/edit': [staff([]), { path: '/review/a/b/en/edit' }],
  'POST /review/:slug/:question/:language/edit': [sent(staff([])), { path: '/review/a/b/en/edit' }],

  'GET /me/record': [signedIn()],
  'GET /me/export': [signedIn()],
  'GET /me/export/everything.json': [signedIn()],
  'GET /me/export/everything.html': [signedIn()],
  'GET /me/export/schema.json': [everybody()],
  'GET /me/leave': [signedIn()],
  'POST /me/leave': [signedIn(303)],
  'GET /me/leave/now': [signedIn()],
  'POST /me/leave/now': [signedIn(303)],
  'POST /me/stay': [signedIn(303)],
  'GET /me/stayed': [signedIn()],
  'GET /left': [everybody()],

  'GET /steward': [stewards(303)],
  'GET /steward/staff': [stewards()],
  'POST /steward/staff': [sent(stewards(422))],
  'POST /steward/staff/remove': [sent(stewards(303))],
  'GET /steward/record': [stewards()],
  'GET /steward/reviewers': [stewards()],
  'POST /steward/reviewers': [sent(stewards(303))],
  'GET /steward/alerts': [stewards()],
};

const routes = inject('routes');
const full = inject('site');
const cookies = inject('cookies');
let own: TestSite;
beforeAll(async () => void (own = await startSite({ empty: true })));
afterAll(() => own?.close());

test('Every route is in the table of who gets what, and nothing else is', () => {
  expect([...Object.keys(reading), ...Object.keys(acting)].sort()).toEqual([...routes].sort());
});

/** What nobody gets before they have signed in, by any route: a cookie. */
async function ask(url: string, init: RequestInit, visitor: Visitor): Promise<number> {
  const response = await fetch(url, { ...init, redirect: 'manual' });
  await response.arrayBuffer();
  if (visitor === 'stranger') expect(response.headers.get('set-cookie'), url).toBeNull();
  else expect(response.headers.get('cache-control'), url).toBe('private, no-store');
  if (visitor === 'stranger' && response.status === 303 && !url.endsWith('/sign-out'))
    expect(response.headers.get('location'), url).toMatch(/^\/(sign-in(\?|$)|left$)/u);
  return response.status;
}

async function rowOf(get: (visitor: Visitor) => Promise<number>): Promise<Row> {
  const row: Partial<Row> = {};
  for (const visitor of visitors) row[visitor] = await get(visitor);
  return row as Row;
}

describe('What everybody may read is the same for all', () => {
  test.each(Object.entries(reading))('%s', async (_, [path, row]) => {
    const status = (visitor: Visitor) =>
      ask(full + path, visitor === 'stranger' ? {} : { headers: { cookie: cookies[visitor] } }, visitor);
    expect(await rowOf(status)).toEqual(row);
  });
});

/** A fresh account each time: what one route does to it must not change what another answers. */
async function headersOf(visitor: Visitor): Promise<Record<string, string>> {
  if (visitor === 'stranger') return { origin: own.url };
  const staff: readonly StaffRole[] = visitor === 'member' ? [] : [visitor === 'resting' ? 'steward' : visitor];
  const secondFactor = staff.length > 0 && visitor !== 'resting';
  const { accountId, headers } = await signInAs(own, { staff, secondFactor });
  if (visitor === 'member')
    await own.services.database.db
      .withTables<{ members: { id: string; account_id: string; demo: boolean; joined_at: Date } }>()
      .insertInto('members')
      .values({ id: newId(), account_id: accountId, demo: false, joined_at: own.services.clock.now() })
      .execute();
  return headers;
}

describe('What belongs to one person or to staff', () => {
  test.each(Object.entries(acting))('%s', async (route, [row, asked = {}]) => {
    const [method = '', pattern = ''] = route.split(' ');
    const status = async (visitor: Visitor) => {
      const headers = await headersOf(visitor);
      const body = asked.json ? JSON.stringify(asked.json) : new URLSearchParams(asked.fields);
      const type = asked.json && { 'content-type': 'application/json' };
      const init = { method, headers: { ...headers, ...type }, ...(method === 'POST' && { body }) };
      return ask(own.url + (asked.path ?? pattern), init, visitor);
    };
    expect(await rowOf(status)).toEqual(row);
  });

  test('is refused to whoever comes from a form on another site, whoever they are', async () => {
    for (const [route, [, { path } = {}]] of Object.entries(acting)) {
      const [method = '', pattern = ''] = route.split(' ');
      if (method !== 'POST') continue;
      const headers = { ...(await headersOf('steward')), origin: 'https://elsewhere.example' };
      expect((await fetch(own.url + (path ?? pattern), { method, headers })).status, route).toBe(403);
    }
  });
});
