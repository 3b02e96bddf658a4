// Where bytes lie: content-addressed keys below one folder. Reads, sizes, listing and deletion go through flydrive, so that an
// S3 disk can take the place of the folder. Writing does not: flydrive's fs driver never syncs, so a new blob is written to a
// temporary file here, synced, renamed and its folders synced before commit returns. Only then may a row name its key.
import { createHash, randomBytes } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readdir, stat, unlink } from "node:fs/promises";
import { hostname } from "node:os";
import { join, resolve } from "node:path";
import type { Readable } from "node:stream";
import { Disk } from "flydrive";
import { FSDriver } from "flydrive/drivers/fs";
import { DomainError } from "#app/domain/errors.ts";
import { systemClock } from "./clock.server.ts";
import { commitFile } from "./durable-files.server.ts";

/** Bytes that are on the disk, synced, but have no name yet. Either commit or discard. */
export interface PendingBlob {
  readonly sha256: string;
  readonly bytes: number;
  read(): Readable;
  /** The key `prefix/ab/<sha256><suffix>`, durable once this returns. */
  commit(prefix: string, suffix: string): Promise<string>;
  discard(): Promise<void>;
}

export interface BlobInfo {
  key: string;
  bytes: number;
  modifiedAt: Date;
}

export interface BlobStore {
  /** Takes all of `source`; when that fails, nothing stays and the source's error comes through unchanged. */
  write(source: AsyncIterable<Uint8Array>): Promise<PendingBlob>;
  /** Throws DomainError unavailable when there is no such blob. */
  getStream(key: string): Promise<Readable>;
  find(key: string): Promise<BlobInfo | undefined>;
  /** Gone is gone: no error when it was not there. */
  delete(key: string): Promise<void>;
  /** Every blob, in no particular order; temporary files are no blobs. */
  list(): AsyncGenerator<BlobInfo>;
  /** Removes what interrupted writes left behind: of a process that is gone, or untouched for `idleMs` of real time; returns how many. */
  sweepTemporaryFiles(idleMs: number): Promise<number>;
  /** Writes, syncs and removes one byte; throws when that does not work. */
  ping(): Promise<void>;
}

const temporaryFolder = ".incoming";
const noRoom = new Set(["ENOSPC", "EDQUOT", "EFBIG"]);
const ourKeys = /^[a-z0-9-]+\/[0-9a-f]{2}\/[0-9a-f]{64}[a-z.]*$/;

/** Names who writes a temporary file, so that the next process knows whose writer is gone. */
const host = createHash("sha256").update(hostname()).digest("hex").slice(0, 12);
const temporaryName = () => `${host}-${process.pid}-${randomBytes(16).toString("hex")}.part`;

/**
 * True when the writer of a temporary file cannot finish it any more. In a container every process has the same number: what was last
 * touched before this process began is then its predecessor's. About other machines nothing is known here.
 */
function isWriterGone(name: string, touchedAt: number): boolean {
  const [writerHost, pid] = name.split("-");
  if (writerHost !== host) return false;
  if (Number(pid) === process.pid) return touchedAt < performance.timeOrigin;
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ESRCH";
  }
}

/** Trouble of the file system becomes the one expected refusal; anything else comes through as it is. */
function asUnavailable(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  const isOfFiles = (error as NodeJS.ErrnoException | null)?.syscall !== undefined && typeof code === "string";
  if (!isOfFiles) return error;
  const reason = noRoom.has(code) ? "There is no room left to store files." : "The file store does not answer.";
  return new DomainError("unavailable", `${reason} Nothing was saved; try again later.`, { cause: code, retryAfterSeconds: 60 });
}

async function guarded<T>(task: () => Promise<T>): Promise<T> {
  try {
    return await task();
  } catch (error) {
    throw asUnavailable(error);
  }
}

async function writeAndSync(path: string, source: AsyncIterable<Uint8Array>): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash("sha256");
  let bytes = 0;
  const file = await guarded(() => open(path, "wx", 0o600));
  try {
    for await (const chunk of source) {
      hash.update(chunk);
      bytes += chunk.byteLength;
      await guarded(() => file.writeFile(chunk));
    }
    await guarded(() => file.sync());
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), bytes };
}

async function removeIfThere(path: string): Promise<boolean> {
  return unlink(path).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return false;
      throw error;
    },
  );
}

/** Opens the store in `folder`, making it when needed. */
export async function openBlobStore(options: { folder: string }): Promise<BlobStore> {
  const folder = resolve(options.folder);
  const incoming = join(folder, temporaryFolder);
  await mkdir(incoming, { recursive: true, mode: 0o700 });
  const disk = new Disk(new FSDriver({ location: folder, visibility: "private" }));
  const newPath = () => join(incoming, temporaryName());

  async function find(key: string): Promise<BlobInfo | undefined> {
    if (!(await guarded(() => disk.exists(key)))) return undefined;
    const { contentLength, lastModified } = await guarded(() => disk.getMetaData(key));
    return { key, bytes: contentLength, modifiedAt: lastModified };
  }

  return {
    find,
    async write(source) {
      const path = newPath();
      try {
        const { sha256, bytes } = await writeAndSync(path, source);
        return {
          sha256,
          bytes,
          read: () => createReadStream(path),
          async commit(prefix, suffix) {
            const key = `${prefix}/${sha256.slice(0, 2)}/${sha256}${suffix}`;
            await guarded(() => commitFile(path, join(folder, key), folder));
            return key;
          },
          discard: async () => void (await removeIfThere(path)),
        };
      } catch (error) {
        // What cannot be removed now is swept later; the reason of the failure is what the caller needs.
        await removeIfThere(path).catch(() => undefined);
        throw error;
      }
    },
    async getStream(key) {
      if (!(await find(key)))
        throw new DomainError("unavailable", "A stored file is missing. Tell your administrator.", { cause: "missing" });
      return guarded(() => disk.getStream(key));
    },
    delete: (key) => guarded(() => disk.delete(key)),
    async *list() {
      for (const entry of await guarded(() => readdir(folder, { recursive: true }))) {
        const found = ourKeys.test(entry) ? await find(entry) : undefined;
        if (found) yield found;
      }
    },
    async sweepTemporaryFiles(idleMs) {
      // The files' times are the machine's, so the portal's own clock, which may be moved, has no say here.
      const before = systemClock.now().getTime() - idleMs;
      let removed = 0;
      for (const name of await readdir(incoming)) {
        const path = join(incoming, name);
        const info = await stat(path).catch(() => undefined);
        const isLeft = info?.isFile() && (info.mtimeMs < before || isWriterGone(name, info.mtimeMs));
        if (isLeft && (await removeIfThere(path))) removed += 1;
      }
      return removed;
    },
    async ping() {
      const path = newPath();
      try {
        await writeAndSync(
          path,
          (async function* () {
            yield Uint8Array.of(1);
          })(),
        );
      } finally {
        await removeIfThere(path);
      }
    },
  };
}
