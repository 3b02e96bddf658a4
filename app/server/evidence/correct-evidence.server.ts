// The reviewer confirms or corrects what the uploader said about a document: its kind and the days its clock runs by.
import { DomainError } from "#app/domain/errors.ts";
import { expiryOf } from "#app/domain/evidence/evidence-expiry.ts";
import { isEvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEvidence } from "./evidence.queries.server.ts";
import { updateEvidence } from "./evidence.repo.server.ts";
import { followDocuments } from "./follow-documents.step.server.ts";

export interface EvidenceCorrection {
  kind: string;
  startsOn: string | null;
  statedExpiryOn: string | null;
}

/** A changed document loses its verdict: it was given for other dates. */
export async function correctEvidence(ctx: PersonContext, evidenceId: string, change: EvidenceCorrection): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const row = await getEvidence(tx, organisationId, evidenceId);
    const { vendorId } = row;
    const grant = authorize(ctx, "evidence.verify", { type: "evidence", organisationId, id: evidenceId, vendorId });
    const { kind, startsOn, statedExpiryOn } = change;
    if (!isEvidenceKind(kind) || ownEvidenceKinds.includes(kind)) {
      throw new DomainError("invalid", "Choose what kind of document this is.", {
        fields: { kind: "Choose what kind of document this is." },
      });
    }
    const fields = (["kind", "startsOn", "statedExpiryOn"] as const).filter((name) => change[name] !== row[name]);
    if (fields.length === 0) return;
    const expiresOn = (startsOn ? expiryOf(kind, startsOn, statedExpiryOn ?? undefined) : statedExpiryOn) ?? null;
    await updateEvidence(tx, organisationId, evidenceId, {
      ...change,
      expiresOn,
      verdict: "none",
      verification: null,
      verdictById: null,
      verdictAt: null,
    });
    await recordAuditEvent(
      tx,
      grant,
      { type: "evidence.corrected", objectId: evidenceId, vendorId, data: { fields, startsOn, expiresOn } },
      ctx.now,
    );
    // Under its new kind nobody has judged it yet; what followed from the old one does so no more.
    await followDocuments(tx, grant, ctx.portal, row, ctx.now);
  });
}
