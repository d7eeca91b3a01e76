/** What went wrong, in the words of the domain; only `app/http-errors.ts` turns a kind into an HTTP status. */
export type ErrorKind = 'not-found' | 'forbidden' | 'conflict' | 'invalid' | 'rate-limited';

export class CairnError extends Error {
  override readonly name = 'CairnError';
  /** Stable and public, `module.what_happened`. */
  readonly code: string;
  readonly kind: ErrorKind;
  /** Safe to show: never personal data. */
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: string,
    kind: ErrorKind,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.code = code;
    this.kind = kind;
    this.details = details;
  }
}

/** Declares an error once; the returned function makes it, with details. */
export function defineError(code: string, kind: ErrorKind, message: string) {
  const create = (details: Readonly<Record<string, unknown>> = {}, options?: ErrorOptions) =>
    new CairnError(code, kind, message, details, options);
  return Object.assign(create, { code, kind });
}
