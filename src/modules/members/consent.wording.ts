import { createHash } from 'node:crypto';
import type { I18n } from '#platform/i18n/i18n.ts';
import { consentKinds, type ConsentKind, type Wording } from './consent.ts';

/** A text's name for good: the same letters have the same version, in any process and on any day. */
const versionOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16);

/** What is agreed to, as this site words it now in the reader's language. */
export function wordingOf(kind: ConsentKind, i18n: I18n): Wording {
  const text = `${i18n.t(`consent.${kind}.title`)}\n${i18n.t(`consent.${kind}.text`)}`;
  return { kind, text, version: versionOf(text), language: i18n.language };
}

export const wordings = (i18n: I18n): Wording[] => consentKinds.map((kind) => wordingOf(kind, i18n));
