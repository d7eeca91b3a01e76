import {
  healthy,
  knobNames,
  knobs,
  presetIds,
  presets,
  storyPresets,
  type PresetId,
  type Setting,
} from './settings.ts';

/** The attributes of a directive, as it was written. */
export type Attributes = Readonly<Record<string, string | null | undefined>>;

/** What stands in a text: `::mechanism{…}`, or `:::mechanism{…}` around `::preset{…}`s. */
export interface WrittenFigure {
  attributes: Attributes;
  presets: readonly Attributes[];
}

/** A figure that a published answer holds. */
export interface FoundFigure extends WrittenFigure {
  /** Of the answer. */
  language: string;
  /** The page of the answer, ready to use. */
  href: string;
}

/** A state that a text brings along, with its words. */
export interface OwnPreset {
  id: string;
  name: string;
  /** One or two sentences: what the reader sees. */
  says: string;
  setting: Setting;
}

/** A figure that can be drawn. */
export interface Figure {
  /** The state that the figure is about: one of the model's, or one of its own. */
  preset: string;
  own: readonly OwnPreset[];
}

export interface FigureFault {
  /** Which of the `::preset`s; absent: the figure itself. */
  at?: number;
  /** A sentence that says what to do. */
  reason: string;
}

export const isPresetId = (id: string): id is PresetId => (presetIds as readonly string[]).includes(id);

/** Far more than anybody would compare. */
const mostPresets = 6;
const longest = { name: 40, says: 300 };

/**
 * Reads a figure as it was written. Whatever is wrong is a fault; `figure` is what can be drawn all the same,
 * so that a page with an old text still has one.
 */
export function readFigure({ attributes, presets: written }: WrittenFigure): { figure: Figure; faults: FigureFault[] } {
  const faults: FigureFault[] = [];
  const own: OwnPreset[] = [];
  if (written.length > mostPresets)
    faults.push({ reason: `A figure takes ${mostPresets} presets at most. Leave some out.` });
  for (const [at, each] of written.slice(0, mostPresets).entries()) {
    const { preset, reasons } = readPreset(each);
    if (own.some(({ id }) => id === preset.id))
      reasons.push(`Two presets are called \`${preset.id}\`. Give one another id.`);
    faults.push(...reasons.map((reason) => ({ at, reason })));
    if (reasons.length === 0) own.push(preset);
  }
  const known = [...presetIds, ...written.map(({ id }) => id ?? '')];
  const stray = Object.keys(attributes).find((key) => key !== 'preset');
  const { preset } = attributes;
  if (stray) faults.push({ reason: `\`mechanism\` knows nothing of \`${stray}\`. Take it out.` });
  if (!preset) faults.push({ reason: `Say what the figure is about: {preset=…}, one of ${known.join(', ')}.` });
  else if (!known.includes(preset))
    faults.push({ reason: `There is no preset \`${preset}\`. Write one of ${known.join(', ')}.` });
  const usable = preset && (isPresetId(preset) || own.some(({ id }) => id === preset));
  return { figure: { preset: usable ? preset : 'healthy', own }, faults };
}

function readPreset({ id, name, says, base, ...knobTexts }: Attributes): { preset: OwnPreset; reasons: string[] } {
  const reasons: string[] = [];
  if (!id || !/^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(id))
    reasons.push('Give the preset an id of small letters, digits and single hyphens: ::preset{#early …}.');
  else if (isPresetId(id)) reasons.push(`\`${id}\` is a preset of the model. Give this one another id.`);
  reasons.push(...faultsOfWords('name', name), ...faultsOfWords('says', says));
  if (base && !isPresetId(base))
    reasons.push(`There is no preset \`${base}\` to begin with. \`base\` is one of ${presetIds.join(', ')}.`);
  const setting = { ...(base && isPresetId(base) ? presets[base] : healthy) };
  for (const [key, text] of Object.entries(knobTexts)) {
    const knob = knobNames.find((each) => each === key);
    const value = Number(text?.trim() || NaN);
    if (!knob) reasons.push(`A preset knows nothing of \`${key}\`. What can be set: ${knobNames.join(', ')}.`);
    else if (!Number.isFinite(value)) reasons.push(`\`${key}\` must be a number; here is “${text ?? ''}”.`);
    else if (value < knobs[knob].least || value > knobs[knob].most)
      reasons.push(`\`${key}\` must be from ${knobs[knob].least} to ${knobs[knob].most}; here is ${value}.`);
    else setting[knob] = value;
  }
  if (!base && Object.keys(knobTexts).length === 0)
    reasons.push(`This preset turns nothing. Write what it changes, such as surround=0.7 (${knobNames.join(', ')}).`);
  return { preset: { id: id ?? '', name: name ?? '', says: says ?? '', setting }, reasons };
}

function faultsOfWords(key: 'name' | 'says', text: string | null | undefined): string[] {
  if (!text?.trim()) return [`A preset says its \`${key}\` in words. Add ${key}="…".`];
  return text.length > longest[key] ? [`\`${key}\` is too long: at most ${longest[key]} characters.`] : [];
}

/** The states that the figure shows side by side: the four of its story, then its own, then the one it is about. */
export function panelsOf({ preset, own }: Figure): string[] {
  return [...new Set<string>([...storyPresets, ...own.map(({ id }) => id), preset])];
}

/** In the middle of an answer: what is healthy, what it is about, and what it brings along. */
export const panelsInAnswer = ({ preset, own }: Figure): string[] => [
  ...new Set<string>(['healthy', preset, ...own.map(({ id }) => id)]),
];

export const settingOf = (id: string, { own }: Pick<Figure, 'own'>): Setting =>
  own.find((preset) => preset.id === id)?.setting ?? (isPresetId(id) ? presets[id] : healthy);
