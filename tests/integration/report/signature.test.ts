// Our signature: strangers' tools accept it, and nothing can be changed, added or taken away without being seen.
import { createPrivateKey, sign, X509Certificate } from "node:crypto";
import { mkdtemp, readdir, rm, stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDF } from "@libpdf/core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createCertificate } from "#app/server/platform/certificate.server.ts";
import { listSigningCertificates, loadOrCreateSigner, type Signer } from "#app/server/platform/signer.server.ts";
import { renderReport } from "#app/server/reports/render-report.server.ts";
import { verifyDocument } from "#app/server/reports/verify-document.server.ts";
import { findPoppler } from "#tests/support/poppler.ts";
import { aReport } from "#tests/support/report-facts.ts";
import { seeded } from "#tests/support/seeded.ts";

const at = new Date("2026-11-12T10:02:41.000Z");
const organisationName = "Lantern & Larch";
let dir: string;
let signer: Signer;
let signed: Uint8Array;
let ourCertificates: string[];

beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "vouchsafe-signer-"));
  signer = await loadOrCreateSigner({ dir, organisationName, now: at });
  signed = await signer.sign(await renderReport("audit-report", aReport()), {
    at,
    reason: "Audit report A-2026-0417",
    name: organisationName,
  });
  ourCertificates = await listSigningCertificates(dir);
});
afterAll(() => rm(dir, { recursive: true, force: true }));

const check = (bytes: Uint8Array, certificates = ourCertificates) => verifyDocument(bytes, { ourCertificates: certificates });
const changed = (position: number, mask = 1) => {
  const copy = Uint8Array.from(signed);
  copy[position] = (copy[position] ?? 0) ^ mask;
  return copy;
};

/** Where the value of the signature lies: the only bytes that are not signed. */
function hole(): { start: number; end: number } {
  const range = /\/ByteRange\s*\[0 (\d+)\s+(\d+)/.exec(Buffer.from(signed).toString("latin1"));
  return { start: Number(range?.[1]), end: Number(range?.[2]) };
}

/** A second signature over ours, by somebody else, as any signing tool adds it. */
async function signedOver(bytes: Uint8Array): Promise<Uint8Array> {
  const { keyPem, certificatePem } = await createCertificate({ organisationName, from: at, until: new Date("2030-01-01T00:00:00Z") });
  const key = createPrivateKey(keyPem);
  const document = await PDF.load(bytes);
  const result = await document.sign({
    signer: {
      certificate: new Uint8Array(new X509Certificate(certificatePem).raw),
      keyType: "EC",
      signatureAlgorithm: "ECDSA",
      sign: async (data) => new Uint8Array(sign("sha256", data, key)),
    },
    signingTime: at,
  });
  return result.bytes;
}

test("a document we signed is ours and unaltered, with signer and time", () => {
  expect(check(signed)).toMatchObject({
    ours: true,
    unaltered: true,
    coversWholeDocument: true,
    signedAt: at,
    signer: "Lantern & Larch (Vouchsafe)",
    fingerprint: signer.fingerprint,
    reason: null,
  });
});

test("one flipped bit anywhere in the signed bytes is seen", () => {
  const random = seeded(417);
  const { start, end } = hole();
  const positions = [0, 8, start - 1, end, signed.length - 1];
  while (positions.length < 80) {
    const position = random(signed.length);
    if (position < start || position >= end) positions.push(position);
  }
  for (const position of positions) {
    const verdict = check(changed(position, 1 << random(8)));
    expect(verdict.ours && verdict.unaltered, `byte ${position}`).toBe(false);
    expect(verdict.reason, `byte ${position}`).not.toBeNull();
  }
});

test("one flipped bit in the signature itself is seen, its padding included", () => {
  const random = seeded(418);
  const { start, end } = hole();
  for (let round = 0; round < 40; round++) {
    const position = start + random(end - start);
    const verdict = check(changed(position));
    expect(verdict.ours && verdict.unaltered, `byte ${position}`).toBe(false);
  }
});

test("anything added after the signature is refused, even a line feed or a second version of a page", () => {
  for (const addition of ["\n", "%%EOF\n", "\n1 0 obj\n<< /Type /Catalog >>\nendobj\nxref\n0 1\ntrailer << >>\n%%EOF\n"]) {
    expect(check(Buffer.concat([signed, Buffer.from(addition)]))).toMatchObject({
      ours: true,
      unaltered: false,
      coversWholeDocument: false,
      reason: "content_added",
    });
  }
});

test("a document signed again by somebody else is not ours", async () => {
  const other = await mkdtemp(join(tmpdir(), "vouchsafe-signer-"));
  try {
    const stranger = await loadOrCreateSigner({ dir: other, organisationName, now: at });
    const again = await signedOver(signed);
    expect(check(again)).toMatchObject({ ours: false, unaltered: true, reason: "other_certificate" });
    const alone = await stranger.sign(await renderReport("decision-page", aReport()), { at, reason: "x", name: "y" });
    expect(check(alone)).toMatchObject({ ours: false, unaltered: true, reason: "other_certificate" });
    expect(check(alone, [...ourCertificates, stranger.certificatePem])).toMatchObject({ ours: true, reason: null });
  } finally {
    await rm(other, { recursive: true, force: true });
  }
});

test("files that are no signed PDF get a reason instead of an error", async () => {
  const unsigned = await renderReport("decision-page", aReport());
  expect(check(unsigned).reason).toBe("no_signature");
  expect(check(Buffer.from("GIF89a")).reason).toBe("not_a_pdf");
  expect(check(new Uint8Array()).reason).toBe("not_a_pdf");
  expect(check(signed.subarray(0, signed.length - 40)).reason).toBe("bad_range");
});

test("ranges that leave bytes out are refused", () => {
  const text = Buffer.from(signed).toString("latin1");
  const { start, end } = hole();
  const range = /\/ByteRange\s*\[[^\]]*\]/;
  const length = range.exec(text)?.[0].length ?? 0;
  for (const numbers of [
    `1 ${start - 1} ${end} ${signed.length - end}`,
    `0 ${start - 40} ${end} ${signed.length - end}`,
    `0 ${start} ${end + 2} ${signed.length - end - 2}`,
    `0 ${start} ${end} ${signed.length}`,
    `0 ${end} ${start} ${signed.length - start}`,
    `0 0 0 0`,
    `0 9999999999 9999999999 9999999999`,
  ]) {
    const forged = text.replace(range, `/ByteRange [${numbers}]`.padEnd(length));
    expect(check(Buffer.from(forged, "latin1")), numbers).toMatchObject({ unaltered: false });
  }
});

