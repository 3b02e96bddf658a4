// The operational log: pino, one JSON line per event on standard output, everything through the one redactor.
// Messages are fixed sentences; values go into the object: log.info({ vendorId }, "vendor registered").
import pino, { type Bindings, type ChildLoggerOptions, type DestinationStream, type Logger } from "pino";
import { redact, redactText } from "./redact.server.ts";

/** Names of security events (OWASP logging vocabulary); logged through logSecurity so that a monitor can rely on them. */
export const securityEvents = [
  "authn_login_success",
  "authn_login_fail",
  "authn_login_fail_max",
  "authn_password_change",
  "authn_token_reuse",
  "authz_fail",
  "authz_change",
  "excess_rate_limit_exceeded",
  "upload_validation",
  "upload_stored",
  "crypt_decrypt_fail",
  "sensitive_read",
  "malicious_csrf",
  "session_use_after_expire",
  "sys_startup",
  "sys_shutdown",
  "sys_crash",
] as const;
export type SecurityEvent = (typeof securityEvents)[number];

function redactArguments(values: unknown[]): unknown[] {
  return values.map((value) => (typeof value === "string" ? redactText(value) : redact(value)));
}

/** `destination` is standard output unless given (tests, the command line). */
export function createLogger(config: { logLevel: string }, destination?: DestinationStream): Logger {
  const logger: Logger = pino(
    {
      level: config.logLevel,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: {
        level: (label) => ({ level: label }),
      },
      hooks: {
        logMethod(values, method) {
          const [first, ...rest] = redactArguments(values.map((value) => (value instanceof Error ? { err: value } : value)));
          method.apply(this, [first, ...rest] as Parameters<typeof method>);
        },
      },
    },
    destination ?? pino.destination({ dest: 1, sync: true }),
  );
  // pino writes a child's bindings past all hooks; children inherit this through their prototype.
  const child = logger.child as (this: unknown, bindings: Bindings, options?: ChildLoggerOptions) => unknown;
  logger.child = function childWithRedactedBindings(this: unknown, bindings: Bindings, options?: ChildLoggerOptions) {
    return child.call(this, redact(bindings) as Bindings, options);
  } as typeof logger.child;
  return logger;
}

/** One security event as one line at level warn; `fields` name who and what, never secrets. */
export function logSecurity(logger: Logger, event: SecurityEvent, fields: Record<string, unknown>): void {
  logger.warn({ security: event, ...fields }, event);
}
