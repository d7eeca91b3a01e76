import { realLanguages } from '#platform/i18n/languages.ts';
import { valueAt } from './apply-schema.ts';
import type { Faults } from './faults.ts';
import type { Known, LocatedFiles, Uses } from './known.ts';
import type { Located } from './located.ts';
import { checkReference, checkUnique, each, textsIn, unknownSource, use } from './references.ts';

/** Checks what the conditions say of the shared files and of each other. */
export function checkConditionReferences(
  files: LocatedFiles,
  known: Known,
  uses: Uses,
  faults: Faults,
  today: string,
): void {
  for (const [slug, located] of files.conditions) {
    if (!located) continue;
    checkCondition(slug, located, known, uses, faults);
    checkYears(located, Number(today.slice(0, 4)), faults);
    checkComparable(located, faults);
  }
  checkParents(files.conditions, faults);
  checkGroupsOfForms(files.conditions, faults);
  checkNames(files.conditions, faults);
  checkExactCodes(files.conditions, faults);
}

function checkCondition(folder: string, located: Located, known: Known, uses: Uses, faults: Faults): void {
  const slug = valueAt(located.value, ['slug']);
  if (typeof slug === 'string' && slug !== folder)
    faults.add(
      located.file,
      located.placeOf(['slug']),
      `The slug \`${slug}\` and the folder \`${folder}\` disagree. Give both one name.`,
    );
  checkReference(
    located,
    ['group'],
    known.groups,
    (id) => `pack.yaml has no group \`${id}\`. Add it there, or correct the id.`,
    faults,
  );
  checkReference(
    located,
    ['parent'],
    known.conditions,
    (id) => `This pack has no condition \`${id}\`. Add it, or correct the parent.`,
    faults,
  );
  for (const question of Object.keys((valueAt(located.value, ['question-titles']) as object | undefined) ?? {}))
    if (known.questions?.has(question) === false)
      faults.add(
        located.file,
        located.placeOf(['question-titles', question]),
        `questions.yaml has no question \`${question}\`. Add it there, or correct the id.`,
      );
  for (const path of each(located, ['axes'])) {
    checkReference(
      located,
      [...path, 'axis'],
      known.axes,
      (id) => `axes.yaml has no axis \`${id}\`. Add it there, or correct the id.`,
      faults,
    );
    const values = known.axes?.get(String(valueAt(located.value, [...path, 'axis'])));
    for (const value of each(located, [...path, 'values']))
      checkReference(
        located,
        value,
        values,
        (id) => `The axis has no value \`${id}\`. Add it to axes.yaml, or correct the id.`,
        faults,
      );
    checkUnique(located, each(located, [...path, 'values']), 'value', faults);
  }
  checkUnique(located, each(located, ['axes'], 'axis'), 'axis', faults);
  checkUnique(located, each(located, ['claims'], 'id'), 'claim', faults);
  checkUnique(located, each(located, ['codes'], 'code'), 'code', faults);
  for (const path of [...each(located, ['claims'], 'source'), ...each(located, ['codes'], 'source')]) {
    checkReference(located, path, known.sources, unknownSource, faults);
    use(uses.sources, valueAt(located.value, path));
  }
  for (const { path, text } of textsIn(valueAt(located.value, ['summary']), ['summary']))
    if (/\p{N}/u.test(text))
      faults.add(
        located.file,
        located.placeOf(path),
        'A summary cites nothing, so it holds no numbers. Say it in words.',
      );
  for (const language of realLanguages) {
    const names = ['names', language];
    const kinds = ['synonyms', 'narrower'].flatMap((kind) => each(located, [...names, kind]));
    checkUnique(located, [[...names, 'preferred'], ...kinds], 'name', faults);
  }
}

