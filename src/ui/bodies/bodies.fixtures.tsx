import type { I18n } from '#platform/i18n/i18n.ts';
import { Bodies } from './bodies.tsx';
import { bodyPatterns } from './regions.ts';

const names: Record<string, [name: string, means: string]> = {
  focal: ['Focal', 'One part. Here, the neck.'],
  segmental: ['Segmental', 'Two or more parts side by side.'],
  multifocal: ['Multifocal', 'Two or more parts that do not touch.'],
  hemi: ['Hemidystonia', 'Parts on one side only.'],
  generalised: ['Generalised', 'The trunk and at least two more parts.'],
};

export const title = 'Parts of the body';
export const why = 'One quiet figure; the marked regions are cut from it, like countries on a map.';
export const examples = {
  'Five patterns': (i18n: I18n) => (
    <Bodies
      i18n={i18n}
      id="figure-bodies"
      title="Which parts of the body: five patterns"
      patterns={Object.entries(names).map(([id, [name, means]]) => ({ regions: bodyPatterns[id]!, name, means }))}
      caption="Patterns after the 2013 rules."
    />
  ),
};
