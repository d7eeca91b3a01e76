import { boundsOf, type Band, type Bound } from '#modules/conditions/index.ts';
import { valueAt } from './apply-schema.ts';
import type { Faults } from './faults.ts';
import type { Known, Uses } from './known.ts';
import type { Located, Path } from './located.ts';
import { checkReference, checkUnique, each, listAt, unknownSource, use } from './references.ts';

/** Checks what the axes say of sources, and what their rules say of their own values and parts. */
export function checkAxes(axes: Located, known: Known, uses: Uses, faults: Faults): void {
  checkUnique(axes, each(axes, [], 'id'), 'axis', faults);
  for (const path of each(axes, [])) {
    checkUnique(axes, each(axes, [...path, 'values'], 'id'), 'value', faults);
    for (const source of sourcesIn(axes, path)) {
      checkReference(axes, source, known.sources, unknownSource, faults);
      use(uses.sources, valueAt(axes.value, source));
    }
    const rule = [...path, 'rule'];
    switch (valueAt(axes.value, [...rule, 'kind'])) {
      case 'bands':
        checkValues(axes, path, each(axes, [...rule, 'bands'], 'value'), 'band', faults);
        checkBands(axes, rule, faults);
        break;
      case 'groups': {
        const groups = each(axes, [...rule, 'groups']);
        checkUnique(axes, each(axes, [...rule, 'groups'], 'id'), 'group', faults);
        checkValues(
          axes,
          path,
          groups.flatMap((group) => each(axes, [...group, 'values'])),
          'group',
          faults,
        );
        break;
      }
      case 'regions':
        checkValues(axes, path, each(axes, [...rule, 'order'], 'value'), 'rule', faults);
        checkRegions(axes, rule, faults);
        checkOrder(axes, rule, faults);
    }
  }
}

