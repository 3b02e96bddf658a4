// Ends a risk acceptance on its day; its finding is open again unless a renewal keeps it accepted. A decision that rested on it
// gets an addendum.
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { acceptFindingRisk } from "../findings/accept-finding-risk.step.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Portal } from "../platform/portal.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { openAddendum } from "../reports/addenda/open-addendum.step.server.ts";
import { findDecisionOf } from "./decisions.queries.server.ts";
import { updateRiskAcceptance } from "./decisions.repo.server.ts";
import { isContinued, type RiskAcceptanceRow } from "./risk-acceptances.queries.server.ts";

/** False when a renewal goes on: then nobody needs to be told. */
export async function expireRiskAcceptance(
  tx: Tx,
  grant: Grant,
  portal: Portal,
  acceptance: RiskAcceptanceRow,
  now: Date,
): Promise<boolean> {
  const { id, vendorId, assessmentId, findingId, expiresOn } = acceptance;
  await updateRiskAcceptance(tx, grant.organisationId, id, { status: "expired", endedAt: now });
  await recordAuditEvent(tx, grant, { type: "risk_acceptance.expired", objectId: id, vendorId, data: { expiresOn } }, now);
  if (await isContinued(tx, acceptance)) return false;
  if (findingId !== null) await acceptFindingRisk(tx, grant, findingId, "end_acceptance", now);
  const decision = await findDecisionOf(tx, grant.organisationId, assessmentId);
  if (decision?.status === "final")
    await openAddendum(tx, grant, portal, { decision, cause: "acceptance_ended", subjectId: id, reason: "" }, now);
  return true;
}
