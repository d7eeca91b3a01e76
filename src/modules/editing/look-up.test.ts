import { createServer, type IncomingHttpHeaders, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lookUpAt, readOrLookUp } from './look-up.usecases.ts';
import { readPasted } from './source-paste.ts';

let server: Server;
let origin: string;
let answer: RequestListener;
const asked: { url: string; headers: IncomingHttpHeaders }[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push({ url: request.url!, headers: request.headers });
    answer(request, response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
beforeEach(() => {
  asked.length = 0;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

const csl = {
  type: 'article-journal',
  id: 'https://doi.org/10.1000/example.1',
  title: 'The <i>prevalence</i> of\n examples',
  author: [
    { family: 'Example', given: 'Ada', sequence: 'first', affiliation: [], ORCID: 'https://orcid.org/0' },
    { name: 'The Example Group', sequence: 'additional' },
  ],
  'container-title': 'Journal of Examples',
  ISSN: ['1234-5678', '8765-4321'],
  issued: { 'date-parts': [[2020, 3]] },
  'reference-count': 40,
  note: 'of the catalogue',
  accessed: { 'date-parts': [[null]] },
  volume: 12,
};
const says =
  (body: unknown, type = 'application/json'): RequestListener =>
  (_, response) => {
    response.setHeader('content-type', type);
    response.end(typeof body === 'string' ? body : JSON.stringify(body));
  };
const paste = (text: string, templates = { doi: `${origin}/doi/{id}`, pmid: `${origin}/pmid?id={id}` }) =>
  readOrLookUp(text, new Set(['example2020']), lookUpAt(templates));

describe('a DOI or a PubMed number alone', () => {
  test.each([
    '10.1000/example.1',
    ' doi:10.1000/example.1 ',
    'DOI: 10.1000/example.1.',
    'https://doi.org/10.1000/example.1',
    'http://dx.doi.org/10.1000/example.1',
    'Example 10.1000/example.1',
  ])('is asked of the catalogue: %s', async (text) => {
    answer = says(csl);
    expect(await paste(text)).toEqual({
      sources: [
        {
          id: 'example2020a',
          type: 'article-journal',
          title: 'The prevalence of examples',
          author: [{ family: 'Example', given: 'Ada' }, { literal: 'The Example Group' }],
          'container-title': 'Journal of Examples',
          ISSN: '1234-5678',
          issued: { 'date-parts': [[2020, 3]] },
          volume: '12',
          DOI: '10.1000/example.1',
        },
      ],
    });
    expect(asked.map(({ url }) => url)).toEqual(['/doi/10.1000%2Fexample.1']);
  });

  test('tells the catalogue the number, and nothing of who asks', async () => {
    answer = says(csl);
    await paste('PMID: 12345678');
    const [{ url, headers }] = asked as [(typeof asked)[number]];
    expect(url).toBe('/pmid?id=12345678');
    expect(headers.accept).toBe('application/vnd.citationstyles.csl+json');
    expect(Object.keys(headers).sort()).toEqual(
      ['accept', 'accept-encoding', 'accept-language', 'connection', 'host', 'sec-fetch-mode', 'user-agent'].sort(),
    );
    expect(headers['user-agent']).toBe('Cairn');
  });

  test('of a PubMed address is its number, which stays with the source', async () => {
    answer = says([{ ...csl, id: 'pmid:12345678' }]);
    const read = await paste('https://pubmed.ncbi.nlm.nih.gov/12345678/');
    expect(read).toMatchObject({ sources: [{ PMID: '12345678', title: 'The prevalence of examples' }] });
  });

  test('is asked of nobody where nobody is named: it says what to paste', async () => {
    const read = await readOrLookUp('10.1000/example.1', new Set(), lookUpAt({ pmid: `${origin}/{id}` }));
    expect(read).toMatchObject({ problem: 'only-id', detail: '10.1000/example.1' });
    expect(asked).toEqual([]);
  });

  test('a reference that says what it is needs nobody', async () => {
    expect(await paste('Example A. The prevalence of examples. J Ex. 2020. doi:10.1000/example.1')).toMatchObject({
      sources: [{ title: 'The prevalence of examples' }],
    });
    expect(asked).toEqual([]);
  });
});

describe('a catalogue that', () => {
  const answers: Record<string, [RequestListener, string]> = {
    'knows no such source': [(_, response) => response.writeHead(404).end('no'), 'look-up-not-found'],
    'is broken': [(_, response) => response.writeHead(500).end('no'), 'look-up-unreachable'],
    'answers with a page': [says('<html>Welcome</html>', 'text/html'), 'look-up-not-json'],
    'answers with something else': [says('null'), 'look-up-not-json'],
    'answers without a title': [says({ type: 'article-journal' }), 'look-up-not-csl'],
    'answers with another kind of thing': [says({ ...csl, type: 'x' }), 'look-up-not-csl'],
    'sends on to a file': [
      (_, response) => response.writeHead(302, { location: 'file:///etc/passwd' }).end(),
      'look-up-unreachable',
    ],
    'sends on for ever': [
      ({ url }, response) => response.writeHead(302, { location: `${url}x` }).end(),
      'look-up-unreachable',
    ],
    'hangs up': [({ socket }) => socket.destroy(), 'look-up-unreachable'],
    'never ends': [
      (_, response) => {
        const more = () => response.write('x'.repeat(64_000), (error) => error ?? setImmediate(more));
        more();
      },
      'look-up-too-large',
    ],
  };
  test.each(Object.entries(answers))(
    '%s is told of in a sentence, and nothing else happens',
    async (_, [says, problem]) => {
      answer = says;
      expect(await paste('10.1000/example.1')).toEqual({ problem, detail: '10.1000/example.1' });
    },
  );

  test('sends on within the web is followed', async () => {
    answer = ({ url }, response) =>
      url === '/there' ? says(csl)({} as never, response) : response.writeHead(302, { location: '/there' }).end();
    expect(await paste('10.1000/example.1')).toHaveProperty('sources');
  });

  test('does not answer is left after five seconds', async () => {
    answer = () => {};
    const started = Date.now();
    expect(await paste('10.1000/example.1')).toMatchObject({ problem: 'look-up-slow' });
    expect(Date.now() - started).toBeLessThan(7000);
  }, 10_000);
});

test('short numbers and words are no PubMed numbers', () => {
  expect(readPasted('12', new Set())).toEqual({ problem: 'no-title' });
  expect(readPasted('hello', new Set())).toEqual({ problem: 'no-title' });
});
