// Why a portal does not start, in words for whoever runs it.
import { isDomainError } from "#app/domain/errors.ts";
import { ConfigError } from "./config.server.ts";
import { SecretsError } from "./secrets.server.ts";

/** Undefined for a defect: that is shown whole. */
export function startRefusal(error: unknown): string | undefined {
  if (isDomainError(error)) return error.detail;
  if (error instanceof ConfigError || error instanceof SecretsError) return error.message;
  const { code, port } = error as { code?: string; port?: number };
  return code === "EADDRINUSE" ? `Port ${port} is in use by another program. Set PORT to a free one.` : undefined;
}
