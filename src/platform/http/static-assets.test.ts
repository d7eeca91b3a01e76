import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { IncomingMessage, ServerResponse } from 'node:http';
import { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadStaticAssets, type StaticAssets } from './static-assets.ts';

let folder: string;
let assets: StaticAssets;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'cairn assets '));
  await mkdir(join(folder, 'assets'));
  for (const [name, text] of [
    ['assets/site-1a2b.css', 'body {}'],
    ['assets/site-1a2b.css.br', 'BROTLI'],
    ['assets/site-1a2b.css.gz', 'GZIP'],
    ['favicon.svg', '<svg/>'],
    [
      'manifest.json',
      JSON.stringify({
        'src/ui/site.css': { file: 'assets/site-1a2b.css' },
        'src/ui/islands.ts': { file: 'assets/i.js', css: ['assets/i.css'] },
      }),
    ],
    ['secret.env', 'x'],
  ] as const)
    await writeFile(join(folder, name), text);
  assets = await loadStaticAssets(folder, { 'x-content-type-options': 'nosniff' });
});
afterAll(() => rm(folder, { recursive: true }));

async function headersOf(path: string, encoding?: string) {
  const request = new IncomingMessage(new Socket());
  request.method = 'GET';
  if (encoding) request.headers['accept-encoding'] = encoding;
  let sent: string[] = [];
  const response = new ServerResponse(request);
  response.writeHead = ((_status: number, headers: string[]) => ((sent = headers), response)) as never;
  response.end = (() => response) as never;
  await assets.find(path)!.send(request, response);
  return Object.fromEntries(Array.from({ length: sent.length / 2 }, (_, n) => [sent[2 * n], sent[2 * n + 1]]));
}

test('a file whose name has a hash is kept for ever, others are asked for again', async () => {
  expect(await headersOf('/assets/site-1a2b.css')).toMatchObject({
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=31536000, immutable',
    'x-content-type-options': 'nosniff',
  });
  expect(await headersOf('/favicon.svg')).toMatchObject({
    'content-type': 'image/svg+xml; charset=utf-8',
    'cache-control': 'public, max-age=3600',
  });
});

test('what the build compressed is used', async () => {
  expect(await headersOf('/assets/site-1a2b.css', 'gzip, br')).toMatchObject({
    'content-encoding': 'br',
    'content-length': '6',
  });
  expect(await headersOf('/assets/site-1a2b.css', 'gzip')).toMatchObject({
    'content-encoding': 'gzip',
    'content-length': '4',
  });
});

test.each([
  '/manifest.json',
  '/assets/site-1a2b.css.br',
  '/secret.env',
  '/assets',
  '/',
  '/../package.json',
  '/assets/../favicon.svg',
])('%s is not a file of the site', (path) => expect(assets.find(path)).toBeUndefined());

test('the manifest tells where the build of a source file lies', () => {
  expect(assets.built('src/ui/site.css')).toEqual({ href: '/assets/site-1a2b.css', styles: [] });
  expect(assets.built('src/ui/islands.ts')).toEqual({ href: '/assets/i.js', styles: ['/assets/i.css'] });
  expect(assets.built('src/ui/other.ts')).toBeUndefined();
});

test('without a build there are no files, and no error', async () => {
  const none = await loadStaticAssets(join(folder, 'nowhere'));
  expect(none.find('/favicon.svg')).toBeUndefined();
});