test("text that looks like a signature does not mislead the signer or the check", async () => {
  const hostile = aReport((facts) => ({
    ...facts,
    vendor: { ...facts.vendor, name: "/ByteRange [0 1 2 3] /Contents <00> Ltd" },
    engagement: { ...facts.engagement, service: "/ByteRange[0 10 20 30]" },
  }));
  const pdf = await renderReport("audit-report", hostile);
  const bytes = await signer.sign(pdf, { at, reason: "/ByteRange [0 1 2 3] (/Contents <00>)", name: ") /ByteRange [" });
  expect(check(bytes)).toMatchObject({ ours: true, unaltered: true, reason: null });
});

test("the key is made once, even when processes start together, and only its owner can read it", async () => {
  const together = await mkdtemp(join(tmpdir(), "vouchsafe-signer-"));
  try {
    const signers = await Promise.all([1, 2, 3].map(() => loadOrCreateSigner({ dir: together, organisationName, now: at })));
    expect(new Set(signers.map((item) => item.fingerprint)).size).toBe(1);
    for (const name of await readdir(together)) expect((await stat(join(together, name))).mode & 0o777).toBe(0o600);
    expect((await readdir(together)).sort()).toEqual(["signing-certificate.pem", "signing-key.pem"]);
  } finally {
    await rm(together, { recursive: true, force: true });
  }
});

test("an ended certificate is refused with what to do", async () => {
  await expect(loadOrCreateSigner({ dir, organisationName, now: new Date("2042-01-01T00:00:00Z") })).rejects.toThrow(
    /signing certificate ended/,
  );
});

const poppler = findPoppler(2);
if (poppler) {
  describe("in the eyes of pdfsig", () => {
    test("the signature is valid and covers the whole document", () => {
      const answer = poppler.signatureOf(signed);
      expect(answer).toContain("Signature is Valid");
      expect(answer).toContain("Total document signed");
      expect(answer).toContain("ETSI.CAdES.detached");
    });

    test("a flipped bit is a broken signature", () => {
      const random = seeded(419);
      const { start } = hole();
      for (let round = 0; round < 4; round++)
        expect(poppler.signatureOf(changed(1200 + random(start - 3000)))).not.toContain("Signature is Valid");
    });
  });
}
