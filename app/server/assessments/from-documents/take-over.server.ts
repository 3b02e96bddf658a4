// An assessment that was sent and not answered is answered from documents. The vendor's link stays and says so; nothing can be typed there.
import { authorize } from "../../platform/authorize.server.ts";
import type { PersonContext } from "../../platform/request-context.server.ts";
import { refreshVendorSummary } from "../../vendors/refresh-vendor-summary.step.server.ts";
import { getAssessment } from "../assessments.queries.server.ts";
import { guardedAssessment } from "../guarded-assessment.server.ts";
import { turnToDocuments } from "./turn-to-documents.step.server.ts";

/** Throws illegal_transition after submission, invalid without a reason. */
export async function takeOver(ctx: PersonContext, assessmentId: string, reason: string): Promise<void> {
  const { organisationId } = ctx.actor;
  await ctx.portal.store.tx(organisationId, async (tx) => {
    const assessment = await getAssessment(tx, organisationId, assessmentId);
    const grant = authorize(ctx, "answer.give_from_documents", guardedAssessment(assessment));
    await turnToDocuments(tx, grant, ctx, assessment, reason);
    await refreshVendorSummary(tx, organisationId, assessment.vendorId, ctx.now);
  });
}
