import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { openBlobStore } from "#app/server/platform/blob-store.server.ts";

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "blobs-"));
}

async function* of(...texts: string[]) {
  for (const text of texts) yield Buffer.from(text);
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

describe("the blob store", () => {
  it("keeps bytes under the address of their content, private to its owner", async () => {
    const folder = aFolder();
    const blobs = await openBlobStore({ folder });
    const pending = await blobs.write(of("hello ", "world"));
    expect(await blobs.find(`evidence/b9/${pending.sha256}.age`)).toBeUndefined();
    const key = await pending.commit("evidence", ".age");
    expect(key).toBe("evidence/b9/b94d27b9934d3e08a52e52d7da7dabfac484efe37a5380ee9088f7ace2efcde9.age");
    expect(String(await buffer(await blobs.getStream(key)))).toBe("hello world");
    expect(await blobs.find(key)).toMatchObject({ key, bytes: 11 });
    expect(statSync(join(folder, key)).mode & 0o077).toBe(0);
    const listed: string[] = [];
    for await (const blob of blobs.list()) listed.push(blob.key);
    expect(listed).toEqual([key]);
    await blobs.delete(key);
    await blobs.delete(key);
    expect(await blobs.find(key)).toBeUndefined();
  });

  it("leaves nothing behind when the sender breaks off, and passes the sender's error on", async () => {
    const folder = aFolder();
    const blobs = await openBlobStore({ folder });
    async function* broken() {
      yield Buffer.alloc(100_000);
      throw new Error("the line went dead");
    }
    await expect(blobs.write(broken())).rejects.toThrow("the line went dead");
    const pending = await blobs.write(of("x"));
    await pending.discard();
    expect(filesIn(folder)).toEqual([]);
  });

  it("says that it is unavailable when a file is gone or the disk refuses", async () => {
    const folder = aFolder();
    const blobs = await openBlobStore({ folder });
    const missing = await blobs.getStream(`evidence/ab/${"ab".repeat(32)}.age`).catch((error: unknown) => error);
    expect(isDomainError(missing, "unavailable")).toBe(true);
    const pending = await blobs.write(of("x"));
    writeFileSync(join(folder, "evidence"), "in the way");
    expect(isDomainError(await pending.commit("evidence", ".age").catch((error: unknown) => error), "unavailable")).toBe(true);
    await pending.discard();
  });

  it("sweeps what interrupted writes left, but not what is being written", async () => {
    const folder = aFolder();
    const blobs = await openBlobStore({ folder });
    const stale = join(folder, ".incoming", "0123.part");
    const fresh = join(folder, ".incoming", "4567.part");
    for (const path of [stale, fresh]) writeFileSync(path, "half a file");
    const key = await (await blobs.write(of("whole"))).commit("evidence", ".age");
    utimesSync(stale, new Date("2020-01-01"), new Date("2020-01-01"));
    utimesSync(join(folder, key), new Date("2020-01-01"), new Date("2020-01-01"));
    expect(await blobs.sweepTemporaryFiles(3_600_000)).toBe(1);
    expect(existsSync(stale)).toBe(false);
    expect(existsSync(fresh)).toBe(true);
    expect(await blobs.find(key)).toBeDefined();
  });

  it("notices when its folder is gone", async () => {
    const folder = aFolder();
    const blobs = await openBlobStore({ folder: join(folder, "blobs") });
    await blobs.ping();
    rmSync(join(folder, "blobs"), { recursive: true });
    await expect(blobs.ping()).rejects.toSatisfy((error: unknown) => isDomainError(error, "unavailable"));
  });

  it("does not leave its folder by a key", async () => {
    const blobs = await openBlobStore({ folder: aFolder() });
    for (const key of ["../secrets/evidence.key", "/etc/passwd", "evidence/../../x"]) await expect(blobs.getStream(key)).rejects.toThrow();
  });
});