/** Every key named `source` within an axis. */
function sourcesIn(axes: Located, path: Path): Path[] {
  const value = valueAt(axes.value, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.keys(value).flatMap((key): Path[] => {
    const inner = [...path, Array.isArray(value) ? Number(key) : key];
    return key === 'source' ? [inner] : sourcesIn(axes, inner);
  });
}

/** Each value that a rule leads to is there, and each value is led to once. */
function checkValues(axes: Located, axis: Path, named: Path[], by: string, faults: Faults): void {
  const values = each(axes, [...axis, 'values'], 'id');
  const ids = new Set(values.map((path) => valueAt(axes.value, path)).filter((id) => typeof id === 'string'));
  for (const path of named)
    checkReference(axes, path, ids, (id) => `The axis has no value \`${id}\`. Add it, or correct the id.`, faults);
  checkUnique(axes, named, 'value', faults);
  const led = new Set(named.map((path) => valueAt(axes.value, path)));
  for (const path of values) {
    const id = valueAt(axes.value, path);
    if (typeof id === 'string' && !led.has(id))
      faults.add(axes.file, axes.placeOf(path), `No ${by} leads to \`${id}\`. Add one, or take the value out.`);
  }
}

type ReadBand = { path: Path; value: unknown; lower: Bound; upper: Bound };

/** From nothing to without end, each number has one band. */
function checkBands(axes: Located, rule: Path, faults: Faults): void {
  const unit = valueAt(axes.value, [...rule, 'unit']) === 'years' ? 'years' : 'ratio';
  const bands = each(axes, [...rule, 'bands'])
    .flatMap((path): ReadBand[] => {
      const band = valueAt(axes.value, path);
      const numbers = ['from', 'above', 'to', 'below'].map((key) => valueAt(band, [key]));
      if (numbers.some((number) => number !== undefined && typeof number !== 'number')) return [];
      return [{ path, value: valueAt(band, ['value']), ...boundsOf(band as Band, unit) }];
    })
    .sort((a, b) => a.lower.at - b.lower.at || Number(b.lower.included) - Number(a.lower.included));
  const fault = ({ path }: ReadBand, reason: string) => faults.add(axes.file, axes.placeOf(path), reason);
  for (const [index, band] of bands.entries()) {
    const { lower, upper, value } = band;
    if (upper.at < lower.at || (upper.at === lower.at && !(upper.included && lower.included)))
      fault(band, `The band of \`${String(value)}\` ends before it begins. Correct its bounds.`);
    const next = bands[index + 1];
    if (!next) continue;
    const both = `\`${String(value)}\` and \`${String(next.value)}\``;
    if (next.lower.at < upper.at || (next.lower.at === upper.at && next.lower.included && upper.included))
      fault(next, `The bands of ${both} overlap. Let one end where the other begins.`);
    else if (next.lower.at > upper.at || (!next.lower.included && !upper.included))
      fault(next, `Between the bands of ${both} is a gap. Let one end where the other begins.`);
  }
  const first = bands[0];
  const last = bands.at(-1);
  if (first && (first.lower.at > 0 || !first.lower.included))
    fault(
      first,
      'No band holds the smallest numbers. Let the first one begin with from: 0, or leave its beginning out.',
    );
  if (last && last.upper.at !== Infinity)
    fault(last, 'No band holds the largest numbers. Leave the end of the last one out.');
}

/** Neighbours are regions, each pair once, and no region is alone; left and right are there together. */
function checkRegions(axes: Located, rule: Path, faults: Faults): void {
  const list = each(axes, [...rule, 'regions']);
  checkUnique(axes, each(axes, [...rule, 'regions'], 'id'), 'region', faults);
  const regions = list.map((path) => {
    const textAt = (key: string) => {
      const text = valueAt(axes.value, [...path, key]);
      return typeof text === 'string' ? text : undefined;
    };
    return { path, id: textAt('id'), side: textAt('side'), pair: textAt('pair') };
  });
  const ids = new Set(regions.map(({ id }) => id));
  const paired = new Set<string>();
  const seen = new Set<string>();
  for (const path of each(axes, [...rule, 'neighbours']).flatMap((group) => each(axes, [...group, 'pairs']))) {
    const pair = listAt(axes, path).map(String);
    for (const [index, id] of pair.entries()) {
      checkReference(
        axes,
        [...path, index],
        ids,
        () => `There is no region \`${id}\` above. Add it to \`regions\`, or correct the id.`,
        faults,
      );
      paired.add(id);
    }
    const key = [...pair].sort().join(' and ');
    if (pair[0] === pair[1])
      faults.add(axes.file, axes.placeOf(path), `\`${pair[0]}\` is named as its own neighbour. Take this pair out.`);
    else if (seen.has(key))
      faults.add(axes.file, axes.placeOf(path), `The neighbours ${key} are here twice. Keep one.`);
    seen.add(key);
  }
  for (const { path, id, side, pair } of regions) {
    const place = axes.placeOf(path);
    if (id !== undefined && !paired.has(id))
      faults.add(axes.file, place, `\`${id}\` has no neighbour. Name one under \`neighbours\`.`);
    const others = regions.filter((each) => pair !== undefined && each.pair === pair && each.side !== side);
    if (pair !== undefined && others.length !== 1)
      faults.add(axes.file, place, `\`${id}\` needs one region of the other side with the pair \`${pair}\`.`);
  }
}

/** What the rules speak of is there; the last rule, and only that, takes what is left. */
function checkOrder(axes: Located, rule: Path, faults: Faults): void {
  const idsOf = (key: string) =>
    new Set(each(axes, [...rule, 'regions'], key).map((path) => valueAt(axes.value, path)));
  const [ids, pairs] = [idsOf('id'), idsOf('pair')] as [Set<string>, Set<string>];
  const noRegion = (id: string) => `There is no region \`${id}\`. Add it to \`regions\`, or correct the id.`;
  const noPair = (id: string) => `No region has the pair \`${id}\`. Correct it here, or in \`regions\`.`;
  const order = each(axes, [...rule, 'order']);
  for (const [index, path] of order.entries()) {
    for (const held of each(axes, [...path, 'when', 'holds'])) checkReference(axes, held, ids, noRegion, faults);
    for (const pair of each(axes, [...path, 'when', 'one-side'])) checkReference(axes, pair, pairs, noPair, faults);
    checkReference(axes, [...path, 'also', 'pair'], pairs, noPair, faults);
    if (valueAt(axes.value, [...path, 'doubt']) !== undefined && !valueAt(axes.value, [...path, 'when', 'holds']))
      faults.add(
        axes.file,
        axes.placeOf([...path, 'doubt']),
        'A doubt is about what stands beside the parts that a rule holds. Give it to a rule with `holds`.',
      );
    const last = index === order.length - 1;
    const otherwise = valueAt(axes.value, [...path, 'when', 'otherwise']) === true;
    if (otherwise && !last)
      faults.add(
        axes.file,
        axes.placeOf(path),
        'This rule takes everything: those below it are never asked. Put it last.',
      );
    if (last && !otherwise && valueAt(axes.value, [...path, 'when']) !== undefined)
      faults.add(
        axes.file,
        axes.placeOf(path),
        'What no rule takes has no name. End the order with a rule `when: { otherwise: true }`.',
      );
  }
}
