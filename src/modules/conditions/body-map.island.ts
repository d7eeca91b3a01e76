import type { BodyMapIsland } from './body-map-island.ts';
import { classifyDistribution, type Mark } from './distribution.ts';
import { wordsOfDistribution, type DistributionVocabulary } from './distribution-words.ts';

/* Answers the body map in the browser, with the rules and words that the server uses. Nothing is sent. */

const storageKey = 'cairn.body-map';

function startBodyMap(root: HTMLElement): void {
  const island = JSON.parse(root.dataset.bodyMap ?? '') as BodyMapIsland;
  const find = <T extends HTMLElement>(selector: string) => root.querySelector<T>(selector)!;
  const boxes = [...root.querySelectorAll<HTMLInputElement>('input[name=region]')];
  const sides = [...root.querySelectorAll<HTMLElement>('[data-side]')];
  const radios = sides.flatMap((side) => [...side.querySelectorAll<HTMLInputElement>('input')]);
  const form = find<HTMLFormElement>('form');
  const clear = find<HTMLAnchorElement>('form a');
  const putBack = find<HTMLButtonElement>('[data-put-back]');
  const remember = find<HTMLInputElement>('[data-remember]');
  const words = vocabularyOf(island);

  const readMarks = (): Mark[] =>
    boxes
      .filter(({ checked }) => checked)
      .map(({ value: region }) => {
        const told = radios.find(({ name, checked }) => name === `side-${region}` && checked);
        return { region, side: told?.value as Mark['side'] };
      });
  const setMarks = (marks: readonly Mark[]) => {
    for (const box of boxes) box.checked = marks.some(({ region }) => region === box.value);
    for (const radio of radios)
      radio.checked = marks.some(({ region, side }) => radio.name === `side-${region}` && radio.value === side);
  };

  const say = (selector: string, text: string | undefined) => {
    const place = find(selector);
    // what has not changed is not read out again
    if (place.textContent !== (text ?? '')) place.textContent = text ?? '';
    place.hidden = !text;
  };
  const show = () => {
    const marks = readMarks();
    const distribution = classifyDistribution(marks, island.rule);
    const { value, why, besides, ask } = wordsOfDistribution(distribution, words);
    say('[data-value]', value);
    say('[data-why]', why);
    say('[data-besides]', besides.join(' '));
    say('[data-ask]', ask);
    for (const side of sides) {
      const mark = marks.find(({ region }) => region === side.dataset.side);
      side.hidden = !mark?.side && !distribution?.ask?.regions.includes(side.dataset.side!);
    }
    keep(remember.checked ? marks : undefined);
  };

  let cleared: Mark[] = [];
  root.addEventListener('change', () => {
    putBack.hidden = true;
    show();
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    find('#pattern').focus();
  });
  clear.addEventListener('click', (event) => {
    event.preventDefault();
    cleared = readMarks();
    setMarks([]);
    putBack.hidden = cleared.length === 0;
    show();
  });
  putBack.addEventListener('click', () => {
    setMarks(cleared);
    clear.focus();
    putBack.hidden = true;
    show();
  });

  const kept = readKept();
  if (kept && readMarks().length === 0) {
    remember.checked = true;
    setMarks(kept);
  }
  show();
}

function vocabularyOf({ separators, messages, values, regions, doubts, also }: BodyMapIsland): DistributionVocabulary {
  const list = (items: readonly string[]) =>
    items.length < 3
      ? items.join(separators.two)
      : `${items.slice(0, -1).join(separators.first)}${separators.last}${items.at(-1)!}`;
  return {
    say: (message, given) => messages[message].replace(/\{(\w+)\}/g, (_, name: string) => given[name] ?? ''),
    list,
    region: (id) => regions[id] ?? id,
    value: (id) => values[id] ?? id,
    doubt: (value) => doubts[value] ?? '',
    also: (value, withPair) => also[value]?.[withPair ? 'with' : 'without'] ?? '',
  };
}

/** Only if the reader asks for it; a store that is closed remembers nothing, and nothing breaks. */
function keep(marks: readonly Mark[] | undefined): void {
  try {
    if (marks) localStorage.setItem(storageKey, JSON.stringify(marks));
    else localStorage.removeItem(storageKey);
  } catch {
    // storage may be closed
  }
}

function readKept(): Mark[] | undefined {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey) ?? 'null') as unknown;
    return Array.isArray(kept) ? (kept as Mark[]) : undefined;
  } catch {
    return undefined;
  }
}

for (const root of document.querySelectorAll<HTMLElement>('[data-body-map]')) startBodyMap(root);
