import { expect, test } from 'vitest';
import { robotsOf, sitemapIndexOf, sitemapsOf } from './sitemap.ts';

const address = { slug: 'stillness', questionId: 'what-is-it', textDate: '2026-04-07' };
const [sitemap = ''] = sitemapsOf({
  origin: 'https://atlas.example.org',
  slugs: ['stillness'],
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

test('more addresses than one file should hold are in several, each address in one of them', () => {
  const slugs = Array.from({ length: 3000 }, (_, index) => `condition-${index}`);
  const files = sitemapsOf({ origin: 'https://atlas.example.org', slugs, answers: [], others: [] });
  const listed = files.flatMap((file) => file.match(/<loc>[^<]+/gu) ?? []);
  expect(files).toHaveLength(2);
  expect(new Set(listed).size).toBe(listed.length);
  expect(listed.filter((address) => address.includes('/conditions/condition-'))).toHaveLength(6000);
  const index = sitemapIndexOf('https://atlas.example.org', files.length);
  expect(index).toContain('<sitemap><loc>https://atlas.example.org/sitemap/2</loc></sitemap>');
  expect(index).not.toContain('/sitemap/3');
});
