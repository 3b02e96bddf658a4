// Closes a finding: a fix needs a document that shows it, and somebody who neither owns the finding nor worked on it.
import { refusals } from "#app/domain/access/separation-of-duties.ts";
import { DomainError, unknownObject } from "#app/domain/errors.ts";
import { type CloseReason, closeRefusal, closeRefusals, type FindingStatus, transition } from "#app/domain/finding/finding-status.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { getEvidence } from "../evidence/evidence.queries.server.ts";
import { authorize, refusedByRule } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getFinding, listFindingNotes } from "./findings.queries.server.ts";
import { insertFindingNote, updateFinding } from "./findings.repo.server.ts";

export interface CloseFindingInput {
  because: CloseReason;
  evidenceId?: string | undefined;
  text: string;
}

/** Throws forbidden for somebody who worked on it, invalid with data.fields, illegal_transition when it is closed already. */
export async function closeFinding(ctx: PersonContext, findingId: string, input: CloseFindingInput): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const finding = await getFinding(tx, organisationId, findingId);
    const { vendorId, ownerId } = finding;
    const grant = authorize(ctx, "finding.close", { type: "finding", organisationId, id: findingId, vendorId, ownerId });
    const from = finding.status as FindingStatus;
    const status = transition(from, "close");
    const workedOnByIds = (await listFindingNotes(tx, organisationId, [findingId])).map(({ byId }) => byId);
    const evidenceId = input.evidenceId ?? null;
    const refusal = closeRefusal(ctx.actor, { ownerId, workedOnByIds }, { because: input.because, evidenceId });
    if (refusal === "needs_evidence") {
      throw new DomainError("invalid", closeRefusals.needs_evidence, { fields: { evidenceId: closeRefusals.needs_evidence } });
    }
    if (refusal) throw refusedByRule(grant, refusal, refusals[refusal]);
    const text = input.text.trim();
    if (text === "") throw new DomainError("invalid", "Say why it is closed.", { fields: { text: "Say why it is closed." } });
    if (evidenceId !== null && (await getEvidence(tx, organisationId, evidenceId)).vendorId !== vendorId) throw unknownObject();
    const { because } = input;
    await updateFinding(tx, organisationId, findingId, { status, closedAt: now, closedById: personId, closedBecause: because });
    const note = { id: portal.ids.next("question", now), organisationId, findingId, text, evidenceId, byId: personId, at: now };
    await insertFindingNote(tx, note);
    await recordAuditEvent(tx, grant, { type: "finding.closed", objectId: findingId, vendorId, data: { from, because, evidenceId } }, now);
  });
}
