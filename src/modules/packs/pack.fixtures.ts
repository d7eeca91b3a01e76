import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A small pack without fault, of invented conditions, that uses everything the format has. */
export const samplePack: Readonly<Record<string, string>> = {
  'pack.yaml': `id: examples
title: { en: Examples, es: Ejemplos }
licence: CC-BY-4.0
languages: [en, es]
maintainers:
  - { name: The example editors, url: 'https://example.org' }
groups:
  - { id: stones, name: { en: Stones } }
urgent-help:
  en: If you cannot breathe, call your local emergency number.
`,
  'sources.json': `[
  {
    "id": "rock2012",
    "type": "article-journal",
    "title": "How still is still",
    "author": [{ "family": "Rock", "given": "Ada" }, { "literal": "others" }],
    "container-title": "Journal of Examples",
    "issued": { "date-parts": [[2012]] },
    "DOI": "10.1000/example.2012",
    "PMID": "1000001"
  },
  {
    "id": "pebble2020",
    "type": "webpage",
    "title": "Pebbles",
    "URL": "https://example.org/pebbles"
  }
]
`,
  'questions.yaml': `- id: what-is-it
  title: { en: 'What exactly is {condition}?', es: '¿Qué es exactamente {condition}?' }
  short: { en: What is it?, es: ¿Qué es? }
  review-months: 36
- id: urgent-help
  title: { en: 'When does {condition} need urgent help?' }
  short: { en: When to get urgent help }
  review-months: 12
`,
  'axes.yaml': `- id: weight
  name: { en: Weight }
  version: { en: the 2012 rules }
  source: rock2012
  values:
    - { id: light, name: { en: Light }, means: { en: Less than 2 stones. } }
    - { id: heavy, name: { en: Heavy }, means: { en: More than that. } }
- id: age
  name: { en: Age }
  version: { en: the 2012 rules }
  source: rock2012
  unknown: { en: What later rules say is not known. }
  values:
    - { id: young, name: { en: Young }, means: { en: Up to 19 years. } }
    - { id: old, name: { en: Old }, means: { en: From 20 years on. }, source: pebble2020 }
  rule:
    kind: bands
    of: { en: Whole years. }
    unit: years
    source: rock2012
    bands:
      - { value: young, from: 0, to: 19 }
      - { value: old, from: 20 }
- id: course
  name: { en: Course }
  version: { en: the 2012 rules }
  source: rock2012
  values:
    - { id: steady, name: { en: Steady }, means: { en: It stays. } }
    - { id: waxing, name: { en: Waxing }, means: { en: It grows. } }
  rule:
    kind: groups
    groups:
      - { id: years, name: { en: Over years }, pick: one, source: rock2012, values: [steady, waxing] }
- id: parts
  name: { en: Parts }
  version: { en: the 2012 rules }
  source: rock2012
  values:
    - { id: one, name: { en: One }, means: { en: One part. } }
    - { id: side, name: { en: One side }, means: { en: All on one side. } }
    - { id: most, name: { en: Most }, means: { en: The head and more. } }
    - { id: near, name: { en: Near }, means: { en: Side by side. } }
    - { id: far, name: { en: Far }, means: { en: Apart. } }
  rule:
    kind: regions
    regions:
      - { id: head, name: { en: Head }, in-sentence: { en: the head }, side: either }
      - { id: left-hand, name: { en: Left hand }, in-sentence: { en: the left hand }, side: left, pair: hand }
      - { id: right-hand, name: { en: Right hand }, in-sentence: { en: the right hand }, side: right, pair: hand }
    neighbours:
      - source: rock2012
        pairs: [[head, left-hand]]
      - ours: { en: We count this one too. }
        pairs: [[head, right-hand]]
    order:
      - { value: one, when: { exactly: 1 }, source: rock2012 }
      - { value: side, when: { one-side: [hand] }, source: rock2012 }
      - value: most
        when: { holds: [head], at-least: 2 }
        source: rock2012
        also: { pair: hand, with: { en: With a hand. }, without: { en: Without. } }
        doubt: { says: { en: On the border. }, ours: { en: Nobody says. } }
      - { value: near, when: { connected: true }, source: rock2012 }
      - { value: far, when: { otherwise: true }, source: rock2012 }
`,
  'glossary.yaml': `- id: overflow
  term: { en: Overflow, es: Desbordamiento }
  means:
    en: It spills from one part into the next.
    es: Se escapa de una parte a otra.
`,
  'look-alikes.yaml': `features:
  - { id: what-you-notice, name: { en: What you notice } }
pairs:
  - conditions: [stillness, restlessness]
    together: { en: 'One person can have both [@rock2012].' }
    rows:
      - feature: what-you-notice
        stillness: { en: 'Nothing moves. [@rock2012]' }
        restlessness: { en: 'All moves. [@pebble2020]' }
    ask: [{ en: What moves first? }]
`,
  'conditions/stillness/condition.yaml': `slug: stillness
kind: disorder
group: stones
parent: null
names:
  en:
    preferred: Stillness
    in-sentence: stillness
    synonyms: [Example disease]
    narrower: [Quiet hand]
  es:
    preferred: Quietud
    in-sentence: la quietud
summary: { en: movement that waits }
question-titles:
  urgent-help: { en: When does it need urgent help? }
codes:
  - { system: MONDO, code: 'MONDO:0000001', relation: exact, source: rock2012 }
axes:
  - { axis: weight, values: [light, heavy] }
claims:
  - id: prevalence-rock
    measure: point-prevalence
    about: { en: People seen in clinics }
    value: 16.43
    low: 12.09
    high: 22.32
    interval: ci95
    unit: per-100000
    place: { en: Worldwide }
    year: 2012
    counted: { who: all-ages }
    source: rock2012
  - id: onset
    measure: age-at-onset
    about: { en: Everyone }
    low: 20
    high: 40
    interval: range
    unit: years
    place: { en: Worldwide }
    year: 2020
    source: pebble2020
    method: { en: One count in 3 towns }
`,
  'conditions/restlessness/condition.yaml': `slug: restlessness
kind: symptom
group: stones
names:
  en: { preferred: Restlessness, in-sentence: restlessness }
summary: { en: movement that does not wait }
`,
  'conditions/stillness/answers/en/what-is-it.md': `---
short: >-
  Stillness is a rest that you did not choose.
  It touches :claim[prevalence-rock]{show=value} in every 100,000 people.
updated: 2026-11-01
---
It comes and goes [@rock2012].

## What happens

The hand waits. Doctors call this :term[overflow]{#overflow}, as in gene TOR1A.
Studies find :claim[prevalence-rock]. It starts at :claim[onset]{show=range} years [@pebble2020].

:::note
Older pages say more [@pebble2020].
:::

::claims{measure=point-prevalence}

::axis{#weight}

### Looks like it

- A rest, see [restlessness](/conditions/restlessness/questions/urgent-help).
- A [long rest](https://example.org/rest).

::look-alikes

## In a table

| What | How many |
| - | -: |
| Hands | 2 [@rock2012] |
`,
  'conditions/stillness/answers/es/what-is-it.md': `---
short: La quietud es un descanso que no eliges.
updated: 2026-11-01
translation: { made-by: person, of: 2026-11-01 }
---
## Qué pasa

La mano espera [@rock2012].
`,
  'conditions/restlessness/answers/en/urgent-help.md': `---
short: Call for help if it does not stop.
updated: 2026-11-01
---
## Call for help

See how :claim[stillness/prevalence-rock] live with less of it.
`,
};

/** The sample with some files changed; `undefined` leaves a file out. */
export type Changes = Readonly<Record<string, string | Uint8Array | undefined>>;

/** Writes the sample to a new folder, hands it over, and removes it. */
export async function withSamplePack<T>(changes: Changes, use: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'cairn pack '));
  try {
    for (const [path, text] of Object.entries({ ...samplePack, ...changes })) {
      if (text === undefined) continue;
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), text);
    }
    return await use(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** A text with one piece replaced, which must be there. */
export function changed(file: string, from: string | RegExp, to: string): Changes {
  const text = samplePack[file];
  if (text === undefined || (typeof from === 'string' ? !text.includes(from) : !from.test(text)))
    throw new Error(`${file} has no ${String(from)}`);
  return { [file]: text.replace(from, () => to) };
}
