import { describe, expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, realLanguages } from '#platform/i18n/languages.ts';
import {
  childrenOf,
  listContinents,
  listCountries,
  listRegions,
  nameOfRegion,
  parentOf,
  world,
} from '#modules/regions/index.ts';
import { drawingWidth, findDrawing } from './shapes.ts';

/** Parts of a drawing that can be seen and pressed: inside its frame, with land or a dot. */
async function seenOn(code: string): Promise<string[]> {
  const drawing = await findDrawing(code);
  return (drawing?.parts ?? [])
    .filter(
      ({ x, y, d }) => x >= 0 && x <= drawingWidth && y >= 0 && y <= drawing!.height && (d === '' || d.startsWith('M')),
    )
    .map(({ code }) => code)
    .sort();
}

describe('Every region', () => {
  test('has one parent and a name in each language', () => {
    for (const { code, parent } of listRegions()) {
      expect(parent === undefined).toBe(code === world);
      for (const language of realLanguages)
        expect(nameOfRegion(code, createI18n(createLanguages(), language))).not.toBe(code);
    }
  });

  test('has a shape or a dot on the drawing of what it is part of', async () => {
    for (const { code } of listContinents())
      expect([code, await seenOn(code)]).toEqual([
        code,
        childrenOf(code)
          .map((child) => child.code)
          .sort(),
      ]);
    for (const { code } of listCountries()) {
      const parts = childrenOf(code)
        .map((child) => child.code)
        .sort();
      // a country that is not divided is drawn as itself
      expect([code, await seenOn(code)]).toEqual([code, parts.length > 0 ? parts : [code]]);
    }
  });

  test('that is a country is on the drawing of the world, but for Antarctica, which has a page of its own', async () => {
    const countries = listCountries()
      .map(({ code }) => code)
      .filter((code) => code !== 'AQ');
    expect(await seenOn(world)).toEqual(countries.sort());
    expect(await seenOn('AQ')).toEqual(['AQ']);
  });
});

test('what is drawn on its country’s map has no drawing of its own', async () => {
  expect(parentOf('ES-MD')).toBe('ES');
  expect(await findDrawing('ES-MD')).toBeUndefined();
  expect(await findDrawing('XX')).toBeUndefined();
});

test('distant parts of a country stand in frames, and the frames on the drawing', async () => {
  const { frames, height, parts } = (await findDrawing('ES'))!;
  expect(frames.length).toBeGreaterThan(0);
  for (const frame of frames) {
    expect(frame.x + frame.width).toBeLessThanOrEqual(drawingWidth);
    expect(frame.y + frame.height).toBeLessThanOrEqual(height);
  }
  const canaries = parts.find(({ code }) => code === 'ES-CN')!;
  expect(frames.some(({ y }) => canaries.y > y)).toBe(true);
});
