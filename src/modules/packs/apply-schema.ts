import type { z } from 'zod';
import type { Faults } from './faults.ts';
import type { Located, Path } from './located.ts';

/** Applies a schema to the value at a path, and says each fault in a sentence at its line. Undefined if there is one. */
export function applySchema<T extends z.ZodType>(
  schema: T,
  located: Located,
  path: Path,
  faults: Faults,
): z.output<T> | undefined {
  const value = valueAt(located.value, path);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const inner = [...path, ...issue.path];
    if (issue.code === 'unrecognized_keys')
      for (const key of issue.keys) faults.add(located.file, located.placeOf([...inner, key]), unknownKey(key));
    else faults.add(located.file, located.placeOf(inner), sentenceOf(issue, inner, valueAt(located.value, inner)));
  }
  return undefined;
}

const unknownKey = (key: string): string =>
  key.includes(' ')
    ? `Nothing reads “${key}” here. Between braces, a sentence with a comma or a colon must be in quotes.`
    : `Nothing reads the key \`${key}\` here. Remove it, or correct its spelling.`;

/** Applies a schema to each entry of a list, so that one wrong entry hides no fault of another. */
export function applyToEach<T extends z.ZodType>(
  schema: T,
  located: Located,
  path: Path,
  faults: Faults,
): { index: number; data: z.output<T> }[] {
  const list = valueAt(located.value, path);
  if (!Array.isArray(list)) {
    faults.add(located.file, located.placeOf(path), `${nameOf(path)} must be a list; each entry begins with a hyphen.`);
    return [];
  }
  return list.flatMap((_, index) => {
    const data = applySchema(schema, located, [...path, index], faults);
    return data === undefined ? [] : [{ index, data }];
  });
}

export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<PropertyKey, unknown>)[step];
  }
  return here;
}

const kinds: Record<string, string> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  array: 'a list',
  tuple: 'a list',
  object: 'a map of keys and values',
  record: 'a map of keys and values',
};

const kindOf = (value: unknown): string =>
  value === null ? 'nothing' : Array.isArray(value) ? kinds.array! : (kinds[typeof value] ?? `a ${typeof value}`);

/** `names.en.preferred`, or "This entry". */
function nameOf(path: Path): string {
  const keys = path.filter((step) => typeof step === 'string');
  return keys.length === 0
    ? 'The file'
    : typeof path.at(-1) === 'number'
      ? `This entry of \`${keys.at(-1)}\``
      : `\`${keys.at(-1)}\``;
}

function sentenceOf(issue: z.core.$ZodIssue, path: Path, value: unknown): string {
  const name = path.length > 0 && typeof path.at(-1) === 'number' && path.length === 1 ? 'This entry' : nameOf(path);
  switch (issue.code) {
    case 'invalid_type':
      if (value === undefined)
        return path.at(-1) === 'en' ? 'English is missing here. Add `en`.' : `${name} is missing. Add it.`;
      if (issue.expected === 'string' && typeof value === 'number')
        return `${name} must be text: put the number in quotes.`;
      return `${name} must be ${kinds[issue.expected] ?? issue.expected}; here is ${kindOf(value)}.`;
    case 'invalid_value':
      if (value === undefined) return `${name} is missing. Add it.`;
      return `${name} must be one of ${issue.values.join(', ')}.`;
    case 'too_small':
      if (typeof value === 'number') return `${name} must be ${issue.minimum} or more.`;
      return `${name} is empty. Fill it, or leave its key out.`;
    case 'too_big':
      if (typeof value === 'number') return `${name} must be ${issue.maximum} or less.`;
      return `${name} is too long: at most ${issue.maximum} ${typeof value === 'string' ? 'characters' : 'entries'}.`;
    case 'invalid_key':
      return `\`${String(path.at(-1))}\` ${issue.issues[0]?.message ?? 'is no key that can stand here'}.`;
    default:
      return `${name} ${issue.message}.`;
  }
}
