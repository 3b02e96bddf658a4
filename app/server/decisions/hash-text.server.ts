// The SHA-256 of a text's UTF-8 bytes, hex, as the audit log keeps it.
import { createHash } from "node:crypto";

export const hashText = (text: string): string => createHash("sha256").update(text, "utf8").digest("hex");
