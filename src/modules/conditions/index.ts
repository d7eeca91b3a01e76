export * from './axis.ts';
export * from './condition.ts';
export { pairNotFound } from './condition.errors.ts';
export { conditionsChanged, sourcesChanged } from './condition.events.ts';
export { AboutWhole, AxisFacts } from './axis.figures.tsx';
export { conditionPath, LookAlikeTable, titleOfPair, Words } from './condition.figures.tsx';
export { numbersPath, rankPath, rankText } from './rank-text.ts';
export { rankOf, type CountedCondition, type Rank } from './rank.ts';
export { medicalCondition } from './condition.json-ld.ts';
export { createConditionRepository, type ConditionRepository } from './condition.repository.ts';
export { createImportedRepository, type ImportedCondition } from './imported.repository.ts';
export { createIndexRepository, type IndexRepository } from './index.repository.ts';
export { createConditionRoutes } from './condition.routes.tsx';
export type { ConditionBeside } from './condition.views.tsx';
export type { CompareBeside } from './compare.views.tsx';
export { toIndex } from './index.views.tsx';
export type { ConditionKnowledge, Knowledge, LookAlikeKnowledge } from './knowledge.repository.ts';
export { markSource, type Marked } from './source-edit.usecases.ts';
export { bodyMapPath } from './body-map-page.ts';
export { bodyMapOwner, placesOf } from './inheritance.ts';
export { everyPage, pagesOfCondition, pagesOfForm, sharedKnowledge } from './page-tags.ts';
export {
  editKnowledge,
  getCondition,
  importKnowledge,
  listCellClaims,
  titleOfQuestion,
  waitForImports,
  type ImportChanges,
  type Takes,
} from './condition.usecases.ts';
