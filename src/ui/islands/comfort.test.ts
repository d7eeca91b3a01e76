import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

const read = (file: string) => readFileSync(new URL(file, import.meta.url), 'utf8');
const [early, island, panel, tokens] = ['../early.ts', './comfort.ts', '../comfort/comfort.tsx', '../tokens.css'].map(
  read,
) as [string, string, string, string];

it('keeps comfort choices under the key from which they are put back before the page is painted', () => {
  const key = /'(cairn\.[a-z]+)'/.exec(island)![1]!;
  expect(early).toContain(`'${key}'`);
});

it('puts back every setting of the comfort panel, and the stylesheet knows each of its choices', () => {
  const names = [...panel.matchAll(/name: '(\w+)',\n/g)].map(([, name]) => name!);
  const restored = [...early.matchAll(/'(\w+)'[,\]]/g)].map(([, name]) => name!);
  expect(restored.sort()).toEqual([...names].sort());
  for (const name of names) {
    expect(tokens).toMatch(new RegExp(`\\[data-${name}='`));
    expect(tokens).toContain(`:has(#${name}-`);
  }
});
