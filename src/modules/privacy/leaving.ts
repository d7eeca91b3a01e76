/** How long somebody who leaves may change their mind. */
export const daysToChangeOnesMind = 14;

const day = 24 * 60 * 60 * 1000;
export const daysAfter = (from: Date, days: number): Date => new Date(from.getTime() + days * day);

/** What somebody decides when they leave. */
export interface Leaving {
  /** From when on erasing is due. */
  on: Date;
  /** Published experiences stay, without any name; otherwise they go too. */
  keepsExperiences: boolean;
}

/** The days on which what is erased then has left the last backup. */
export const goneFromBackupsOn = (erasedOn: Date, backupDays: number): Date => daysAfter(erasedOn, backupDays);
