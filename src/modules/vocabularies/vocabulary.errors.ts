import { CairnError } from '#platform/errors/errors.ts';

const nothing = 'Nothing was imported.';

export const fileUnreadable = (file: string, why: string, cause?: unknown) =>
  new CairnError('vocabularies.file_unreadable', 'invalid', `${file}: ${why} ${nothing}`, { file }, { cause });

export const fileOfAnotherKind = (file: string, wanted: string) =>
  new CairnError(
    'vocabularies.file_of_another_kind',
    'invalid',
    `${file} is none of the files that are read here: ${wanted}. ${nothing}`,
    { file },
  );

export const fileCutShort = (file: string, line: number | undefined, cause?: unknown) =>
  new CairnError(
    'vocabularies.file_cut_short',
    'invalid',
    `${file} ends in the middle${line === undefined ? '' : ` of line ${line}`}: the download was cut short. Fetch it again. ${nothing}`,
    { file, line },
    { cause },
  );

export const hierarchyInCircle = (file: string, circle: readonly string[]) =>
  new CairnError(
    'vocabularies.hierarchy_in_circle',
    'invalid',
    `${file}: the hierarchy runs in a circle, ${circle.slice(0, 8).join(' → ')}${circle.length > 8 ? ' → …' : ''}. Tell those who keep the vocabulary, and import an earlier version. ${nothing}`,
    { file, circle },
  );

export const tooMuchWithdrawn = (file: string, withdrawn: number, before: number) =>
  new CairnError(
    'vocabularies.too_much_withdrawn',
    'conflict',
    `${file} lacks ${withdrawn} of the ${before} terms that the last import had. If the file is whole and the vocabulary has really dropped them, import it again with --allow-withdrawn; their conditions stay, marked. ${nothing}`,
    { file, withdrawn, before },
  );
