// The only expected error of the product. One mapper (server/platform/http-errors.server.ts) turns it into HTTP;
// anything else that is thrown is a defect: logged once with a trace id, shown as that id alone.

export const errorCodes = [
  "not_found", // unknown, or outside the caller's scope: the two must look the same
  "unauthenticated",
  "forbidden", // known to the caller, but without the right
  "illegal_transition", // the object's state does not allow the step; data.state names the state
  "conflict", // somebody else was faster, or it exists already
  "invalid", // data.fields: field name -> message
  "too_large",
  "unsupported_type",
  "rate_limited", // data.retryAfterSeconds
  "unavailable", // database, blob store or another needed part is away
] as const;

export type ErrorCode = (typeof errorCodes)[number];

export interface ErrorData {
  /** Current state of the object, for illegal_transition. */
  state?: string;
  /** Message per form field, for invalid. */
  fields?: Record<string, string>;
  retryAfterSeconds?: number;
  [key: string]: unknown;
}

/** An expected refusal. `detail` is a whole sentence that says what to do; it is shown to people. */
export class DomainError extends Error {
  override readonly name = "DomainError";
  readonly code: ErrorCode;
  readonly detail: string;
  readonly data: ErrorData;

  constructor(code: ErrorCode, detail: string, data: ErrorData = {}) {
    super(`${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
    this.data = data;
  }
}

/** What nobody has and what the caller may not know of: one sentence for both, so that asking tells nothing. */
export const unknownObject = (): DomainError => new DomainError("not_found", "There is nothing here, or it is not yours to see.");

/** True for a DomainError, optionally of one code; works across copies of this module. */
export function isDomainError(error: unknown, code?: ErrorCode): error is DomainError {
  return error instanceof Error && error.name === "DomainError" && (code === undefined || (error as DomainError).code === code);
}
