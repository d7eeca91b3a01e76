import { describe, expect, it } from 'vitest';
import { createI18n } from '#platform/i18n/i18n.ts';
import { createLanguages } from '#platform/i18n/languages.ts';
import { markupOf } from '../gallery/markup.ts';
import { Day } from './day.tsx';
import { weave } from './weave.ts';

const languages = createLanguages({ withPseudo: true });

describe('words', () => {
  it('weaves elements into a sentence in the order of each language', async () => {
    const say = (language: 'en' | 'es' | 'ar-XB') =>
      markupOf(<p>{weave(createI18n(languages, language), 'review-line.updated', { day: <b>7 April</b> })}</p>);
    expect(await say('en')).toBe('<p>Last updated <b>7 April</b>.</p>');
    expect(await say('es')).toContain('<b>7 April</b>');
    expect(await say('ar-XB')).toContain('<b>7 April</b>');
  });

  it('escapes what stands around the elements', async () => {
    const line = weave(
      createI18n(languages, 'en'),
      'review-line.by',
      { day: 'x', name: <b>A</b> },
      { credential: '<i>' },
    );
    expect(await markupOf(<p>{line}</p>)).toContain('&lt;i&gt;');
  });

  it('gives a day to people and to machines', async () => {
    const day = <Day i18n={createI18n(languages, 'es')} day="2026-04-07T00:00:00Z" />;
    expect(await markupOf(day)).toBe('<time datetime="2026-04-07">7 de abril de 2026</time>');
  });
});
