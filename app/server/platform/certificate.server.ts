// Writes the installation's self-signed certificate (RFC 5280): v3, ECDSA P-256, for signing only, no CA.
import { createHash, generateKeyPair, type KeyObject, randomBytes, sign } from "node:crypto";
import { promisify } from "node:util";
import { der, derOid, derText, derTime, tags } from "./der.server.ts";

const oids = {
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
  subjectKeyId: "2.5.29.14",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
};

/** A new key and its certificate, both PEM. Names longer than the 64 characters X.520 allows are cut. */
export async function createCertificate(options: {
  organisationName: string;
  from: Date;
  until: Date;
}): Promise<{ keyPem: string; certificatePem: string }> {
  const { publicKey, privateKey } = await promisify(generateKeyPair)("ec", { namedCurve: "prime256v1" });
  const certificate = signedCertificate(publicKey, privateKey, options);
  const body = Buffer.from(certificate)
    .toString("base64")
    .replace(/(.{64})(?=.)/g, "$1\n");
  return {
    keyPem: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    certificatePem: `-----BEGIN CERTIFICATE-----\n${body}\n-----END CERTIFICATE-----\n`,
  };
}

function signedCertificate(
  publicKey: KeyObject,
  privateKey: KeyObject,
  about: { organisationName: string; from: Date; until: Date },
): Uint8Array {
  const spki = publicKey.export({ type: "spki", format: "der" });
  const algorithm = der(tags.sequence, derOid(oids.ecdsaWithSha256));
  const name = distinguishedName([
    [oids.commonName, cut(`${about.organisationName} (Vouchsafe)`)],
    [oids.organisation, cut(about.organisationName)],
  ]);
  const content = der(
    tags.sequence,
    der(tags.context0, der(tags.integer, Uint8Array.of(2))),
    der(tags.integer, serialNumber()),
    algorithm,
    name,
    der(tags.sequence, derTime(about.from), derTime(about.until)),
    name,
    spki,
    der(
      tags.context3,
      der(
        tags.sequence,
        extension(oids.basicConstraints, true, der(tags.sequence)),
        extension(oids.keyUsage, true, der(tags.bitString, Uint8Array.of(6, 0b1100_0000))),
        extension(oids.subjectKeyId, false, der(tags.octetString, createHash("sha256").update(spki).digest().subarray(0, 20))),
      ),
    ),
  );
  return der(tags.sequence, content, algorithm, der(tags.bitString, Uint8Array.of(0), sign("sha256", content, privateKey)));
}

/** 127 random bits, positive and without a leading zero byte. */
function serialNumber(): Uint8Array {
  const bytes = randomBytes(16);
  bytes[0] = ((bytes[0] ?? 0) & 0x3f) | 0x40;
  return bytes;
}

function distinguishedName(parts: [oid: string, text: string][]): Uint8Array {
  return der(tags.sequence, ...parts.map(([oid, text]) => der(tags.set, der(tags.sequence, derOid(oid), derText(text)))));
}

function extension(oid: string, isCritical: boolean, value: Uint8Array): Uint8Array {
  const critical = isCritical ? [der(tags.boolean, Uint8Array.of(0xff))] : [];
  return der(tags.sequence, derOid(oid), ...critical, der(tags.octetString, value));
}

function cut(text: string): string {
  return [...text.replace(/\p{C}/gu, " ")].slice(0, 64).join("");
}
