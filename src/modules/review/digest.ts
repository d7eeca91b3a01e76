export const digestFrequencies = ['weekly', 'daily', 'never'] as const;
export type DigestFrequency = (typeof digestFrequencies)[number];

/** Nobody is written to more often than this who did not ask for it. */
export const usualFrequency: DigestFrequency = 'weekly';

export interface Digest {
  frequency: DigestFrequency;
  /** When the reviewer was last told, `YYYY-MM-DD`; null: never yet. */
  toldOn: string | null;
}

/** What waits in the languages of a reviewer: numbers of texts. */
export interface Waiting {
  /** Handed in by editors, to be shown once somebody has signed them. */
  proposed: number;
  overdue: number;
  /** Fall due within 90 days. */
  soon: number;
  /** Have no signature. */
  unsigned: number;
}

/** For one reviewer: of their topics, where they have some and something waits there, and in all. */
export interface WaitingFor {
  ofTopics?: Waiting;
  all: Waiting;
}

const daysBetween = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / (24 * 60 * 60 * 1000);

/** Whether it is time to write. A clock that was set back makes nobody's mail come twice. */
export function isDigestDue({ frequency, toldOn }: Digest, today: string): boolean {
  if (frequency === 'never') return false;
  return toldOn === null || daysBetween(toldOn, today) >= (frequency === 'daily' ? 1 : 7);
}

/** A mail that says that nothing waits is one too many. */
export const isWorthAMail = (waiting: Waiting): boolean => Object.values(waiting).some((count: number) => count > 0);
