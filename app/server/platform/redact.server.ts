// The one redactor: what a log line may never hold. Everything logged passes through it, keys by their name, texts by their shape.
// Security rests on it: change it only together with the canary tests.

const REDACTED = "[redacted]";
const MOST_TEXT = 4096;
const MOST_ENTRIES = 100;
const MOST_DEPTH = 8;

/** Names of fields whose value is a secret, compared in lower case without `-` and `_`. */
const secretName =
  /^(?:.*password.*|.*passphrase.*|.*secret.*|.*token.*|.*apikey.*|.*privatekey.*|.*cookies?|authorization|proxyauthorization|pepper|kek|dek|wrappedkey|evidencekey|sealed.*|credentials?|pin|otp|smtpurl|databaseurl|pass|pwd)$/;

/** Shapes of secrets within a text, each with what stays of it. */
const shapes: readonly [RegExp, string][] = [
  [/(\/v\/)[^\s/?#"'\\]+/g, "$1…"],
  [/(\/(?:password|setup|reset|start)\/)[A-Za-z0-9_-]{16,}/g, "$1…"],
  [/([?&;](?:token|code|key|secret|password)=)[^&#\s"']*/gi, `$1${REDACTED}`],
  [/\b(Bearer|Basic|Digest) +[A-Za-z0-9._~+/=-]+/gi, `$1 ${REDACTED}`],
  [/((?:__Host-|__Secure-)[A-Za-z0-9_-]{1,40}=|\b[A-Za-z0-9]{0,20}(?:session|sid)[A-Za-z0-9]{0,20}=)[^;\s"']+/gi, `$1${REDACTED}`],
  [/\b([a-z][a-z0-9+.-]{1,20}:\/\/)[^\s/@"']*@/gi, `$1${REDACTED}@`],
  [/AGE-SECRET-KEY-1[A-Z0-9]+/gi, REDACTED],
  [/-----BEGIN [A-Z ]*PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]*PRIVATE KEY-----|$)/g, REDACTED],
  [/\$argon2[a-z]*\$[^\s"']+/g, REDACTED],
];

/** 256 random bits are 43 characters of base64url. Hex of a SHA-256 (64 characters) is a fingerprint, not a secret, and stays. */
const longWord = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43,}(?![A-Za-z0-9_-])/g;
/** A long word of lower-case letters alone is a file or test name; 43 random characters are never that. */
const plainWord = /^[a-z_-]+$/;
const fingerprint = /^(?:[0-9a-f]{64}|[0-9A-F]{64})$/;

/** A text as it may be logged: secrets blanked, cut at 4 kB. */
export function redactText(text: string): string {
  // Redacted with a margin before the cut, so that no half of a secret survives at its edge.
  let safe = text.slice(0, MOST_TEXT + 512);
  for (const [shape, rest] of shapes) safe = safe.replace(shape, rest);
  safe = safe.replace(longWord, (word) => (fingerprint.test(word) || plainWord.test(word) ? word : REDACTED));
  return text.length > MOST_TEXT ? `${safe.slice(0, MOST_TEXT)}… (${text.length} characters)` : safe;
}

function isSecretName(name: string): boolean {
  return secretName.test(name.toLowerCase().replace(/[-_]/g, ""));
}

function redactError(error: Error, depth: number): Record<string, unknown> {
  const own = Object.fromEntries(
    Object.entries(error).map(([name, value]) => [name, isSecretName(name) ? REDACTED : redact(value, depth + 1)]),
  );
  const cause = error.cause === undefined ? {} : { cause: redact(error.cause, depth + 1) };
  return { ...own, type: error.name, message: redactText(error.message), stack: redactText(error.stack ?? ""), ...cause };
}

/** Any value as it may be logged: plain data, bounded in depth and size. */
export function redact(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return redactText(value);
  if (typeof value === "bigint") return String(value);
  if (value === null || typeof value !== "object") return typeof value === "function" || typeof value === "symbol" ? undefined : value;
  if (depth >= MOST_DEPTH) return "[deeper]";
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "invalid date" : value.toISOString();
  if (value instanceof Error) return redactError(value, depth);
  if (ArrayBuffer.isView(value) || value instanceof ArrayBuffer) return `[${value.byteLength} bytes]`;
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map((entry) => redact(entry, depth + 1));
  if (value instanceof Headers || value instanceof Map) return redact(Object.fromEntries(value), depth);
  const entries = Object.entries(value).slice(0, MOST_ENTRIES);
  return Object.fromEntries(entries.map(([name, entry]) => [redactText(name), isSecretName(name) ? REDACTED : redact(entry, depth + 1)]));
}
