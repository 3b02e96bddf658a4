// The installation's keys: made at first run in DATA_DIR/secrets (folder 0700, files 0600), loaded afterwards, never logged.
// Whoever loses evidence.key loses every evidence file; back it up apart from the data. Every ciphertext begins with a version.
import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from "node:crypto";
import { join } from "node:path";
import { readOrMakeSecretFile } from "./secret-files.server.ts";

/** Wraps keys; `aad` is the context (such as organisation, vendor and evidence id) without which it cannot be unwrapped. */
export interface Kek {
  /** Names the key without revealing it; stored beside every wrapped key. */
  readonly id: string;
  wrap(plain: Uint8Array, aad: string): string;
  /** Throws SecretsError when the text was altered, belongs to another context or was wrapped by another key. */
  unwrap(wrapped: string, aad: string): Uint8Array;
}

export interface Secrets {
  readonly kek: Kek;
  /** Folder of the key files; other parts keep their own keys here through readOrMakeSecretFile. */
  readonly folder: string;
  /** Encrypts a text such as a mail's body; `aad` names the row and column it belongs to. */
  seal(plain: string, aad: string): string;
  /** The sealed text; throws SecretsError when it was altered or belongs to another row. */
  open(sealed: string, aad: string): string;
  /** Keyed hash (hex) of a value, different for each purpose: for values that must be found, but not guessed from a dump. */
  digest(purpose: string, value: string): string;
}

/** Altered, foreign or unreadable ciphertext. Says nothing about keys or contents. */
export class SecretsError extends Error {
  override readonly name = "SecretsError";
}

const VERSION = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = 1 + NONCE_BYTES;

function encrypt(key: Uint8Array, plain: Uint8Array, aad: string): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv("aes-256-gcm", key, nonce);
  cipher.setAAD(Buffer.from(`v${VERSION}|${aad}`, "utf8"));
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  return Buffer.concat([Buffer.of(VERSION), nonce, body, cipher.getAuthTag()]).toString("base64url");
}

function decrypt(key: Uint8Array, text: string, aad: string): Buffer {
  const bytes = Buffer.from(text, "base64url");
  const isKnown = bytes.length >= HEAD_BYTES + TAG_BYTES && bytes[0] === VERSION && bytes.toString("base64url") === text;
  if (!isKnown) throw new SecretsError("The ciphertext is damaged or of an unknown version.");
  const decipher = createDecipheriv("aes-256-gcm", key, bytes.subarray(1, HEAD_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAAD(Buffer.from(`v${VERSION}|${aad}`, "utf8"));
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(HEAD_BYTES, -TAG_BYTES)), decipher.final()]);
  } catch {
    throw new SecretsError("The ciphertext was altered, or belongs to another key or context.");
  }
}

function derive(root: Uint8Array, info: string): Uint8Array {
  return new Uint8Array(hkdfSync("sha256", root, "vouchsafe", info, 32));
}

/** All secrets that follow from one 32-byte root key; each use has a key of its own. */
export function secretsFrom(root: Uint8Array, folder: string): Secrets {
  const wrapping = derive(root, "evidence/wrap");
  const sealing = derive(root, "columns/seal");
  const digesting = derive(root, "values/digest");
  const id = `kek_${createHash("sha256").update(derive(root, "evidence/id")).digest("hex").slice(0, 16)}`;
  return {
    folder,
    kek: {
      id,
      wrap: (plain, aad) => encrypt(wrapping, plain, `${id}|${aad}`),
      unwrap: (wrapped, aad) => new Uint8Array(decrypt(wrapping, wrapped, `${id}|${aad}`)),
    },
    seal: (plain, aad) => encrypt(sealing, Buffer.from(plain, "utf8"), aad),
    open: (sealed, aad) => decrypt(sealing, sealed, aad).toString("utf8"),
    digest: (purpose, value) => createHmac("sha256", digesting).update(`${purpose.length}:${purpose}|${value}`, "utf8").digest("hex"),
  };
}

/** Loads the keys below `dataDir`, making them at first run; a configured `evidenceKey` takes the place of the key file. */
export async function loadOrCreateSecrets(config: { dataDir: string; evidenceKey: Uint8Array | null }): Promise<Secrets> {
  const folder = join(config.dataDir, "secrets");
  if (config.evidenceKey) return secretsFrom(config.evidenceKey, folder);
  const text = await readOrMakeSecretFile(folder, "evidence.key", () => `${randomBytes(32).toString("base64")}\n`);
  const root = Buffer.from(text.toString("utf8").trim(), "base64");
  if (root.length !== 32)
    throw new SecretsError(`${join(folder, "evidence.key")} does not hold a key of 32 bytes. Restore it from a backup.`);
  return secretsFrom(root, folder);
}
