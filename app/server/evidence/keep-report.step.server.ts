// A signed document of ours becomes evidence: its row, beside the bytes that are in the vault already.
import type { Day } from "#app/domain/monitoring/calendar-days.ts";
import type { SignedForm } from "#app/domain/report/signed-forms.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import type { StoredFile } from "../platform/vault.server.ts";
import { insertEvidence } from "./evidence.repo.server.ts";

export interface SignedDocument {
  id: string;
  vendorId: string;
  engagementId: string;
  assessmentId: string;
  form: SignedForm;
  /** The day of what it prints. */
  startsOn: Day;
}

export async function keepReport(tx: Tx, grant: Grant, document: SignedDocument, stored: StoredFile, now: Date): Promise<void> {
  const { form, ...about } = document;
  const { flags, ...file } = stored;
  await insertEvidence(tx, {
    ...about,
    ...file,
    contentFlags: flags,
    givenByVendor: false,
    organisationId: grant.organisationId,
    kind: form,
    verdict: "none",
    verification: null,
    uploadedBy: "Vouchsafe",
    uploadedAt: now,
  });
  const { id, vendorId, assessmentId } = document;
  const data = { assessmentId, form, sha256: stored.sha256, bytes: stored.bytes };
  await recordAuditEvent(tx, grant, { type: "report.stored", objectId: id, vendorId, data }, now);
}
