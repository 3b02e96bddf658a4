// Says whether a PDF is ours and unaltered. The last signature must cover every byte of the file but its own value, so
// no PDF structure has to be understood: what our key signed is the file, or it is not.
import { createHash, timingSafeEqual, X509Certificate } from "node:crypto";
import { type Cms, readCms } from "./read-cms.server.ts";

/** Why a document is not accepted; null when it is. */
export const verifyReasons = {
  not_a_pdf: "The file is not a PDF.",
  no_signature: "The file carries no signature.",
  unreadable_signature: "The signature is not in the form this portal writes.",
  bad_range: "The signature does not cover the file as our signatures do.",
  content_added: "Something was added to the file after it was signed.",
  altered: "The file was changed after it was signed.",
  other_certificate: "The signature is intact, but it was not made with a certificate of this installation.",
} as const;
export type VerifyReason = keyof typeof verifyReasons;

export interface Verification {
  /** Signed with one of our certificates, whatever happened to the file afterwards. */
  ours: boolean;
  /** Every byte is as it was signed. */
  unaltered: boolean;
  coversWholeDocument: boolean;
  signedAt: Date | null;
  /** Name in the certificate of the signature. */
  signer: string | null;
  /** SHA-256 of that certificate. */
  fingerprint: string | null;
  /** SHA-256 of the file, to compare with the audit log. */
  sha256: string;
  reason: VerifyReason | null;
}

/** The document is good when `ours && unaltered`; then `reason` is null. `ourCertificates` are PEM. Never throws on a bad file. */
export function verifyDocument(bytes: Uint8Array, { ourCertificates }: { ourCertificates: readonly string[] }): Verification {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const verdict = (reason: VerifyReason | null, more: Partial<Verification> = {}): Verification => ({
    ours: false,
    unaltered: false,
    coversWholeDocument: false,
    signedAt: null,
    signer: null,
    fingerprint: null,
    sha256: createHash("sha256").update(file).digest("hex"),
    reason,
    ...more,
  });
  if (file.subarray(0, 5).toString("latin1") !== "%PDF-") return verdict("not_a_pdf");
  const range = findRange(file);
  if (range === undefined) return verdict("no_signature");
  if (range === null) return verdict("bad_range");
  let cms: Cms;
  try {
    cms = readCms(range.value);
  } catch {
    return verdict("unreadable_signature");
  }
  const digest = createHash("sha256").update(file.subarray(0, range.valueStart)).update(file.subarray(range.valueEnd, range.end)).digest();
  const isIntact = cms.isSignedByCertificate && digest.length === cms.messageDigest.length && timingSafeEqual(digest, cms.messageDigest);
  const isKnown = ourCertificates.some((pem) => new X509Certificate(pem).raw.equals(cms.certificate.raw));
  const about = {
    coversWholeDocument: range.end === file.length,
    signedAt: cms.signedAt,
    signer: cms.certificate.subject.match(/^CN=(.*)$/m)?.[1] ?? cms.certificate.subject,
    fingerprint: createHash("sha256").update(cms.certificate.raw).digest("hex"),
    ours: isKnown && cms.isSignedByCertificate,
  };
  if (!isIntact) return verdict("altered", about);
  if (!about.coversWholeDocument) return verdict("content_added", about);
  if (!isKnown) return verdict("other_certificate", { ...about, unaltered: true });
  return verdict(null, { ...about, unaltered: true });
}

interface SignedRange {
  /** Where the value of the signature begins and ends, its brackets included: the only bytes not signed. */
  valueStart: number;
  valueEnd: number;
  /** End of the signed bytes. */
  end: number;
  value: Buffer;
}

/** Our signatures reserve 24 KiB; a far larger hole is somebody else's. */
const maxValueLength = 256 * 1024;
const rangeForm = /\/ByteRange\s*\[\s*(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s+(\d{1,10})\s*\]/g;

/** The last signature's range; undefined without any, null when its form is not ours. */
function findRange(file: Buffer): SignedRange | null | undefined {
  const text = file.toString("latin1");
  if (!text.includes("/ByteRange")) return undefined;
  const last = [...text.matchAll(rangeForm)].at(-1);
  if (!last) return null;
  const [start = -1, valueStart = -1, valueEnd = -1, rest = -1] = last.slice(1).map(Number);
  const end = valueEnd + rest;
  const isInside =
    start === 0 && valueStart > 0 && valueEnd > valueStart + 2 && valueEnd - valueStart <= maxValueLength && end <= file.length;
  if (!isInside || last.index > valueStart) return null;
  const hex = text.slice(valueStart, valueEnd);
  if (!/^<(?:[0-9A-Fa-f]{2})+>$/.test(hex)) return null;
  return { valueStart, valueEnd, end, value: Buffer.from(hex.slice(1, -1), "hex") };
}
