export { claimsOf, measures, type Claim, type Measure, type Unit } from './claim.ts';
export { claimText } from './claim-text.ts';
export { createCitations, type Citations } from './citations.ts';
export { formatSource, type FormattedSource } from './source.ts';
export { mentionsIn, sourcesNamedIn, type ClaimMention, type Mention, type Mentions } from './text.ts';
export {
  createTextContext,
  plainInline,
  renderBlocks,
  renderInline,
  type TextContext,
  type TermMeaning,
} from './text-html.ts';
export { ClaimsFigure, ClaimsTable, citeSources, Sanitized, SourcesPart } from './knowledge.views.tsx';
