/** Tags of cached pages: what has to change for a page to be made anew. */

/** Lists, the home page, and whatever shows more than one condition. */
export const everyPage = 'every-page';

/** What many pages show and no condition owns: axes, sources, glossary. An import may change them. */
export const sharedKnowledge = 'shared-knowledge';

export const pagesOfCondition = (conditionId: string): string => `condition:${conditionId}`;

/** The pages of a form show what it takes over: they change with every condition above it. */
export const pagesOfForm = (condition: { id: string }, ancestors: readonly { id: string }[]): string[] => [
  sharedKnowledge,
  ...[condition, ...ancestors].map(({ id }) => pagesOfCondition(id)),
];