/** What keeps a count from being compared, without being wrong. */
function checkComparable(located: Located, faults: Faults): void {
  const prevalences = each(located, ['claims']).filter(
    (path) => valueAt(located.value, [...path, 'measure']) === 'point-prevalence',
  );
  if (prevalences[0] && prevalences.every((path) => valueAt(located.value, [...path, 'counted']) === undefined))
    faults.warn(
      located.file,
      located.placeOf(prevalences[0]),
      'No point-prevalence here says whom it counted, so none is compared or ranked. Add `counted`, as in `counted: { who: all-ages }`.',
    );
  for (const path of each(located, ['claims'])) {
    const place = valueAt(located.value, [...path, 'place', 'en']);
    if (
      typeof place === 'string' &&
      place !== 'Worldwide' &&
      /^(the )?(whole )?(world|global(ly)?|world-?wide)$/iu.test(place)
    )
      faults.warn(
        located.file,
        located.placeOf([...path, 'place', 'en']),
        'Write `Worldwide`: counts are compared by this word.',
      );
  }
}

function checkYears(located: Located, thisYear: number, faults: Faults): void {
  for (const path of each(located, ['claims'], 'year')) {
    const year = valueAt(located.value, path);
    if (typeof year === 'number' && year > thisYear)
      faults.add(
        located.file,
        located.placeOf(path),
        `\`year\` lies after today. Write the year of the study, or of its publication.`,
      );
  }
}

/** Forms stand in the group of the wider condition: numbers of a group are of all its conditions and their forms. */
function checkGroupsOfForms(conditions: LocatedFiles['conditions'], faults: Faults): void {
  for (const [slug, located] of conditions) {
    if (!located) continue;
    const parent = valueAt(located.value, ['parent']);
    const wider = typeof parent === 'string' ? conditions.get(parent)?.value : undefined;
    const [own, above] = [valueAt(located.value, ['group']), valueAt(wider, ['group'])];
    if (typeof own === 'string' && typeof above === 'string' && own !== above)
      faults.add(
        located.file,
        located.placeOf(['group']),
        `\`${slug}\` is a form of \`${parent as string}\`, which is in the group \`${above}\`. Give both one group.`,
      );
  }
}

function checkParents(conditions: LocatedFiles['conditions'], faults: Faults): void {
  const parentOf = (slug: unknown) =>
    typeof slug === 'string' ? valueAt(conditions.get(slug)?.value, ['parent']) : undefined;
  for (const [slug, located] of conditions) {
    const seen = new Set<unknown>();
    let above = parentOf(slug);
    while (above !== undefined && above !== null && above !== slug && !seen.has(above)) {
      seen.add(above);
      above = parentOf(above);
    }
    if (located && above === slug)
      faults.add(
        located.file,
        located.placeOf(['parent']),
        `\`${slug}\` is above itself: the parents go round in a circle. Correct one of them.`,
      );
  }
}

/** A name that a reader may search for leads to one condition. */
function checkNames(conditions: LocatedFiles['conditions'], faults: Faults): void {
  for (const language of realLanguages) {
    const owner = new Map<string, string>();
    for (const [slug, located] of conditions) {
      if (!located) continue;
      for (const path of [['names', language, 'preferred'], ...each(located, ['names', language, 'synonyms'])]) {
        const name = valueAt(located.value, path);
        if (typeof name !== 'string') continue;
        const key = name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
        const other = owner.get(key);
        if (other && other !== slug)
          faults.add(
            located.file,
            located.placeOf(path),
            `“${name}” is a name of \`${other}\` too. Leave it to one of them.`,
          );
        owner.set(key, slug);
      }
    }
  }
}

function checkExactCodes(conditions: LocatedFiles['conditions'], faults: Faults): void {
  const owner = new Map<string, string>();
  for (const [slug, located] of conditions)
    for (const path of located ? each(located, ['codes']) : []) {
      const { system, code, relation } = (valueAt(located!.value, path) ?? {}) as Record<string, unknown>;
      if (relation !== 'exact' || typeof code !== 'string') continue;
      const key = `${String(system)} ${code}`;
      const other = owner.get(key);
      if (other && other !== slug)
        faults.add(
          located!.file,
          located!.placeOf([...path, 'code']),
          `${code} is an exact code of \`${other}\` too. At most one of them can be exact.`,
        );
      owner.set(key, slug);
    }
}
