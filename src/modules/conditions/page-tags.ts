/** Tags of cached pages: what has to change for a page to be made anew. */

/** Lists, the home page, and whatever shows more than one condition. */
export const everyPage = 'every-page';

export const pagesOfCondition = (conditionId: string): string => `condition:${conditionId}`;
