// Takes a first signature back while the second is missing: the assessment is open for a decision again.
import { DomainError } from "#app/domain/errors.ts";
import { getAssessment } from "../assessments/assessments.queries.server.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { getDecision } from "./decisions.queries.server.ts";
import { updateDecision } from "./decisions.repo.server.ts";

export async function withdrawDecision(ctx: PersonContext, decisionId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const { assessmentId, vendorId, status } = await getDecision(tx, organisationId, decisionId);
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "decision.sign", guardedAssessment(assessment));
    if (reason.trim() === "") throw new DomainError("invalid", "Say why it is withdrawn.", { fields: { reason: "Say why." } });
    if (status !== "awaiting_second") {
      throw new DomainError("illegal_transition", "Only a decision that waits for its second signature can be withdrawn.", {
        state: status,
      });
    }
    await updateDecision(tx, organisationId, decisionId, { status: "withdrawn" });
    const data = { assessmentId, reason: reason.trim() };
    await recordAuditEvent(tx, grant, { type: "decision.withdrawn", objectId: decisionId, vendorId, data }, ctx.now);
  });
}
