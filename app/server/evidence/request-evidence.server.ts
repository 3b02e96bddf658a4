// Asks a vendor for a newer document in place of one it gave. Asking again for the same one while the request is open changes nothing.

import { isDueDay } from "#app/domain/assessment/sending.ts";
import { DomainError } from "#app/domain/errors.ts";
import { type EvidenceKind, ownEvidenceKinds } from "#app/domain/evidence/evidence-kinds.ts";
import { authorize } from "../platform/authorize.server.ts";
import { todayIn } from "../platform/organisation.queries.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getEvidence } from "./evidence.queries.server.ts";
import { listOpenRequests } from "./evidence-requests.queries.server.ts";
import { openEvidenceRequest } from "./open-request.step.server.ts";

/** Throws conflict when this kind of document is asked for already. */
export async function requestEvidence(ctx: PersonContext, evidenceId: string, { dueOn }: { dueOn: string }): Promise<void> {
  const { organisationId } = ctx.actor;
  const { portal, now } = ctx;
  await portal.store.tx(organisationId, async (tx) => {
    const { vendorId, engagementId, kind } = await getEvidence(tx, organisationId, evidenceId);
    const grant = authorize(ctx, "evidence.request", { type: "evidence", organisationId, id: evidenceId, vendorId });
    if (ownEvidenceKinds.includes(kind as EvidenceKind)) throw new DomainError("not_found", "Vendors are not asked for our own documents.");
    const today = await todayIn(tx, organisationId, now);
    if (!isDueDay(dueOn, today)) {
      throw new DomainError("invalid", "Choose a day after today.", { fields: { dueOn: "Choose a day after today." } });
    }
    if ((await listOpenRequests(tx, organisationId, vendorId, [kind])).length > 0)
      throw new DomainError("conflict", "This kind of document is asked for already.");
    const need = { vendorId, engagementId, assessmentId: null, questionKey: null, kind, reason: "asked", replacesId: evidenceId } as const;
    await openEvidenceRequest(tx, grant, portal, { ...need, key: `asked:${evidenceId}:${today}`, dueOn }, now);
  });
}
