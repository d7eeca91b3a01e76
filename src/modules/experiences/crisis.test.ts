import { expect, test } from 'vitest';
import { hasSignsOfCrisis } from './crisis.ts';
import { helpByCountry, helpIn } from './help-lines.ts';

test.each([
  'Some nights I want to die.',
  'I don’t want to live like this',
  'I have thought of killing myself',
  'There is no point in going on',
  'I can’t go on anymore',
  'everyone would be better off without me',
  'No quiero seguir viviendo',
  'A veces pienso en el suicidio.',
  'quiero morirme',
  'ya no puedo más',
  'he pensado en quitarme la vida',
])('"%s" is met with help', (text) => expect(hasSignsOfCrisis(text)).toBe(true));

test.each([
  'My eyes shut at the worst moments.',
  'The dye died out of the carpet.',
  'I want to live by the sea.',
  'Cut the tablets in half, said nobody.',
  'Quiero vivir cerca del mar.',
  'Me muero de risa con mi hija.',
  'I killed the engine myself.',
])('"%s" is not', (text) => expect(hasSignsOfCrisis(text)).toBe(false));

test('help lines can be dialled, name their source, and say honestly when they were checked', () => {
  for (const { country, emergency, lines } of helpByCountry) {
    expect(country).toMatch(/^[A-Z]{2}$/u);
    expect(emergency).toMatch(/^\d{3}$/u);
    expect(lines.length).toBeGreaterThan(0);
    for (const { service, number, source, checked } of lines) {
      expect(service).not.toBe('');
      expect(number).toMatch(/^\d[\d ]*$/u);
      expect(new URL(source).protocol).toBe('https:');
      if (checked !== null) expect(checked).toMatch(/^\d{4}-\d\d-\d\d$/u);
    }
  }
  expect(new Set(helpByCountry.map(({ country }) => country)).size).toBe(helpByCountry.length);
  expect(helpIn('ES')?.lines[0]?.number).toBe('024');
  expect(helpIn('XX')).toBeUndefined();
});
