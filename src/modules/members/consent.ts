/** What somebody can agree to, each by itself. */
export const consentKinds = ['account', 'health', 'publishing', 'contact', 'research'] as const;
export type ConsentKind = (typeof consentKinds)[number];

/** Without these two nobody can be a member: there would be nothing that may be kept. */
export const neededToJoin = ['account', 'health'] as const satisfies ConsentKind[];
export const isNeeded = (kind: ConsentKind): boolean => (neededToJoin as readonly ConsentKind[]).includes(kind);

/** A text to agree to, in one language, as the page shows it. */
export interface Wording {
  kind: ConsentKind;
  text: string;
  /** Different whenever a letter of the text is. */
  version: string;
  language: string;
}

/** An agreement: the exact text, and from when until when it is in force. */
export interface Consent extends Wording {
  id: string;
  agreedAt: Date;
  withdrawnAt: Date | null;
}

/** The newest of each kind that is in force. */
export const inForce = (consents: readonly Consent[], kind: ConsentKind): Consent | undefined =>
  consents.find((consent) => consent.kind === kind && consent.withdrawnAt === null);

export type ConsentFault = 'needed' | 'changed';

/**
 * What stands against taking a form of consents: something needed is not ticked, or a text that is ticked is no longer the
 * one that the form showed.
 */
export function faultsOfConsents(
  form: { ticked: ReadonlySet<ConsentKind>; shown: Partial<Record<ConsentKind, string | undefined>> },
  current: readonly Wording[],
): Partial<Record<ConsentKind, ConsentFault>> {
  const faults: Partial<Record<ConsentKind, ConsentFault>> = {};
  for (const { kind, version } of current)
    if (form.ticked.has(kind) && form.shown[kind] !== version) faults[kind] = 'changed';
    else if (isNeeded(kind) && !form.ticked.has(kind)) faults[kind] = 'needed';
  return faults;
}
