// Headers of every response, errors and static files included (OWASP ASVS 5.0 V3.4). One place; no route sets its own policy
// except downloads, which are stricter.
import { randomBytes } from "node:crypto";

/** New for each request: a nonce of 144 bits, and the id that ties its answer to the log (16 hex digits), drawn together. */
export function newMarks(): { nonce: string; traceId: string } {
  const random = randomBytes(26);
  return { nonce: random.toString("base64", 0, 18), traceId: random.toString("hex", 18) };
}

export function contentSecurityPolicy(origin: string, nonce: string): string {
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}' ${origin}/assets/`,
    "style-src 'self'",
    "img-src 'self'",
    "font-src 'self'",
    "connect-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
    "object-src 'none'",
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join("; ");
}

/** For bytes that are not ours to show: nothing in them may run, load or be embedded (OWASP ASVS 5.0 V3.2.1). */
export const downloadPolicy = "default-src 'none'; sandbox; frame-ancestors 'none'";

export function fixedHeaders(publicUrl: URL): Record<string, string> {
  return {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Origin-Agent-Cluster": "?1",
    "Permissions-Policy":
      "accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=(), publickey-credentials-get=(self), publickey-credentials-create=(self)",
    ...(publicUrl.protocol === "https:" ? { "Strict-Transport-Security": "max-age=63072000; includeSubDomains" } : {}),
  };
}
