import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, TYPE, type MessageFormatElement, type PluralElement } from '@formatjs/icu-messageformat-parser';
import { describe, expect, test } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages, realLanguages, type MessageKey } from '#platform/i18n/languages.ts';

const root = join(import.meta.dirname, '../..');
const read = (language: string) =>
  JSON.parse(readFileSync(join(root, `messages/${language}.json`), 'utf8')) as Record<string, string>;
const english = read('en');
const keys = Object.keys(english);
const elements = (message: string) => parse(message, { ignoreTag: true, shouldParseSkeletons: false });

/** Every part of a message, those inside plural forms and choices too. */
const walk = (parts: MessageFormatElement[]): MessageFormatElement[] =>
  parts.flatMap((part) =>
    part.type === TYPE.plural || part.type === TYPE.select
      ? [part, ...Object.values(part.options).flatMap((option) => walk(option.value))]
      : [part],
  );

/** `name: kind`, so that a number in one language is not a text in another. */
const argumentsOf = (message: string) =>
  [
    ...new Set(
      walk(elements(message))
        .filter((part) => part.type !== TYPE.literal && part.type !== TYPE.pound)
        .map((part) => ('value' in part ? part.value : '')),
    ),
  ].sort();

const pluralsOf = (message: string) =>
  walk(elements(message)).filter((part): part is PluralElement => part.type === TYPE.plural);

describe.each(realLanguages)('Messages in %s', (language) => {
  const messages = read(language);
  const written = (key: string) => messages[key] ?? '';

  test('are all there, and no others', () => {
    expect(Object.keys(messages).sort()).toEqual([...keys].sort());
  });

  test('are sorted by key, so that two people adding one each do not collide', () => {
    expect(Object.keys(messages)).toEqual(Object.keys(messages).sort());
  });

  test('can be read by the formatter, and are not empty', () => {
    expect(Object.keys(messages).filter((key) => !parses(written(key)))).toEqual([]);
  });

  test('take the same arguments as in English', () => {
    const different = keys.filter(
      (key) => String(argumentsOf(written(key))) !== String(argumentsOf(english[key] ?? '')),
    );
    expect(different).toEqual([]);
  });

  test('have every plural form of the language', () => {
    const lacking = keys.flatMap((key) =>
      pluralsOf(written(key)).flatMap(({ options, pluralType }) => {
        const forms = new Intl.PluralRules(language, { type: pluralType ?? 'cardinal' }).resolvedOptions()
          .pluralCategories;
        // Who writes out single numbers (`=2`) knows which ones come.
        if (Object.keys(options).some((form) => form.startsWith('='))) return [];
        // "many" is for whole millions in Spanish; "other" reads well there.
        return forms.filter((form) => !(form in options) && form !== 'many').map((form) => `${key}: ${form}`);
      }),
    );
    expect(lacking).toEqual([]);
  });

  test('are written calmly, with the punctuation of print', () => {
    const loud = Object.entries(messages).filter(([, text]) =>
      /[!¡]|\.\.\.|\s{2}|^\s|\s$|(?<=\p{L})'(?=\p{L})/u.test(text),
    );
    expect(Object.fromEntries(loud)).toEqual({});
  });

  test('can all be said, with one and with many', () => {
    const i18n = createI18n(createLanguages(), language);
    for (const key of keys)
      for (const count of [0, 1, 2, 11, 1_000_000]) {
        const values = Object.fromEntries(argumentsOf(written(key)).map((name) => [name, count]));
        expect(i18n.t(key as MessageKey, values), key).not.toMatch(/[{}]|undefined|NaN/);
      }
  });
});

function parses(message: string): boolean {
  try {
    return elements(message).length > 0;
  } catch {
    return false;
  }
}

describe('Every message', () => {
  const sources = readdirSync(join(root, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((name) => /(?<!\.test)\.tsx?$/.test(name))
    .map((name) => readFileSync(join(root, 'src', name), 'utf8'))
    .join('\n');
  const quoted = new Set(Array.from(sources.matchAll(/['"`]([a-z0-9-]+(?:\.[a-z0-9-]+)+)['"`]/g), ([, key]) => key));
  /** Keys put together from a fixed beginning and a value: `claim.unit.${unit}`. */
  const beginnings = Array.from(
    sources.matchAll(/`([a-z0-9-]+\.(?:[a-z0-9-]+[.-])*)\$\{/g),
    ([, beginning]) => beginning ?? '',
  );

  test('is used somewhere', () => {
    expect(keys.filter((key) => !quoted.has(key) && !beginnings.some((start) => key.startsWith(start)))).toEqual([]);
  });

  test('is called by the room it is used in and what it says', () => {
    expect(keys.filter((key) => !/^[a-z][a-z0-9-]*(\.[a-z0-9-]+)+$/.test(key))).toEqual([]);
  });
});
