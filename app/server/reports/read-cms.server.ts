// Reads the one signature our documents carry: a CMS SignedData (RFC 5652) with detached content, one signer, SHA-256
// and ECDSA. Anything else is refused by throwing; a stranger's file gets a reason, never a guess.
import { createHash, timingSafeEqual, verify, X509Certificate } from "node:crypto";
import { DerError, type DerNode, derChildren, readDer, readDerPrefix, readOid, readTime, tags } from "#app/server/platform/der.server.ts";

const oids = {
  data: "1.2.840.113549.1.7.1",
  signedData: "1.2.840.113549.1.7.2",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingTime: "1.2.840.113549.1.9.5",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  sha256: "2.16.840.1.101.3.4.2.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
};

export interface Cms {
  /** Certificate of the signer, carried by the signature itself; says nothing about trust. */
  certificate: X509Certificate;
  /** SHA-256 the signer saw. */
  messageDigest: Uint8Array;
  /** As claimed by the signer's clock. */
  signedAt: Date | null;
  /** True when the signature over the signed attributes is the certificate's. */
  isSignedByCertificate: boolean;
}

/** Reads the CMS at the start of `bytes`; after it only zero bytes may follow (the space reserved in the file). */
export function readCms(bytes: Uint8Array): Cms {
  const [content, end] = readDerPrefix(bytes);
  if (bytes.subarray(end).some((byte) => byte !== 0)) throw new DerError("something follows the signature");
  const [type, wrapped] = sequence(content);
  if (oidOf(type) !== oids.signedData) throw new DerError("not a signature");
  const signedData = children(only(wrapped, tags.context0), tags.sequence);
  const [, , encapsulated, ...optional] = signedData;
  const encapsulatedParts = sequence(encapsulated);
  if (encapsulatedParts.length !== 1 || oidOf(encapsulatedParts[0]) !== oids.data) throw new DerError("content is not detached");
  const certificates = optional.filter((node) => node.tag === tags.context0);
  const signers = optional.filter((node) => node.tag === tags.set);
  if (certificates.length !== 1 || signers.length !== 1 || optional.length !== 2) throw new DerError("certificates or signers are missing");
  const chain = derChildren(certificates[0] as DerNode);
  const [signer, ...others] = derChildren(signers[0] as DerNode);
  if (chain.length !== 1 || !signer || others.length > 0) throw new DerError("not exactly one signer with one certificate");
  const certificate = new X509Certificate((chain[0] as DerNode).raw);
  return { certificate, ...readSigner(signer, certificate) };
}

function readSigner(signer: DerNode, certificate: X509Certificate): Omit<Cms, "certificate"> {
  const parts = sequence(signer);
  if (parts.length !== 6) throw new DerError("unsigned attributes are not used in our signatures");
  const [, , digestAlgorithm, attributes, signatureAlgorithm, signature] = parts;
  if (algorithm(digestAlgorithm) !== oids.sha256) throw new DerError("digest is not SHA-256");
  if (attributes?.tag !== tags.context0 || signature?.tag !== tags.octetString) throw new DerError("signed attributes are missing");
  const values = new Map<string, DerNode>();
  for (const attribute of derChildren(attributes)) {
    const [name, set] = sequence(attribute);
    const id = oidOf(name);
    const [value, ...more] = set?.tag === tags.set ? derChildren(set) : [];
    if (!value || more.length > 0 || values.has(id)) throw new DerError("an attribute is not single");
    values.set(id, value);
  }
  const contentType = values.get(oids.contentType);
  const digest = values.get(oids.messageDigest);
  if (!contentType || readOid(contentType) !== oids.data || digest?.tag !== tags.octetString)
    throw new DerError("attributes are incomplete");
  checkCertificateHash(values.get(oids.signingCertificateV2), certificate);
  // Signed are the attributes as a SET, not under the context tag they are stored with (RFC 5652 5.4).
  const signedBytes = Buffer.from(attributes.raw);
  signedBytes[0] = tags.set;
  const time = values.get(oids.signingTime);
  return {
    messageDigest: digest.value,
    signedAt: time ? readTime(time) : null,
    isSignedByCertificate:
      algorithm(signatureAlgorithm) === oids.ecdsaWithSha256 &&
      certificate.publicKey.asymmetricKeyType === "ec" &&
      verify("sha256", signedBytes, certificate.publicKey, signature.value),
  };
}

/** ESS signing-certificate-v2 (RFC 5035) binds the certificate to the signature. */
function checkCertificateHash(value: DerNode | undefined, certificate: X509Certificate): void {
  if (!value) throw new DerError("signing-certificate-v2 is missing");
  const [first] = children(sequence(value)[0], tags.sequence);
  const parts = sequence(first);
  const hash = parts.find((part) => part.tag === tags.octetString);
  const expected = createHash("sha256").update(certificate.raw).digest();
  if (parts[0] !== hash || hash?.value.length !== 32 || !timingSafeEqual(hash.value, expected)) {
    throw new DerError("signing-certificate-v2 names another certificate");
  }
}

function sequence(node: DerNode | undefined): DerNode[] {
  if (node?.tag !== tags.sequence) throw new DerError("not a sequence");
  return derChildren(node);
}

function children(node: DerNode | undefined, tag: number): DerNode[] {
  if (node?.tag !== tag) throw new DerError("unexpected value");
  return derChildren(node);
}

/** The one value inside an explicit tag. */
function only(node: DerNode | undefined, tag: number): DerNode {
  if (node?.tag !== tag) throw new DerError("unexpected value");
  return readDer(node.value);
}

function oidOf(node: DerNode | undefined): string {
  if (!node) throw new DerError("cut short");
  return readOid(node);
}

function algorithm(node: DerNode | undefined): string {
  return oidOf(sequence(node)[0]);
}
