// Takes a decision back, with a reason: a first signature while the second is missing, or a final decision that no longer holds. The
// assessment is open for a decision again.
import { DomainError } from "#app/domain/errors.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getDecision } from "./decisions.queries.server.ts";
import { updateDecision } from "./decisions.repo.server.ts";
import { withdrawFinalDecision } from "./withdraw-final-decision.step.server.ts";

/** Throws invalid without a reason, illegal_transition when it is withdrawn already. */
export async function withdrawDecision(ctx: PersonContext, decisionId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const decision = await getDecision(tx, organisationId, decisionId);
    const { assessmentId, vendorId, status } = decision;
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "decision.sign", guardedAssessment(assessment));
    const why = reason.trim();
    if (why === "") throw new DomainError("invalid", "Say why it is withdrawn.", { fields: { reason: "Say why." } });
    if (status === "withdrawn") throw new DomainError("illegal_transition", "This decision is withdrawn already.", { state: status });
    await updateDecision(tx, organisationId, decisionId, { status: "withdrawn" });
    const data = { assessmentId, reason: why };
    await recordAuditEvent(tx, grant, { type: "decision.withdrawn", objectId: decisionId, vendorId, data }, ctx.now);
    if (status === "final") await withdrawFinalDecision(tx, grant, ctx.portal, decision, why, ctx.now);
  });
}
