export { importVocabulary, type VocabularyReport } from './import-vocabulary.usecases.ts';
export { openFile, type OpenFile } from './source.files.ts';
export { vocabularies, type VocabularyId } from './vocabulary.ts';
