// The one mapper from expected errors to HTTP. Unexpected errors never pass here: they are logged with their trace id and answered 500.
import { type DomainError, type ErrorCode, isDomainError } from "#app/domain/errors.ts";
import type { Language } from "#app/domain/questionnaire/questionnaire.ts";
import { inLanguage } from "./refusal.server.ts";

export const statusOf: Record<ErrorCode, number> = {
  not_found: 404,
  unauthenticated: 401,
  forbidden: 403,
  illegal_transition: 409,
  conflict: 409,
  invalid: 422,
  too_large: 413,
  unsupported_type: 415,
  rate_limited: 429,
  unavailable: 503,
};

export interface ErrorBody {
  code: ErrorCode;
  detail: string;
  fields?: Record<string, string>;
  state?: string;
}

/** What may leave the server about an expected error. */
export function bodyOf(error: DomainError): ErrorBody {
  const { fields, state } = error.data;
  return { code: error.code, detail: error.detail, ...(fields ? { fields } : {}), ...(state ? { state } : {}) };
}

export function headersOf(error: DomainError): Record<string, string> {
  if (error.code === "rate_limited") return { "Retry-After": String(error.data.retryAfterSeconds ?? 60) };
  if (error.code === "unavailable") return { "Retry-After": String(error.data.retryAfterSeconds ?? 5) };
  if (error.code === "too_large") return { Connection: "close" };
  return {};
}

/** JSON answer of the handlers outside Remix. */
export function errorResponse(error: unknown, language: Language = "en"): Response | undefined {
  if (!isDomainError(error)) return undefined;
  return Response.json({ error: bodyOf(inLanguage(error, language)) }, { status: statusOf[error.code], headers: headersOf(error) });
}
