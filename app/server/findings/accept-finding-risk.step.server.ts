// The finding behind a risk acceptance: "risk accepted" while it is in force, open again when it ends. The finding itself stays.

import { type FindingStatus, findingLifeCycle } from "#app/domain/finding/finding-status.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import type { Grant } from "../platform/authorize.server.ts";
import type { Tx } from "../platform/store.server.ts";
import { getFinding } from "./findings.queries.server.ts";
import { updateFinding } from "./findings.repo.server.ts";

/** A finding the verb does not apply to, such as a closed one, stays as it is. */
export async function acceptFindingRisk(
  tx: Tx,
  grant: Grant,
  findingId: string,
  verb: "accept_risk" | "end_acceptance",
  now: Date,
): Promise<void> {
  const { organisationId } = grant;
  const { vendorId, status } = await getFinding(tx, organisationId, findingId);
  const from = status as FindingStatus;
  const to = findingLifeCycle[verb][from];
  if (to === undefined || to === from) return;
  await updateFinding(tx, organisationId, findingId, { status: to });
  const event =
    verb === "accept_risk"
      ? ({ type: "finding.progressed", objectId: findingId, vendorId, data: { from, to, evidenceId: null } } as const)
      : ({ type: "finding.reopened", objectId: findingId, vendorId, data: { from, reason: "The risk acceptance ended." } } as const);
  await recordAuditEvent(tx, grant, event, now);
}
