// The written form of an audit entry and the first link of a chain. Hashes are taken over this form: changing it breaks
// the verification of every log ever written.

/** Head of an empty chain. */
export const auditGenesis = { seq: 0, hash: "0".repeat(64) } as const;

/** What is hashed: h(n) = SHA-256(0x01 ‖ h(n-1) ‖ canonical(entry n)), hashes as 32 bytes, the entry as UTF-8. */
export interface AuditEntry {
  version: 1;
  organisationId: string;
  /** 1, 2, 3 … without gaps per organisation. */
  seq: number;
  /** ISO 8601 in UTC with milliseconds. */
  at: string;
  /** The right it was done with. */
  permission: string;
  actor: { kind: string; id: string | null; vendorId?: string; assessmentId?: string };
  /** Joins the entry to the request log. */
  traceId: string;
  event: { type: string; objectId?: string; vendorId?: string; data?: unknown };
}

/**
 * JSON with sorted keys (by UTF-16 code unit) and no white space; absent for undefined members. Numbers as JSON.stringify writes them.
 * Throws on values JSON cannot hold.
 */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value === "boolean" || typeof value === "string") return JSON.stringify(value);
  if (typeof value === "number" && Number.isFinite(value)) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value === "object" && !(value instanceof Date)) {
    const members: string[] = [];
    for (const key of Object.keys(value).sort()) {
      const item = (value as Record<string, unknown>)[key];
      if (item !== undefined) members.push(`${JSON.stringify(key)}:${canonicalJson(item)}`);
    }
    return `{${members.join(",")}}`;
  }
  throw new TypeError(`An audit entry cannot hold ${String(value)}.`);
}
