// What is said of files that are not taken, wherever they come in.
import type { DomainError } from "#app/domain/errors.ts";
import { refusal } from "./refusal.server.ts";

export function fileTooLarge(limitBytes: number): DomainError {
  const megabytes = Math.round((limitBytes / 1024 / 1024) * 10) / 10;
  return refusal("too_large", ({ refusals }) => refusals.fileTooLarge(megabytes), { limitBytes });
}

/** More files wait to be looked at than is good for the process. */
export const tooManyFiles = (): DomainError => refusal("unavailable", ({ refusals }) => refusals.tooManyFiles, { retryAfterSeconds: 60 });
