import { stoneNames } from './shapes.ts';
import { Cairn, Ground, Mound, Stone } from './stones.tsx';

export const title = 'Stones';
export const why =
  'One stone is one thing that somebody laid down. Grey: knowledge. Lichen summit: a person’s own words. Tick: signed by a clinician. Dashed: still free.';
export const examples = {
  'Nine shapes': () => (
    <div class="stone-row">
      {stoneNames.map((name) => (
        <Stone name={name} />
      ))}
    </div>
  ),
  'A person’s own': () => (
    <div class="stone-row">
      {stoneNames.map((name) => (
        <Stone name={name} kind="person" flip />
      ))}
    </div>
  ),
  'Signed, free, overdue': () => (
    <div class="stone-row">
      <Stone name="d" kind="signed" />
      <Stone name="d" kind="place" />
      <Stone name="d" kind="overdue" />
    </div>
  ),
  'The cairn grows': () => (
    <div class="stone-row">
      {[1, 2, 3, 4, 5, 6].map((stones) => (
        <Cairn stones={stones} />
      ))}
    </div>
  ),
  'On its ground, with the reader’s place': () => (
    <Ground>
      <Cairn size="large" detail place />
    </Ground>
  ),
  'Mounds of 15 and 12,340 people': () => (
    <>
      <Mound people={15} label="Three pebbles" />
      <Mound people={12340} label="A mound of 123 pebbles" />
    </>
  ),
};
