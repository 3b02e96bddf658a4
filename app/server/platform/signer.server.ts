// Signs documents with the installation's own certificate, made at first run and kept in data/secrets.
// PAdES B-B: CMS with signing-certificate-v2 over the whole file. The key never leaves this module; losing
// signing-key.pem means a new certificate, after which older documents verify only against the kept old one.
import { createHash, createPrivateKey, type KeyObject, randomUUID, sign as signBytes, X509Certificate } from "node:crypto";
import { chmod, link, mkdir, open, readdir, readFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { type DigestAlgorithm, type KeyType, PDF, type SignatureAlgorithm } from "@libpdf/core";
import { DomainError } from "#app/domain/errors.ts";
import { createCertificate } from "./certificate.server.ts";

export interface Signer {
  readonly certificatePem: string;
  /** SHA-256 of the certificate, lower-case hex. */
  readonly fingerprint: string;
  /** Who signs, as readers show it. */
  readonly subject: string;
  /**
   * Returns the file with a signature over all of it. `name` says on whose behalf, `reason` why; both are shown by
   * readers. Signing the same file twice gives different bytes, so sign once and store.
   */
  sign(pdf: Uint8Array, about: { at: Date; reason: string; name: string }): Promise<Uint8Array>;
}

const keyFile = "signing-key.pem";
const certificateFile = "signing-certificate.pem";
const validYears = 15;

/**
 * Loads the certificate and key in `dir`, or makes them. Safe when several processes start at once: the first key file
 * that is linked into place wins. Throws DomainError unavailable when the certificate has ended.
 */
export async function loadOrCreateSigner(options: { dir: string; organisationName: string; now: Date }): Promise<Signer> {
  const { dir, organisationName, now } = options;
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const found = (await readKeyFile(dir)) ?? (await createKeyFile(dir, organisationName, now));
  const certificate = new X509Certificate(found.certificatePem);
  if (now > new Date(certificate.validTo)) {
    throw new DomainError(
      "unavailable",
      `The signing certificate ended on ${certificate.validTo}. Rename ${keyFile} and ${certificateFile} in ${dir} (keep the names' beginning) and start again to make a new one.`,
    );
  }
  return signerOf(certificate, createPrivateKey(found.keyPem));
}

/** Every certificate this installation has signed with, newest name first; documents of any of them are ours. */
export async function listSigningCertificates(dir: string): Promise<string[]> {
  const names = await readdir(dir).catch(() => [] as string[]);
  const files = names.filter((name) => /^signing-certificate.*\.pem$/.test(name)).sort();
  return await Promise.all(files.map((name) => readFile(join(dir, name), "utf8")));
}

function signerOf(certificate: X509Certificate, key: KeyObject): Signer {
  const fingerprint = createHash("sha256").update(certificate.raw).digest("hex");
  const keyOfReader = {
    certificate: new Uint8Array(certificate.raw),
    keyType: "EC" as KeyType,
    signatureAlgorithm: "ECDSA" as SignatureAlgorithm,
    sign: async (data: Uint8Array, algorithm: DigestAlgorithm) => new Uint8Array(signBytes(algorithm.replace("-", ""), data, key)),
  };
  return {
    certificatePem: certificate.toString(),
    fingerprint,
    subject: certificate.subject.match(/^CN=(.*)$/m)?.[1] ?? certificate.subject,
    async sign(pdf, about) {
      const document = await PDF.load(pdf);
      const { bytes } = await document.sign({
        signer: keyOfReader,
        level: "B-B",
        signingTime: about.at,
        reason: plainText(about.reason),
        contactInfo: plainText(about.name),
        fieldName: "Signature",
      });
      return bytes;
    },
  };
}

/**
 * The signature dictionary is found by its keys, so foreign text in it must not hold a slash, bracket or parenthesis;
 * beyond ASCII the PDF string would need another encoding.
 */
function plainText(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^ -~]|[/\\()<>[\]{}]/g, " ")
    .replace(/ +/g, " ")
    .trim()
    .slice(0, 200);
}

async function readKeyFile(dir: string): Promise<{ keyPem: string; certificatePem: string } | undefined> {
  const text = await readFile(join(dir, keyFile), "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
  if (text === undefined) return undefined;
  const keyPem = text.match(/-----BEGIN PRIVATE KEY-----[\s\S]+?-----END PRIVATE KEY-----/)?.[0];
  const certificatePem = text.match(/-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/)?.[0];
  if (!keyPem || !certificatePem) throw new DomainError("unavailable", `${join(dir, keyFile)} holds no key and certificate.`);
  await writeOnce(join(dir, certificateFile), `${certificatePem}\n`, 0o600);
  return { keyPem, certificatePem };
}

async function createKeyFile(dir: string, organisationName: string, now: Date): Promise<{ keyPem: string; certificatePem: string }> {
  const until = new Date(now);
  until.setUTCFullYear(until.getUTCFullYear() + validYears);
  const made = await createCertificate({ organisationName, from: now, until });
  await writeOnce(join(dir, keyFile), `${made.keyPem}${made.certificatePem}`, 0o600);
  const written = await readKeyFile(dir);
  if (!written) throw new DomainError("unavailable", `The signing key could not be written to ${dir}.`);
  return written;
}

/** Writes a whole file or leaves the one that is there: linked into place only after it is on the disk. */
async function writeOnce(path: string, content: string, mode: number): Promise<void> {
  const draft = `${path}.${process.pid}.${randomUUID()}`;
  const file = await open(draft, "wx", mode);
  try {
    await file.writeFile(content);
    await file.sync();
    await file.close();
    await chmod(draft, mode);
    await link(draft, path).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(draft, { force: true });
  }
}
