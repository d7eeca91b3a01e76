export { importVocabulary, type VocabularyReport } from './import-vocabulary.usecases.ts';
export type { OpenFile } from './reading.ts';
export { openFile } from './source.files.ts';
export { vocabularies, type VocabularyId } from './vocabulary.ts';
export { loadVocabularyData } from './vocabulary-page.ts';
export { createVocabularyRepository } from './vocabulary.repository.ts';
export { createVocabularyRoutes } from './vocabulary.routes.tsx';
export { besideOf } from './vocabulary.views.tsx';
