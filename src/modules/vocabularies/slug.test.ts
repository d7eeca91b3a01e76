import { expect, test } from 'vitest';
import { slugFor, slugFrom } from './slug.ts';

test.each([
  ['Wilson disease', 'wilson-disease'],
  ['Ménière’s disease', 'menieres-disease'],
  ['3-M syndrome', '3-m-syndrome'],
  ['  α-thalassemia / mental (X-linked) ', 'thalassemia-mental-x-linked'],
  [
    'Ataxia, early-onset; with a very long name that goes on and on until nobody can read it aloud any more',
    'ataxia-early-onset-with-a-very-long-name-that-goes-on-and-on-until-nobody-can',
  ],
  ['x'.repeat(300), 'x'.repeat(80)],
])('%s is at %s', (name, slug) => expect(slugFrom(name)).toBe(slug));

test('where another condition has the address, the code of its own term is added, whatever else was imported', () => {
  const taken = new Set(['dystonia']);
  expect(slugFor('Dystonia', 'ORPHA:68363', (slug) => taken.has(slug))).toBe('dystonia-orpha-68363');
  expect(slugFor('Tremor', 'ORPHA:1', (slug) => taken.has(slug))).toBe('tremor');
  expect(slugFor('難病', 'MONDO:0000001', () => false)).toBe('mondo-0000001');
});
