// The byte form of our certificate and signatures.
import { X509Certificate } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { createCertificate } from "#app/server/platform/certificate.server.ts";
import { DerError, der, derOid, derTime, readDer, readOid, readTime, tags } from "#app/server/platform/der.server.ts";

test("the certificate is one that others read: self-signed, for signing only, named after the organisation", async () => {
  const { certificatePem, keyPem } = await createCertificate({
    organisationName: `Lantern & Larch ${"ö".repeat(80)}`,
    from: new Date("2026-11-12T10:00:00Z"),
    until: new Date("2051-11-12T10:00:00Z"),
  });
  const certificate = new X509Certificate(certificatePem);
  expect(certificate.verify(certificate.publicKey)).toBe(true);
  expect(certificate.ca).toBe(false);
  expect(certificate.subject).toMatch(/^CN=Lantern & Larch ö{48}$/m);
  expect(new Date(certificate.validFrom).toISOString()).toBe("2026-11-12T10:00:00.000Z");
  expect(new Date(certificate.validTo).toISOString()).toBe("2051-11-12T10:00:00.000Z");
  expect(keyPem).toContain("BEGIN PRIVATE KEY");
});

test("object identifiers and times come back as they were written", () => {
  for (const oid of ["1.2.840.113549.1.1.11", "2.5.29.15", "2.16.840.1.101.3.4.2.1"]) expect(readOid(readDer(derOid(oid)))).toBe(oid);
  for (const at of ["1999-12-31T23:59:59.000Z", "2026-11-12T10:02:41.000Z", "2050-01-01T00:00:00.000Z"]) {
    expect(readTime(readDer(derTime(new Date(at)))).toISOString()).toBe(at);
  }
});

test("long values come back whole", () => {
  for (const length of [0, 127, 128, 255, 256, 70_000])
    expect(readDer(der(tags.octetString, new Uint8Array(length))).value.length).toBe(length);
});

test("other spellings of the same value are refused", () => {
  for (const bytes of [
    [0x04, 0x81, 0x01, 0xff],
    [0x04, 0x80, 0x00, 0x00],
    [0x04, 0x82, 0x00, 0x80],
    [0x04, 0x02, 0x00],
    [0x04, 0x00, 0x00],
    [0x1f, 0x81, 0x01, 0x00],
  ]) {
    expect(() => readDer(Uint8Array.from(bytes))).toThrow(DerError);
  }
});

test("whatever bytes come, the reader answers or refuses", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
      try {
        readDer(bytes);
      } catch (error) {
        expect(error).toBeInstanceOf(DerError);
      }
    }),
    { seed: 28, numRuns: 2000 },
  );
});
