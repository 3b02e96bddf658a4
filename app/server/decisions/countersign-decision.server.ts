// The second signature, by somebody who neither registered the vendor nor reviewed it alone nor signed first. Everything the first
// signature asked for is asked for again: an acceptance may have ended in between.
import { refusals, secondApproverRefusal } from "#app/domain/access/separation-of-duties.ts";
import { maySign } from "#app/domain/assessment/decision-prerequisites.ts";
import { DomainError } from "#app/domain/errors.ts";
import { guardedAssessment } from "../assessments/guarded-assessment.server.ts";
import { recordAuditEvent } from "../audit/record-audit-event.server.ts";
import { authorize, refusedByRule } from "../platform/authorize.server.ts";
import type { PersonContext } from "../platform/request-context.server.ts";
import { decisionFactsOf } from "./decision-facts.queries.server.ts";
import { getDecision } from "./decisions.queries.server.ts";
import { updateDecision } from "./decisions.repo.server.ts";
import { finalizeDecision } from "./finalize-decision.step.server.ts";

/** Throws forbidden with the rule that is broken, illegal_transition unless it waits, invalid when a prerequisite opened again. */
export async function countersignDecision(ctx: PersonContext, decisionId: string): Promise<void> {
  const { organisationId, personId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const decision = await getDecision(tx, organisationId, decisionId);
    const { assessmentId, vendorId, outcome } = decision;
    const facts = await decisionFactsOf(ctx.portal, tx, organisationId, assessmentId, ctx.now);
    const grant = authorize(ctx, "decision.countersign", guardedAssessment(facts.assessment));
    if (decision.status !== "awaiting_second") {
      throw new DomainError("illegal_transition", "This decision does not wait for a second signature.", { state: decision.status });
    }
    const refusal = secondApproverRefusal(ctx.actor, { ...facts.trail, firstSignerId: decision.signedById });
    if (refusal) throw refusedByRule(grant, refusal, refusals[refusal]);
    if (!maySign(outcome, facts.prerequisites) || facts.residual.band !== decision.computedResidual) {
      throw new DomainError("invalid", "Something the decision rests on changed since the first signature.", {
        prerequisites: facts.prerequisites,
      });
    }
    await updateDecision(tx, organisationId, decisionId, { countersignedById: personId, countersignedAt: ctx.now });
    await recordAuditEvent(
      tx,
      grant,
      { type: "decision.countersigned", objectId: decisionId, vendorId, data: { assessmentId, outcome } },
      ctx.now,
    );
    await finalizeDecision(tx, grant, ctx.portal, { ...decision, countersignedById: personId, countersignedAt: ctx.now }, facts, ctx.now);
  });
}
