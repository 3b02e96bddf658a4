// The vault of evidence and reports. Each file is encrypted in the age format under a key of its own, which is wrapped by the
// installation's key bound to organisation, vendor and evidence id; so files cannot be swapped between rows, a standard tool can
// open an exported one, and forgetting the wrapped key destroys the file. No plaintext ever touches the disk.
import { createHash } from "node:crypto";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type { Logger } from "pino";
import { DomainError } from "#app/domain/errors.ts";
import type { ContentFlag } from "#app/domain/evidence/content-flags.ts";
import { decryptedFile, encryptedFile, newFileKey } from "./age-file.server.ts";
import { checkArchive } from "./archive-guard.server.ts";
import type { BlobStore, PendingBlob } from "./blob-store.server.ts";
import { systemClock } from "./clock.server.ts";
import { concurrencyCap } from "./concurrency-cap.server.ts";
import { type ContentCheck, checkContent, isArchiveType } from "./content-check.server.ts";
import { safeFileName } from "./file-names.server.ts";
import { fileTooLarge, tooManyFiles } from "./file-refusals.server.ts";
import { logSecurity } from "./logger.server.ts";
import { type Secrets, SecretsError } from "./secrets.server.ts";

export interface StoreRequest {
  organisationId: string;
  vendorId: string;
  evidenceId: string;
  source: AsyncIterable<Uint8Array>;
  /** As the uploader named it; decides together with the content which type it is. */
  fileName: string;
  /** Largest size in bytes. */
  limitBytes: number;
  /** Media types taken, of acceptedTypes. */
  accept: readonly string[];
}

/** What the evidence row keeps of a stored file. */
export interface StoredFile {
  blobKey: string;
  /** Of the plain bytes, hex. */
  sha256: string;
  bytes: number;
  mediaType: string;
  /** Cleaned: no path, no control characters. */
  fileName: string;
  wrappedKey: string;
  kekId: string;
  /** Active content seen in a PDF; for the reviewer, not a refusal. */
  flags: readonly ContentFlag[];
}

/** The columns of an evidence row that are needed to read its file. */
export interface FileRow {
  id: string;
  organisationId: string;
  vendorId: string;
  blobKey: string;
  sha256: string;
  bytes: number;
  wrappedKey: string;
  kekId: string;
}

export interface Vault {
  /**
   * Takes a file in one pass; when it returns, the bytes are durable and a row may name them. Throws too_large,
   * unsupported_type, invalid (empty) or unavailable, or the source's own error; then nothing stays on the disk.
   */
  store(request: StoreRequest): Promise<StoredFile>;
  /**
   * The plain bytes, only after the whole file was decrypted once and matched its SHA-256; no altered byte is ever handed out.
   * Throws DomainError unavailable with data.isIntegrityFailure when it does not match, and logs crypt_decrypt_fail.
   */
  open(row: FileRow): Promise<Readable>;
  /** Reads the whole file and compares, without handing it out; same errors as open. */
  verify(row: FileRow): Promise<void>;
  /** Removes the bytes. The caller also forgets the wrapped key, in case a backup still holds them. */
  destroy(row: { blobKey: string }): Promise<void>;
  /** Removes what interrupted uploads left behind and nobody touched for `idleMs` of real time. */
  sweepTemporaryFiles(idleMs: number): Promise<number>;
  /**
   * Removes blobs that are `ageMs` old in real time and that no row names (a crash between file and row); `named` says which of some keys
   * are. Removes none, and says so in the log, when most have no row: then the database is an older or another one, not this vault's.
   */
  sweepOrphans(ageMs: number, named: (keys: readonly string[]) => Promise<ReadonlySet<string>>): Promise<number>;
}

function context(row: { organisationId: string; vendorId: string; id: string }): string {
  return JSON.stringify(["evidence", 1, row.organisationId, row.vendorId, row.id]);
}

const blockBytes = 64 * 1024;

/** Blocks of 64 KiB whatever the size of the pieces: all work per piece is then bounded, also for a sender of single bytes. */
async function* inBlocks(source: AsyncIterable<Uint8Array>): AsyncGenerator<Buffer> {
  let block = Buffer.allocUnsafe(blockBytes);
  let filled = 0;
  for await (const piece of source)
    for (let at = 0; at < piece.byteLength; ) {
      const part = piece.subarray(at, at + blockBytes - filled);
      block.set(part, filled);
      filled += part.byteLength;
      at += part.byteLength;
      if (filled < blockBytes) continue;
      yield block;
      block = Buffer.allocUnsafe(blockBytes);
      filled = 0;
    }
  if (filled > 0) yield block.subarray(0, filled);
}

interface Seen {
  bytes: number;
  sha256: string;
  flags: readonly ContentFlag[];
}

/** The plain blocks, counted, hashed and checked as they pass; `seen` is complete when it ends. */
async function* checked(request: StoreRequest, check: ContentCheck, seen: Seen): AsyncGenerator<Buffer> {
  const hash = createHash("sha256");
  for await (const block of inBlocks(withinLimit(request.source, request.limitBytes))) {
    seen.bytes += block.byteLength;
    hash.update(block);
    await check.take(block);
    yield block;
  }
  seen.flags = await check.finish();
  seen.sha256 = hash.digest("hex");
}

