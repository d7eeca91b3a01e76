export {
  claimsOf,
  frequencies,
  isFrequency,
  isWorldwide,
  measures,
  onOneScale,
  populations,
  reachOf,
  type Claim,
  type Counted,
  type Frequency,
  type Measure,
  type Reach,
  type Unit,
} from './claim.ts';
export { claimText } from './claim-text.ts';
export { conflictText } from './conflict-text.ts';
export { findConflicts, type Conflict } from './conflict.ts';
export { createCitations, type Citations, type Doubt } from './citations.ts';
export { markFields, markOf, reconciled, sameMark, withMark, type Source, type SourceMark } from './source-mark.ts';
export { quotesIn, type Quote } from './quotes.ts';
export { formatSource, sourceInBrief, type FormattedSource } from './source.ts';
export { mentionsIn, sourcesNamedIn, type ClaimMention, type Mention, type Mentions } from './text.ts';
export {
  createTextContext,
  plainInline,
  plainWords,
  renderBlocks,
  renderInline,
  type TextContext,
  type TermMeaning,
} from './text-html.ts';
export {
  ClaimsFigure,
  ClaimsTable,
  citeSources,
  DoubtNotice,
  DoubtTag,
  GroupedClaimsFigure,
  Reference,
  Sanitized,
  sourcePath,
  SourcesPart,
  type ClaimsGroup,
} from './knowledge.views.tsx';
