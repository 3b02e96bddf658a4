// A real vault in a fresh folder, with a log that can be read.
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { acceptedTypes } from "#app/domain/evidence/accepted-types.ts";
import { openBlobStore } from "#app/server/platform/blob-store.server.ts";
import { createLogger } from "#app/server/platform/logger.server.ts";
import { loadOrCreateSecrets } from "#app/server/platform/secrets.server.ts";
import { createVault, type FileRow, type StoredFile, type StoreRequest } from "#app/server/platform/vault.server.ts";

export async function aVault(dataDir = mkdtempSync(join(tmpdir(), "vault-"))) {
  const lines: string[] = [];
  const secrets = await loadOrCreateSecrets({ dataDir, evidenceKey: null });
  const blobs = await openBlobStore({ folder: join(dataDir, "blobs") });
  const logger = createLogger({ logLevel: "trace" }, { write: (line: string) => void lines.push(line) });
  return { dataDir, blobs, secrets, lines, vault: createVault({ blobs, secrets, logger }) };
}

/** The bytes in pieces of `pieceBytes`, as they would come from a socket. */
export async function* inPieces(bytes: Buffer, pieceBytes = 10_000): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

export function aStoreRequest(fileName: string, bytes: Buffer, changes: Partial<StoreRequest> = {}): StoreRequest {
  return {
    organisationId: "org_1",
    vendorId: "ven_1",
    evidenceId: "evd_1",
    source: inPieces(bytes),
    fileName,
    limitBytes: 25 * 1024 * 1024,
    accept: Object.keys(acceptedTypes),
    ...changes,
  };
}

export function rowOf(request: StoreRequest, stored: StoredFile): FileRow {
  const { organisationId, vendorId, evidenceId: id } = request;
  const { blobKey, sha256, bytes, wrappedKey, kekId } = stored;
  return { id, organisationId, vendorId, blobKey, sha256, bytes, wrappedKey, kekId };
}

/** Paths of all files below a folder. */
export function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

/** True when any file below the folder holds these bytes. */
export function isOnDisk(folder: string, bytes: Buffer): boolean {
  return filesBelow(folder).some((path) => readFileSync(path).includes(bytes));
}
