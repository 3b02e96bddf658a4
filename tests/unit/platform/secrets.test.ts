import { chmodSync, mkdtempSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { loadOrCreateSecrets, SecretsError } from "#app/server/platform/secrets.server.ts";

function aFolder(): string {
  return mkdtempSync(join(tmpdir(), "secrets-"));
}

describe("the keys of an installation", () => {
  it("are made at first run, readable by their owner alone, and the same afterwards", async () => {
    const dataDir = join(aFolder(), "new");
    const first = await loadOrCreateSecrets({ dataDir, evidenceKey: null });
    const sealed = first.seal("the body of a mail", "mai_1");
    expect(statSync(join(dataDir, "secrets")).mode & 0o777).toBe(0o700);
    expect(statSync(join(dataDir, "secrets", "evidence.key")).mode & 0o777).toBe(0o600);
    const second = await loadOrCreateSecrets({ dataDir, evidenceKey: null });
    expect(second.kek.id).toBe(first.kek.id);
    expect(second.open(sealed, "mai_1")).toBe("the body of a mail");
  });

  it("are one and the same when several processes make them together", async () => {
    const dataDir = aFolder();
    const opened = await Promise.all(Array.from({ length: 8 }, () => loadOrCreateSecrets({ dataDir, evidenceKey: null })));
    expect(new Set(opened.map((secrets) => secrets.kek.id)).size).toBe(1);
  });

  it("are refused when others may read them", async () => {
    const dataDir = aFolder();
    await loadOrCreateSecrets({ dataDir, evidenceKey: null });
    chmodSync(join(dataDir, "secrets", "evidence.key"), 0o644);
    await expect(loadOrCreateSecrets({ dataDir, evidenceKey: null })).rejects.toThrow(/chmod 600/);
    chmodSync(join(dataDir, "secrets", "evidence.key"), 0o600);
    chmodSync(join(dataDir, "secrets"), 0o755);
    await expect(loadOrCreateSecrets({ dataDir, evidenceKey: null })).rejects.toThrow(/read by others/);
  });

  it("are never replaced when the file is damaged", async () => {
    const dataDir = aFolder();
    await loadOrCreateSecrets({ dataDir, evidenceKey: null });
    writeFileSync(join(dataDir, "secrets", "evidence.key"), "short");
    await expect(loadOrCreateSecrets({ dataDir, evidenceKey: null })).rejects.toThrow(/does not hold a key/);
    expect(readFileSync(join(dataDir, "secrets", "evidence.key"), "utf8")).toBe("short");
  });

  it("can come from the configuration, and then no file is written", async () => {
    const dataDir = aFolder();
    const secrets = await loadOrCreateSecrets({ dataDir, evidenceKey: new Uint8Array(32).map((_, index) => index) });
    expect(secrets.open(secrets.seal("x", "row"), "row")).toBe("x");
    expect(() => statSync(join(dataDir, "secrets"))).toThrow();
  });
});

describe("what is sealed or wrapped", async () => {
  const secrets = await loadOrCreateSecrets({ dataDir: aFolder(), evidenceKey: null });
  const other = await loadOrCreateSecrets({ dataDir: aFolder(), evidenceKey: null });

  it("comes back exactly, whatever the text", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), fc.string(), (text, aad) => secrets.open(secrets.seal(text, aad), aad) === text),
      { seed: 7 },
    );
  });

  it("never looks the same twice", () => {
    const made = new Set(Array.from({ length: 500 }, () => secrets.seal("same", "same")));
    expect(made.size).toBe(500);
  });

  it("is refused in another row, with another key, and when any byte was altered", () => {
    const sealed = secrets.seal("confidential", "mai_1");
    expect(() => secrets.open(sealed, "mai_2")).toThrow(SecretsError);
    expect(() => other.open(sealed, "mai_1")).toThrow(SecretsError);
    expect(() => secrets.kek.unwrap(sealed, "mai_1")).toThrow(SecretsError);
    const bytes = Buffer.from(sealed, "base64url");
    for (let at = 0; at < bytes.length; at += 1) {
      const flipped = Buffer.from(bytes);
      flipped[at]! ^= 1;
      expect(() => secrets.open(flipped.toString("base64url"), "mai_1")).toThrow(SecretsError);
      expect(() => secrets.open(bytes.subarray(0, at).toString("base64url"), "mai_1")).toThrow(SecretsError);
    }
    expect(() => secrets.open(`${sealed}AA`, "mai_1")).toThrow(SecretsError);
    expect(() => secrets.open(`${sealed}!`, "mai_1")).toThrow(SecretsError);
  });

  it("has its own fingerprint for each purpose and installation", () => {
    expect(secrets.digest("link", "abc")).toBe(secrets.digest("link", "abc"));
    expect(secrets.digest("link", "abc")).not.toBe(secrets.digest("session", "abc"));
    expect(secrets.digest("link", "abc")).not.toBe(other.digest("link", "abc"));
  });
});
