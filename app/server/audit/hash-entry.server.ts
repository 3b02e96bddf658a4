// The link of the audit chain. The same function writes and verifies; changing it breaks every log ever written.
import { createHash } from "node:crypto";

/** SHA-256(0x01 ‖ previous hash as 32 bytes ‖ the entry's canonical JSON as UTF-8), in lower-case hex. */
export function hashEntry(previousHash: string, entry: string): string {
  return createHash("sha256").update(Uint8Array.of(1)).update(Buffer.from(previousHash, "hex")).update(entry, "utf8").digest("hex");
}
