/** How long after signing in somebody is known well enough to take everything along, or to erase it for good. */
export const freshMinutes = 30;

export const isFresh = (signedInAt: Date, now: Date): boolean =>
  now.getTime() - signedInAt.getTime() <= freshMinutes * 60 * 1000;
