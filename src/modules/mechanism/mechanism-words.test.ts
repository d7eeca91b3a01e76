import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { isReadable, readableText, readingOf } from '#modules/answers/index.ts';
import en from '#messages/en.json' with { type: 'json' };
import es from '#messages/es.json' with { type: 'json' };
import { mentionsIn } from '#modules/knowledge/index.ts';
import { parseMarkdown } from '#platform/markdown/markdown.ts';
import { publishedNetwork } from './basal-ganglia.ts';
import { calibrate } from './calibration.ts';
import { presets } from './settings.ts';
import sources from './sources.json' with { type: 'json' };
import { settle } from './steady-state.ts';

const own = { en, es } as Record<'en' | 'es', Record<string, string>>;
const written = (language: 'en' | 'es', room: RegExp) =>
  Object.entries(own[language])
    .filter(([key]) => key.startsWith('mechanism.') && room.test(key))
    .map(([, text]) => text.replaceAll(/\{\w+\}/gu, '60%'));

describe('What the figure says', () => {
  test.each(['en', 'es'] as const)('is as easy to read as an answer, in %s', (language) => {
    for (const room of [/\.(story|outcome)\./u, /\.(reading|honest|wrong|careful)\./u, /\.page\.lede|knob-help/u]) {
      const text = written(language, room).join('\n\n');
      const reading = readingOf(readableText(parseMarkdown(text), []), language);
      expect(isReadable(reading, language, 'body'), `${String(room)} ${JSON.stringify(reading)}`).toBe(true);
    }
  });

  test('cites only sources that it brings along, each of them, and the same in both languages', () => {
    const cited = (language: 'en' | 'es') => [
      ...new Set(
        written(language, /./u).flatMap((text) => mentionsIn(parseMarkdown(text)).citations.map(({ id }) => id)),
      ),
    ];
    expect(cited('en').sort()).toEqual(sources.map(({ id }) => id).sort());
    expect(cited('es').sort()).toEqual(cited('en').sort());
  });

  test('names each source as the shipped pack does', () => {
    const pack = JSON.parse(
      readFileSync(join(import.meta.dirname, '../../../packs/movement-disorders/sources.json'), 'utf8'),
    ) as { id: string }[];
    for (const source of sources) {
      const same = pack.find(({ id }) => id === source.id);
      if (same) expect(source).toEqual(same);
    }
  });
});

describe('What the page says of the model is so', () => {
  test('weaker links that hold back make the brakes firmer, not weaker', () => {
    const rest = (share: number) =>
      settle(Array<number>(6).fill(0.2), {
        ...publishedNetwork,
        d1ToGpi: share,
        d2ToGpe: share,
        gpeToStn: share,
        gpeToGpi: 0.3 * share,
      }).gpi[0]!;
    expect(rest(0.7)).toBeGreaterThan(rest(1));
    expect(rest(0.5)).toBeGreaterThan(rest(0.7));
  });

  test('the surround is weaker in dystonia, and turns round only with spill-over', () => {
    const healthy = calibrate(presets.healthy).surround;
    const dystonia = calibrate(presets.dystonia).surround;
    expect(dystonia).toBeGreaterThan(0);
    expect(dystonia).toBeLessThan(healthy);
    expect(calibrate({ ...presets.dystonia, spill: 0.1 }).surround).toBeLessThan(0);
  });

  test('a slightly weaker rival is held back in dystonia', () => {
    expect(calibrate(presets.dystonia).selected.straighten).toBe(true);
    expect(calibrate({ ...presets.dystonia, straighten: 0.39 }).selected.straighten).toBe(false);
  });
});
