// Secrets that people or browsers carry: 256 random bits in base64url; the database holds only their SHA-256.
import { createHash, randomBytes } from "node:crypto";

export interface Token {
  /** Shown or sent once, never stored. */
  token: string;
  tokenHash: string;
}

export function newToken(): Token {
  const token = randomBytes(32).toString("base64url");
  return { token, tokenHash: hashToken(token) };
}

export function hashToken(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