async function* withinLimit(source: AsyncIterable<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let bytes = 0;
  for await (const piece of source) {
    bytes += piece.byteLength;
    if (bytes > limitBytes) throw fileTooLarge(limitBytes);
    yield piece;
  }
}

export function createVault(parts: { blobs: BlobStore; secrets: Secrets; logger: Logger }): Vault {
  const { blobs, secrets, logger } = parts;
  // An office file is judged as a whole, in memory; two at a time bound what that takes.
  const twoArchives = concurrencyCap({
    atOnce: 2,
    waiting: 100,
    refusal: tooManyFiles,
  });

  async function checkWhole(pending: PendingBlob, check: ContentCheck, fileKey: string): Promise<void> {
    if (!isArchiveType(check.mediaType)) return;
    await twoArchives(async () => checkArchive(await buffer(await decryptedFile(pending.read(), fileKey)), check.mediaType));
  }

  function integrityFailure(row: FileRow, cause: string): DomainError {
    logSecurity(logger, "crypt_decrypt_fail", { evidenceId: row.id, organisationId: row.organisationId, blobKey: row.blobKey, cause });
    const detail = `Integrity failure: the stored file of ${row.id} is not the file that was recorded. It is not handed out. Tell your administrator; a backup may hold the original.`;
    return new DomainError("unavailable", detail, { isIntegrityFailure: true, cause });
  }

  function fileKeyOf(row: FileRow): string {
    if (row.kekId !== secrets.kek.id) throw integrityFailure(row, "other_installation_key");
    try {
      return Buffer.from(secrets.kek.unwrap(row.wrappedKey, context(row))).toString("utf8");
    } catch (error) {
      if (error instanceof SecretsError) throw integrityFailure(row, "wrapped_key");
      throw error;
    }
  }

  /** Hands the decrypted pieces on; after the last one, throws unless all of them together are the recorded file. */
  async function* recordedBytes(row: FileRow, fileKey: string): AsyncGenerator<Uint8Array> {
    const hash = createHash("sha256");
    let bytes = 0;
    const stored = await blobs.find(row.blobKey);
    if (!stored) throw integrityFailure(row, "missing");
    const source = await blobs.getStream(row.blobKey);
    try {
      for await (const piece of await decryptedFile(source, fileKey)) {
        hash.update(piece);
        bytes += piece.byteLength;
        yield piece;
      }
    } catch (error) {
      const isOfFiles = (error as NodeJS.ErrnoException).syscall !== undefined;
      throw isOfFiles
        ? new DomainError("unavailable", "The file store does not answer. Try again later.")
        : integrityFailure(row, "ciphertext");
    } finally {
      source.destroy();
    }
    if (bytes !== row.bytes || hash.digest("hex") !== row.sha256) throw integrityFailure(row, "digest");
  }

  async function verify(row: FileRow, fileKey: string): Promise<void> {
    for await (const _ of recordedBytes(row, fileKey));
  }

  return {
    async store(request) {
      const fileName = safeFileName(request.fileName);
      const check = checkContent(fileName, request.accept);
      const { recipient, fileKey } = await newFileKey();
      const seen: Seen = { bytes: 0, sha256: "", flags: [] };
      const pending = await blobs.write(await encryptedFile(checked(request, check, seen), recipient));
      try {
        await checkWhole(pending, check, fileKey);
        const blobKey = await pending.commit("evidence", ".age");
        const wrappedKey = secrets.kek.wrap(Buffer.from(fileKey, "utf8"), context({ ...request, id: request.evidenceId }));
        return { blobKey, ...seen, mediaType: check.mediaType, fileName, wrappedKey, kekId: secrets.kek.id };
      } catch (error) {
        await pending.discard();
        throw error;
      }
    },
    async open(row) {
      const fileKey = fileKeyOf(row);
      await verify(row, fileKey);
      // Read a second time rather than kept in memory; each piece is authenticated again, and a late mismatch breaks the stream off.
      return Readable.from(recordedBytes(row, fileKey), { objectMode: false });
    },
    verify: async (row) => verify(row, fileKeyOf(row)),
    destroy: (row) => blobs.delete(row.blobKey),
    sweepTemporaryFiles: (idleMs) => blobs.sweepTemporaryFiles(idleMs),
    async sweepOrphans(ageMs, named) {
      const before = systemClock.now().getTime() - ageMs;
      const old: string[] = [];
      for await (const blob of blobs.list()) if (blob.modifiedAt.getTime() < before) old.push(blob.key);
      const orphans: string[] = [];
      for (let at = 0; at < old.length; at += 500) {
        const keys = old.slice(at, at + 500);
        const kept = await named(keys);
        orphans.push(...keys.filter((candidate) => !kept.has(candidate)));
      }
      if (orphans.length > old.length - orphans.length) {
        logger.error(
          { files: old.length, withoutRow: orphans.length },
          "most files have no row: is this the vault's database? None was removed",
        );
        return 0;
      }
      for (const key of orphans) await blobs.delete(key);
      return orphans.length;
    },
  };
}
