// What /verify answers: whether a document is ours and unaltered, who signed it with which certificate, and what it is. Nothing of its
// contents, no name of a vendor or person: whoever asks may be anybody.
import { buffer } from "node:stream/consumers";
import { DomainError } from "#app/domain/errors.ts";
import { authorize } from "../platform/authorize.server.ts";
import { addressKey } from "../platform/limits.server.ts";
import type { AnonymousContext } from "../platform/request-context.server.ts";
import { listSigningCertificates } from "../platform/signer.server.ts";
import { findSignedDocument, type KnownDocument } from "./report-by-hash.queries.server.ts";
import { verifyDocument, verifyReasons } from "./verify-document.server.ts";

export const maxCheckedBytes = 25 * 1024 * 1024;

export interface DocumentCheck {
  isOurs: boolean;
  isUnaltered: boolean;
  /** A sentence; null when the document is good. */
  reason: string | null;
  signer: string | null;
  fingerprint: string | null;
  signedAt: string | null;
  sha256: string;
  /** What it is, when these very bytes are in our vault. */
  form: KnownDocument["form"] | null;
  /** An addendum that is newer than these bytes. */
  newer: KnownDocument["newer"];
}

/** Checks a whole file. Throws rate_limited, too_large. */
export async function checkDocument(ctx: AnonymousContext, source: AsyncIterable<Uint8Array>): Promise<DocumentCheck> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "report.verify", { type: "report", organisationId });
  await ctx.portal.limits.consume("verify_ip", addressKey(ctx.ip), ctx.now);
  const bytes = await buffer(source);
  if (bytes.byteLength > maxCheckedBytes) throw new DomainError("too_large", "The file is larger than the 25 MB this page checks.");
  const ourCertificates = await listSigningCertificates(ctx.portal.secrets.folder);
  const checked = verifyDocument(bytes, { ourCertificates });
  const isGood = checked.ours && checked.unaltered;
  const known = isGood ? await findSignedDocument(ctx.portal.store.read, organisationId, checked.sha256) : null;
  return {
    isOurs: checked.ours,
    isUnaltered: checked.unaltered,
    reason: checked.reason ? verifyReasons[checked.reason] : null,
    signer: checked.ours ? checked.signer : null,
    fingerprint: checked.ours ? checked.fingerprint : null,
    signedAt: checked.ours ? (checked.signedAt?.toISOString() ?? null) : null,
    sha256: checked.sha256,
    form: known?.form ?? null,
    newer: known?.newer ?? null,
  };
}

/** Looks a hash up that was computed in the browser; undefined when no stored document has it. Throws rate_limited. */
export async function findDocumentByHash(ctx: AnonymousContext, sha256: string): Promise<DocumentCheck | undefined> {
  const { organisationId } = ctx.actor;
  authorize(ctx, "report.verify", { type: "report", organisationId });
  if (!/^[0-9a-f]{64}$/.test(sha256)) return undefined;
  await ctx.portal.limits.consume("verify_ip", addressKey(ctx.ip), ctx.now);
  const known = await findSignedDocument(ctx.portal.store.read, organisationId, sha256);
  if (known === null) return undefined;
  const { subject, fingerprint } = ctx.portal.signer;
  return { isOurs: true, isUnaltered: true, reason: null, signer: subject, fingerprint, signedAt: null, sha256, ...known };
}
