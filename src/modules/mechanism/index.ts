export { panelsInAnswer, readFigure, type FoundFigure, type WrittenFigure } from './figure.ts';
export { MechanismFigure, type FigureAssets } from './figure.views.tsx';
export { createMechanismRoutes } from './mechanism.routes.tsx';
export { mechanismPath } from './mechanism.views.tsx';
export { printTable, tableNames, tablesOf, type TableName } from './tables.ts';
