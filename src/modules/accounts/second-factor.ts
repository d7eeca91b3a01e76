/** How often a second factor may be tried: guessing six digits would take decades. Only whoever has the first may try. */
export const codeLimits = [
  { most: 5, seconds: 15 * 60 },
  { most: 30, seconds: 24 * 60 * 60 },
];

/** How long a secret waits that was shown and not confirmed, in seconds. */
export const pendingSeconds = 60 * 60;

export const backupCodeCount = 10;

/** As it is typed: spaces and hyphens are for the eye. */
export const plainCode = (typed: string): string => typed.replace(/[\s-]/gu, '').toLowerCase();

export const isTotp = (code: string): boolean => /^\d{6}$/u.test(code);
export const isBackupCode = (code: string): boolean => /^[a-z0-9]{10}$/u.test(code);

/** In two halves, for the eye. */
export const inHalves = (code: string): string => `${code.slice(0, 5)}-${code.slice(5)}`;

/** A secret in groups of four, for those who type it into their app. */
export const inGroups = (secret: string): string => secret.match(/.{1,4}/gu)?.join(' ') ?? secret;
