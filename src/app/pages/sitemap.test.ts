import { expect, test } from 'vitest';
import { stillness } from '#support/knowledge.ts';
import { robotsOf, sitemapOf } from './sitemap.ts';

const entry = { ...stillness, id: '1', groupId: 'examples', parentId: null };
const address = { slug: 'stillness', questionId: 'what-is-it', textDate: '2026-04-07' };
const sitemap = sitemapOf({
  origin: 'https://atlas.example.org',
  conditions: [entry],
  answers: [
    { ...address, language: 'en' },
    { ...address, language: 'es', textDate: '2026-05-01' },
    { ...address, questionId: 'why', language: 'en' },
  ],
  others: ['/conditions/stillness/mechanism', '/conditions/stillness/body-map', '/conditions/stillness/mechanism'],
});

test('an answer is listed in the languages it has, each with the others', () => {
  expect(sitemap).toContain(
    '<loc>https://atlas.example.org/es/conditions/stillness/questions/what-is-it</loc><lastmod>2026-05-01</lastmod>',
  );
  expect(sitemap).toContain(
    'hreflang="es" href="https://atlas.example.org/es/conditions/stillness/questions/what-is-it"',
  );
  expect(sitemap).toContain('<loc>https://atlas.example.org/conditions/stillness/questions/why</loc>');
  expect(sitemap).not.toContain('/es/conditions/stillness/questions/why');
});

test('any other page is listed once in each language, whatever language answers have', () => {
  const listed = [...sitemap.matchAll(/<loc>([^<]*(?:mechanism|body-map))<\/loc>/gu)].map(([, address]) => address);
  expect(listed).toEqual([
    'https://atlas.example.org/conditions/stillness/mechanism',
    'https://atlas.example.org/es/conditions/stillness/mechanism',
    'https://atlas.example.org/conditions/stillness/body-map',
    'https://atlas.example.org/es/conditions/stillness/body-map',
  ]);
});

test('search pages are left out, and machines are asked to leave them alone', () => {
  expect(sitemap).not.toContain('/search');
  expect(robotsOf('https://atlas.example.org')).toContain('Disallow: /search');
});
