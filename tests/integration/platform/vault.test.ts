import { createHash } from "node:crypto";
import { readFileSync, statSync, truncateSync, utimesSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { isDomainError } from "#app/domain/errors.ts";
import { aPdf, aPng } from "#tests/support/sample-files.ts";
import { aStoreRequest, aVault, filesBelow, inPieces, isOnDisk, rowOf } from "./a-vault.ts";

const isIntegrityFailure = (error: unknown) => isDomainError(error, "unavailable") && error.data.isIntegrityFailure === true;

describe("evidence in the vault", () => {
  it("comes back byte for byte, with its fingerprint, whatever its size and however it arrives", async () => {
    const { vault } = await aVault();
    for (const size of [0, 65_200, 65_536, 131_072, 3_000_000])
      for (const piece of [977, 70_001]) {
        const pdf = aPdf("an honest report", size);
        const request = aStoreRequest("report.pdf", pdf, { source: inPieces(pdf, piece) });
        const stored = await vault.store(request);
        expect(stored).toMatchObject({
          bytes: pdf.length,
          mediaType: "application/pdf",
          fileName: "report.pdf",
          sha256: createHash("sha256").update(pdf).digest("hex"),
        });
        expect((await buffer(await vault.open(rowOf(request, stored)))).equals(pdf)).toBe(true);
      }
  });

  it("lies encrypted on the disk: neither its text nor its key is found there", async () => {
    const { vault, dataDir, secrets } = await aVault();
    const pdf = aPdf("CANARY-of-a-confidential-report", 200_000);
    const request = aStoreRequest("report.pdf", pdf);
    const stored = await vault.store(request);
    expect(isOnDisk(dataDir, Buffer.from("CANARY-of-a-confidential-report"))).toBe(false);
    expect(isOnDisk(dataDir, Buffer.from("AGE-SECRET-KEY"))).toBe(false);
    expect(readFileSync(join(dataDir, "blobs", stored.blobKey)).toString("latin1")).toMatch(/^age-encryption\.org\/v1\n/);
    expect(stored.wrappedKey).not.toContain("AGE");
    expect(stored.kekId).toBe(secrets.kek.id);
    expect(statSync(join(dataDir, "blobs", stored.blobKey)).mode & 0o077).toBe(0);
  });

  it("has a key and an address of its own, even when the same file is sent twice", async () => {
    const { vault } = await aVault();
    const [first, second] = [await vault.store(aStoreRequest("a.pdf", aPdf())), await vault.store(aStoreRequest("a.pdf", aPdf()))];
    expect(first.sha256).toBe(second.sha256);
    expect(first.blobKey).not.toBe(second.blobKey);
    expect(first.wrappedKey).not.toBe(second.wrappedKey);
  });

  it("is refused when any byte of it was altered or cut off, before one byte is handed out", async () => {
    const { vault, dataDir, lines } = await aVault();
    const request = aStoreRequest("report.pdf", aPdf("x", 70_000));
    const row = rowOf(request, await vault.store(request));
    const path = join(dataDir, "blobs", row.blobKey);
    const genuine = readFileSync(path);
    for (let at = 0; at < genuine.length; at += at < 300 || at > genuine.length - 300 ? 7 : 997) {
      const altered = Buffer.from(genuine);
      altered[at]! ^= 0x20;
      writeFileSync(path, altered);
      await expect(vault.open(row), `byte ${at}`).rejects.toSatisfy(isIntegrityFailure);
    }
    for (const length of [0, 1, 100, 200, 65_552, 65_753, genuine.length - 17, genuine.length - 1]) {
      writeFileSync(path, genuine);
      truncateSync(path, length);
      await expect(vault.open(row), `cut to ${length}`).rejects.toSatisfy(isIntegrityFailure);
    }
    writeFileSync(path, Buffer.concat([genuine, Buffer.of(0)]));
    await expect(vault.verify(row)).rejects.toSatisfy(isIntegrityFailure);
    expect(lines.some((line) => line.includes('"security":"crypt_decrypt_fail"') && line.includes("evd_1"))).toBe(true);
    writeFileSync(path, genuine);
    await vault.verify(row);
  });

  it("cannot be swapped with another file, nor be read as another vendor's", async () => {
    const { vault, dataDir } = await aVault();
    const one = aStoreRequest("one.pdf", aPdf("one"));
    const two = aStoreRequest("two.pdf", aPdf("two"), { evidenceId: "evd_2", vendorId: "ven_2" });
    const first = rowOf(one, await vault.store(one));
    const second = rowOf(two, await vault.store(two));
    const mixtures = [
      { ...first, id: second.id },
      { ...first, vendorId: second.vendorId },
      { ...first, organisationId: "org_2" },
      { ...first, blobKey: second.blobKey },
      { ...first, wrappedKey: second.wrappedKey },
      { ...first, blobKey: second.blobKey, wrappedKey: second.wrappedKey },
      { ...first, blobKey: second.blobKey, wrappedKey: second.wrappedKey, sha256: second.sha256, bytes: second.bytes },
      { ...first, sha256: second.sha256 },
      { ...first, bytes: first.bytes + 1 },
      { ...first, kekId: "kek_other" },
      { ...first, blobKey: first.blobKey.replace(/.{4}\.age$/, "0000.age") },
    ];
    for (const mixture of mixtures) await expect(vault.open(mixture)).rejects.toSatisfy(isIntegrityFailure);
    const [pathOne, pathTwo] = [first, second].map((row) => join(dataDir, "blobs", row.blobKey));
    const bytes = readFileSync(pathOne!);
    writeFileSync(pathOne!, readFileSync(pathTwo!));
    writeFileSync(pathTwo!, bytes);
    await expect(vault.open(first)).rejects.toSatisfy(isIntegrityFailure);
    await expect(vault.open(second)).rejects.toSatisfy(isIntegrityFailure);
  });

  it("cannot be read with another installation's key", async () => {
    const mine = await aVault();
    const request = aStoreRequest("a.png", aPng());
    const row = rowOf(request, await mine.vault.store(request));
    const other = await aVault();
    await expect(other.vault.open(row)).rejects.toSatisfy(isIntegrityFailure);
    await expect(other.vault.open({ ...row, kekId: other.secrets.kek.id })).rejects.toSatisfy(isIntegrityFailure);
  });

  it("breaks off without an end when it is altered between the check and the reading", async () => {
    const { vault, dataDir } = await aVault();
    const request = aStoreRequest("report.pdf", aPdf("x", 400_000));
    const row = rowOf(request, await vault.store(request));
    const path = join(dataDir, "blobs", row.blobKey);
    const source = await vault.open(row);
    const altered = readFileSync(path);
    altered[altered.length - 20]! ^= 1;
    writeFileSync(path, altered);
    let received = 0;
    const reading = (async () => {
      for await (const piece of source) received += piece.length;
    })();
    await expect(reading).rejects.toSatisfy(isIntegrityFailure);
    expect(received).toBeLessThan(row.bytes);
  });

  it("is gone once destroyed", async () => {
    const { vault, dataDir } = await aVault();
    const request = aStoreRequest("a.png", aPng());
    const row = rowOf(request, await vault.store(request));
    await vault.destroy(row);
    expect(filesBelow(join(dataDir, "blobs"))).toEqual([]);
    await expect(vault.open(row)).rejects.toSatisfy(isIntegrityFailure);
  });

  it("is swept when no row came to name it, but never while a row does or it is new", async () => {
    const { vault, dataDir } = await aVault();
    const kept = await vault.store(aStoreRequest("a.png", aPng()));
    const orphan = await vault.store(aStoreRequest("b.png", aPng()));
    const fresh = await vault.store(aStoreRequest("c.png", aPng()));
    for (const file of [kept, orphan]) utimesSync(join(dataDir, "blobs", file.blobKey), new Date("2020-01-01"), new Date("2020-01-01"));
    const removed = await vault.sweepOrphans(3_600_000, async (keys) => new Set(keys.filter((key) => key === kept.blobKey)));
    expect(removed).toBe(1);
    expect(
      filesBelow(join(dataDir, "blobs"))
        .map((path) => path.split("/").at(-1))
        .sort(),
    ).toEqual([kept, fresh].map((file) => file.blobKey.split("/").at(-1)).sort());
  });

  it("leaves nothing on the disk when it was refused or the sender broke off", async () => {
    const { vault, dataDir } = await aVault();
    const limitBytes = 100_000;
    async function* breaksOff() {
      yield aPdf("x", 80_000).subarray(0, 50_000);
      throw new Error("connection reset");
    }
    const attempts: [Parameters<typeof vault.store>[0], (error: unknown) => boolean][] = [
      [
        aStoreRequest("big.pdf", aPdf("x", 200_000), { limitBytes }),
        (error) => isDomainError(error, "too_large") && error.data.limitBytes === limitBytes,
      ],
      [aStoreRequest("page.html", Buffer.from("<html>")), (error) => isDomainError(error, "unsupported_type")],
      [aStoreRequest("fake.pdf", aPng()), (error) => isDomainError(error, "unsupported_type")],
      [aStoreRequest("empty.pdf", Buffer.alloc(0)), (error) => isDomainError(error, "invalid")],
      [
        aStoreRequest("cut.pdf", Buffer.alloc(0), { source: breaksOff() }),
        (error) => error instanceof Error && error.message === "connection reset",
      ],
      [aStoreRequest("broken.docx", Buffer.from("PK\x03\x04 but no archive")), (error) => isDomainError(error, "unsupported_type")],
    ];
    for (const [request, isExpected] of attempts) await expect(vault.store(request), request.fileName).rejects.toSatisfy(isExpected);
    expect(filesBelow(join(dataDir, "blobs"))).toEqual([]);
    const exact = aPdf("x", 90_000);
    expect((await vault.store(aStoreRequest("exact.pdf", exact, { limitBytes: exact.length }))).bytes).toBe(exact.length);
    await expect(vault.store(aStoreRequest("over.pdf", exact, { limitBytes: exact.length - 1 }))).rejects.toSatisfy((error: unknown) =>
      isDomainError(error, "too_large"),
    );
  });
});
