// Records that a condition of a decision is met; clearance reads it at once, and an addendum to the signed documents says so.
import { DomainError } from "#app/domain/errors.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { openAddendum } from "../reports/addenda/open-addendum.step.server.ts";
import { getCondition, getDecision } from "./decisions.queries.server.ts";
import { setConditionMet } from "./decisions.repo.server.ts";

/** A condition that was met before stays as it is. */
export async function meetCondition(ctx: PersonContext, conditionId: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { decisionId, vendorId, number, metAt } = await getCondition(tx, organisationId, conditionId);
    const grant = authorize(ctx, "condition.meet", { type: "condition", organisationId, id: conditionId, vendorId });
    const decision = await getDecision(tx, organisationId, decisionId);
    const { status } = decision;
    if (status !== "final") throw new DomainError("illegal_transition", "The decision is not final.", { state: status });
    if (metAt) return;
    await setConditionMet(tx, organisationId, conditionId, ctx.now, personId);
    await recordAuditEvent(tx, grant, { type: "condition.met", objectId: conditionId, vendorId, data: { decisionId, number } }, ctx.now);
    await openAddendum(tx, grant, ctx.portal, { decision, cause: "condition_met", subjectId: conditionId, reason: "" }, ctx.now);
  });
}
